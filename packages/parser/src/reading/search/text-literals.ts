/** One pass over a text that tells which literals may be in it, and where its lines begin. */

export interface Literal {
  /** By which a text says once whether it may be there. */
  readonly number: number;
  readonly text: string;
  readonly ignoresCase: boolean;
  /** Hashes of its grams; none of a literal that is shorter than one. */
  readonly grams: Uint16Array;
}

export interface TextLiterals {
  /** UTF-16 units before each place where `^` matches with the flag `m`. */
  readonly lineStarts: readonly number[];
  /** False when the literal is not in the text. To be asked before the next text is looked through. */
  maybe(literal: Literal): boolean;
  /** True when it is, at any time. */
  surely(literal: Literal): boolean;
}

const gramLength = 3;
const hashBits = 16;

/** By the hash of a gram the number of the last text that had it: nothing has to be cleared for the next one. */
const stamps = new Uint32Array(1 << hashBits);
let stamp = 0;
const literals = new Map<string, Literal>();

// Bit 5 makes capitals and small letters one, and a few more characters, which a search itself tells apart.
const withUnit = (gram: number, unit: number): number => ((gram << 8) | (unit & 0xff) | 0x20) & 0xffffff;
// The multiplier is 2^32 divided by the golden ratio, as in grams.ts.
const hashOf = (gram: number): number => Math.imul(gram, 0x9e3779b1) >>> (32 - hashBits);

/** @param ignoresCase that of letters of ASCII. */
export function literalOf(written: string, ignoresCase: boolean): Literal {
  const text = ignoresCase ? written.toLowerCase() : written;
  const key = `${ignoresCase} ${text}`;
  const before = literals.get(key);
  const literal = before ?? { number: literals.size, text, grams: gramsOf(text), ignoresCase };
  if (!before) literals.set(key, literal);
  return literal;
}

function gramsOf(literal: string): Uint16Array {
  const grams: number[] = [];
  let gram = 0;
  for (let at = 0; at < literal.length; at++) {
    gram = withUnit(gram, literal.charCodeAt(at));
    if (at >= gramLength - 1) grams.push(hashOf(gram));
  }
  return Uint16Array.from(grams);
}

export function lookThrough(text: string): TextLiterals {
  const own = ++stamp;
  const lineStarts = [0];
  let gram = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    gram = withUnit(gram, unit);
    stamps[hashOf(gram)] = own;
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) lineStarts.push(at + 1);
  }
  const hasAll = (grams: Uint16Array): boolean => {
    for (let i = 0; i < grams.length; i++) if (stamps[grams[i]!] !== own) return false;
    return true;
  };
  const [no, perhaps] = [1, 2];
  const said = new Uint8Array(literals.size);
  let lower: string | null = null;
  const surely = ({ text: written, ignoresCase, number }: Literal): boolean => {
    if (said[number] === no) return false;
    if (ignoresCase) lower ??= text.toLowerCase();
    return (ignoresCase ? lower! : text).includes(written);
  };
  const maybe = (literal: Literal): boolean => {
    const { number, grams } = literal;
    if (said[number] === 0) said[number] = (grams.length > 0 ? hasAll(grams) : surely(literal)) ? perhaps : no;
    return said[number] === perhaps;
  };
  return { lineStarts, maybe, surely };
}
