/**
 * LZMA as xz and 7z hold it: a range decoder over a window that grows with what comes out, so that a stated dictionary
 * costs nothing by itself. By the LZMA specification of the LZMA SDK (DOC/lzma-specification.txt).
 */

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
const firstWindow = 4 * stepLength;

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
  const capacity = Math.max(Math.min(dictionaryBytes, mostBytes), firstWindow);
  let window = new Uint8Array(firstWindow);
  let [at, full, taken] = [0, 0, 0];
  let probs = new Uint16Array(literals + 0x300);
  let [literalBits, literalMask, positionMask] = [0, 0, 0];
  let [state, rep0, rep1, rep2, rep3] = [0, 0, 0, 0, 0];
  /** Of a match in progress. */
  let left = 0;
  let position = 0;
  let fault: LzmaFault | null = null;
  /** Range and code, which need all 32 bits. */
  const coder = new Uint32Array(2);
  let [source, next, isOver] = [new Uint8Array(0) as Uint8Array, 0, false];

  const normalize = (): void => {
    if (coder[0]! >= 0x1000000) return;
    if (next >= source.length) isOver = true;
    coder[0] = coder[0]! << 8;
    coder[1] = (coder[1]! << 8) | (source[next++] ?? 0);
  };
  const bit = (index: number): number => {
    normalize();
    const range = coder[0]!;
    const chance = probs[index]!;
    const bound = (range >>> 11) * chance;
    if (coder[1]! < bound) {
      coder[0] = bound;
      probs[index] = chance + ((2048 - chance) >> 5);
      return 0;
    }
    coder[0] = range - bound;
    coder[1] = coder[1]! - bound;
    probs[index] = chance - (chance >> 5);
    return 1;
  };
  const tree = (from: number, bits: number): number => {
    let value = 1;
    for (let count = bits; count > 0; count--) value = (value << 1) | bit(from + value);
    return value - (1 << bits);
  };
  const reverseTree = (from: number, bits: number): number => {
    let [value, node] = [0, 1];
    for (let count = 0; count < bits; count++) {
      const one = bit(from + node);
      node = (node << 1) | one;
      value |= one << count;
    }
    return value;
  };
  const direct = (bits: number): number => {
    let value = 0;
    for (let count = bits; count > 0; count--) {
      normalize();
      const half = coder[0]! >>> 1;
      coder[0] = half;
      const isOne = coder[1]! >= half;
      if (isOne) coder[1] = coder[1]! - half;
      value = (value << 1) | (isOne ? 1 : 0);
    }
    return value >>> 0;
  };
  const lengthOf = (from: number, place: number): number => {
    if (bit(from) === 0) return 2 + tree(from + 2 + (place << 3), 3);
    if (bit(from + 1) === 0) return 10 + tree(from + 130 + (place << 3), 3);
    return 18 + tree(from + 258, 8);
  };
  const distanceOf = (length: number): number => {
    const slot = tree(posSlots + (Math.min(length - 2, 3) << 6), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = ((2 | (slot & 1)) << bits) >>> 0;
    if (slot < 14) return base + reverseTree(posSpecial + base - slot, bits);
    return base + direct(bits - 4) * 16 + reverseTree(posAlign, 4);
  };

  const emit = (byte: number): void => {
    if (at === window.length) {
      if (window.length < capacity) {
        const larger = new Uint8Array(Math.min(capacity, window.length * 2));
        larger.set(window);
        window = larger;
      } else at = 0;
    }
    window[at++] = byte;
    if (full < window.length) full++;
    position = (position + 1) | 0;
  };
  const back = (distance: number): number =>
    window[at > distance ? at - distance - 1 : at - distance - 1 + window.length]!;

  const literal = (): void => {
    const before = full === 0 ? 0 : back(0);
    const from = literals + 0x300 * (((position & literalMask) << literalBits) + (before >> (8 - literalBits)));
    let value = 1;
    if (state >= 7) {
      for (let old = back(rep0) << 1; value < 0x100; old <<= 1) {
        const expected = (old >> 8) & 1;
        const one = bit(from + ((1 + expected) << 8) + value);
        value = (value << 1) | one;
        if (one !== expected) break;
      }
    }
    while (value < 0x100) value = (value << 1) | bit(from + value);
    if (isOver) return;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
    emit(value & 0xff);
  };

  /** Sets `left` and `rep0`. */
  const match = (place: number): void => {
    if (bit(isRep + state) === 0) {
      [rep3, rep2, rep1] = [rep2, rep1, rep0];
      left = lengthOf(matchLengths, place);
      state = state < 7 ? 7 : 10;
      rep0 = distanceOf(left);
      if (rep0 === 0xffffffff) fault = 'end';
      return;
    }
    if (bit(isRepG0 + state) === 0) {
      if (bit(isRep0Long + (state << 4) + place) === 0) {
        state = state < 7 ? 9 : 11;
        left = 1;
        return;
      }
    } else if (bit(isRepG1 + state) === 0) [rep0, rep1] = [rep1, rep0];
    else if (bit(isRepG2 + state) === 0) [rep0, rep1, rep2] = [rep2, rep0, rep1];
    else [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
    left = lengthOf(repLengths, place);
    state = state < 7 ? 8 : 11;
  };

  const resetState = (): void => {
    probs.fill(1024);
    [state, rep0, rep1, rep2, rep3, left] = [0, 0, 0, 0, 0, 0];
  };

  return {
    setProperties(value, most = 12) {
      if (value >= 225) return false;
      const [lc, lp, pb] = [value % 9, Math.floor(value / 9) % 5, Math.floor(value / 45)];
      if (lc + lp > most) return false;
      [literalBits, literalMask, positionMask] = [lc, (1 << lp) - 1, (1 << pb) - 1];
      const size = literals + (0x300 << (lc + lp));
      if (probs.length < size) probs = new Uint16Array(size);
      resetState();
      return true;
    },
    resetState,
    resetDictionary() {
      [at, full, taken, position] = [0, 0, 0, 0];
    },
    begin(bytes) {
      coder[0] = 0xffffffff;
      coder[1] = ((bytes[1]! << 24) | (bytes[2]! << 16) | (bytes[3]! << 8) | bytes[4]!) >>> 0;
      if (bytes[0] !== 0) fault = 'damaged';
    },
    run(input, start, most, isAll) {
      [source, next, isOver] = [input, start, false];
      const end = isAll ? Number.POSITIVE_INFINITY : input.length - longestSymbol;
      let count = 0;
      while (!fault && (left > 0 || next <= end) && count < most) {
        if (left === 0) {
          const place = position & positionMask;
          if (bit(isMatch + (state << 4) + place) === 0) {
            literal();
            count++;
          } else {
            match(place);
            if (!fault && rep0 >= full) fault = rep0 >= capacity && rep0 < dictionaryBytes ? 'far' : 'damaged';
          }
          // What the end of the input completed is made up.
          if (isOver) fault = 'cut';
          if (fault) break;
        }
        for (; left > 0 && count < most; left--, count++) emit(back(rep0));
      }
      return Math.min(next, input.length);
    },
    put(bytes) {
      for (const byte of bytes) emit(byte);
    },
    take() {
      const piece = at >= taken ? window.slice(taken, at) : joined(window.subarray(taken), window.subarray(0, at));
      taken = at;
      return piece;
    },
    fault: () => fault,
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
