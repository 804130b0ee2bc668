import { defineFormat } from '../../define.ts';
import type { Entry, Field, Piece } from '../../model.ts';
import { addField, locate, makeEntry } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { guessEvent, readEventMessage } from '../wordings/windows-event-message.ts';

/** A device with a problem: its name, where it hangs, and a sentence in the language of Windows. */
const problem =
  /^([^\t]{1,200})\t((?:USB|HDAUDIO|INTELAUDIO|BTHENUM|SWD|ROOT|PCI|ACPI)\\[^\t]{1,300})\t([^\t]{2,300})\t?\s{0,4}$/i;
/** A report of Windows Error Reporting: when, of what kind, and the message, whose line ends are written as entities. */
const report = /^[^\t]{6,40}\d[^\t]{0,8}\t([^\t]{2,60})\t([^\t]{20,8000})\t?\s{0,4}$/;
const lineEnd = /(?:&#x000d;)?&#x000a;/gi;

/** A camera or a sound device by its name; not the sound of a display. */
const capture =
  /^(?!.*(?:HDMI|DisplayPort|Display Audio|NVIDIA|AMD High)).*(?:cam(?![a-z])|camera|webcam|kamera|caméra|cámara|fotocamera|カメラ|相机|攝影機|摄像头|카메라|micro|mikro|mic\b|headset|audio|マイク|麦克风|마이크)/i;

/** Below the date of the report, in any language. */
const computer = /^[^\t\n:：]{3,40}[:：] ([\w-]{1,63})[ \t]{0,4}$/m;

function readRow(format: string, piece: Piece): Entry | null {
  const { text } = piece;
  const told = report.exec(text)?.[2];
  const message = told?.replace(lineEnd, '\n');
  const event = message === undefined ? null : guessEvent(message);
  if (event && message !== undefined) {
    const fields = new Map<string, Field[]>();
    const add = (key: string, value: string | number): void =>
      addField(fields, key, { value, piece: 0, ...locate(text, String(value)) });
    add('provider', event.provider);
    add('eventid', event.id);
    for (const { key, value } of readEventMessage(event.provider, event.id, message)) add(key, value);
    const parts = { pieces: [piece], time: null, level: null, messageStart: 0 };
    return makeEntry({ format: 'windows-events-text', ...parts }, () => fields);
  }
  const [, device = '', instance = '', state = ''] = problem.exec(text) ?? [];
  return makeEntry({ format, pieces: [piece], time: null, level: null, messageStart: 0 }, () => {
    const fields = new Map<string, Field[]>();
    if (instance !== '' && capture.test(device))
      for (const [key, value] of [
        ['failed', device],
        ['instance', instance],
        ['state', state.trim()],
      ] as const)
        addField(fields, key, { value, piece: 0, ...locate(text, value) });
    return fields;
  });
}

export default defineFormat({
  id: 'msinfo32',
  title: 'msinfo32: the report of System Information',
  origin: 'windows-events',
  framing: { ...lines, read: ({ id }, piece) => readRow(id, piece) },
  embeds: ['windows-events-text'],
  os: 'windows',
  names: ['*msinfo*.txt'],
  recognise: {
    starts:
      /^\uFEFF?System Information report written at: |^[^\t\n]{5,80}[:：] ?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[, ]{1,2}\d{1,2}:\d\d[^\n]{0,8}\n[^\t\n]{3,60}[:：] ?[\w-]{1,63}[ \t]{0,4}\n\[[^\]\n]{3,60}\][ \t]{0,4}\n|^\[(?:Problem Devices|Problemgeräte|System Summary|Systemübersicht|Windows Error Reporting|Windows-Fehlerberichterstattung)\][ \t]{0,4}$/m,
  },
  learn(head, carry) {
    carry.computer ??= computer.exec(head.split('\n', 3).join('\n'))?.[1] ?? null;
  },
  samples: [
    {
      text: 'System Information report written at: 05/14/25 07:08:09\nSystem Name: DESK-7\n[Problem Devices]\n\nDevice\tPNP Device ID\tError Code\t\nExample Desk Cam\tUSB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000\tThis device cannot start.\t',
      entry: { fields: { failed: 'Example Desk Cam', state: 'This device cannot start.' } },
    },
    {
      text: '[Windows Error Reporting]\n\nTime\tType\tDetails\t\n5/14/2025 7:08 AM\tApplication Error\tFaulting application name: Zoom.exe, version: 6.2.5.48876, time stamp: 0x6706f0aa&#x000d;&#x000a;Faulting module name: vcam.dll, version: 1.2.0.0, time stamp: 0x5c5c5c5c&#x000d;&#x000a;Exception code: 0xc0000005&#x000d;&#x000a;Fault offset: 0x0000000000012345\t',
      entry: { format: 'windows-events-text', fields: { eventid: 1000, appname: 'Zoom.exe', modulename: 'vcam.dll' } },
    },
  ],
});
