/** Whether two sightings fall into one window, by the clock of their machine. */
import type { Attempt, Finding, SourceFindings, Time } from '../model.ts';
import type { Clock } from './clock.ts';

/** A cause is looked for this long before its symptom, and a moment after it (both are written when they end). */
const before = 60_000;
const after = 5_000;

/** How far before and after a symptom a cause is looked for, in milliseconds. */
export interface Reach {
  readonly before: number;
  readonly after: number;
}
const usual: Reach = { before, after };
/** The longest that a system waits until a connection times out: 127 s on Linux (tcp_syn_retries 6), 75 s on macOS; and a little more. */
export const patience: Reach = { before: 150_000, after: 150_000 };

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

/** Every place where a finding of a source was seen. */
export const sightingsOf = ({
  finding,
  source,
}: {
  readonly finding: Pick<Finding, 'attempts'>;
  readonly source: Pick<SourceFindings, 'path'>;
}): Sighting[] => finding.attempts.map((attempt) => ({ path: source.path, attempt }));

/** Whether a cause can have led to a symptom, by when and where both were seen. */
export function joinSightings(clock: Clock, cause: Sighting, symptom: Sighting, reach = usual): Join {
  const sameSource = cause.path === symptom.path;
  const [c, s] = [cause.attempt, symptom.attempt];
  const early = s.first.time && c.last.time ? clock.difference(c.last.time, s.first.time, sameSource) : null;
  const late = s.last.time && c.first.time ? clock.difference(c.first.time, s.last.time, sameSource) : null;
  if (early !== null && late !== null) return early >= -reach.before && late <= reach.after ? 'joined' : 'apart';
  if (sameSource) return c.launch === s.launch ? 'joined' : 'apart';
  const isFar = s.first.time && c.last.time && areFarApart(c.last.time, s.first.time);
  return isFar && s.last.time && c.first.time && areFarApart(c.first.time, s.last.time) ? 'apart' : 'loose';
}

/** A state that is read on the day after says what was so; one that is read months later, what is so now. */
const snapshotReach = 86_400_000;

/** Whether a state holds at a symptom: always when it has no time, else when it was seen then or soon after. */
export function joinStanding(clock: Clock, state: Sighting, symptom: Sighting): Join {
  const [c, s] = [state.attempt.last.time, symptom.attempt.first.time];
  if (c === null || s === null) return 'joined';
  const gap = clock.difference(c, s, state.path === symptom.path);
  if (gap !== null) return gap < -before ? 'apart' : gap > snapshotReach ? 'loose' : 'joined';
  if (!areFarApart(c, s)) return 'joined';
  return c.ms < s.ms ? 'apart' : c.ms - s.ms > snapshotReach ? 'loose' : 'joined';
}

/** Whether a change held at a symptom: when it was made before it, or nobody can tell. */
export function joinLasting(clock: Clock, change: Sighting, symptom: Sighting): Join {
  const [c, s] = [change.attempt.first.time, symptom.attempt.last.time];
  if (c === null || s === null) return 'loose';
  const gap = clock.difference(c, s, change.path === symptom.path);
  if (gap !== null) return gap <= after ? 'joined' : 'apart';
  return areFarApart(c, s) && c.ms > s.ms ? 'apart' : 'loose';
}

/** True when something is known to have been seen after one sighting and not after another. */
export function liesBetween(clock: Clock, between: Sighting, earlier: Sighting, later: Sighting): boolean {
  const [b, e, l] = [between.attempt.last.time, earlier.attempt.first.time, later.attempt.last.time];
  const behind = b && e ? clock.difference(b, e, between.path === earlier.path) : null;
  const ahead = b && l ? clock.difference(l, b, between.path === later.path) : null;
  return behind !== null && behind > 0 && (ahead === null || ahead >= 0);
}

/** True when `later` is known to come after `earlier`. */
export function comesAfter(clock: Clock, later: Sighting, earlier: Sighting): boolean {
  const sameSource = later.path === earlier.path;
  const [l, e] = [later.attempt.last, earlier.attempt.last];
  const gap = l.time && e.time ? clock.difference(l.time, e.time, sameSource) : null;
  if (gap !== null && gap !== 0) return gap > 0;
  // Days apart, no zone matters.
  if (gap === null && l.time && e.time && areFarApart(l.time, e.time)) return l.time.ms > e.time.ms;
  return sameSource && l.line > e.line;
}
