/** Pieces that are expensive to read: only the first, and those that can matter, are read whole. */

import type { Skim } from '../define.ts';
import type { Time } from '../model.ts';
import { counted } from './notes.ts';
import { anyOf } from './search.ts';

/**
 * How a piece is looked at. whole: all of it is read, carried and searched. apart: so it is for whoever asks for every piece,
 * but what it tells of the others is not carried, so that both ways of reading agree. time: only its time is needed.
 */
export type Look = 'whole' | 'apart' | 'time';

export interface Skimmer {
  look(text: string): Look;
  timeOf(text: string): Time | null;
  /** The piece was read; else it is counted, if it could matter. */
  done(text: string, isRead: boolean): void;
  note(): string | null;
}

export function openSkimmer(skim: Skim, literals: readonly string[], everyPiece: boolean): Skimmer {
  const known = anyOf(literals);
  const canMatter = (text: string): boolean => known.test(text) || skim.hides(text);
  /** Until one could be read: it tells whose log it is. */
  let isFirst = true;
  let malformed = 0;
  return {
    look: (text) => (isFirst || canMatter(text) ? 'whole' : everyPiece ? 'apart' : 'time'),
    timeOf: skim.timeOf,
    done(text, isRead) {
      if (isRead) isFirst = false;
      else if (canMatter(text)) malformed++;
    },
    note: () => counted(malformed, ...skim.malformed),
  };
}
