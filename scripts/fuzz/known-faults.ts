/** Faults that are known and not yet mended: they are counted, but not as new ones. An entry goes with its fault. */
import type { Fault } from './checks/fault.ts';
import type { Trial } from './trial.ts';

interface KnownFault {
  readonly why: string;
  is(fault: Fault, trial: Trial): boolean;
}

const knownFaults: readonly KnownFault[] = [];

export const isKnownFault = (fault: Fault, trial: Trial): boolean => knownFaults.some(({ is }) => is(fault, trial));
