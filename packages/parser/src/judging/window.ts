/** Which moments can be compared, and whether two sightings fall into one window. */
import type { Attempt, Time } from '../model.ts';
import { zoneOffset } from '../reading/time.ts';

/** A cause is looked for this long before its symptom, and a moment after it (both are written when they end). */
const before = 60_000;
const after = 5_000;

const yearStart = (ms: number): number => Date.UTC(new Date(ms).getUTCFullYear(), 0, 1);

/** Milliseconds since the start of the leap year that no-year times count in. */
function withinYear(ms: number): number {
  const date = new Date(ms);
  return ms - yearStart(ms) + (date.getUTCMonth() > 1 && !isLeap(date.getUTCFullYear()) ? 86_400_000 : 0);
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Offset of a zone east of UTC at a moment, in milliseconds; null for a zone nobody knows. `zone`: `+01:00` or an IANA name. */
function offsetAt(zone: string, ms: number): number | null {
  const fixed = zoneOffset(zone);
  if (fixed !== null) return fixed;
  if (zone === 'UTC' || zone === 'Z') return 0;
  const name = formatOf(zone)
    ?.formatToParts(ms)
    .find(({ type }) => type === 'timeZoneName')?.value;
  if (name === undefined) return null;
  return name === 'GMT' ? 0 : zoneOffset(name.replace('GMT', ''));
}

/** Formats are dear to make, and a scan compares many times in one zone. */
const formatsByZone = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatsByZone.get(zone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    // no such zone
  }
  formatsByZone.set(zone, format);
  return format;
}

/** Milliseconds since 1970 UTC; null when the time has no date or no zone. */
export function absoluteMs(time: Time, zone: string | null): number | null {
  if (time.basis === 'utc' || time.basis === 'offset') return time.ms;
  if (time.basis !== 'local' || zone === null) return null;
  const offset = offsetAt(zone, time.ms);
  return offset === null ? null : time.ms - offset;
}

/** `a − b` in milliseconds, or null when the two have no common clock. `zone` is the machine's, if known. */
export function difference(a: Time, b: Time, zone: string | null, sameSource: boolean): number | null {
  if (a.basis === b.basis && (a.basis === 'local' || a.basis === 'no-year' || a.basis === 'boot')) return a.ms - b.ms;
  if (a.basis === 'time-only' || b.basis === 'time-only') return sameSource && a.basis === b.basis ? a.ms - b.ms : null;
  const [left, right] = [absoluteMs(a, zone), absoluteMs(b, zone)];
  if (left !== null && right !== null) return left - right;
  // Both local, one without its year: the other's year is the only one that can be meant.
  if (a.basis === 'no-year' && b.basis === 'local') return a.ms - withinYear(b.ms);
  if (a.basis === 'local' && b.basis === 'no-year') return withinYear(a.ms) - b.ms;
  return null;
}

/** Local time is at most so far from UTC, whatever the zone (UTC+14, UTC−12). */
const widestZone = 14 * 3_600_000;

/** True when two dated times cannot meet in any zone. */
function areFarApart(a: Time, b: Time): boolean {
  const isDated = ({ basis }: Time): boolean => basis === 'local' || basis === 'utc' || basis === 'offset';
  return isDated(a) && isDated(b) && Math.abs(a.ms - b.ms) > widestZone + before;
}

/** joined: in one window by a common clock or the log's own order. loose: nothing speaks against it, no clock tells. */
export type Join = 'joined' | 'loose' | 'apart';

export interface Sighting {
  readonly path: string;
  readonly attempt: Attempt;
}

/** Whether a cause can have led to a symptom, by when and where both were seen. */
export function joinSightings(cause: Sighting, symptom: Sighting, zone: string | null): Join {
  const sameSource = cause.path === symptom.path;
  const [c, s] = [cause.attempt, symptom.attempt];
  const early = s.first.time && c.last.time ? difference(c.last.time, s.first.time, zone, sameSource) : null;
  const late = s.last.time && c.first.time ? difference(c.first.time, s.last.time, zone, sameSource) : null;
  if (early !== null && late !== null) return early >= -before && late <= after ? 'joined' : 'apart';
  if (sameSource) return c.launch === s.launch ? 'joined' : 'apart';
  const isFar = s.first.time && c.last.time && areFarApart(c.last.time, s.first.time);
  return isFar && s.last.time && c.first.time && areFarApart(c.first.time, s.last.time) ? 'apart' : 'loose';
}

/** Whether a state holds at a symptom: always when it has no time, else when it was seen then or later. */
export function joinStanding(state: Sighting, symptom: Sighting, zone: string | null): Join {
  const [c, s] = [state.attempt.last.time, symptom.attempt.first.time];
  if (c === null || s === null) return 'joined';
  const gap = difference(c, s, zone, state.path === symptom.path);
  if (gap !== null) return gap >= -before ? 'joined' : 'apart';
  return areFarApart(c, s) && c.ms < s.ms ? 'apart' : 'joined';
}

/** Whether a change held at a symptom: when it was made before it, or nobody can tell. */
export function joinLasting(change: Sighting, symptom: Sighting, zone: string | null): Join {
  const [c, s] = [change.attempt.first.time, symptom.attempt.last.time];
  if (c === null || s === null) return 'loose';
  const gap = difference(c, s, zone, change.path === symptom.path);
  if (gap !== null) return gap <= after ? 'joined' : 'apart';
  return areFarApart(c, s) && c.ms > s.ms ? 'apart' : 'loose';
}

/** True when something is known to have been seen after one sighting and not after another. */
export function liesBetween(between: Sighting, earlier: Sighting, later: Sighting, zone: string | null): boolean {
  const [b, e, l] = [between.attempt.last.time, earlier.attempt.first.time, later.attempt.last.time];
  const behind = b && e ? difference(b, e, zone, between.path === earlier.path) : null;
  const ahead = b && l ? difference(l, b, zone, between.path === later.path) : null;
  return behind !== null && behind > 0 && (ahead === null || ahead >= 0);
}

/** True when `later` is known to come after `earlier`. */
export function comesAfter(later: Sighting, earlier: Sighting, zone: string | null): boolean {
  const sameSource = later.path === earlier.path;
  const [l, e] = [later.attempt.last, earlier.attempt.last];
  const gap = l.time && e.time ? difference(l.time, e.time, zone, sameSource) : null;
  if (gap !== null && gap !== 0) return gap > 0;
  return sameSource && l.line > e.line;
}
