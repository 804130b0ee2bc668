/**
 * Which formats can have a sign in a text: their literals are looked for together, in one pass, so that of more than a hundred
 * expressions only those are tried that can match.
 */
import type { Format } from '../../define.ts';
import { lowerCase } from './grams.ts';

export interface SignsIn {
  /** What has to be tried of `recognise.starts`; null when it cannot be in the text. */
  startsOf(format: Format): RegExp | null;
  /** Those of `recognise.marks` that stand in the text. */
  marksOf(format: Format): readonly string[];
}

interface Sought {
  /** Numbers of the literals of `starts`; null when nothing must stand there. */
  readonly literals: readonly number[] | null;
  /** What of `starts` needs none of them. */
  readonly bare: RegExp | null;
  /** Numbers of the marks; null for one that is looked for apart. */
  readonly marks: readonly (number | null)[];
}

const gramLength = 3;
const hashBits = 14;
const encoder = new TextEncoder();

/** All literals of the formats that were asked about so far, and where in each its gram stands. */
const literals: Uint8Array[] = [new Uint8Array(0)];
const gramAt: number[] = [0];
/** By the hash of a gram, the first literal with it; and for each literal the next. */
const firstOf = new Uint16Array(1 << hashBits);
const nextOf: number[] = [0];
/** Numbers of literals shorter than a gram. */
const short = new Map<number, string>();
const numbers = new Map<string, number>();
const known = new Map<Format, Sought>();

const hashOf = (gram: number): number => Math.imul(gram & 0xffffff, 0x9e3779b1) >>> (32 - hashBits);
const gramOf = (bytes: Uint8Array, at: number): number =>
  ((bytes[at]! | 0x20) << 16) | ((bytes[at + 1]! | 0x20) << 8) | bytes[at + 2]! | 0x20;

/** Letters by how often they stand in English, from the rarest on; what is no letter is rarer in words. */
const letters = 'zqxjkvbpygfwmucldrhsnioate';
const commonness = (bytes: Uint8Array, at: number): number =>
  [0, 1, 2].reduce((sum, i) => sum + letters.indexOf(String.fromCharCode(bytes[at + i]!)) + 1, 0);

function numberOf(literal: string): number {
  const before = numbers.get(literal);
  if (before !== undefined) return before;
  const bytes = encoder.encode(literal).map((byte) => lowerCase[byte]!);
  const number = literals.push(bytes) - 1;
  numbers.set(literal, number);
  const places = Array.from({ length: Math.max(0, bytes.length - gramLength + 1) }, (_, at) => at);
  const at = places.toSorted((a, b) => commonness(bytes, a) - commonness(bytes, b))[0] ?? 0;
  gramAt.push(at);
  if (places.length === 0) {
    short.set(number, literal);
    nextOf.push(0);
    return number;
  }
  const hash = hashOf(gramOf(bytes, at));
  nextOf.push(firstOf[hash]!);
  firstOf[hash] = number;
  return number;
}

/** A text in another encoding may spell other characters otherwise, and in lines there is no line feed. */
const isPlain = (literal: string): boolean => /^[\x20-\x7e]+$/.test(literal);

function soughtOf(format: Format): Sought {
  const before = known.get(format);
  if (before) return before;
  const { signs, recognise } = format;
  const { starts, marks = [] } = recognise;
  const bare = signs?.bare ?? null;
  const sought = {
    literals: signs ? signs.literals.map(numberOf) : null,
    bare: bare === null ? null : new RegExp(bare, starts?.flags),
    marks: marks.map((mark) => (isPlain(mark) ? numberOf(mark.toLowerCase()) : null)),
  };
  known.set(format, sought);
  return sought;
}

/** The signs of these formats in a text. */
export function signsIn(text: string, formats: readonly Format[]): SignsIn {
  for (const format of formats) soughtOf(format);
  const found = literalsIn(encoder.encode(text));
  for (const [number, literal] of short) if (text.includes(literal)) found[number] = 1;
  return {
    startsOf(format) {
      const { literals, bare } = soughtOf(format);
      return literals === null || literals.some((one) => found[one] === 1) ? (format.recognise.starts ?? null) : bare;
    },
    marksOf(format) {
      const { marks } = soughtOf(format);
      const { marks: written = [] } = format.recognise;
      return written.filter((mark, i) => {
        const number = marks[i]!;
        return (number === null || found[number] === 1) && text.includes(mark);
      });
    },
  };
}

/** By its number, whether a literal stands there. */
function literalsIn(bytes: Uint8Array): Uint8Array {
  const found = new Uint8Array(literals.length);
  let gram = 0;
  for (let at = 0; at < bytes.length; at++) {
    gram = (gram << 8) | bytes[at]! | 0x20;
    for (let number = firstOf[hashOf(gram)]!; number !== 0; number = nextOf[number]!)
      if (found[number] === 0 && standsAt(bytes, at - gramLength + 1 - gramAt[number]!, literals[number]!))
        found[number] = 1;
  }
  return found;
}

function standsAt(bytes: Uint8Array, start: number, literal: Uint8Array): boolean {
  if (start < 0 || start + literal.length > bytes.length) return false;
  for (let i = 0; i < literal.length; i++) if (lowerCase[bytes[start + i]!] !== literal[i]) return false;
  return true;
}
