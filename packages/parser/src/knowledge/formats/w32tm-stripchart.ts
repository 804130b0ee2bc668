import { defineFormat } from '../../define.ts';
import type { Time } from '../../model.ts';
import { addField, textOf, withFields, withTime } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { epochTime, shownTime } from '../../reading/time.ts';
import { clockContext } from '../wordings/context.ts';
import { houseDifference, kindOfTimeServer } from '../wordings/time-server.ts';

/** `10:20:00 d:+00.0301s o:-00.0123s [ * | ]`, with /dataonly `10:20:00, -00.0123s`; commas and full-width colons in some locales. */
const sample =
  /^[ \t]{0,8}\d{1,2}[:：]\d\d[:：]\d\d(?:,[ \t]{0,8}|[ \t]{1,8}d[:：][ \t]{0,8}[+-]?\d{1,12}[.,]\d{1,9}s[ \t]{1,8}o[:：][ \t]{0,8})([+-]?\d{1,12}[.,]\d{1,9})s(?=\s|$)/gm;

/** `/rdtsc`: two counters, the time as a FILETIME, the delay, and the offset as above; some versions name the unit. */
const counted =
  /^[ \t]{0,8}\d{1,20}, {0,4}\d{1,20}, {0,4}(\d{18}), {0,4}[+-]?\d{1,12}[.,]\d{1,9}s?, {0,4}([+-]?\d{1,12}[.,]\d{1,9})s?(?=\s|$)/gm;

/** `/monitor`: `    NTP: +0.0123456s offset from local clock`, of each server; where a domain is asked, from its first controller. */
const monitored = /^[ \t]{2,12}NTP[:：] {0,2}([+-]?\d{1,12}[.,]\d{1,9})s[ \t]([^\n.]{1,80})$/gm;
const ofController = /\*\*\* PDC \*\*\*/;

/** Milliseconds from 1601, where a FILETIME begins, to 1970. */
const from1601 = 11_644_473_600_000;

/** `10:20:02 error: 0x800705B4`: the word is localised, the code is not. */
const unanswered = /^[ \t]{0,8}\d{1,2}[:：]\d\d[:：]\d\d,?[ \t][^\d\n]{1,40}(0x[\dA-F]{8})[ \t\r]{0,8}$/gim;

interface Sample {
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
}

const placed = (line: string, seconds: string, index: number): Sample => {
  const start = index + line.lastIndexOf(seconds);
  return { seconds: Number(seconds.replace(',', '.')), start, end: index + line.length };
};

const samplesOf = (text: string): Sample[] => [
  ...Array.from(text.matchAll(sample), ({ 0: line, 1: seconds, index }) => placed(line, seconds!, index)),
  ...(ofController.test(text)
    ? []
    : Array.from(text.matchAll(monitored), ({ 0: line, 1: seconds, index }) => placed(line, seconds!, index))),
  ...Array.from(text.matchAll(counted), ({ 0: line, 2: seconds, index }) => placed(line, seconds!, index)),
];

