/**
 * LZMA as xz and 7z hold it: a range decoder over a window that grows with what comes out, so that a stated dictionary
 * costs nothing by itself. By the LZMA specification of the LZMA SDK (DOC/lzma-specification.txt).
 */

import { evenChance, openRangeDecoder, type RangeDecoder } from './range-decoder.ts';
import { openWindow, smallestWindow } from './window.ts';

export interface Lzma {
  /** Literal and position bits in one byte; false when there are none such. Also resets the state. */
  setProperties(value: number, most?: number): boolean;
  resetState(): void;
  /** Nothing that came before can be referred to. Call `take` first. */
  resetDictionary(): void;
  /** The five bytes before the coded symbols. */
  begin(bytes: Uint8Array): void;
  /**
   * Decodes up to `most` bytes from the input, and returns where it stopped. Unless `isAll`, it stops where a symbol might
   * go beyond the end of what there is.
   */
  run(input: Uint8Array, start: number, most: number, isAll: boolean): number;
  /** Bytes that are not compressed. */
  put(bytes: Uint8Array): void;
  /** What came out since the last call. To be called for each `stepLength` bytes. */
  take(): Uint8Array;
  fault(): LzmaFault | null;
}

/** `cut`: the input is used up. `end`: the mark of an end was met. `far`: it needs a larger window than allowed. */
export type LzmaFault = 'damaged' | 'cut' | 'end' | 'far';

/** What is decoded before `take`. */
export const stepLength = 64 * 1024;
/** A symbol takes no more bytes. */
const longestSymbol = 20;

/** Where the chances of each kind of bit begin. */
const isMatch = 0;
const isRep = 192;
const isRepG0 = 204;
const isRepG1 = 216;
const isRepG2 = 228;
const isRep0Long = 240;
const posSlots = 432;
const posSpecial = 688;
const posAlign = 816;
const matchLengths = 832;
const repLengths = 1346;
const literals = 1860;

/** The window holds what came out last: the dictionary, of `mostBytes` at most. */
export function openLzma(dictionaryBytes: number, mostBytes: number): Lzma {
  const capacity = Math.max(Math.min(dictionaryBytes, mostBytes), smallestWindow);
  const window = openWindow(capacity);
  const coder = openRangeDecoder();
  let chances = new Uint16Array(literals + 0x300);
  let [literalBits, literalMask, positionMask] = [0, 0, 0];
  let [state, rep0, rep1, rep2, rep3] = [0, 0, 0, 0, 0];
  /** Bytes of a match that are still to come. */
  let left = 0;
  let fault: LzmaFault | null = null;

  const literal = (): void => {
    const position = window.position();
    const before = position === 0 ? 0 : window.back(0);
    const from = literals + 0x300 * (((position & literalMask) << literalBits) + (before >> (8 - literalBits)));
    // Behind a match, by the byte that would have gone on with it.
    const value = byteOf(coder, chances, from, state >= 7 ? window.back(rep0) : -1);
    if (coder.isOver()) return;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    window.emit(value);
  };

  /** Sets `left` and `rep0`. */
  const match = (place: number): void => {
    if (coder.bit(chances, isRep + state) === 0) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      left = lengthOf(coder, chances, matchLengths, place);
      state = state < 7 ? 7 : 10;
      rep0 = distanceOf(coder, chances, left);
      if (rep0 === 0xffffffff) fault = 'end';
      return;
    }
    if (coder.bit(chances, isRepG0 + state) === 0) {
      if (coder.bit(chances, isRep0Long + (state << 4) + place) === 0) {
        state = state < 7 ? 9 : 11;
        left = 1;
        return;
      }
    } else if (coder.bit(chances, isRepG1 + state) === 0) [rep0, rep1] = [rep1, rep0];
    else if (coder.bit(chances, isRepG2 + state) === 0) [rep0, rep1, rep2] = [rep2, rep0, rep1];
    else [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
    left = lengthOf(coder, chances, repLengths, place);
    state = state < 7 ? 8 : 11;
  };

  const resetState = (): void => {
    chances.fill(evenChance);
    [state, rep0, rep1, rep2, rep3, left] = [0, 0, 0, 0, 0, 0];
  };

  return {
    setProperties(value, most = 12) {
      const [lc, lp, pb] = [value % 9, Math.floor(value / 9) % 5, Math.floor(value / 45)];
      if (pb > 4 || lc + lp > most) return false;
      [literalBits, literalMask, positionMask] = [lc, (1 << lp) - 1, (1 << pb) - 1];
      chances = new Uint16Array(literals + (0x300 << (lc + lp)));
      resetState();
      return true;
    },
    resetState,
    resetDictionary: window.reset,
    begin(bytes) {
      if (!coder.begin(bytes)) fault = 'damaged';
    },
    run(input, start, most, isAll) {
      coder.feed(input, start);
      const end = isAll ? Number.POSITIVE_INFINITY : input.length - longestSymbol;
      const last = window.position() + most;
      while (!fault && window.position() < last && (left > 0 || coder.position() <= end)) {
        if (left === 0) {
          const place = window.position() & positionMask;
          if (coder.bit(chances, isMatch + (state << 4) + place) === 0) literal();
          else match(place);
          if (!fault && left > 0 && rep0 >= window.length())
            fault = rep0 >= capacity && rep0 < dictionaryBytes ? 'far' : 'damaged';
          // What the end of the input completed is made up.
          if (coder.isOver()) fault = 'cut';
          if (fault) break;
        }
        for (; left > 0 && window.position() < last; left--) window.emit(window.back(rep0));
      }
      return coder.position();
    },
    put: window.put,
    take: window.take,
    fault: () => fault,
  };
}

/** The byte that was expected, if any, decides which chances count as long as its bits come true. */
function byteOf(coder: RangeDecoder, chances: Uint16Array, from: number, expected: number): number {
  let value = 1;
  if (expected >= 0) {
    for (let rest = expected << 1; value < 0x100; rest <<= 1) {
      const next = (rest >> 8) & 1;
      const one = coder.bit(chances, from + ((1 + next) << 8) + value);
      value = (value << 1) | one;
      if (one !== next) break;
    }
  }
  while (value < 0x100) value = (value << 1) | coder.bit(chances, from + value);
  return value & 0xff;
}

function lengthOf(coder: RangeDecoder, chances: Uint16Array, from: number, place: number): number {
  if (coder.bit(chances, from) === 0) return 2 + coder.tree(chances, from + 2 + (place << 3), 3);
  if (coder.bit(chances, from + 1) === 0) return 10 + coder.tree(chances, from + 130 + (place << 3), 3);
  return 18 + coder.tree(chances, from + 258, 8);
}

function distanceOf(coder: RangeDecoder, chances: Uint16Array, length: number): number {
  const slot = coder.tree(chances, posSlots + (Math.min(length - 2, 3) << 6), 6);
  if (slot < 4) return slot;
  const bits = (slot >> 1) - 1;
  const base = ((2 | (slot & 1)) << bits) >>> 0;
  if (slot < 14) return base + coder.reverseTree(chances, posSpecial + base - slot, bits);
  return base + coder.direct(bits - 4) * 16 + coder.reverseTree(chances, posAlign, 4);
}
