/** Success ends a failure: what a later success makes of an earlier diagnosis. */

import { isFailure } from '../define.ts';
import type { Severity } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import type { Clock } from './clock.ts';
import type { Cluster, Member } from './cluster.ts';
import type { JudgedMachine } from './machines.ts';
import { type Observation, sameContext, strengthWith, zoomsOwn } from './suspects.ts';
import { tieOf } from './ties.ts';
import { comesAfter, joinSightings, type Sighting } from './window.ts';

/** A fact that ends failures, or a change that mends them, seen. */
export interface Success {
  readonly fact: string;
  readonly title: string;
  readonly ends: readonly string[];
  readonly eases: readonly string[];
  /** Its subject is one of Zoom's addresses: which of them does not matter. */
  readonly isAnyones: boolean;
  readonly observation: Observation;
  /** That of the machine. */
  readonly clock: Clock;
}

export function gatherSuccesses(machine: JudgedMachine, knowledge: Knowledge): Success[] {
  const countsHere = zoomsOwn(machine);
  return machine.sources.flatMap((source) =>
    source.findings.flatMap((finding) => {
      const known = knowledge.factById.get(finding.id) ?? knowledge.failureById.get(finding.id);
      if (!known || !countsHere(known, { finding, source })) return [];
      const ends = isFailure(known) ? known.mends : known.ends;
      const eases = isFailure(known) ? [] : (known.eases ?? []);
      if (ends === undefined) return [];
      return [
        {
          fact: finding.id,
          title: known.title,
          ends,
          eases,
          isAnyones: known.zoomAddress === true,
          observation: { finding, source },
          clock: machine.clock,
        },
      ];
    }),
  );
}

/** A success that follows within this time is a retry that worked: no error at all. */
const retryMs = 60_000;

/** What successes leave of a diagnosis. */
export interface Aftermath {
  readonly severity: Severity;
  /** The success that lowered it, to be shown. */
  readonly success: Success | null;
  /** The failure is over: it followed every attempt, and was the first to do so. A failure that comes and goes is not over. */
  readonly isOver: boolean;
}

/**
 * The severity that is left: an ended or eased error is a warning, and a stumble that nobody saw (no symptom, no proof)
 * with a success right behind it is information.
 */
export function afterSuccess(severity: Severity, cluster: Cluster, successes: readonly Success[]): Aftermath {
  const leads = [cluster.symptom, cluster.cause].flatMap((suspect) => suspect?.failure.id ?? []);
  const ending = successes.filter(({ ends }) => leads.some((id) => ends.includes(id)));
  const signs = cluster.members
    .filter((member) => isSign(member, cluster))
    .flatMap(({ suspect }) => suspect.observations);
  const lowered = severity === 'error' ? 'warning' : severity;
  const followers = signs.map((sign) => nextSuccess(sign, ending));
  if (signs.length > 0 && followers.every((one) => one !== null)) {
    const isStumble = cluster.symptom === null && strengthWith(cluster.cause!, suspectsOf(cluster)) !== 'proof';
    const isRetry = followers.every(({ gap }) => gap <= retryMs);
    return {
      severity: isStumble && isRetry ? 'info' : lowered,
      success: lastOf(followers),
      isOver: !comesBack(signs, ending),
    };
  }
  // Where the user saw a failure, the way round did not work.
  const easing = cluster.symptom ? [] : successes.filter(({ eases }) => leads.some((id) => eases.includes(id)));
  const eased = easing.find((success) => signs.some((sign) => isBeside(success, sign)));
  return { severity: eased ? lowered : severity, success: eased ?? null, isOver: false };
}

/** What must be over for its failure to be: not what is weak and came to it without a common clock, which nothing can follow. */
const isSign = ({ suspect, join }: Member, { symptom, cause }: Cluster): boolean =>
  suspect.failure.role !== 'support' &&
  !suspect.failure.standing &&
  (suspect.strength !== 'weak' || join === 'joined' || suspect === symptom || suspect === cause);

/** True when an attempt failed again after a success of its kind: who passed once and failed again may do so again. */
const comesBack = (signs: readonly Observation[], successes: readonly Success[]): boolean =>
  successes.some((one) => {
    const { observation: success, clock } = one;
    return success.finding.attempts.some((good) => {
      const passed = { path: success.source.path, attempt: good };
      const bads = signs
        .filter((sign) => isOf(one, sign))
        .flatMap(({ finding, source }) => finding.attempts.map((attempt) => ({ path: source.path, attempt })));
      return bads.some((bad) => comesAfter(clock, passed, bad)) && bads.some((bad) => comesAfter(clock, bad, passed));
    });
  });

/** The latest of the successes: only with it all attempts have ended. */
const lastOf = (followers: readonly ({ success: Success } | null)[]): Success =>
  followers
    .map((follower) => follower!.success)
    .reduce((a, b) => (comesAfter(a.clock, last(b.observation), last(a.observation)) ? b : a));

const suspectsOf = ({ members }: Cluster) => members.map(({ suspect }) => suspect);

/**
 * One device's success does not end another's failure. An address of Zoom's is as good as any other. A success that a
 * document quotes ends only what is quoted, too.
 */
const sameSubject = (success: Success, sign: Observation): boolean => {
  const { finding, source } = success.observation;
  const { subject } = finding;
  if (source.isHearsay && !sign.source.isHearsay) return false;
  const other = sign.finding.subject;
  return success.isAnyones || subject === null || other?.kind !== subject.kind || subject.text === other.text;
};

const last = ({ finding, source }: Observation): Sighting => ({ path: source.path, attempt: finding.attempts.at(-1)! });

/** True when a success is one of what failed, as far as both tell. */
export const isOf = (success: Success, sign: Observation): boolean =>
  sameSubject(success, sign) &&
  sameContext(success.observation.finding, sign.finding) &&
  tieOf(success.observation.source, sign.source) === 'tied';

/** The success that follows a sign soonest, and after how many milliseconds (0 where only the order is known). */
function nextSuccess(sign: Observation, successes: readonly Success[]): { success: Success; gap: number } | null {
  const followers = successes
    .filter((success) => isOf(success, sign) && comesAfter(success.clock, last(success.observation), last(sign)))
    .map((success) => {
      const [later, earlier] = [last(success.observation).attempt.last.time, last(sign).attempt.last.time];
      const samePath = success.observation.source.path === sign.source.path;
      return { success, gap: (later && earlier && success.clock.difference(later, earlier, samePath)) || 0 };
    });
  return followers.toSorted((a, b) => a.gap - b.gap)[0] ?? null;
}

/** In one window, or later. */
function isBeside(success: Success, sign: Observation): boolean {
  const { clock, observation } = success;
  const { finding, source } = observation;
  if (!sameSubject(success, sign)) return false;
  return (
    comesAfter(clock, last(observation), last(sign)) ||
    finding.attempts.some((attempt) =>
      sign.finding.attempts.some(
        (other) =>
          joinSightings(clock, { path: sign.source.path, attempt: other }, { path: source.path, attempt }) === 'joined',
      ),
    )
  );
}
