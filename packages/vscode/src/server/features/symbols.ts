/** The outline: diagnoses with their attempts, and launches or runs. */
import { confidenceName, counted, type Diagnosis, type SourceFindings, type Time } from '@zoomlog/parser';
import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver';
import { leadOf } from '../bundle.ts';
import { rangeIn, type Shown } from '../shown.ts';

const mostAttempts = 64;

export function symbolsOf(shown: Shown): DocumentSymbol[] {
  const diagnoses = shown.bundle.report.diagnoses.flatMap((diagnosis) => diagnosisSymbol(shown, diagnosis) ?? []);
  return [...diagnoses, ...launchSymbols(shown)];
}

function diagnosisSymbol(shown: Shown, diagnosis: Diagnosis): DocumentSymbol | null {
  const lead = leadOf(diagnosis);
  const own = diagnosis.evidence.filter(({ path }) => path === shown.path);
  const selection = own.flatMap((one) => rangeIn(shown, one) ?? [])[0];
  if (!selection || !lead) return null;
  const children = attemptsOf(shown, diagnosis);
  return {
    name: diagnosis.title,
    detail: [diagnosis.code ?? '', diagnosis.class, confidenceName(diagnosis.confidence)]
      .filter((part) => part !== '')
      .join(' · '),
    kind: SymbolKind.Event,
    range: around([selection, ...children.map(({ range }) => range)]),
    selectionRange: selection,
    children,
  };
}

/** The attempts of the failures that the diagnosis joins, those in this source. */
function attemptsOf(shown: Shown, { evidence }: Diagnosis): DocumentSymbol[] {
  const joined = new Set(evidence.filter(({ path }) => path === shown.path).map(({ failure }) => failure));
  return shown.source.findings
    .filter(({ id, kind }) => kind === 'failure' && joined.has(id))
    .flatMap(({ id, attempts }) => attempts.map(({ first, last, count }) => ({ id, first, last, count })))
    .toSorted((a, b) => a.first.line - b.first.line)
    .slice(0, mostAttempts)
    .flatMap(({ id, first, last, count }) => {
      const selection = rangeIn(shown, first);
      if (!selection) return [];
      const end = rangeIn(shown, last);
      return [
        {
          name: `attempt: ${id}`,
          detail: [counted(count, 'log entry', 'log entries'), clock(first.time)]
            .filter((part) => part !== '')
            .join(', '),
          kind: SymbolKind.Field,
          range: around([selection, ...(end ? [end] : [])]),
          selectionRange: selection,
        },
      ];
    });
}

function launchSymbols(shown: Shown): DocumentSymbol[] {
  return launchRanges(shown.source).flatMap(({ first, last, time }, at) => {
    const selection = rangeIn(shown, { line: first, column: 1, endColumn: 1 });
    const end = rangeIn(shown, { line: last, column: 1, endColumn: 1 });
    return selection
      ? [
          {
            name: `launch ${at + 1}`,
            detail: clock(time),
            kind: SymbolKind.Namespace,
            range: around([selection, ...(end ? [end] : [])]),
            selectionRange: selection,
          },
        ]
      : [];
  });
}

/** First and last line of each launch, from 1. */
export const launchRanges = ({ launches, lines }: SourceFindings) =>
  launches.map(({ line, time }, at) => ({ first: line, last: (launches[at + 1]?.line ?? lines + 1) - 1, time }));

const clock = (time: Time | null): string => time?.text.split('T').at(-1) ?? '';

/** The smallest range that holds all of them; an outline needs each part inside its parent. */
function around(ranges: readonly Range[]): Range {
  const starts = ranges.map(({ start }) => start).toSorted(before);
  const ends = ranges.map(({ end }) => end).toSorted(before);
  return { start: starts[0]!, end: ends.at(-1)! };
}

const before = (a: Range['start'], b: Range['start']): number => a.line - b.line || a.character - b.character;
