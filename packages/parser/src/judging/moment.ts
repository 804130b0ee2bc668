/** A machine as it was at the moment that was asked about: what was seen at another time decides nothing. */
import { type Fact, type Failure, isFailure } from '../define.ts';
import type { Attempt, Finding } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import { meets, type Window } from './asked.ts';
import type { JudgedMachine } from './machines.ts';
import { gatherSuccesses, isOf, type Success } from './success.ts';

/** Leaves of each finding the attempts that decide: those of the moment, and what held then. */
export function asOfMoment(machine: JudgedMachine, window: Window, knowledge: Knowledge): JudgedMachine {
  const successes = gatherSuccesses(machine, knowledge);
  return {
    ...machine,
    sources: machine.sources.map((source) => ({
      ...source,
      findings: source.findings.flatMap((finding) => {
        const known = knowledge.failureById.get(finding.id) ?? knowledge.factById.get(finding.id);
        const ends = successes.filter((one) => one.ends.includes(finding.id) && isOf(one, { finding, source }));
        const attempts = known ? finding.attempts.filter((one) => decides(known, finding, one, ends, window)) : [];
        return attempts.length === 0 ? [] : [assumed(withAttempts(finding, attempts))];
      }),
    })),
  };
}

/** A state without a date is assumed to have held at the moment: that is no proof. */
const assumed = (finding: Finding): Finding =>
  finding.strength === 'proof' && finding.attempts.every(({ last }) => last.time === null)
    ? { ...finding, strength: 'strong' }
    : finding;

const withAttempts = (finding: Finding, attempts: readonly Attempt[]): Finding =>
  attempts.length === finding.attempts.length
    ? finding
    : {
        ...finding,
        attempts,
        attemptCount: attempts.length,
        count: attempts.reduce((sum, { count }) => sum + count, 0),
      };

function decides(
  known: Failure | Fact,
  finding: Finding,
  attempt: Attempt,
  ends: readonly Success[],
  window: Window,
): boolean {
  const isLasting = known.standing === true || (isFailure(known) && known.lasting === true);
  const [from, to] = [window.place(attempt.first.time?.text ?? null), window.place(attempt.last.time?.text ?? null)];
  // What has no date is of the moment only if it is a state.
  if (from === null || to === null) return isLasting;
  if (window.until !== null && from > window.until) return false;
  if (isLasting || meets(window, from, to)) return true;
  // It was before the moment. What ends others, and what lasted until something later ended it, holds at the moment.
  if (isFailure(known) ? known.mends !== undefined : known.effect === 'ends') return true;
  return isFailure(known) && lastsUntil(finding, to, ends, window);
}

/** True when a failure went on: the next that is known of it is after the window has begun, be it an end or the failure again. */
function lastsUntil(finding: Finding, to: number, ends: readonly Success[], { since, place }: Window): boolean {
  const times = (all: readonly Attempt[]): number[] => all.flatMap(({ last }) => place(last.time?.text ?? null) ?? []);
  const good = ends.flatMap(({ observation }) => times(observation.finding.attempts)).filter((time) => time > to);
  const bad = times(finding.attempts).filter((time) => time > to);
  const isAfter = (time: number): boolean => since === null || time >= since;
  return good.every(isAfter) && [...good, ...bad].some(isAfter);
}
