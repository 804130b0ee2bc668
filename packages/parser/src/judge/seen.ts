/** Findings of one machine, gathered by what they are: the material of its diagnoses. */
import type { Knowledge } from '../classify.ts';
import type { Failure } from '../define.ts';
import type { Finding, SourceFindings, Strength } from '../model.ts';
import type { JudgedMachine } from './machines.ts';
import { type Join, joinSightings, joinStanding } from './window.ts';

/** One finding and the source it was made in. */
export interface Observation {
  readonly finding: Finding;
  readonly source: SourceFindings;
}

/** A failure (with a code: that failure under that code) and all its findings on one machine. */
export interface Seen {
  readonly failure: Failure;
  readonly code: string | null;
  readonly observations: readonly Observation[];
  readonly strength: Strength;
}

export const strengths: readonly Strength[] = ['weak', 'strong', 'proof'];

const strongest = (all: readonly Strength[]): Strength =>
  all.reduce((best, one) => (strengths.indexOf(one) > strengths.indexOf(best) ? one : best), 'weak');

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Every failure of a machine; a finding whose address nothing ties to Zoom is none. */
export function gatherSeen({ sources }: JudgedMachine, knowledge: Knowledge): Seen[] {
  const zoomAddresses = new Set(sources.flatMap((source) => source.zoomAddresses));
  const groups = new Map<string, { failure: Failure; code: string | null; observations: Observation[] }>();
  for (const source of sources) {
    for (const finding of source.findings) {
      const failure = finding.kind === 'failure' ? knowledge.failureById.get(finding.id) : undefined;
      if (!failure) continue;
      if (failure.zoomAddress && !(finding.subject !== null && zoomAddresses.has(finding.subject))) continue;
      const key = `${failure.id}\0${finding.code ?? ''}`;
      const group = groups.get(key);
      if (group) group.observations.push({ finding, source });
      else groups.set(key, { failure, code: finding.code, observations: [{ finding, source }] });
    }
  }
  return [...groups.values()]
    .map((group) => ({ ...group, strength: strongest(group.observations.map(({ finding }) => finding.strength)) }))
    .sort((a, b) => compareText(a.failure.id, b.failure.id) || compareText(a.code ?? '', b.code ?? ''));
}

/** The closest relation between any attempt of a cause and any of a symptom. */
export function joinSeen(cause: Seen, symptom: Seen, zone: string | null): Join {
  let best: Join = 'apart';
  for (const a of cause.observations)
    for (const b of symptom.observations)
      for (const left of a.finding.attempts)
        for (const right of b.finding.attempts) {
          const [one, other] = [
            { path: a.source.path, attempt: left },
            { path: b.source.path, attempt: right },
          ];
          const join = cause.failure.standing
            ? joinStanding(one, other, zone)
            : symptom.failure.standing
              ? joinStanding(other, one, zone)
              : joinSightings(one, other, zone);
          if (join === 'joined') return join;
          if (join === 'loose') best = join;
        }
  return best;
}

/** A cause's strength, given what else was seen: some are proof only together. */
export function strengthWith(seen: Seen, others: readonly Seen[], zone: string | null): Strength {
  const proven = others.some(
    (other) =>
      seen.failure.provenWith?.includes(other.failure.id) &&
      seen.strength !== 'weak' &&
      joinSeen(seen, other, zone) === 'joined',
  );
  return proven ? 'proof' : seen.strength;
}
