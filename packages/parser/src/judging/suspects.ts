/** Findings of one machine, gathered by what they are: the material of its diagnoses. */

import { type Fact, type Failure, isFailure } from '../define.ts';
import { compareText, type Finding, type SourceFindings, type Strength } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import type { Clock } from './clock.ts';
import type { JudgedMachine } from './machines.ts';
import { compareContexts, tieOf } from './ties.ts';
import {
  type Join,
  joinLasting,
  joinSightings,
  joinStanding,
  liesBetween,
  patience,
  type Reach,
  type Sighting,
  sightingsOf,
} from './window.ts';

/** One finding and the source it was made in. */
export interface Observation {
  readonly finding: Finding;
  readonly source: SourceFindings;
}

/** A failure or a fact, and where it was seen on one machine. */
interface Seen {
  readonly known: Failure | Fact;
  readonly observations: readonly Observation[];
  /** Documents quote it, and no log file shows it: it is never proof, and proves, doubts and excludes nothing else. */
  readonly isHeard: boolean;
  /** What ended the state that was measured: it holds back only to the last of these. */
  readonly limits: readonly Observation[];
  /** That of the machine. */
  readonly clock: Clock;
}

/** A failure (with a code: that failure under that code) and all its findings on one machine. */
export interface Suspect extends Seen {
  readonly failure: Failure;
  readonly code: string | null;
  readonly strength: Strength;
  /** The facts of the machine that a failure may name. */
  readonly facts: readonly Seen[];
}

/** True when some of it was seen in what nobody is known to have changed. */
export const isUnaltered = ({ observations }: Seen): boolean =>
  observations.some(({ source }) => source.isAltered !== true);

export const strengths: readonly Strength[] = ['weak', 'strong', 'proof'];

const strongest = (all: readonly Strength[]): Strength =>
  all.reduce((best, one) => (strengths.indexOf(one) > strengths.indexOf(best) ? one : best), 'weak');

const weaker = (a: Strength, b: Strength): Strength => (strengths.indexOf(a) < strengths.indexOf(b) ? a : b);

/** Every failure of a machine; a finding whose address nothing ties to Zoom is none. */
export function gatherSuspects(machine: JudgedMachine, knowledge: Knowledge): Suspect[] {
  const { sources, clock } = machine;
  const countsHere = zoomsOwn(machine);
  const groups = new Map<
    string,
    { failure: Failure; code: string | null; isHeard: boolean; observations: Observation[] }
  >();
  for (const source of sources) {
    for (const finding of source.findings) {
      const failure = finding.kind === 'failure' ? knowledge.failureById.get(finding.id) : undefined;
      if (!failure) continue;
      if (!countsHere(failure, { finding, source })) continue;
      const isHeard = source.isHearsay;
      const key = `${failure.id}\0${finding.code ?? ''}\0${isHeard}`;
      const group = groups.get(key);
      if (group) group.observations.push({ finding, source });
      else groups.set(key, { failure, code: finding.code, isHeard, observations: [{ finding, source }] });
    }
  }
  const facts = gatherFacts(machine, knowledge);
  const every = [...groups.values()];
  const all = every.filter((group) => {
    const { with: ids, without } = group.failure.when?.nothing ?? {};
    const shows = (wanted: readonly string[]): boolean =>
      [...every.map((other) => ({ ...other, known: other.failure })), ...facts].some(
        (other) => speaksTo(other, group) && wanted.includes(other.known.id),
      );
    return !(ids && shows(ids)) && !(without && !shows(without));
  });
  return all
    .map((group) => ({
      ...group,
      known: group.failure,
      facts,
      clock,
      strength: weaker(
        strongest(
          group.observations.map(({ finding, source }) =>
            source.isAltered === true ? weaker(finding.strength, 'strong') : finding.strength,
          ),
        ),
        group.isHeard ? 'strong' : 'proof',
      ),
      limits: all
        .filter((other) => speaksTo(other, group) && group.failure.when?.after?.some((id) => id === other.failure.id))
        .flatMap(({ observations }) => observations),
    }))
    .sort(
      (a, b) =>
        compareText(a.failure.id, b.failure.id) ||
        compareText(a.code ?? '', b.code ?? '') ||
        Number(a.isHeard) - Number(b.isHeard),
    );
}

function gatherFacts({ sources, clock }: JudgedMachine, { factById }: Knowledge): Seen[] {
  const seen = sources.flatMap((source) =>
    source.findings.flatMap((finding) => {
      const known = finding.kind === 'fact' ? factById.get(finding.id) : undefined;
      return known ? [{ known, observation: { finding, source } }] : [];
    }),
  );
  const groups = Map.groupBy(seen, ({ known, observation }) => `${known.id} ${observation.source.isHearsay}`);
  return [...groups.values()].map((all) => ({
    known: all[0]!.known,
    observations: all.map(({ observation }) => observation),
    isHeard: all[0]!.observation.source.isHearsay,
    limits: [],
    clock,
  }));
}

