/** Findings of a part of a source, moved to where that part stands. */
import type { Attempt, Finding, Sight } from '../model.ts';

export function moveFinding(finding: Finding, move: (sight: Sight) => Sight): Finding {
  const moved = (attempt: Attempt): Attempt => {
    const first = move(attempt.first);
    // One sight stays one.
    const last = attempt.last === attempt.first ? first : move(attempt.last);
    return { ...attempt, first, last, beside: attempt.beside.map(move) };
  };
  return { ...finding, attempts: finding.attempts.map(moved) };
}
