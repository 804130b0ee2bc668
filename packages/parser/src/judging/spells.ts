/** Spells of a failure: from its first sight to the success that ended it, each time. */
import type { Phase } from '../model.ts';
import type { Clock } from './clock.ts';
import { isCertain, isOf, type Success } from './success.ts';
import type { Observation } from './suspects.ts';
import { comesAfter, type Sighting } from './window.ts';

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
  const groups = new Map<string, Stretch>();
  for (const { sign, sighting } of bads) {
    const end = firstAfter(sighting, sign, successes);
    const key = end === null ? '' : `${end.sighting.path} ${end.sighting.attempt.last.line}`;
    const known = groups.get(key);
    const clock = end?.success.clock ?? successes[0]?.clock ?? null;
    groups.set(key, known ? widened(known, sighting, clock) : { first: sighting, last: sighting, end });
  }
  const clock = successes[0]?.clock ?? null;
  return [...groups.values()].sort((a, b) => order(a.first, b.first, clock));
}

const sightingsOf = ({ finding, source }: Observation): Sighting[] =>
  finding.attempts.map((attempt) => ({ path: source.path, attempt }));

const edgesOf = (sign: Observation): Sighting[] => {
  const sightings = sightingsOf(sign);
  return sightings.length < 3 ? sightings : [sightings[0]!, sightings.at(-1)!];
};

/** The success of its kind that came soonest after a sight; null when none is known to have come later. */
function firstAfter(bad: Sighting, sign: Observation, successes: readonly Success[]): End | null {
  let best: End | null = null;
  for (const success of successes) {
    if (!isOf(success, sign) || !isCertain(success, sign)) continue;
    const sighting = firstLater(bad, success);
    if (sighting !== null && (best === null || comesAfter(success.clock, best.sighting, sighting)))
      best = { success, sighting };
  }
  return best;
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
