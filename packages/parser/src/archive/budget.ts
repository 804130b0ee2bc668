import { formatCount } from '../telling/labels.ts';
import type { Bytes } from './bytes.ts';
import type { Custody } from './custody.ts';
import type { Decompression } from './decompression.ts';
import type { Loss, SourceLimits } from './disk-source.ts';

/** What one archive, with everything nested in it, may still cost. */
export interface Budget {
  readonly limits: SourceLimits;
  readonly decompression: Decompression;
  /** Hashes what is stored; null: nobody asks. */
  readonly custody: Custody | null;
  /** Bytes of the archive itself, as far as they are known. */
  readonly size: () => number;
  bytes: number;
  entries: number;
  /** Memory for archives that have no file of their own; given back when such a one is left. */
  buffer: number;
  /** Set once bytes or entries are used up: nothing more is read from the archive. */
  spent: Loss | null;
  /** Losses that the consumer has been told of: one break is told once, at the innermost path. */
  readonly told: WeakSet<Loss>;
}

export const newBudget = (
  limits: SourceLimits,
  decompression: Decompression,
  size: () => number,
  custody: Custody | null = null,
): Budget => ({
  limits,
  decompression,
  custody,
  size,
  bytes: limits.bytes,
  entries: limits.entries,
  buffer: limits.buffer,
  spent: null,
  told: new WeakSet(),
});

/** Takes one entry from the budget; a Loss when nothing is left. */
export function takeEntry(budget: Budget): Loss | null {
  if (budget.entries-- <= 0) budget.spent ??= outOf(budget.limits.entries, 'entries');
  return budget.spent;
}

/** Passes decompressed bytes on as long as the budget lasts. */
export async function* metered(bytes: Bytes, budget: Budget): Bytes {
  try {
    for (;;) {
      const step = await bytes.next();
      if (step.done) return step.value;
      const chunk = step.value;
      const left = budget.bytes;
      budget.bytes -= chunk.length;
      if (budget.bytes < 0 && !budget.spent) {
        budget.spent = outOf(budget.limits.bytes, 'bytes');
        if (left > 0) yield chunk.subarray(0, left);
      }
      if (isBomb(budget)) budget.spent ??= outOfProportion(budget.limits);
      if (budget.spent) return budget.spent;
      yield chunk;
    }
  } finally {
    await bytes.return(null);
  }
}

const outOf = (count: number, what: string): Loss => ({
  kind: 'limit',
  message: `the archive holds more than ${formatCount(count)} ${what}; the rest was not read`,
  hint: 'Extract it, then scan the folder.',
});

/** However little each of its entries gives. */
const isBomb = ({ limits, bytes, size }: Budget): boolean =>
  limits.bytes - bytes > limits.totalFloor && limits.bytes - bytes > limits.ratio * size();

const outOfProportion = (limits: SourceLimits): Loss => ({
  kind: 'limit',
  message: `it expands to more than ${formatCount(limits.ratio)} times its size in all, like an archive bomb; the rest was not read`,
  hint: 'If it holds real logs, extract it, then scan the folder.',
});
