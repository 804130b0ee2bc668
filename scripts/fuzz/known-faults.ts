/** Faults that are known and not yet mended: they are counted, but not as new ones. An entry goes with its fault. */
import type { Fault } from './checks/fault.ts';
import type { Trial } from './trial.ts';

interface KnownFault {
  readonly why: string;
  is(fault: Fault, trial: Trial): boolean;
}

const knownFaults: readonly KnownFault[] = [
  {
    why: 'how much comes out of gzip data that is damaged, or a bomb, depends on the pieces that it is read in',
    is: ({ kind, what }) => kind === 'archive' && /compressed data is|times its size/.test(what),
  },
];

export const isKnownFault = (fault: Fault, trial: Trial): boolean => knownFaults.some(({ is }) => is(fault, trial));
