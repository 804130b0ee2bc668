/** Findings of one machine, gathered by what they are: the material of its diagnoses. */

import { type Fact, type Failure, isFailure } from '../define.ts';
import { compareText, type Finding, type SourceFindings, type Strength } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import type { Clock } from './clock.ts';
import type { JudgedMachine } from './machines.ts';
import { tieOf } from './ties.ts';
import {
  type Join,
  joinLasting,
  joinSightings,
  joinStanding,
  liesBetween,
  patience,
  type Reach,
  type Sighting,
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
  /** Who saw it, weak evidence left out: the origins of the formats. */
  readonly witnesses: ReadonlySet<string>;
  /** The facts of the machine that a failure may name. */
  readonly facts: readonly Seen[];
}

export const strengths: readonly Strength[] = ['weak', 'strong', 'proof'];

const strongest = (all: readonly Strength[]): Strength =>
  all.reduce((best, one) => (strengths.indexOf(one) > strengths.indexOf(best) ? one : best), 'weak');

/** Every failure of a machine; a finding whose address nothing ties to Zoom is none. */
export function gatherSuspects(machine: JudgedMachine, knowledge: Knowledge): Suspect[] {
  const { sources, clock } = machine;
  const countsHere = zoomsOwn(machine);
  const groups = new Map<string, { failure: Failure; code: string | null; observations: Observation[] }>();
  for (const source of sources) {
    for (const finding of source.findings) {
      const failure = finding.kind === 'failure' ? knowledge.failureById.get(finding.id) : undefined;
      if (!failure) continue;
      if (!countsHere(failure, finding)) continue;
      const key = `${failure.id}\0${finding.code ?? ''}`;
      const group = groups.get(key);
      if (group) group.observations.push({ finding, source });
      else groups.set(key, { failure, code: finding.code, observations: [{ finding, source }] });
    }
  }
  const facts = gatherFacts(machine, knowledge);
  const present = new Set([
    ...[...groups.values()].map(({ failure }) => failure.id),
    ...facts.map(({ known }) => known.id),
  ]);
  const shows = (ids: readonly string[]): boolean => ids.some((id) => present.has(id));
  const all = [...groups.values()].filter(({ failure: { when } }) => {
    const { with: ids, without } = when?.nothing ?? {};
    return !(ids && shows(ids)) && !(without && !shows(without));
  });
  return all
    .map((group) => ({
      ...group,
      known: group.failure,
      facts,
      clock,
      strength: strongest(group.observations.map(({ finding }) => finding.strength)),
      witnesses: new Set(
        group.observations
          .filter(({ finding }) => finding.strength !== 'weak')
          .map(({ source }) => knowledge.formatById.get(source.format ?? '')?.origin ?? source.format ?? ''),
      ),
      limits: all
        .filter(({ failure }) => group.failure.when?.after?.some((id) => id === failure.id))
        .flatMap(({ observations }) => observations),
    }))
    .sort((a, b) => compareText(a.failure.id, b.failure.id) || compareText(a.code ?? '', b.code ?? ''));
}

function gatherFacts({ sources, clock }: JudgedMachine, { factById }: Knowledge): Seen[] {
  const seen = sources.flatMap((source) =>
    source.findings.flatMap((finding) => {
      const known = finding.kind === 'fact' ? factById.get(finding.id) : undefined;
      return known ? [{ known, observation: { finding, source } }] : [];
    }),
  );
  return [...Map.groupBy(seen, ({ known }) => known)].map(([known, all]) => ({
    known,
    observations: all.map(({ observation }) => observation),
    limits: [],
    clock,
  }));
}

/** Tells which findings count on a machine: those that ask for one of Zoom's addresses only with one that its evidence names. */
export function zoomsOwn({ sources }: JudgedMachine): (known: Failure | Fact, finding: Finding) => boolean {
  const addresses = new Set(sources.flatMap(({ zoomAddresses }) => zoomAddresses));
  return (known, { subject }) => known.zoomAddress !== true || (subject !== null && addresses.has(subject));
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
  const ends = limits.flatMap(({ finding, source }) =>
    finding.attempts.map((attempt) => ({ path: source.path, attempt })),
  );
  return ends.some((end) => liesBetween(clock, end, other, state)) ? 'apart' : joinStanding(clock, state, other);
}

/** True unless both tell in which network or by which user they were seen, and it is another one. */
export const sameContext = (a: Finding, b: Finding): boolean =>
  a.context === null || b.context === null || a.context === b.context;

const sharesContext = (a: Seen, b: Seen): boolean =>
  a.observations.some((one) => b.observations.some((other) => sameContext(one.finding, other.finding)));

/** What speaks against a cause, as far as its failure names it: the other failures among it, and facts. */
export function doubtsOf(suspect: Suspect, others: readonly Suspect[]): Seen[] {
  return partnersOf(suspect, others, suspect.failure.when?.weak?.with, patience);
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
      ids.includes(other.known.id) && sharesContext(suspect, other) && joinSuspects(suspect, other, reach) === 'joined',
  );
}

/** A cause's strength, given what else was seen: some are proof only together, some are in doubt. */
export function strengthWith(suspect: Suspect, others: readonly Suspect[]): Strength {
  const { proof } = suspect.failure.when ?? {};
  if (doubtsOf(suspect, others).length > 0) return 'weak';
  const isProven =
    partnersOf(suspect, others, proof?.with).length > 0 || (proof?.twice === true && suspect.witnesses.size > 1);
  return suspect.strength !== 'weak' && isProven ? 'proof' : suspect.strength;
}
