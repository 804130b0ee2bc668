/** The closed words of a report as people read them, in the terminal and in the editor alike. */
import type { Fact } from '../define.ts';
import { fixById } from '../knowledge/fixes/index.ts';
import type { FixStep, Layout, Os, TimeBasis, VerdictState, Who } from '../model.ts';

export const osNames: Readonly<Record<Os, string>> = { windows: 'Windows', macos: 'macOS', linux: 'Linux' };

export const layoutNames: Readonly<Record<Layout, string>> = {
  captured: 'seen in real logs',
  documented: 'known from documents, not yet seen in a real log',
  constructed: 'expected, not yet seen in a real log',
};

export const effectNames: Readonly<Record<Fact['effect'], string>> = {
  'rules-out': 'rules out a cause',
  ends: 'ends a failure',
  benign: 'benign',
};

export const whoNames: Readonly<Record<Who, string>> = {
  user: 'the user',
  'local-admin': 'a local administrator',
  'network-team': 'the network team',
  'device-management': 'device management',
  'zoom-admin': 'the Zoom administrator',
  zoom: 'Zoom',
};

export const verdictNames: Readonly<Record<VerdictState, string>> = {
  confirmed: 'confirmed',
  suspected: 'suspected',
  'ruled-out': 'ruled out',
  'not-assessable': 'not assessable',
};

/** `3,239`. Intl.NumberFormat takes 8 ms to load, which `explain` feels. */
export const formatCount = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `1 source`, `3,239 lines`. */
export const counted = (value: number, noun: string, plural = `${noun}s`): string =>
  `${formatCount(value)} ${value === 1 ? noun : plural}`;

/** A time of a log for people: no `T`, no zone, no fraction of a second. See `Time` for what comes in. */
function formatTime(time: string): string {
  const sinceBoot = /^PT(\d+)/.exec(time);
  if (sinceBoot) return `${formatCount(Number(sinceBoot[1]))} s`;
  const parts = /^(?:--)?([\d-]*)T?([\d:]*)/.exec(time)!;
  return [parts[1], parts[2]].filter((part) => part).join(' ');
}

/** `2026-03-06 09:14:31 to 09:20:02`: the second day is left out when it is the first one's. */
export function formatSpan(first: string, last: string): string {
  const from = formatTime(first);
  const to = formatTime(last);
  if (from === to) return from;
  const day = from.slice(0, from.indexOf(' ') + 1);
  return `${from} to ${day.includes('-') && to.startsWith(day) ? to.slice(day.length) : to}`;
}

/** The same with what the times are: `(local, no zone)`. `timezone` is the machine's, null when unknown. */
export function formatRange(first: string, last: string, basis: TimeBasis, timezone: string | null): string {
  const note = basisNote(first, basis, timezone);
  return formatSpan(first, last) + (note ? ` (${note})` : '');
}

function basisNote(time: string, basis: TimeBasis, timezone: string | null): string {
  const zone = timezone ?? 'no zone';
  switch (basis) {
    case 'utc':
      return 'UTC';
    case 'offset':
      return /[+-]\d\d:?\d\d$/.exec(time)?.[0] ?? '';
    case 'local':
      return `local, ${zone}`;
    case 'no-year':
      return `local, ${zone}, no year`;
    case 'time-only':
      return `local, ${zone}, no date`;
    case 'boot':
      return 'since boot';
    case 'none':
      return '';
  }
}

/**
 * What a person must know before taking a step. A step with nothing to undo changes nothing: the gates ensure that.
 * The report only says that a step is destructive; in what way is in its declaration.
 */
export const cautionsOf = ({
  id,
  destructive,
  undo,
  who,
  restart,
}: Pick<FixStep, 'id' | 'destructive' | 'undo' | 'who' | 'restart'>): readonly string[] =>
  [
    destructive ? (fixById(id)?.harm ?? 'destructive') : undo === null ? 'read-only' : 'reversible',
    who === 'user' ? '' : `for ${whoNames[who]}`,
    restart ? 'needs a restart' : '',
  ].filter((caution) => caution !== '');
