import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { type Shown, shownObjects } from '../wordings/powershell-objects.ts';

type Kind = 'camera' | 'microphone' | 'audio';

/** A camera that is a program, and the one of Windows Hello, which Zoom does not use. */
const noCamera = /virtual|\bOBS\b|ManyCam|XSplit|Snap Camera|DroidCam|\bIR\b|infrared|infrarot|Windows Hello/i;
/** The sound of a display, and what records the machine's own output. */
const noMicrophone = /HDMI|DisplayPort|Display Audio|NVIDIA High|AMD High|Stereo ?mix|VB-Audio|CABLE|virtual/i;

/** What a device is, by its class and where it hangs; null for what Zoom does not use. */
function kindOf({ values }: Shown): Kind | null {
  const [kind, name, instance] = [
    values.get('class') ?? values.get('pnpclass') ?? '',
    values.get('friendlyname') ?? values.get('name') ?? values.get('description') ?? '',
    values.get('instanceid') ?? values.get('deviceid') ?? '',
  ];
  // Where no class is shown, the name has to tell.
  if (/^(?:Camera|Image|)$/i.test(kind)) {
    const isCamera = /^Camera$/i.test(kind) || /cam(?:era)?(?![a-z])|kamera/i.test(name);
    return isCamera && !noCamera.test(name) && !/^(?:ROOT|SWD)\\/i.test(instance) ? 'camera' : null;
  }
  if (noMicrophone.test(name)) return null;
  // An endpoint that records has this number in its name.
  if (/^AudioEndpoint$/i.test(kind))
    return /\{0\.0\.1\./.test(instance) || /mi[ck]r|マイク|麦克风|麥克風|마이크/i.test(name) ? 'microphone' : null;
  return /^Media$/i.test(kind) && /^(?:USB|HDAUDIO|INTELAUDIO|BTHENUM)\\/i.test(instance) ? 'audio' : null;
}

/** `Unknown` is what Windows remembers of a device that is not there. */
const isAbsent = ({ values }: Shown): boolean =>
  /^Unknown$/i.test(values.get('status') ?? '') ||
  /^False$/i.test(values.get('present') ?? '') ||
  /PHANTOM|^45$/.test(values.get('problem') ?? '');

/** The query that found nothing; its words are translated and wrapped, its names are not. */
const nothingFound = /Win32_PnPEntity.{0,80}PNPClass (?:LIKE|=) '(Camera|AudioEndpoint)'/i;

export default defineFormat({
  id: 'pnp-devices',
  title: 'Get-PnpDevice: devices of Windows and their states',
  framing: sections(),
  os: 'windows',
  names: ['*pnpdevice*', '*pnp-device*'],
  recognise: {
    starts:
      /^Status {1,12}(?:Present {1,12})?Class {2,30}FriendlyName(?: {1,200}(?:InstanceId|Problem))?[ \t\r]{0,200}\n|^(?=.{0,300}\bInstanceId\b)(?=.{0,300}\bStatus\b)(?:Status|Class|FriendlyName|InstanceId|Present|Problem)(?: +(?:Status|Class|FriendlyName|InstanceId|Present|Problem|Manufacturer|Service)){2,8} *\n-|^CreationClassName {1,20}: Win32_PnPEntity|^(?:FriendlyName|InstanceId) {1,30}: [^\n]{0,200}\n(?:\w{1,40} {0,40}:[^\n]{0,300}\n){0,12}(?:InstanceId|Status|Class) {1,30}: |^Get-PnpDevice ?: /m,
  },
  derives: ['cameras', 'microphones', 'failed', 'failure'],
  /**
   * `cameras`, `microphones`: how many work, 0 where all are gone, absent where none is listed; `failed`: the name of a camera
   * or sound device in error, and its `failure` (the code where it is told).
   */
  derive: (entry) => {
    const text = textOf(entry);
    const all = shownObjects(text).filter(({ values }) => values.has('status'));
    const isTable = all.length > 1 || /^[ \t]{0,8}-{2,}/m.test(text);
    return withFields(entry, (fields) => {
      const add = (key: string, value: string | number, { start, end }: Pick<Shown, 'start' | 'end'>): void =>
        addField(fields, key, { value, piece: 0, start, end });
      for (const kind of ['camera', 'microphone'] as const) {
        const some = all.filter((device) => kindOf(device) === kind);
        const working = some.filter((device) => /^OK$/i.test(device.values.get('status') ?? '') && !isAbsent(device));
        if (working.length > 0) add(`${kind}s`, working.length, working[0]!);
        // A list shows one device: the next may be another camera.
        else if (isTable && some.length > 0 && some.every(isAbsent)) add(`${kind}s`, 0, some[0]!);
      }
      for (const device of all) {
        const { values } = device;
        if (kindOf(device) === null || isAbsent(device) || !/^(?:Error|Degraded)$/i.test(values.get('status') ?? ''))
          continue;
        add('failed', values.get('friendlyname') || values.get('instanceid') || 'device', device);
        add('failure', values.get('problem') || values.get('configmanagererrorcode') || 'error', device);
      }
      const asked = nothingFound.exec(text.replace(/[ \t]{0,200}\n[ \t]{0,200}/g, ' '))?.[1];
      if (asked !== undefined)
        add(/camera/i.test(asked) ? 'cameras' : 'microphones', 0, {
          start: 0,
          end: text.indexOf('\n') < 0 ? text.length : text.indexOf('\n'),
        });
    });
  },
  samples: [
    {
      text: 'Status     Class           FriendlyName\n------     -----           ------------\nError      Camera          Example Desk Cam',
      entry: { fields: { failed: 'Example Desk Cam' } },
    },
    {
      text: 'Status     Class           FriendlyName                       InstanceId\n------     -----           ------------                       ----------\nOK         Camera          Example Desk Cam                   USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000\nUnknown    Camera          Example Old Cam                    USB\\VID_1234&PID_ABCE&MI_00\\6&1&0&0001\nError      AudioEndpoint   Microphone (Example Headset)       SWD\\MMDEVAPI\\{0.0.1.00000000}.{00000000-0000-4000-8000-000000000001}',
      entry: { fields: { cameras: 1, failed: 'Microphone (Example Headset)' } },
    },
    {
      text: 'FriendlyName : Example Desk Cam\nInstanceId   : USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000\nClass        : Camera\nStatus       : Error\nProblem      : CM_PROB_DISABLED',
      entry: { fields: { failed: 'Example Desk Cam', failure: 'CM_PROB_DISABLED' } },
    },
    {
      text: "Get-PnpDevice : No matching Win32_PnPEntity objects found by CIM query for instances of the ROOT/cimv2/Win32_PnPEntity \nclass on the  CIM server: SELECT * FROM Win32_PnPEntity  WHERE ((PNPClass LIKE 'Camera')). Verify query parameters and \nretry.\nAt line:1 char:1",
      entry: { fields: { cameras: 0 } },
    },
  ],
});