/** What is only heard says nothing about what a log file shows. */
const speaksTo = (one: Pick<Seen, 'isHeard'>, other: Pick<Seen, 'isHeard'>): boolean => other.isHeard || !one.isHeard;

/** Tells which findings count on a machine: those that ask for one of Zoom's addresses only with one that its evidence names. */
export function zoomsOwn({ sources }: JudgedMachine): (known: Failure | Fact, seen: Observation) => boolean {
  const addressesOf = (all: readonly SourceFindings[]) => new Set(all.flatMap(({ zoomAddresses }) => zoomAddresses));
  const shown = addressesOf(sources.filter(({ isHearsay }) => !isHearsay));
  const heard = addressesOf(sources);
  return (known, { finding: { subject }, source }) =>
    known.zoomAddress !== true || (subject !== null && (source.isHearsay ? heard : shown).has(subject.text));
}

/** The closest relation between any attempt of a cause and any of a symptom. */
export function joinSuspects(cause: Seen, symptom: Seen, reach?: Reach): Join {
  const { clock } = cause;
  let best: Join = 'apart';
  for (const a of cause.observations)
    for (const b of symptom.observations) {
      const tie = tieOf(a.source, b.source);
      if (tie === 'apart') continue;
      for (const left of a.finding.attempts)
        for (const right of b.finding.attempts) {
          const [one, other] = [
            { path: a.source.path, attempt: left },
            { path: b.source.path, attempt: right },
          ];
          const join = isLasting(cause.known)
            ? joinLasting(clock, one, other)
            : cause.known.standing
              ? joinState(cause, one, other)
              : symptom.known.standing
                ? joinState(symptom, other, one)
                : joinSightings(clock, one, other, reach);
          if (join === 'joined' && tie === 'tied') return join;
          if (join !== 'apart') best = 'loose';
        }
    }
  return best;
}

const isLasting = (known: Failure | Fact): boolean => isFailure(known) && known.lasting === true;

function joinState({ limits, clock }: Seen, state: Sighting, other: Sighting): Join {
  const ends = limits.flatMap(sightingsOf);
  return ends.some((end) => liesBetween(clock, end, other, state)) ? 'apart' : joinStanding(clock, state, other);
}

/** True unless both tell in which network or by which user they were seen, and it is another one. */
export const sameContext = (a: Finding, b: Finding): boolean => compareContexts(a.context, b.context) !== 'other';

/** True unless all that was seen of one was seen in another context than the other. */
export const sharesContext = (a: Seen, b: Seen): boolean =>
  a.observations.some((one) => b.observations.some((other) => sameContext(one.finding, other.finding)));

/** Two see the same when they see it on one day, in one context. */
const oneDay: Reach = { before: 86_400_000, after: 86_400_000 };

/** True when two programs of their own saw it. */
function isSeenByTwo({ observations, clock }: Suspect): boolean {
  const firm = observations.filter(({ finding }) => finding.strength !== 'weak');
  return firm.some((a) =>
    firm.some(
      (b) =>
        a.source.writer !== b.source.writer &&
        sameContext(a.finding, b.finding) &&
        tieOf(a.source, b.source) === 'tied' &&
        sightingsOf(a).some((one) =>
          sightingsOf(b).some((other) => joinSightings(clock, one, other, oneDay) === 'joined'),
        ),
    ),
  );
}

/** What speaks against a cause, as far as its failure names it: the other failures among it, and facts. */
export function doubtsOf(suspect: Suspect, others: readonly Suspect[]): Seen[] {
  const { weak, bypassed } = suspect.failure.when ?? {};
  const doubts = partnersOf(suspect, others, weak?.with, patience);
  const isBypassed =
    suspect.strength !== 'proof' && partnersOf(suspect, others, bypassed?.without, patience).length === 0;
  return isBypassed ? [...doubts, ...partnersOf(suspect, others, bypassed?.with, patience)] : doubts;
}

function partnersOf(
  suspect: Suspect,
  others: readonly Suspect[],
  ids: readonly string[] | undefined,
  reach?: Reach,
): Seen[] {
  if (!ids) return [];
  return [...others, ...suspect.facts].filter(
    (other) =>
      ids.includes(other.known.id) &&
      speaksTo(other, suspect) &&
      sharesContext(suspect, other) &&
      joinSuspects(suspect, other, reach) === 'joined',
  );
}

/** A cause's strength, given what else was seen: some are proof only together, some are in doubt. */
export function strengthWith(suspect: Suspect, others: readonly Suspect[]): Strength {
  const { proof } = suspect.failure.when ?? {};
  if (doubtsOf(suspect, others).length > 0) return 'weak';
  const isProven =
    partnersOf(suspect, others, proof?.with).length > 0 || (proof?.twice === true && isSeenByTwo(suspect));
  return suspect.strength !== 'weak' && isProven && !suspect.isHeard ? 'proof' : suspect.strength;
}
