import { defineFormat } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, remember, withFields, withTime } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readClock } from '../../reading/grammar/stamps.ts';
import { gap, ids, lastToken, token } from '../../reading/grammar/tokens.ts';
import { onDay, timeOfDay } from '../../reading/time.ts';
import { partOf } from '../wordings/zoom-part.ts';

const isStart = (entry: Entry): boolean => entry.pieces[0]!.text.includes('[Main] start, ');

/** Process id of `[10284:6264 ]`: the runs of several installers interleave in one file. */
const runOf = (entry: Entry): string | null => /^\[(\d+):/.exec(entry.pieces[0]!.text)?.[1] ?? null;

/** Lines that tell how a run went. Everything else of a run is noise, ERROR lines of healthy runs included. */
const links = ['[Main] start', '[Main] stop', '_COMPLETE, ', '[ErrorOccur]'];

/** `[2025/4/4-13:29:920]`: year/month/day, then hour and minute; the seconds are missing before version 6.3. */
const stamp = /current time: \[(\d{4})\/(\d{1,2})\/(\d{1,2})-/;

/** `YYYY-MM-DD` that a line states itself. */
function dayOf(entry: Entry): string | null {
  const [, year, month, day] = stamp.exec(entry.pieces[0]!.text) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

/** Where a run says something for the last time, and its groups. */
function lastOf({ pieces }: Entry, pattern: RegExp) {
  for (const [piece, { text }] of [...pieces.entries()].reverse()) {
    const match = pattern.exec(text);
    if (match) return { piece, start: match.index, end: match.index + match[0].length, groups: match.slice(1) };
  }
  return null;
}

/** `[  INFO ]` centred to seven. */
const boxedLevel = token(/\[ *[A-Z]+ *\]/);
const boxedClock = lastToken(/\[\d{1,2}:\d{2}:\d{2}\.\d{1,3}\] ?/);

const head = defineHead({
  begins: /^\[\d+:\d+ *\] \[/,
  tokens: [ids, gap, boxedLevel, boxedClock],
  reach: 1,
  rule: ({ consume, action }) => {
    const process = consume(ids);
    consume(gap);
    const level = consume(boxedLevel);
    consume(gap, 1);
    const clock = consume(boxedClock);
    return action(() => ({
      time: timeOfDay(readClock(clock.image.slice(1), true)),
      level: level.image.slice(1, -1).trim(),
      process: process.image.slice(1, -1).trim(),
    }));
  },
});

export default defineFormat({
  id: 'zoom-installer',
  title: 'Zoom installer log of Windows',
  isZooms: true,
  framing: lines,
  head,
  os: 'windows',
  names: ['installer.txt'],
  recognise: { heads: true },
  /** A line that states a date is of that date; the others are of the last one stated, or of the day after. */
  prepare: (entry) => {
    const day = dayOf(entry);
    const clock = /^\[[^\]]*\] \[[^\]]*\] \[(\d{1,2}):(\d\d):(\d\d)\.(\d{1,3})\]/.exec(entry.pieces[0]!.text);
    if (day === null || !clock) return entry;
    const [, hour, minute, second, milliseconds = ''] = clock;
    const time = timeOfDay({
      hour: Number(hour),
      minute: Number(minute),
      second: Number(second),
      digits: milliseconds.padStart(3, '0'),
    });
    return withTime(entry, onDay(time, day, null));
  },
  chain: {
    has: links,
    by: (entry) => (links.some((link) => entry.pieces[0]!.text.includes(link)) ? runOf(entry) : null),
    begins: isStart,
    ends: (entry) => entry.pieces[0]!.text.includes('[Main] stop'),
  },
  carries: [
    {
      has: 'current time: [',
      read: (entry, carry) => {
        const { text } = entry.pieces[0]!;
        const day = dayOf(entry);
        if (day === null) return;
        carry.day = day;
        const [, hour = '0', minute = '0', second = '0'] = /\[(\d{1,2}):(\d\d):(\d\d)\./.exec(text) ?? [];
        carry.clock = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000;
        if (isStart(entry)) carry.launch++;
        const version = /version: \[([\d.]+)\]/.exec(text)?.[1];
        if (version) remember(carry.zoomVersions, version);
      },
    },
  ],
  derives: ['completed', 'outcome', 'part'],
  /**
   * `outcome` of a run: `well` or `badly` by its own COMPLETE message and return code, `unknown` when it says neither.
   * `completed`: whether it installed or removed anything, and is no mere helper. `part`: the client, of all of Zoom's products.
   */
  derive: (entry) => {
    const completed = lastOf(entry, /WM_INSTALLER_(?:UN)?INSTALL_COMPLETE, ret ?= ?(-?\d+) .{0,200}?success=(\d)/);
    const returned = lastOf(entry, /return code: \[(-?\d+)\]/);
    const isBad =
      (completed && (completed.groups[0] !== '0' || completed.groups[1] !== '1')) ||
      (returned && returned.groups[0] !== '0');
    const outcome = isBad ? 'badly' : completed || returned ? 'well' : 'unknown';
    const proof = completed ?? returned ?? { piece: 0, start: 0, end: 0 };
    return withFields(entry, (fields) => {
      const codes = fields.get('code') ?? [];
      const status = completed?.groups[0] ?? returned?.groups[0];
      const stated = codes.find(({ value }) => String(value) === status) ?? codes.at(-1);
      if (isBad && stated) fields.set('code', [stated]);
      const { piece, start, end } = proof;
      addField(fields, 'completed', { value: completed ? 'yes' : 'no', piece, start, end });
      addField(fields, 'outcome', { value: outcome, piece, start, end });
      addField(fields, 'part', { value: partOf(''), piece, start, end });
    });
  },
  samples: [
    {
      text: '[77:4410 ] [  INFO ] [9:05:07.8] C:\\build\\NoMSIInstaller\\Installer.cpp(97)::[Main] start, current time: [2024/11/3-9:5:7:8], version: [6.2.5.48876]',
      entry: { time: '2024-11-03T09:05:07.008', level: 'INFO' },
    },
    {
      text: '[77:4410 ] [ ERROR ] [09:05:09.58] .\\ZoomInstallError.cpp(48)::[ErrorOccur] Code:10003 ctx:6 MSG:Failed to pass security check System Error Code:2 Ref str:mcm.dll',
      entry: { time: 'T09:05:09.058', level: 'ERROR', fields: { code: '10003', 'system error code': 2 } },
    },
  ],
});
