/** What is masked outside a report, and what is printed of the report's last check. */
import { counted, type Masks } from '@zoomlog/parser';
import type { Problem } from '@zoomlog/parser/node';
import { type Io, writeError } from './io.ts';

/** The problems with the users in their paths masked as in the report. */
export const withoutUsers = (problems: readonly Problem[], masks: Masks): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, path: masks.path(problem.path), message: masks.text(problem.message) }));

/** What the user can do where only the last check found a secret; nothing of the secret itself. */
export const leakText = (leaks: number): string =>
  `${counted(leaks, 'secret was', 'secrets were')} masked only by the last check (<leak-1>); please report how such a log line is laid out, without the secret`;

/** One line on standard error if only the last check found a secret. It changes no exit status. */
export function complainOfLeaks(masks: Masks, io: Io): void {
  if (masks.leaks() > 0) writeError(io, leakText(masks.leaks()));
}
