/** Grams: runs of up to four bytes, ASCII case ignored, and how often a text has them. */

export const hashBits = 16;

/** Every byte, with `A`–`Z` made `a`–`z`. */
export const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

/**
 * The hash of a gram whose first byte is the lowest of `word`; bytes of `word` beyond the gram do not count.
 * Bit 5 is set in each byte, which makes upper and lower case one (and a few more pairs, which comparing tells apart).
 */
export function hashOf(word: number, gramLength: number): number {
  // The multiplier is 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming, 6.4).
  return Math.imul((word | 0x20202020) << (32 - 8 * gramLength), 0x9e3779b1) >>> (32 - hashBits);
}

export function hashAt(bytes: Uint8Array, at: number, gramLength: number): number {
  const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  return hashOf(word, gramLength);
}

/** By the hash of a gram: how often it is in the sample, or one of that hash. */
export function countGrams(sample: Uint8Array, gramLength: number): Uint32Array {
  const seen = new Uint32Array(1 << hashBits);
  for (let at = 0; at + gramLength <= sample.length; at++) seen[hashAt(sample, at, gramLength)]!++;
  return seen;
}
