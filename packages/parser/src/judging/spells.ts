/** Spells of a failure: from its first sight to the success that ended it, each time. */
import type { Phase, TimeBasis } from '../model.ts';
import type { Clock } from './clock.ts';
import { isCertain, isOf, type Success } from './success.ts';
import type { Observation } from './suspects.ts';
import { comesAfter, type Sighting, sightingsOf } from './window.ts';

/** What ended a spell: a success, and its first sight that came later. */
export interface End {
  readonly success: Success;
  readonly sighting: Sighting;
}

/** Sightings of one spell, and what ended it. */
export interface Stretch {
  readonly first: Sighting;
  readonly last: Sighting;
  readonly end: End | null;
}

/** Where there are more sightings, only the first and the last of each finding are looked at. */
const mostSightings = 400;

/** The spells in the order of their first sight, as far as there is one. */
export function spellsOf(signs: readonly Observation[], successes: readonly Success[]): Stretch[] {
  const all = signs.flatMap((sign) => sightingsOf(sign).map((sighting) => ({ sign, sighting })));
  const bads =
    all.length <= mostSightings ? all : signs.flatMap((sign) => edgesOf(sign).map((sighting) => ({ sign, sighting })));
  // What another failure of the diagnosis ends with says nothing of this one, if it has an end of its own.
  const timelines = new Map<string, Timeline>();
  const timelineFor = (id: string): Timeline => {
    const known = timelines.get(id);
    if (known) return known;
    const own = successes.filter(({ ends }) => ends.includes(id));
    const made = timelineOf(own.length > 0 ? own : successes);
    timelines.set(id, made);
    return made;
  };
  const groups = new Map<string, Stretch>();
  for (const { sign, sighting } of bads) {
    const end = firstAfter(sighting, sign, timelineFor(sign.finding.id));
    const key = end === null ? '' : `${end.sighting.path} ${end.sighting.attempt.last.line}`;
    const known = groups.get(key);
    const clock = end?.success.clock ?? successes[0]?.clock ?? null;
    groups.set(key, known ? widened(known, sighting, clock) : { first: sighting, last: sighting, end });
  }
  const clock = successes[0]?.clock ?? null;
  return [...groups.values()].sort((a, b) => order(a.first, b.first, clock));
}

const edgesOf = (sign: Observation): Sighting[] => {
  const sightings = sightingsOf(sign);
  return sightings.length < 3 ? sightings : [sightings[0]!, sightings.at(-1)!];
};

/** Successes by the basis of their times, each list in the order of time: thousands of logs have thousands of them. */
interface Timeline {
  readonly dated: ReadonlyMap<TimeBasis, readonly End[]>;
  readonly successes: readonly Success[];
}

function timelineOf(successes: readonly Success[]): Timeline {
  const ends = successes.flatMap((success) =>
    sightingsOf(success.observation).map((sighting): End => ({ success, sighting })),
  );
  const dated = Map.groupBy(ends, ({ sighting }) => sighting.attempt.last.time?.basis ?? 'none');
  for (const list of dated.values()) list.sort((x, y) => msOf(x.sighting) - msOf(y.sighting));
  return { dated, successes };
}

const msOf = ({ attempt: { last } }: Sighting): number => last.time?.ms ?? 0;
/** In these, a greater number is a later time. */
const ordered: ReadonlySet<TimeBasis> = new Set(['local', 'utc', 'offset', 'boot']);

/** The success of its kind that came soonest after a sight; null when none is known to have come later. */
function firstAfter(bad: Sighting, sign: Observation, { dated, successes }: Timeline): End | null {
  const basis = bad.attempt.last.time?.basis ?? 'none';
  const isOne = dated.size === 1 && dated.has(basis) && ordered.has(basis);
  if (isOne) return firstOf(dated.get(basis)!, bad, sign);
  let best: End | null = null;
  for (const success of successes) {
    if (!isOf(success, sign) || !isCertain(success, sign)) continue;
    const sighting = firstLater(bad, success);
    if (sighting !== null && (best === null || comesAfter(success.clock, best.sighting, sighting)))
      best = { success, sighting };
  }
  return best;
}

/** The first of a list in the order of time that is of its kind and later. */
function firstOf(list: readonly End[], bad: Sighting, sign: Observation): End | null {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (msOf(list[middle]!.sighting) >= msOf(bad)) high = middle;
    else low = middle + 1;
  }
  const isEnd = ({ success, sighting }: End): boolean =>
    isOf(success, sign) && isCertain(success, sign) && comesAfter(success.clock, sighting, bad);
  for (let at = low; at < list.length; at++) if (isEnd(list[at]!)) return list[at]!;
  return null;
}

/** Of one success, whose attempts are in the order of their log, the first that is known to have come later. */
function firstLater(bad: Sighting, { clock, observation: { finding, source } }: Success): Sighting | null {
  const { attempts } = finding;
  const at = (index: number): Sighting => ({ path: source.path, attempt: attempts[index]! });
  let [low, high] = [0, attempts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comesAfter(clock, at(middle), bad)) high = middle;
    else low = middle + 1;
  }
  return low < attempts.length ? at(low) : null;
}

const order = (a: Sighting, b: Sighting, clock: Clock | null): number => {
  if (clock && comesAfter(clock, b, a)) return -1;
  if (clock && comesAfter(clock, a, b)) return 1;
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.attempt.first.line - b.attempt.first.line;
};

const widened = (spell: Stretch, sighting: Sighting, clock: Clock | null): Stretch => ({
  ...spell,
  first: order(sighting, spell.first, clock) < 0 ? sighting : spell.first,
  last: order(spell.last, sighting, clock) < 0 ? sighting : spell.last,
});

/** Whether the failure is over. A state has no spells: it lasts. */
export function phaseOf(
  spells: readonly Stretch[],
  signs: readonly Observation[],
  successes: readonly Success[],
): Phase {
  const ends = spells.flatMap(({ end }) => end ?? []);
  const passed = ends.filter(({ success }) => !success.isMending).length;
  if (spells.length > 0 && ends.length === spells.length) {
    const isMended = spells.at(-1)!.end!.success.isMending;
    return isMended || passed < 2 ? 'ended' : 'intermittent';
  }
  if (passed > 1) return 'intermittent';
  return signs.some((sign) => successes.some((success) => isOf(success, sign) && mayEnd(success, sign)))
    ? 'unknown'
    : 'ongoing';
}

/** It came in an unknown context, or neither is known to have come after the other. */
const mayEnd = (success: Success, sign: Observation): boolean => {
  const { clock, observation } = success;
  const goods = sightingsOf(observation);
  const bads = sightingsOf(sign);
  const isLater = goods.some((good) => bads.every((bad) => comesAfter(clock, good, bad)));
  return isLater
    ? !isCertain(success, sign)
    : goods.some((good) => bads.every((bad) => !comesAfter(clock, good, bad) && !comesAfter(clock, bad, good)));
};
