import { type Diagnosis, type Report, type Severity, severities } from '@zoomlog/parser';
import type { Problem } from '@zoomlog/parser/node';

/** 0: no diagnosis. 1: a diagnosis. 2: usage error, or nothing could be read. 3: evidence is missing. 130: interrupted. */
export type ExitStatus = 0 | 1 | 2 | 3 | 130;

/** Something was looked for: of another program's log, or of one that a watch passed over, nothing is known. */
export const wasJudged = ({ coverage, sources }: Pick<Report, 'coverage' | 'sources'>): boolean =>
  coverage.length > 0 || sources.some(({ state }) => state === 'quoted');

/** Whether a diagnosis makes the scan fail: one that is over does not. */
export const isWorthFailing = (
  { severity, ended }: Pick<Diagnosis, 'severity' | 'ended'>,
  failOn: Severity | 'never',
): boolean => failOn !== 'never' && ended === null && severities.indexOf(severity) >= severities.indexOf(failOn);

/**
 * The status of a scan, the first that applies. `named` holds the paths given by the user; empty when the scan chose
 * the documented folders.
 */
export function exitStatusOf(
  report: Report,
  problems: readonly Problem[],
  named: readonly string[],
  failOn: Severity | 'never',
): ExitStatus {
  const { sources, diagnoses, asked } = report;
  const missing = new Set(problems.filter(({ kind }) => kind === 'missing').map(({ path }) => path));
  if (named.length > 0 && missing.size >= new Set(named).size) return 2;
  if (sources.length > 0 && sources.every(({ state }) => state === 'unreadable')) return 2;

  if (diagnoses.some((diagnosis) => isWorthFailing(diagnosis, failOn))) return 1;

  // Of the time that was asked about, nothing is known.
  if (asked.length > 0 && asked.every(({ count }) => count === 0)) return 3;
  const isShort = sources.some(({ state, complete }) => state === 'encrypted' || state === 'unreadable' || !complete);
  return isShort || problems.some(({ kind }) => kind !== 'skipped') || !wasJudged(report) ? 3 : 0;
}
