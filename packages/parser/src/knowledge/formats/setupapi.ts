import { defineFormat } from '../../define.ts';
import { textOf, withFields, withTime } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { isoTime } from '../../reading/time.ts';

/** `>>>  [Device Install (Hardware initiated) - USB\VID_…]`: what is done, and to which device. */
const title = /^>>> {1,4}\[([^\n]{1,120}?) - ([^\n]{1,400})\]\s*$/;
const exit = /^<<< {1,4}\[Exit status: (SUCCESS|FAILURE)(?:\((0x[\da-f]{8})\))?/i;
const stamp = /^(?:>>>|<<<) {1,4}Section (?:start|end) (\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d\.\d{3})/;
/** Flags of the device node, then its problem code and the status behind it. */
const problem = /Device Status: 0x[\da-f]{8} \[(0x[\da-f]{1,8})/i;

/** Words and setup classes that give away what a device is for. */
const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['camera', /usbvideo|web ?cam|camera|\\class_0e\b|\{(?:ca3e7ab9-b4c3-4ae6-8251-579ef933890f|6bdd1fc6-810f-11d0-bec7-08002be2092f)\}/i],
  ['audio', /usbaudio|wdma_usb|headset|microphone|speakerphone|\baudio\b|\\class_01\b|\{4d36e96c-e325-11ce-bfc1-08002be10318\}/i],
]; // biome-ignore format: a table

/** Under which the open section stands in the carry. Sections are written whole, one behind the other. */
const openKey = 'setupapi section';

/** Lines that say what the device is, as far as the installation knows; others only search. */
const descriptions = ['InfName', 'DevDesc', 'HardwareID', 'Device class {', 'Class GUID', 'ClassGUID'];
const links = ['>>>  ', '<<<  ', '!!!  ', 'Device Status: ', ...descriptions];

export default defineFormat({
  id: 'setupapi',
  title: 'Driver installation log of Windows (setupapi.dev.log)',
  framing: lines,
  os: 'windows',
  names: ['setupapi.dev*.log'],
  recognise: {
    starts: /^\[Device Install Log\]|^>>> {1,4}Section start \d{4}\/\d\d\/\d\d |^<<< {1,4}\[Exit status: /m,
  },
  prepare: (entry) => {
    const [, year, month, day, clock] = stamp.exec(textOf(entry)) ?? [];
    return clock === undefined ? entry : withTime(entry, isoTime(`${year}-${month}-${day}T${clock}`, 'local'));
  },
  chain: {
    has: links,
    by: (entry, carry) => {
      const text = textOf(entry);
      if (title.test(text)) carry.names.set(openKey, 'open');
      else if (!carry.names.has(openKey) && !/^(?:>>>|<<<|!!!)/.test(text)) return null;
      const describes = descriptions.some((word) => text.includes(word)) && kinds.some(([, kind]) => kind.test(text));
      const isTelling = /^(?:>>>|<<<|!!!)/.test(text) || problem.test(text) || describes;
      return isTelling ? 'section' : null;
    },
    begins: (entry) => title.test(textOf(entry)),
    ends: (entry, carry) => exit.test(textOf(entry)) && carry.names.delete(openKey),
  },
  derives: ['kind', 'exit', 'task', 'instance', 'errors', 'exitcode'],
  /**
   * Of a section: `task`, what is done; `instance`, the device; `kind` (camera, audio, other); `exit` (SUCCESS, FAILURE, none: it is cut), `exitcode`;
   * `problem`, the code of Plug and Play; `errors`, how many of its lines are marked as errors.
   */
  derive: (entry) =>
    withFields(entry, (fields) => {
      const add = (key: string, value: string | number, piece: number, match: RegExpExecArray | null): void => {
        const start = match?.index ?? 0;
        fields.set(key, [{ value, piece, start, end: start + (match?.[0].length ?? 0) }]);
      };
      let kind = 'other';
      let errors = 0;
      add('kind', kind, 0, null);
      add('exit', 'none', 0, null);
      for (const [piece, { text }] of entry.pieces.entries()) {
        const [named, ended, stated] = [title.exec(text), exit.exec(text), problem.exec(text)];
        if (named) {
          add('task', named[1]!, piece, named);
          add('instance', named[2]!, piece, named);
        }
        if (ended) add('exit', ended[1]!.toUpperCase(), piece, ended);
        if (ended?.[2]) add('exitcode', ended[2], piece, ended);
        if (stated) add('problem', stated[1]!, piece, stated);
        const isDescribed = piece === 0 || descriptions.some((word) => text.includes(word));
        const told = kind === 'other' && isDescribed ? kinds.find(([, pattern]) => pattern.test(text)) : undefined;
        if (told) {
          kind = told[0];
          add('kind', kind, piece, told[1].exec(text));
        }
        const marked = /^!!! {1,4}\S[^\n]*/.exec(text);
        if (marked) add('errors', ++errors, piece, marked);
      }
    }),
  samples: [
    {
      text: [
        '[Device Install Log]',
        '     OS Version = 10.0.22631',
        '[BeginLog]',
        '>>>  [Device Install (Hardware initiated) - USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000]',
        '>>>  Section start 2025/05/14 07:08:09.101',
        '     dvi:      Created Driver Node:',
        '     dvi:           InfName      - C:\\Windows\\System32\\DriverStore\\FileRepository\\usbvideo.inf_amd64_0a1b\\usbvideo.inf',
        '!!!  dvi:                Device not started: Device has problem: 0x0a: CM_PROB_FAILED_START.',
        '<<<  Section end 2025/05/14 07:08:11.202',
        '<<<  [Exit status: FAILURE(0x00000490)]',
      ].join('\n'),
      entry: {
        time: '2025-05-14T07:08:11.202',
        fields: { instance: 'USB\\VID_1234&PID_ABCD&MI_00\\6&1&0&0000', kind: 'camera', exit: 'FAILURE', errors: 1 },
      },
    },
  ],
});
