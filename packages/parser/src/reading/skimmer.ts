/** Pieces that are expensive to read: only the first, and those that can matter, are read whole. */

import type { Format, LineSearch, Skim } from '../define.ts';
import type { Time } from '../model.ts';
import type { Knowledge } from './classify.ts';
import { counted } from './notes.ts';
import { anyOf, compileLiterals, findLines, type LiteralSet } from './search.ts';

/**
 * How a piece is looked at. whole: all of it is read, carried and searched. apart: so it is for whoever asks for every piece,
 * but what it tells of the others is not carried, so that both ways of reading agree. time: only its time is needed.
 */
export type Look = 'whole' | 'apart' | 'time';

export interface Skimmer {
  /** Finds everything until a piece could be read, and then what the search finds. */
  searchBy(search: LineSearch): LineSearch;
  look(text: string): Look;
  timeOf(text: string): Time | null;
  /** The piece was read; else it is counted, if it could matter. */
  done(text: string, isRead: boolean): void;
  note(): string | null;
}

export function openSkimmer(skim: Skim, literals: readonly string[], everyPiece: boolean): Skimmer {
  const known = anyOf([...literals.map(skim.written), ...skim.hides]);
  const canMatter = (text: string): boolean => known.test(text) || skim.isOdd(text);
  /** Until one could be read: it tells whose log it is. */
  let isFirst = true;
  /** Then no other piece comes here than those that can matter. */
  let isSearched = false;
  let malformed = 0;
  return {
    searchBy(search) {
      isSearched = true;
      return (bytes, from, to, found) => {
        if (!isFirst) return search(bytes, from, to, found);
        found(0, from, to);
        return search(bytes, from, to, () => {});
      };
    },
    look: (text) => (isFirst || isSearched || canMatter(text) ? 'whole' : everyPiece ? 'apart' : 'time'),
    timeOf: skim.timeOf,
    done(text, isRead) {
      if (isRead) isFirst = false;
      else if (canMatter(text)) malformed++;
    },
    note: () => counted(malformed, ...skim.malformed),
  };
}

/** Finds what may matter; null where each piece is read. */
export function searchOf(knowledge: Knowledge, format: Format, sample: Uint8Array | undefined): LineSearch | null {
  const { searched, sifted, skim } = format.framing;
  if (skim) {
    return findLines.bind(null, compiledOnce(skim, [...writtenLiterals(knowledge, format), ...skim.hides], sample));
  }
  if (sifted && format.needs) return findLines.bind(null, compiledOnce(format.needs, format.needs, sample));
  return searched || sifted ? findLines.bind(null, knowledge.literals(format, sample)) : null;
}

/** The literals of a format as they stand in its pieces. */
export function writtenLiterals(knowledge: Knowledge, format: Format): readonly string[] {
  const { literals } = knowledge.literals(format);
  const { skim } = format.framing;
  return skim ? literals.map(skim.written) : literals;
}

const compiled = new WeakMap<object, LiteralSet>();

/** Files of one format are much alike: the first sample serves for all. */
function compiledOnce(key: object, literals: readonly string[], sample: Uint8Array | undefined): LiteralSet {
  const set = compiled.get(key) ?? compileLiterals(literals, sample);
  compiled.set(key, set);
  return set;
}
