import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { disabledField, disabledState, isDisabled, startedState } from '../wordings/disabled-device.ts';
import { captureKind, className } from '../wordings/windows-devices.ts';

/** `Instance ID:`, then description, class, its number, maker, state; the labels are translated, their order is not. */
const instance = /^[^\n:：]{2,60}[:：][ \t]{1,30}([A-Z][\w-]{1,40}\\[^\n]{1,300}?)[ \t]{0,8}$/m;
const guid = /[:：][ \t]{1,30}(\{[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\})[ \t]{0,8}$/im;
/** `43 (0x2B) [CM_PROB_FAILED_POST_START]`: the same in every language. */
const problem = /[:：][ \t]{1,30}(\d{1,3} \(0x[\dA-F]{1,3}\) \[(CM_PROB_\w{1,40})\])[ \t]{0,8}$/im;
/** Being unplugged, absent or removed is no trouble of the device. */
const absent = /^(?:21|24|45) /;
const shownOn = (line: string | undefined): string =>
  /[:：][ \t]{0,30}([^\n]{0,300}?)[ \t\r]{0,8}$/.exec(line ?? '')?.[1] ?? '';

const hasState = (lines: readonly string[], state: RegExp): boolean =>
  lines.map(shownOn).some((value) => state.test(value));

export default defineFormat({
  id: 'pnputil-devices',
  title: 'pnputil /enum-devices: devices of Windows and their problems',
  framing: sections(),
  os: 'windows',
  names: ['*pnputil*'],
  recognise: {
    starts:
      /^Microsoft PnP Utility$|^[^\n:：]{2,60}[:：][ \t]{4,30}[A-Z][\w-]{1,40}\\[^\n]{1,300}\n(?:[^\n:：]{2,60}[:：][ \t]{1,30}[^\s][^\n]{0,200}\n){2,8}[^\n:：]{2,60}[:：][ \t]{1,30}(?:\d{1,3} \(0x[\da-f]{1,3}\) \[CM_PROB_|\w{1,40}\.inf$)/im,
  },
  derives: ['cameras', 'microphones', 'failed', 'failure', 'instance', 'disabled_camera', 'disabled_microphone'],
  /** As of Get-PnpDevice, for the one device of a block; `disabled_…`: the name of one that is switched off. */
  derive: (entry) => {
    const text = textOf(entry);
    const device = instance.exec(text);
    const lines = device ? text.slice(device.index).split('\n') : [];
    return withFields(entry, (fields) => {
      fields.clear();
      if (!device) return;
      const kind = captureKind({
        name: shownOn(lines[1]),
        kind: className(guid.exec(text)?.[1] ?? '') ?? shownOn(lines[2]),
        instance: device[1]!,
      });
      if (kind === null) return;
      const place = { piece: 0, start: device.index, end: device.index + device[0].length };
      const add = (key: string, value: string | number): void => addField(fields, key, { value, ...place });
      add('instance', device[1]!);
      const stated = problem.exec(text);
      if (stated ? isDisabled(stated[1]!) : hasState(lines, disabledState))
        add(disabledField(kind), shownOn(lines[1]) || device[1]!);
      else if (stated && !absent.test(stated[1]!)) {
        const start = stated.index + stated[0].indexOf(stated[1]!);
        addField(fields, 'failed', {
          value: shownOn(lines[1]) || device[1]!,
          piece: 0,
          start,
          end: start + stated[1]!.length,
        });
        add('failure', stated[2]!);
      } else if (!stated && hasState(lines, startedState) && kind !== 'audio') add(`${kind}s`, 1);
    });
  },
  samples: [
    {
      text: 'Microsoft PnP Utility\n\nInstance ID:                USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000\nDevice Description:         Example Desk Cam\nClass Name:                 Camera\nClass GUID:                 {ca3e7ab9-b4c3-4ae6-8251-579ef933890f}\nManufacturer Name:          Example\nStatus:                     Problem\nProblem Code:               10 (0x0A) [CM_PROB_FAILED_START]\nProblem Status:             0xC00000E5\nDriver Name:                usbvideo.inf',
      entry: { fields: { failed: 'Example Desk Cam', failure: 'CM_PROB_FAILED_START' } },
    },
    {
      text: 'Instance ID:                USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000\nDevice Description:         Example Desk Cam\nClass Name:                 Camera\nClass GUID:                 {ca3e7ab9-b4c3-4ae6-8251-579ef933890f}\nManufacturer Name:          Example\nStatus:                     Started\nDriver Name:                usbvideo.inf',
      entry: { fields: { cameras: 1 } },
    },
    {
      text: 'Instanz-ID:                 SWD\\MMDEVAPI\\{0.0.1.00000000}.{00000000-0000-4000-8000-000000000001}\nGerätebeschreibung:         Mikrofon (Example Headset)\nKlassenname:                AudioEndpoint\nKlassen-GUID:               {c166523c-fe0c-4a94-a586-f1a80cfbbf3e}\nHerstellername:             Microsoft\nStatus:                     Started\nTreibername:                audioendpoint.inf',
      entry: { fields: { microphones: 1 } },
    },
  ],
});
