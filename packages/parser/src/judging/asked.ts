/** The time that was asked about: bounds or a moment, placed on the clock of each machine. */
import type { Asked, SourceFindings } from '../model.ts';
import { type Clock, clockOf } from './clock.ts';
import { listPaths } from './coverage.ts';
import type { JudgedMachine } from './machines.ts';

/** A time with or without a zone (`2026-03-06T09:14:00`), or so many milliseconds before the end of the evidence. */
export type Bound = string | { readonly ago: number };

export interface AskedTime {
  readonly since?: Bound | null;
  readonly until?: Bound | null;
  /** A moment, and how many milliseconds before and after it are looked at. Only what held or was seen then decides. */
  readonly at?: { readonly time: Bound; readonly around: number } | null;
  /** ISO 8601 UTC. Spans count back from it and not from the end of the evidence: what is read is still being written. */
  readonly now?: string | null;
  /** The zone of this computer, for times that neither a log nor an option gives one. */
  readonly localZone?: string | null;
}

/** What was asked of one machine. Milliseconds since 1970 UTC; null: open, or not to be placed. */
export interface Window {
  readonly since: number | null;
  readonly until: number | null;
  readonly isMoment: boolean;
  readonly zone: string | null;
  /** Milliseconds of a time as the report states it; null when it has no date. */
  place(text: string | null): number | null;
}

/** Null where no time was asked about. */
export function windowOf({ machine, sources }: JudgedMachine, asked: AskedTime): Window | null {
  const { since = null, until = null, at = null, localZone = null } = asked;
  if (since === null && until === null && at === null) return null;
  const zone = machine.timezone ?? localZone;
  const clock = clockOf({ timezone: zone });
  const end = clock.parse(asked.now ?? null) ?? endOf(sources, clock);
  const place = (bound: Bound | null): number | null => {
    if (bound === null || typeof bound === 'string') return clock.parse(bound);
    return end === null ? null : end - bound.ago;
  };
  const moment = at === null ? null : place(at.time);
  const around = at?.around ?? 0;
  const from = at === null ? place(since) : moment && moment - around;
  const to = at === null ? place(until) : moment && moment + around;
  return {
    since: from,
    until: to,
    isMoment: at !== null,
    zone,
    place: (text) => clock.parse(text, from ?? to),
  };
}

/** The latest time that any source states with a year; a collector tells when it took what it found. */
function endOf(sources: readonly SourceFindings[], clock: Clock): number | null {
  const ends = sources.flatMap(({ first, last, machine }) =>
    [(last ?? first)?.text ?? null, machine.collected].flatMap((text) => clock.parse(text) ?? []),
  );
  return ends.length === 0 ? null : Math.max(...ends);
}

/** Milliseconds from 1970 to the last moment that a date can hold (ECMA-262); a span may be as long as anyone asks. */
const farthest = 8.64e15;

/** The bounds as they were placed, and the sources that cover any of the time between them. */
export function tellWindow({ machine, sources }: JudgedMachine, window: Window): Asked {
  const iso = (ms: number | null): string | null =>
    ms === null ? null : new Date(Math.min(Math.max(ms, -farthest), farthest)).toISOString();
  return {
    machine: machine.id,
    since: iso(window.since),
    until: iso(window.until),
    zone: window.zone,
    isZoneAssumed: machine.timezone === null,
    ...listPaths(sources.filter((source) => covers(source, window))),
  };
}

function covers({ state, first, last }: SourceFindings, window: Window): boolean {
  if (state !== 'read') return false;
  const [from, to] = [window.place((first ?? last)?.text ?? null), window.place((last ?? first)?.text ?? null)];
  return from !== null && to !== null && meets(window, from, to);
}

/** Whether a span has any part in the window. */
export const meets = ({ since, until }: Pick<Window, 'since' | 'until'>, from: number, to: number): boolean =>
  (since === null || to >= since) && (until === null || from <= until);
