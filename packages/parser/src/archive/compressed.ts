/** What can go wrong with compressed data, and how it is told. */
import { counted, formatCount } from '../telling/labels.ts';
import type { Loss, SourceLimits } from './disk-source.ts';
import { getAgain } from './verify.ts';

export function brokenAfter(given: number, isCut: boolean): Loss {
  const where = given === 0 ? 'at its start' : `after ${formatCount(given)} bytes`;
  const what = isCut ? 'is truncated' : 'is damaged';
  return { kind: 'unreadable', message: `its compressed data ${what} ${where}`, hint: getAgain };
}

export function overratio(given: number, taken: number, limits: SourceLimits): Loss | null {
  if (given <= limits.ratioFloor || given <= taken * limits.ratio) return null;
  return {
    kind: 'limit',
    message: `it expands to more than ${formatCount(limits.ratio)} times its size, like an archive bomb; stopped after ${formatCount(given)} bytes`,
    hint: 'If it is a real log, decompress it and scan the result.',
  };
}

/** What follows the end of the data, if anything does. */
export const restIgnored = (count: number, kind: string): Loss | null =>
  count === 0
    ? null
    : {
        kind: 'skipped',
        message: `${counted(count, 'byte')} after the end of the ${kind} data ${count === 1 ? 'was' : 'were'} ignored`,
        hint: `${kind} ignores them as well; nothing is missing.`,
      };
