import { defineFormat } from '../../define.ts';
import type { Field } from '../../model.ts';
import { addField, makeEntry, remember, textOf } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { stampInName } from '../../reading/time.ts';
import { zoomLogFolder } from '../zoom-identity.ts';

const { raw } = String;

/** `zoom_memlog_9120_20250807-132040.log.zenc`, and with a user, a counter, a reason and a system; whoever collects it may put a name before. */
const log = raw`zoom_(?:[a-z]{1,16}_){0,3}memlog_(?:[^\\/\r\n]{0,160}_)?\d{8}-\d{6}(?:_\w{0,80})?\.log(?:\.(?:zenc|zip|gz|\d{1,2})){0,2}`;
/** `crash_5.17.5.2543_host_2024-0611-181500.dmp`: the shape is Zoom's alone. */
const dump = raw`crash_\d{1,3}(?:\.\d{1,6}){2,3}_(?:[^\\/\r\n]{0,80}_)?\d{4}-\d{4}-\d{6}\.dmp`;

const path = new RegExp(
  raw`(?:(?:^|[\\/])(?:[^\\/\r\n]{0,60}[^\\/\r\na-z])?(?:${log}|${dump})|(?:^|[\\/])${zoomLogFolder}[^\\/\r\n]{1,200}\.dmp)$`,
  'i',
);

const stamp = /(?<=_)\d{8}-\d{6}(?=[_.])|(?<=_)\d{4}-\d{4}-\d{6}(?=\.dmp$)/i;
/** What may follow the stamp of a log: a counter, what made the client write it, the system. */
const tail = /_\d{8}-\d{6}_(\d{1,4})_([A-Za-z]{1,60})_(?:([a-z]{1,12})_)?\.log/di;
const version = /crash_(\d{1,3}(?:\.\d{1,6}){2,3})_/i;

/**
 * The name of a log or a dump that nobody here can read: it dates what the client wrote, and explains nothing. Its time has
 * no zone; the times of the file are those of whoever copied it.
 */
export default defineFormat({
  id: 'zoom-envelope',
  title: "The name of one of Zoom's logs or dumps whose content cannot be read (encrypted, binary or empty)",
  isZooms: true,
  framing: lines,
  names: [],
  recognise: { path },
  derives: ['kind', 'stamp', 'counter', 'reason', 'system', 'version'],
  derive: (entry, carry) => {
    if (textOf(entry) !== carry.path || !path.test(carry.path)) return null;
    const name = textOf(entry).split(/[\\/]/).at(-1)!;
    const told = toldBy(name);
    const made = told.get('version')?.[0]?.value;
    if (made !== undefined) remember(carry.zoomVersions, String(made));
    const dated = told.get('stamp')?.[0]?.value;
    return makeEntry(
      {
        format: entry.format,
        pieces: [{ line: entry.pieces[0]!.line, text: name }],
        time: dated === undefined ? null : stampInName(String(dated)),
        level: null,
        messageStart: 0,
      },
      () => told,
    );
  },
  samples: [
    {
      text: 'C:\\Users\\user\\AppData\\Roaming\\Zoom\\logs\\zoom_memlog_9120_20250807-132040.log.zenc',
      entry: {
        time: '2025-08-07T13:20:40',
        message: 'zoom_memlog_9120_20250807-132040.log.zenc',
        fields: { kind: 'log', stamp: '20250807-132040' },
      },
    },
    {
      text: 'bundle.zip!/logs/zoom_memlog_0e0f0000-0000-4000-8000-0000000000a1_QQQQQQQQQQQQQQQQQQQQQQ_20250807-132040_02_JoinMeetingFail_win_.log.zenc',
      entry: {
        time: '2025-08-07T13:20:40',
        fields: { kind: 'log', counter: '02', reason: 'JoinMeetingFail', system: 'win' },
      },
    },
    {
      text: '/home/user/.zoom/logs/crash_5.17.5.2543_desk-7_2024-0611-181500.dmp',
      entry: { time: '2024-06-11T18:15:00', fields: { kind: 'dump', version: '5.17.5.2543' } },
    },
    {
      text: 'Zoom\\logs\\0c1d\\crashdump.dmp',
      entry: { time: null, message: 'crashdump.dmp', fields: { kind: 'dump' } },
    },
  ],
});

/** What a name tells, each value where it is; the kind is where the stamp is, or else the ending. */
function toldBy(name: string): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  const add = (key: string, value: string | undefined, start: number, end: number): void => {
    if (value !== undefined) addField(fields, key, { value, piece: 0, start, end });
  };
  const dated = stamp.exec(name);
  const [start, end] = dated ? [dated.index, dated.index + dated[0].length] : [name.lastIndexOf('.'), name.length];
  add('kind', /\.dmp$/i.test(name) ? 'dump' : 'log', start, end);
  if (dated) add('stamp', dated[0], start, end);
  const after = tail.exec(name);
  for (const [at, key] of ['counter', 'reason', 'system'].entries())
    add(key, after?.[at + 1], ...(after?.indices?.[at + 1] ?? [0, 0]));
  const made = version.exec(name);
  if (made) add('version', made[1], made.index + 'crash_'.length, made.index + 'crash_'.length + made[1]!.length);
  return fields;
}
