/** What a diagnosis shows of its findings: at most twenty places, the first and the last of each failure among them. */
import type { Fact, Failure } from '../define.ts';
import type { Evidence, Layout, Role, Sight } from '../model.ts';
import type { Observation, Suspect } from './suspects.ts';

/** One place is left for a success that lowers the diagnosis. */
const mostEvidence = 19;

/** The sights of a diagnosis: causes first, as `suspects` is ordered; of each failure the telling lines, then those beside them. */
export function listEvidence(suspects: readonly Suspect[]): Evidence[] {
  const lists = suspects.map(({ failure, observations }) => {
    const own = observations.flatMap((one) => sightsOf(one, failure.role, failure)).toSorted(byPlace);
    const beside = observations.flatMap((one) => besideOf(one, failure.role, failure)).toSorted(byPlace);
    return { own, all: [...edgesFirst(own), ...beside] };
  });
  const kept = new Set<Evidence>();
  for (let round = 0; kept.size < mostEvidence && lists.some(({ all }) => round < all.length); round++)
    for (const { all } of lists) {
      const next = all[round];
      if (next && kept.size < mostEvidence) kept.add(next);
    }
  return lists.flatMap(({ own, all }) =>
    [...own, ...all.filter((one) => !own.includes(one))].filter((one) => kept.has(one)),
  );
}

const byPlace = (a: Evidence, b: Evidence): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column;

/** First, last, then the others in order. */
function edgesFirst(list: readonly Evidence[]): Evidence[] {
  if (list.length < 3) return [...list];
  return [list[0]!, list.at(-1)!, ...list.slice(1, -1)];
}

/** A failure or a fact, as its evidence names it. */
type Named = Pick<Failure | Fact, 'id' | 'title'>;

export function sightsOf({ finding, source }: Observation, role: Role, known: Named): Evidence[] {
  const sights = finding.attempts.flatMap(({ first, last }) => (first === last ? [first] : [first, last]));
  return sights.map((sight) => toEvidence(sight, source.path, role, known, finding.layout));
}

const besideOf = ({ finding, source }: Observation, role: Role, known: Named): Evidence[] =>
  (finding.attempts[0]?.beside ?? []).map((sight) => toEvidence(sight, source.path, role, known, finding.layout));

function toEvidence(sight: Sight, path: string, role: Role, known: Named, layout: Layout): Evidence {
  const start = sight.column - 1 - sight.offset;
  return {
    path,
    line: sight.line,
    column: sight.column,
    endColumn: sight.endColumn,
    time: sight.time?.text ?? null,
    timeBasis: sight.time?.basis ?? 'none',
    role,
    failure: known.id,
    shows: known.title,
    witness: sight.witness,
    isAttested: sight.isAttested,
    layout,
    text: sight.text,
    mark: [start, Math.min(sight.text.length, start + sight.endColumn - sight.column)],
  };
}
