/** Records of one process: what one of them tells decides what the others are worth. */
import type { Finding, SourceFindings } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';
import type { Clock } from './clock.ts';
import type { JudgedMachine } from './machines.ts';

/** What is told of one process, within this time: a crash is recorded at once, its dump when it is written. */
const longestMs = 600_000;

/** Leaves out the failures of processes of which something else shows that they are none. */
export function withoutDisproved(machine: JudgedMachine, knowledge: Knowledge): JudgedMachine {
  const told = machine.sources.flatMap((source) =>
    source.findings.filter(({ process }) => process !== null).map((finding) => ({ finding, source })),
  );
  const isDisproved = (finding: Finding, source: SourceFindings): boolean => {
    const ids: readonly string[] = knowledge.failureById.get(finding.id)?.when?.nothing?.sameProcess ?? [];
    return told.some(
      (other) =>
        ids.includes(other.finding.id) &&
        other.finding.process === finding.process &&
        (source.isHearsay || !other.source.isHearsay) &&
        !areApart(machine.clock, other.finding, finding, other.source === source),
    );
  };
  if (!told.some(({ finding, source }) => isDisproved(finding, source))) return machine;
  return {
    ...machine,
    sources: machine.sources.map((source) => ({
      ...source,
      findings: source.findings.filter((finding) => finding.process === null || !isDisproved(finding, source)),
    })),
  };
}

/** True when both are known not to have been at one time: ids of processes are used again. */
const areApart = (clock: Clock, a: Finding, b: Finding, sameSource: boolean): boolean =>
  a.attempts.every(({ first }) =>
    b.attempts.every((other) => {
      const gap = first.time && other.first.time && clock.difference(first.time, other.first.time, sameSource);
      return gap !== null && Math.abs(gap) > longestMs;
    }),
  );
