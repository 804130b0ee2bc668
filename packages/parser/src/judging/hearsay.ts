/**
 * What a document quotes, beside what log files show: a quotation of a file that is there says nothing more, and of one that
 * is not there, it is heard. Heard evidence never proves, clears, ends or doubts what a file shows.
 */
import type { Attempt, Finding, SourceFindings } from '../model.ts';

/** A source, and what it quotes as sources beside it. */
export const withQuoted = (source: SourceFindings): SourceFindings[] => [
  source,
  ...source.quoted.map((one) => ({
    ...one,
    path: source.path + one.path,
    packed: source.packed,
    isAltered: source.isAltered === true,
  })),
];

interface Shown {
  readonly computer: string | null;
  readonly attempt: Attempt;
}

/** The sources, and of quotations only what no log file of their machine shows itself. */
export function unrepeated(sources: readonly SourceFindings[]): readonly SourceFindings[] {
  const shown = new Map<string, Shown[]>();
  for (const source of sources.filter(({ isHearsay }) => !isHearsay))
    for (const finding of source.findings) {
      const key = keyOf(finding);
      const more = finding.attempts.map((attempt) => ({ computer: computerOf(finding, source), attempt }));
      shown.set(key, [...(shown.get(key) ?? []), ...more]);
    }
  return sources.map((source) => (source.isHearsay ? withoutShown(source, shown) : source));
}

const keyOf = ({ kind, id, code, subject }: Finding): string => [kind, id, code, subject?.text].join('\0');
const computerOf = ({ computer }: Finding, { machine }: SourceFindings): string | null => computer ?? machine.computer;

function withoutShown(source: SourceFindings, shown: ReadonlyMap<string, readonly Shown[]>): SourceFindings {
  const findings = source.findings.flatMap((finding) => {
    const own = computerOf(finding, source);
    const known = (shown.get(keyOf(finding)) ?? []).filter(
      ({ computer }) => computer === null || own === null || computer === own,
    );
    const attempts = finding.attempts.filter((quoted) => !known.some(({ attempt }) => holds(attempt, quoted)));
    if (attempts.length === finding.attempts.length) return [finding];
    const count = attempts.reduce((sum, one) => sum + one.count, 0);
    return attempts.length === 0 ? [] : [{ ...finding, attempts, count, attemptCount: attempts.length }];
  });
  return { ...source, findings };
}

/** True when an attempt was within another one, by the same clock, or is the same line. */
function holds({ first, last }: Attempt, quoted: Attempt): boolean {
  const [from, to, start, end] = [first.time, last.time, quoted.first.time, quoted.last.time];
  if (!from || !to || !start || !end) return first.text === quoted.first.text;
  const isOneClock = [to, start, end].every(({ basis }) => basis === from.basis);
  return isOneClock && from.ms <= start.ms && end.ms <= to.ms;
}
