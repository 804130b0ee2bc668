/** Pieces that are expensive to read: only the first, and those that can matter, are read whole. */

import type { Skim } from '../define.ts';
import type { Time } from '../model.ts';
import { counted } from './notes.ts';
import { anyOf } from './search.ts';

export interface Skimmer {
  /** False for a piece of which only the time is needed. */
  mustRead(text: string): boolean;
  timeOf(text: string): Time | null;
  /** Counts a piece that could matter and could not be read. */
  failed(text: string): void;
  note(): string | null;
}

export function openSkimmer(skim: Skim, literals: readonly string[], everyPiece: boolean): Skimmer {
  const known = anyOf(literals);
  const canMatter = (text: string): boolean => known.test(text) || skim.hides(text);
  let isFirst = true;
  let malformed = 0;
  return {
    mustRead(text) {
      const isNeeded = isFirst || everyPiece || canMatter(text);
      isFirst = false;
      return isNeeded;
    },
    timeOf: skim.timeOf,
    failed(text) {
      if (canMatter(text)) malformed++;
    },
    note: () => counted(malformed, ...skim.malformed),
  };
}
