/** Reports with nothing in them but texts and paths, for tests of masking. */
import type { Evidence, Report, Source } from '@zoomlog/parser';
import { judge, knowledge } from '@zoomlog/parser';

export const evidenceOf = (text: string, mark: readonly [number, number] = [0, 0], path = 'a.log'): Evidence => ({
  path,
  line: 1,
  column: 1 + mark[0],
  endColumn: 1 + mark[1],
  time: null,
  timeBasis: 'none',
  role: 'cause',
  failure: 'network-unreachable',
  shows: 'No route to any Zoom server',
  witness: null,
  isAttested: false,
  layout: 'captured',
  text,
  mark: [...mark],
});

const sourceOf = (path: string): Source => ({
  bundle: 1,
  path,
  machine: 1,
  modified: null,
  format: null,
  state: 'read',
  complete: true,
  bytes: 1,
  lines: 1,
  passedOver: 0,
  first: null,
  last: null,
  timeBasis: 'none',
  note: null,
});

/** The report on no source, with these pieces of evidence under one verdict and these sources. */
export function reportOf(evidence: readonly Evidence[], paths: readonly string[] = []): Report {
  const empty = judge(knowledge, [], { version: 'test' });
  const [first, ...rest] = empty.verdicts;
  return {
    ...empty,
    sources: paths.map(sourceOf),
    verdicts: [{ ...first!, evidence: [...evidence] }, ...rest],
  };
}
