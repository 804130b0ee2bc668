import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { disabledField, isDisabled } from '../wordings/disabled-device.ts';
import { type Shown, shownAnyhow } from '../wordings/powershell-objects.ts';
import { type CaptureKind, captureKind } from '../wordings/windows-devices.ts';

/** What a device is, by its class and where it hangs. */
const kindOf = ({ values }: Shown): CaptureKind | null =>
  captureKind({
    name: values.get('friendlyname') || values.get('name') || values.get('caption') || values.get('description') || '',
    kind: values.get('class') || values.get('pnpclass') || '',
    instance: values.get('instanceid') || values.get('deviceid') || values.get('pnpdeviceid') || '',
  });

/** `Unknown` is what Windows remembers of a device that is not there. */
const isAbsent = ({ values }: Shown): boolean =>
  /^Unknown$/i.test(values.get('status') ?? '') ||
  /^False$/i.test(values.get('present') ?? '') ||
  /PHANTOM|^45$/.test(values.get('problem') || values.get('configmanagererrorcode') || '');

/** Where no state is shown, the problem code tells, 0 for none. */
const isWorking = ({ values }: Shown): boolean =>
  values.has('status')
    ? /^OK$/i.test(values.get('status')!)
    : /^(?:0|CM_PROB_NONE)$/.test(values.get('configmanagererrorcode') ?? '');
const isFailed = ({ values }: Shown): boolean =>
  values.has('status')
    ? /^(?:Error|Degraded)$/i.test(values.get('status')!)
    : /^(?:[1-9]\d?|CM_PROB_(?!NONE)\w+)$/.test(values.get('configmanagererrorcode') ?? '');

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
      /^Status {1,12}(?:Present {1,12})?Class {2,30}FriendlyName(?: {1,200}(?:InstanceId|Problem))?[ \t\r]{0,200}\n|^(?=.{0,300}\bInstanceId\b)(?=.{0,300}\bStatus\b)(?:Status|Class|FriendlyName|InstanceId|Present|Problem)(?: +(?:Status|Class|FriendlyName|InstanceId|Present|Problem|Manufacturer|Service)){2,8} *\n-|^(?=[^\n]{0,300}\bFriendlyName\b)(?=[^\n]{0,300}\b(?:Problem|ConfigManagerErrorCode|Class)\b)(?=[^\n]{0,300}\bStatus\b)\w{4,30}(?: +\w{4,30}){2,8} *\n-|^CreationClassName {1,20}: Win32_PnPEntity|^(?:Name|Caption|FriendlyName|Status|PNPClass|DeviceID|ConfigManagerErrorCode) {1,30}: [^\n]{0,200}\n(?:\w{1,40} {0,40}:[^\n]{0,300}\n){0,12}ConfigManagerErrorCode {1,30}: |^\uFEFF?(?=[^\n]{0,600}"FriendlyName")(?=[^\n]{0,600}"Status")(?=[^\n]{0,600}"(?:InstanceId|Problem|Class)")(?:"\w{1,40}"[,;]?){3,40}[ \t]{0,8}$|^(?:FriendlyName|InstanceId) {1,30}: [^\n]{0,200}\n(?:\w{1,40} {0,40}:[^\n]{0,300}\n){0,12}(?:InstanceId|Status|Class) {1,30}: |^Get-PnpDevice ?: /m,
    marks: ['FriendlyName', 'Status', 'InstanceId', 'Class', 'PNPClass', 'Problem'].map((name) => `"${name}":`),
    atLeast: 3,
  },
  derives: ['cameras', 'microphones', 'failed', 'failure', 'disabled_camera', 'disabled_microphone'],
  /**
   * `cameras`, `microphones`: how many work, 0 where all are gone, absent where none is listed; `failed`: the name of a camera
   * or sound device in error, and its `failure` (the code where it is told);
   * `disabled_…`: the name of one that is switched off.
   */
  derive: (entry) => {
    const text = textOf(entry);
    const all = shownAnyhow(text).filter(({ values }) => values.has('status') || values.has('configmanagererrorcode'));
    const isTable = all.length > 1 || /^[ \t]{0,8}-{2,}/m.test(text);
    return withFields(entry, (fields) => {
      const add = (key: string, value: string | number, { start, end }: Pick<Shown, 'start' | 'end'>): void =>
        addField(fields, key, { value, piece: 0, start, end });
      for (const kind of ['camera', 'microphone'] as const) {
        const some = all.filter((device) => kindOf(device) === kind);
        const working = some.filter((device) => isWorking(device) && !isAbsent(device));
        if (working.length > 0) add(`${kind}s`, working.length, working[0]!);
        // A list shows one device: the next may be another camera.
        else if (isTable && some.length > 0 && some.every(isAbsent)) add(`${kind}s`, 0, some[0]!);
      }
      for (const device of all) {
        const { values } = device;
        const kind = kindOf(device);
        if (kind === null || isAbsent(device) || !isFailed(device)) continue;
        const problem = values.get('problem') || values.get('configmanagererrorcode') || 'error';
        const name = values.get('friendlyname') || values.get('name') || values.get('instanceid') || 'device';
        add(isDisabled(problem) ? disabledField(kind) : 'failed', name, device);
        if (!isDisabled(problem)) add('failure', problem, device);
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
      entry: { fields: { disabled_camera: 'Example Desk Cam' } },
    },
    {
      text: '[\n    {\n        "Status":  "Error",\n        "Class":  "Camera",\n        "PNPClass":  "Camera",\n        "FriendlyName":  "Example Desk Cam",\n        "InstanceId":  "USB\\\\VID_1234\\u0026PID_ABCD\\\\0001",\n        "Problem":  43\n    }\n]',
      entry: { fields: { failed: 'Example Desk Cam', failure: '43' } },
    },
    {
      text: '"Status","Class","FriendlyName","InstanceId","Problem"\n"OK","Camera","Example Desk Cam","USB\\VID_1234&PID_ABCD\\0001","CM_PROB_NONE"',
      entry: { fields: { cameras: 1 } },
    },
    {
      text: "Get-PnpDevice : No matching Win32_PnPEntity objects found by CIM query for instances of the ROOT/cimv2/Win32_PnPEntity \nclass on the  CIM server: SELECT * FROM Win32_PnPEntity  WHERE ((PNPClass LIKE 'Camera')). Verify query parameters and \nretry.\nAt line:1 char:1",
      entry: { fields: { cameras: 0 } },
    },
  ],
});
