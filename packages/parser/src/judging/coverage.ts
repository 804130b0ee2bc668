/** What was read, by class and machine, and from when to when: nothing found means something only there. */
import { type Coverage, failureClasses, type SourceFindings, type Time } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import type { Clock } from './clock.ts';
import type { JudgedMachine } from './machines.ts';
import { withoutRefused } from './missing.ts';

/** A line for each class of which at least one source of a machine can tell. */
export function listCoverage(machines: readonly JudgedMachine[], knowledge: Knowledge): Coverage[] {
  return machines.flatMap(({ machine, sources: all, clock }) => {
    const sources = withoutRefused(all);
    return failureClasses.flatMap((name) => {
      const covering = sources.filter((source) => coveredClasses(source, knowledge).has(name));
      if (covering.length === 0) return [];
      const [first, last] = spanOf(covering, clock);
      return [
        {
          machine: machine.id,
          class: name,
          ...listPaths(covering),
          first: first?.text ?? null,
          last: last?.text ?? null,
          timeBasis: first?.basis ?? 'none',
          gaps: covering.flatMap(({ path, gaps }) => gaps.map((gap) => `${path}: ${gap}`)),
        },
      ];
    });
  });
}

const mostPaths = 100;

/** How many sources, and the paths of the first ones: the same for each class would fill a report. */
export function listPaths(sources: readonly SourceFindings[]): { count: number; sources: string[] } {
  const paths = [...new Set(sources.map(({ path }) => path))];
  return { count: paths.length, sources: paths.slice(0, mostPaths) };
}

/** What a source can tell of, whether it holds a line of Zoom's or not; nothing where nothing was judged. */
function coveredClasses(
  { state, formats, lines, passedOver, findings }: SourceFindings,
  { coveredBy, formatById }: Knowledge,
): ReadonlySet<string> {
  // A log without events tells of no time.
  const isJudged = state === 'read' && lines > passedOver;
  const telling = formats.filter((format) => findings.length > 0 || !formatById.get(format)?.isInventory);
  return new Set(isJudged ? telling.flatMap((format) => [...coveredBy(format)]) : []);
}

/** The earliest and the latest time; of times that have no common clock, those of the first source. */
function spanOf(sources: readonly SourceFindings[], clock: Clock): [first: Time | null, last: Time | null] {
  const pick = (edge: 'first' | 'last', sign: 1 | -1): Time | null =>
    sources
      .flatMap((source) => source[edge] ?? [])
      .reduce<Time | null>((best, one) => {
        const gap = best && clock.difference(one, best, false);
        return best === null || (gap !== null && gap * sign < 0) ? one : best;
      }, null);
  return [pick('first', 1), pick('last', -1)];
}