/** `Tracking time.example.com [192.0.2.123:123].`, in any language: whom the samples are of. */
const tracked =
  /(?:^|[\s“"'「])([\w.:-]{1,255})(?:[^\S\n]|[^\x00-\x7f]){0,4}[^\n[\]]{0,80}\[([\da-f.:%]{2,60}):123\]/im;

function serverOf(text: string): 'device' | 'house' | 'other' {
  const [line = '', , address] = tracked.exec(text) ?? [];
  const name =
    /[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?<=^Tracking )[\w-]{1,63}|^[\w-]{1,63}(?= (?:wird|est|se))/.exec(
      line.trim(),
    )?.[0] ?? null;
  return kindOfTimeServer(name, address ?? null);
}

/** When the last of the counted samples was taken. */
function countedTime(text: string): Time | null {
  const ticks = [...text.matchAll(counted)].at(-1)?.[1];
  return ticks === undefined ? null : epochTime(Number(BigInt(ticks) / 10_000n) - from1601);
}

export default defineFormat({
  id: 'w32tm-stripchart',
  title: 'w32tm /stripchart and /monitor: the offset of the Windows clock, measured',
  framing: sections(),
  os: 'windows',
  names: ['*stripchart*', 'w32tm*monitor*'],
  recognise: {
    starts:
      /^RdtscStart, ?RdtscEnd, ?FileTime,|^[ \t]{0,8}\d{1,20}, {0,4}\d{1,20}, {0,4}\d{18}, {0,4}[+-]?\d{1,12}[.,]\d{1,9}s?, {0,4}[+-]?\d|^[^\n]{1,200}\[[\da-f.:%]{2,60}:123\][^\n]{0,5}$|^[ \t]{0,8}\d{1,2}[:：]\d\d[:：]\d\d(?:, [+-]\d+[.,]\d+s[ \t\r]{0,8}$|[ \t]{1,8}d[:：][ \t]{0,8}[+-]?\d+[.,]\d+s[ \t]{1,8}o[:：])|^[ \t]{2,12}NTP[:：] {0,2}[+-]\d{1,12}[.,]\d{1,9}s[ \t]/im,
  },
  /** The line before the samples tells the date, by the clock that is measured. */
  prepare: (entry) => {
    const dates = textOf(entry).matchAll(
      /((?:\d{1,4}[./-] ?){2}\d{4}[^\n]{1,24}?|\d{4}(?:[./-] ?\d{1,2}){2}[^\n]{1,24}?)[.。]?[ \t\r]{0,8}$/gm,
    );
    const time = Array.from(dates, ([, shown]) => shownTime(shown!, null)).find((one) => one !== null);
    const told = time ?? countedTime(textOf(entry));
    return told ? withTime(entry, told) : entry;
  },
  /** The offset is what the clock is short of the server's. */
  context: (entry) => {
    const first = samplesOf(textOf(entry))[0]?.seconds ?? 0;
    return clockContext(first > 0 ? 'behind' : first < 0 ? 'ahead' : null);
  },
  derives: ['error', 'offset', 'house_offset', 'samples', 'spread'],
  /**
   * `samples`: answers; `offset`: their median, in seconds, as w32tm states it (what the clock is short of the server's);
   * `house_offset`: the same where it is far from a clock in the house, which may be wrong itself;
   * `spread`: seconds between the least and the greatest; `error`: the code of a question without an answer.
   */
  derive: (entry) => {
    const { text } = entry.pieces[0]!;
    const sorted = samplesOf(text).sort((a, b) => a.seconds - b.seconds);
    const errors = [...text.matchAll(unanswered)];
    return withFields(entry, (fields) => {
      for (const { 0: line, 1: code, index } of errors)
        addField(fields, 'error', { value: code!, piece: 0, start: index, end: index + line.length });
      const median = sorted[(sorted.length - 1) >> 1];
      const server = serverOf(text);
      if (!median || server === 'device') return;
      const place = { piece: 0, start: median.start, end: median.end };
      const isFar = server === 'house' && Math.abs(median.seconds) >= houseDifference;
      addField(fields, isFar ? 'house_offset' : 'offset', { value: median.seconds, ...place });
      addField(fields, 'samples', { value: sorted.length, ...place });
      addField(fields, 'spread', { value: sorted.at(-1)!.seconds - sorted[0]!.seconds, ...place });
    });
  },
  samples: [
    {
      text: 'Tracking ntp.example.com [192.0.2.123:123].\nThe current time is 5/6/2025 8:09:10 AM.\n08:09:10 d:+00.0210000s o:+00.2500000s  [                  *                  ]\n08:09:12 error: 0x800705B4\n08:09:14 d:+00.0220000s o:+00.5000000s  [                  |*                 ]\n08:09:16 d:+00.0200000s o:+00.7500000s  [                  | *                ]',
      entry: { fields: { offset: 0.5, samples: 3, spread: 0.5, error: '0x800705B4' } },
    },
    {
      text: 'ntp.example.com wird verfolgt [192.0.2.123:123].\n2 Proben werden gesammelt.\nEs ist 06.05.2025 08:09:10.\n08:09:10, -412,5000000s\n08:09:12, -412,2500000s',
      entry: { time: '2025-05-06T08:09:10', fields: { offset: -412.5, samples: 2, spread: 0.25 } },
    },
    {
      text: 'ntp1.example.com[192.0.2.123:123]:\n    ICMP: 4ms delay\n    NTP: -412.5000000s offset from local clock\n        RefID: 192.0.2.1\n        Stratum: 3\nntp2.example.com[192.0.2.124:123]:\n    ICMP: 5ms delay\n    NTP: -412.2500000s offset from local clock\n        RefID: 192.0.2.1\n        Stratum: 2',
      entry: { fields: { offset: -412.5, samples: 2, spread: 0.25 } },
    },
    {
      text: '08：09：10 d：+00.0210000s o：+07.2500000s  [                  |                  *]',
      entry: { fields: { offset: 7.25, samples: 1 } },
    },
    {
      text: 'RdtscStart, RdtscEnd, FileTime, RoundtripDelay, NtpOffset\n9000000001000, 9000000091000, 133910033500000000, +00.0123456, -412.2500000\n9000005001000, 9000005091000, 133910033520000000, +00.0123456, -412.5000000\n9000009001000, 9000009091000, 133910033540000000, +00.0123456s, -412.7500000s',
      entry: { time: '2025-05-06T11:09:14.000Z', fields: { offset: -412.5, samples: 3, spread: 0.5 } },
    },
  ],
});
