/** What later successes make of an earlier diagnosis: its severity, its phase and its spells. */
import type { Phase, Severity } from '../model.ts';
import type { Cluster, Member } from './cluster.ts';
import { type End, phaseOf, type Stretch, spellsOf } from './spells.ts';
import { type Success, sameSubject } from './success.ts';
import { type Observation, strengthWith } from './suspects.ts';
import { comesAfter, joinSightings, type Sighting } from './window.ts';

/** A success that follows within this time is a retry that worked: no error at all. */
const retryMs = 60_000;

/** What successes leave of a diagnosis. */
export interface Aftermath {
  readonly severity: Severity;
  /** The success that lowered it, to be shown. */
  readonly success: Success | null;
  readonly phase: Phase;
  readonly spells: readonly Stretch[];
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
  const spells = spellsOf(signs, ending);
  const phase = phaseOf(spells, signs, ending);
  const ends = spells.flatMap(({ end }) => end ?? []);
  if (ends.length > 0 && ends.length === spells.length) {
    const isStumble = cluster.symptom === null && strengthWith(cluster.cause!, suspectsOf(cluster)) !== 'proof';
    const isRetry = spells.every(isShort);
    return { severity: isStumble && isRetry ? 'info' : lowered, success: latestOf(ends), phase, spells };
  }
  // Where the user saw a failure, the way round did not work.
  const easing = cluster.symptom ? [] : successes.filter(({ eases }) => leads.some((id) => eases.includes(id)));
  const eased = easing.find((success) => signs.some((sign) => isBeside(success, sign)));
  return { severity: eased ? lowered : severity, success: eased ?? null, phase, spells };
}

/** What must be over for its failure to be: not what is weak and came to it without a common clock, which nothing can follow. */
const isSign = ({ suspect, join }: Member, { symptom, cause }: Cluster): boolean =>
  suspect.failure.role !== 'support' &&
  !suspect.failure.standing &&
  (suspect.strength !== 'weak' || join === 'joined' || suspect === symptom || suspect === cause);

/** The latest of the successes: only with it all attempts have ended. */
const latestOf = (ends: readonly End[]): Success =>
  ends.reduce((a, b) => (comesAfter(a.success.clock, b.sighting, a.sighting) ? b : a)).success;

/** True when the success came right behind, or nothing tells how long after. */
function isShort({ last: bad, end }: Stretch): boolean {
  const { success, sighting } = end!;
  const [later, earlier] = [sighting.attempt.first.time, bad.attempt.last.time];
  const gap = later && earlier ? success.clock.difference(later, earlier, sighting.path === bad.path) : null;
  return gap === null || gap <= retryMs;
}

const suspectsOf = ({ members }: Cluster) => members.map(({ suspect }) => suspect);

const last = ({ finding, source }: Observation): Sighting => ({ path: source.path, attempt: finding.attempts.at(-1)! });

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
