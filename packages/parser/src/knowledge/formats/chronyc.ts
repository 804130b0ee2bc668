import { defineFormat } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { clockContext } from '../wordings/context.ts';

/**
 * A row of `sources`: `^*` is the server that is followed, `Reach` its last answers (octal), the last sample how far the machine is
 * ahead of it.
 */
const source =
  /^([\^=#])([*+\-?x~ ]) ?\S{1,80} {1,60}\d{1,2} {1,8}-?\d{1,2} {1,8}([0-7]{1,3}) {1,12}\S{1,8} {1,8}([+-]\d{1,12})(ns|us|ms|s)\[/gm;
const perSecond: Readonly<Record<string, number>> = { ns: 1e9, us: 1e6, ms: 1e3, s: 1 };

/** `System time : 0.000123 seconds slow of NTP time`: slow means that the machine is behind. */
const systemTime = /^System time\s*:\s*(\d+(?:\.\d+)?) seconds (slow|fast) of NTP time/m;

/**
 * `chronyc -c tracking`: the correction that is due, so that a positive one means that the machine is behind; then the state.
 */
const csv =
  /^[0-9A-F]{8},[^,\n]{0,255},(\d{1,2}),\d{1,12}\.\d{9},([+-]?\d{1,12}\.\d{9}),(?:[+-]?\d{1,12}\.\d{1,9},){8}(Normal|Insert second|Delete second|Not synchronised)[ \t\r]{0,4}$/m;

export default defineFormat({
  id: 'chronyc',
  title: 'chronyc tracking, chronyc sources',
  framing: sections(),
  os: 'linux',
  names: ['chronyc*', '*tracking*.txt'],
  recognise: {
    starts:
      /^(?:506 Cannot talk to daemon|Reference ID\s*:\s*[0-9A-F]{8} \(|MS Name\/IP address {1,40}Stratum Poll Reach|[0-9A-F]{8},[^,\n]{0,255},\d{1,2},\d{1,12}\.\d{9},[+-]?\d{1,12}\.\d{9},(?:[+-]?\d{1,12}\.\d{1,9},){8}(?:Normal|Insert|Delete|Not synchronised))/m,
  },
  context: (entry) => {
    const short = csv.exec(textOf(entry));
    if (short) return clockContext(Number(short[2]) < 0 ? 'ahead' : 'behind');
    const sense = systemTime.exec(textOf(entry))?.[2];
    return clockContext(sense === undefined ? null : sense === 'fast' ? 'ahead' : 'behind');
  },
  derives: ['offset', 'servers', 'answering', 'stratum', 'leap status'],
  /**
   * `offset`: seconds by which the machine is ahead of true time; negative when it is behind. Of `sources`: `servers`, `answering` (how
   * many), and the offset from the one that is followed.
   */
  derive: (entry) => {
    const rows = [...textOf(entry).matchAll(source)];
    if (rows.length > 0) return withSources(entry, rows);
    const short = csv.exec(textOf(entry));
    if (short) return withTracking(entry, short);
    const match = systemTime.exec(textOf(entry));
    if (!match) return entry;
    return withFields(entry, (fields) =>
      addField(fields, 'offset', {
        value: Number(match[1]) * (match[2] === 'slow' ? -1 : 1),
        piece: 0,
        start: match.index,
        end: match.index + match[0].length,
      }),
    );
  },
  samples: [
    {
      text: 'Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 412.250000000 seconds fast of NTP time\nLeap status     : Normal',
      entry: { fields: { offset: 412.25, stratum: 2, 'leap status': 'Normal' } },
    },
    {
      text: 'C000020A,192.0.2.10,2,1771920000.123456789,-412.250000000,0.000006117,0.000029884,12.704,0.002,0.041,0.011804217,0.001093345,1031.6,Normal',
      entry: { fields: { offset: 412.25, stratum: 2, 'leap status': 'Normal' } },
    },
    {
      text: 'MS Name/IP address         Stratum Poll Reach LastRx Last sample               \n===============================================================================\n^* ntp1.example.org              2   6   377    23   -1200us[-1250us] +/-   12ms\n^? ntp2.example.org              0   8     0     -     +0ns[   +0ns] +/-    0ns\n',
      entry: { fields: { servers: 2, answering: 1, offset: -0.0012 } },
    },
  ],
});

function withTracking(entry: Entry, told: RegExpExecArray): Entry {
  const [line, stratum, correction, leap] = told;
  const place = { piece: 0, start: told.index, end: told.index + line.length };
  return withFields(entry, (fields) => {
    addField(fields, 'offset', { value: -Number(correction), ...place });
    addField(fields, 'stratum', { value: Number(stratum), ...place });
    addField(fields, 'leap status', { value: leap!, ...place });
  });
}

function withSources(entry: Entry, rows: readonly RegExpExecArray[]): Entry {
  const followed = rows.find(({ 2: state }) => state === '*');
  return withFields(entry, (fields) => {
    const add = (key: string, value: number, at: RegExpExecArray): void =>
      addField(fields, key, { value, piece: 0, start: at.index, end: at.index + at[0].length - 1 });
    add('servers', rows.length, rows[0]!);
    add('answering', rows.filter(({ 3: reach }) => Number(reach) > 0).length, rows[0]!);
    if (followed) add('offset', Number(followed[4]) / perSecond[followed[5]!]!, followed);
  });
}
