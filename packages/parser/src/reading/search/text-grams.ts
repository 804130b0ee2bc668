/** One pass over a text that tells which literals may stand in it, and where its lines begin. */

const gramLength = 3;
const hashBits = 16;

/** By the hash of a gram the number of the last text that had it: nothing has to be cleared for the next one. */
const stamps = new Uint32Array(1 << hashBits);
let stamp = 0;

export interface TextGrams {
  /** False when a literal is not in the text, in any case of its letters. It holds until the next text is looked through. */
  mayHold(grams: Grams): boolean;
  /** UTF-16 units before each place where `^` matches with the flag `m`. */
  readonly lineStarts: readonly number[];
}

/** The hashes of what stands in a literal. */
export type Grams = Uint16Array;

// Bit 5 makes capitals and small letters one, and a few more characters, which a search itself tells apart.
const withUnit = (gram: number, unit: number): number => ((gram << 8) | (unit & 0xff) | 0x20) & 0xffffff;
const hashOf = (gram: number): number => Math.imul(gram, 0x9e3779b1) >>> (32 - hashBits);

/** Of a literal of any length; one that is shorter than a gram has none, and may stand anywhere. */
export function gramsOf(literal: string): Grams {
  const grams: number[] = [];
  let gram = 0;
  for (let at = 0; at < literal.length; at++) {
    gram = withUnit(gram, literal.charCodeAt(at));
    if (at >= gramLength - 1) grams.push(hashOf(gram));
  }
  return Uint16Array.from(grams);
}

export function lookThrough(text: string): TextGrams {
  const own = ++stamp;
  const lineStarts = [0];
  let gram = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    gram = withUnit(gram, unit);
    stamps[hashOf(gram)] = own;
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) lineStarts.push(at + 1);
  }
  return {
    lineStarts,
    mayHold(grams) {
      for (let i = 0; i < grams.length; i++) if (stamps[grams[i]!] !== own) return false;
      return true;
    },
  };
}
