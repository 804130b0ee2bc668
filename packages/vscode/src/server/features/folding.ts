/** Folds: launches, and attempts of one failure from their first to their last line. */
import type { FoldingRange } from 'vscode-languageserver';
import type { Shown } from '../shown.ts';
import { launchRanges } from './symbols.ts';

const mostFolds = 5000;

export function foldingRangesOf({ source, first, lines }: Shown): FoldingRange[] {
  const attempts = source.findings
    .filter(({ kind }) => kind === 'failure')
    .flatMap((finding) => finding.attempts.map((attempt) => ({ first: attempt.first.line, last: attempt.last.line })));
  const folds = [...launchRanges(source), ...attempts].filter((fold) => fold.last > fold.first);
  // Each line starts one fold at most: the widest.
  const widest = new Map<number, number>();
  for (const fold of folds) widest.set(fold.first, Math.max(widest.get(fold.first) ?? 0, fold.last));
  return [...widest]
    .map(([from, to]) => ({ startLine: from - first, endLine: to - first }))
    .filter(({ startLine, endLine }) => startLine >= 0 && (lines === null || endLine < lines))
    .sort((a, b) => a.startLine - b.startLine)
    .slice(0, mostFolds);
}
