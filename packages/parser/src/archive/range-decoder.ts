/** Bits from a range coder, each with a chance that it learns. By the LZMA specification of the LZMA SDK. */

export interface RangeDecoder {
  /** The five bytes before the first bit; false when they are none such. */
  begin(bytes: Uint8Array): boolean;
  /** Where the next bits come from. */
  feed(input: Uint8Array, start: number): void;
  /** The next bit, with the chance at that index. */
  bit(chances: Uint16Array, index: number): number;
  /** As many bits, the highest first, with chances from there on. */
  tree(chances: Uint16Array, from: number, bits: number): number;
  /** The lowest bit first. */
  reverseTree(chances: Uint16Array, from: number, bits: number): number;
  /** Bits that are as often 0 as 1. */
  direct(bits: number): number;
  /** Where it is in the input. */
  position(): number;
  /** It went beyond the end of the input. */
  isOver(): boolean;
}

/** A chance of one half. */
export const evenChance = 1024;

export function openRangeDecoder(): RangeDecoder {
  /** Range and code, which need all 32 bits. */
  const coder = new Uint32Array(2);
  let [source, next, isOver] = [new Uint8Array(0) as Uint8Array, 0, false];
  const normalize = (): void => {
    if (coder[0]! >= 0x1000000) return;
    if (next >= source.length) isOver = true;
    coder[0] = coder[0]! << 8;
    coder[1] = (coder[1]! << 8) | (source[next++] ?? 0);
  };
  const bit = (chances: Uint16Array, index: number): number => {
    normalize();
    const range = coder[0]!;
    const chance = chances[index]!;
    const bound = (range >>> 11) * chance;
    if (coder[1]! < bound) {
      coder[0] = bound;
      chances[index] = chance + ((2048 - chance) >> 5);
      return 0;
    }
    coder[0] = range - bound;
    coder[1] = coder[1]! - bound;
    chances[index] = chance - (chance >> 5);
    return 1;
  };
  return {
    begin(bytes) {
      coder[0] = 0xffffffff;
      coder[1] = (bytes[1]! << 24) | (bytes[2]! << 16) | (bytes[3]! << 8) | bytes[4]!;
      return bytes[0] === 0;
    },
    feed(input, start) {
      source = input;
      next = start;
      isOver = false;
    },
    bit,
    tree(chances, from, bits) {
      let value = 1;
      for (let count = bits; count > 0; count--) value = (value << 1) | bit(chances, from + value);
      return value - (1 << bits);
    },
    reverseTree(chances, from, bits) {
      let [value, node] = [0, 1];
      for (let count = 0; count < bits; count++) {
        const one = bit(chances, from + node);
        node = (node << 1) | one;
        value |= one << count;
      }
      return value;
    },
    direct(bits) {
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
    },
    position: () => Math.min(next, source.length),
    isOver: () => isOver,
  };
}
