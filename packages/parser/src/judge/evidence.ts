/** What a diagnosis shows of its findings: at most twenty places, the first and the last of each failure among them. */
import type { Evidence, Role, Sight } from '../model.ts';
import type { Observation, Seen } from './seen.ts';

const mostEvidence = 20;

/** The sights of a diagnosis: causes first, as `seen` is ordered; each failure's own in path and line order. */
export function listEvidence(seen: readonly Seen[]): Evidence[] {
  const lists = seen.map(({ failure, observations }) =>
    edgesFirst(observations.flatMap((one) => sightsOf(one, failure.role, failure.id)).toSorted(byPlace)),
  );
  const kept = new Set<Evidence>();
  for (let round = 0; kept.size < mostEvidence && lists.some((list) => round < list.length); round++)
    for (const list of lists) {
      const next = list[round];
      if (next && kept.size < mostEvidence) kept.add(next);
    }
  return lists.flatMap((list) => list.filter((one) => kept.has(one)).toSorted(byPlace));
}

const byPlace = (a: Evidence, b: Evidence): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column;

/** First, last, then the others in order. */
function edgesFirst(list: readonly Evidence[]): Evidence[] {
  if (list.length < 3) return [...list];
  return [list[0]!, list.at(-1)!, ...list.slice(1, -1)];
}

export function sightsOf({ finding, source }: Observation, role: Role, failure: string): Evidence[] {
  const sights = finding.attempts.flatMap(({ first, last }) => (first === last ? [first] : [first, last]));
  return sights.map((sight) => toEvidence(sight, source.path, role, failure, finding.layout));
}

function toEvidence(sight: Sight, path: string, role: Role, failure: string, layout: Evidence['layout']): Evidence {
  const start = sight.column - 1 - sight.offset;
  return {
    path,
    line: sight.line,
    column: sight.column,
    endColumn: sight.endColumn,
    time: sight.time?.text ?? null,
    timeBasis: sight.time?.basis ?? 'none',
    role,
    failure,
    layout,
    text: sight.text,
    mark: [start, Math.min(sight.text.length, start + sight.endColumn - sight.column)],
  };
}
