import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields, withTime } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { isoTime } from '../../reading/time.ts';
import { clockContext } from '../wordings/context.ts';
import { houseDifference, kindOfTimeServer } from '../wordings/time-server.ts';

/** `-0.016695 +/- 0.007931 time.example.com 192.0.2.123`, behind the date with the sntp of NTP itself. */
const measured =
  /^(?:(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{1,9}) \(([+-]\d{4})\) )?([+-]\d{1,12}\.\d{1,9}) \+\/- (\d{1,12}\.\d{1,9})(?=[ \t\r]|$)(?: ([^\s]{1,255})(?: ([\da-f.:]{2,60}))?)?[^\n]{0,200}$/gm;

/** What `sntp -d` prints of one exchange, before the line that sums all up. */
const exchanged =
  /^sntp_exchange \{\r?\n[ \t]{0,16}result: 0 \(Success\)(?:\r?\n(?!\}|[ \t]{0,16}offset:)[^\n]{0,120}){0,14}\r?\n[ \t]{0,16}(offset: [\dA-F.]{16,40} \(([+-]?\d{1,12}\.\d{1,9})\))(?:\r?\n(?!\}|[ \t]{0,16}error:)[^\n]{0,120}){0,4}\r?\n[ \t]{0,16}error: [\dA-F.]{16,40} \((\d{1,12}\.\d{1,9})\)(?:[ \t\r]{0,8}\n[ \t]{0,16}addr: ([\da-f.:]{2,60}))?/gm;

/** Of several servers' answers, the one that is known best; of what only keeps a clock for itself, none. */
function bestOf(text: string) {
  const summed = [...text.matchAll(measured)].map((match) => ({
    seconds: Number(match[3]),
    error: Number(match[4]),
    date: match[1],
    zone: match[2],
    start: match.index + match[0].indexOf(match[3]!),
    length: `${match[3]} +/- ${match[4]}`.length,
    server: kindOfTimeServer(match[5] ?? null, match[6] ?? null),
  }));
  const single = [...text.matchAll(exchanged)].map((match) => ({
    seconds: Number(match[2]),
    error: Number(match[3]),
    date: undefined,
    zone: undefined,
    start: match.index + match[0].indexOf(match[1]!),
    length: match[1]!.length,
    server: kindOfTimeServer(null, match[4] ?? null),
  }));
  const all = (summed.length > 0 ? summed : single).filter(({ server }) => server !== 'device');
  const kept = all.filter(({ server }) => server === 'other');
  return (kept.length > 0 ? kept : all).sort((a, b) => a.error - b.error)[0] ?? null;
}

export default defineFormat({
  id: 'sntp',
  title: 'sntp: the offset of the clock, measured',
  framing: sections({ begins: () => false }),
  names: ['*sntp*'],
  recognise: {
    starts: new RegExp(
      `${measured.source}|^sntp: (?:Exchange failed|Clock select failed|[^\\n]{1,100}imeout)|^sntp_exchange \\{|^sntp \\d\\.\\d\\.\\d`,
      'm',
    ),
  },
  prepare: (entry) => {
    const { date, zone } = bestOf(textOf(entry)) ?? {};
    return date && zone ? withTime(entry, isoTime(`${date}${zone}`, 'local')) : entry;
  },
  /** The offset is what the clock is short of the server's. */
  context: (entry) => {
    const seconds = bestOf(textOf(entry))?.seconds ?? 0;
    return clockContext(seconds > 0 ? 'behind' : seconds < 0 ? 'ahead' : null);
  },
  derives: ['offset', 'house_offset', 'uncertainty'],
  /** `offset`: seconds that the clock is short of the server's; `house_offset`: far from a clock in the house, which may be wrong itself; `uncertainty`: by how much that may be wrong. */
  derive: (entry) => {
    const best = bestOf(textOf(entry));
    if (!best) return entry;
    const place = { piece: 0, start: best.start, end: best.start + best.length };
    return withFields(entry, (fields) => {
      const isFar = best.server === 'house' && Math.abs(best.seconds) >= houseDifference;
      addField(fields, isFar ? 'house_offset' : 'offset', { value: best.seconds, ...place });
      addField(fields, 'uncertainty', { value: best.error, ...place });
    });
  },
  samples: [
    {
      text: 'sntp: Exchange failed: Timeout\n+412.250000 +/- 0.014937 time.example.com 192.0.2.123',
      entry: { fields: { offset: 412.25, uncertainty: 0.014937 } },
    },
    {
      text: '2026-05-06 07:08:09.123456 (+0200) -0.016695 +/- 0.007931 time.example.com 192.0.2.123 s2 no-leap',
      entry: { time: '2026-05-06T07:08:09.123456+02:00', fields: { offset: -0.016695 } },
    },
    {
      text: 'sntp_exchange {\n        result: 0 (Success)\n        header: 24 (li:0 vn:4 mode:4)\n        offset: 0000000000000000.41893800000000 (0.256000000)\n         delay: 0000000000000000.003047A000000000 (0.000736691)\n         error: 0000000000000000.01CE000000000000 (0.007049561)\n          addr: 192.0.2.123\n}',
      entry: { fields: { offset: 0.256, uncertainty: 0.007049561 } },
    },
    { text: 'sntp: Exchange failed: Timeout\nsntp: Clock select failed: No usable answer', entry: { time: null } },
  ],
});
