/**
 * Which formats can have a sign in a text: their literals are looked for together, in one pass, so that of more than a hundred
 * expressions only those are tried that can match.
 */
import type { Format } from '../define.ts';
import { lowerCase } from './search.ts';

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

/** All literals of the formats that were asked about so far, by the hash of their first bytes: the first use of each hash, and the next of each. */
const firstOf = new Uint16Array(1 << hashBits);
const literals: Uint8Array[] = [new Uint8Array(0)];
const nextOf: number[] = [0];
const numbers = new Map<string, number>();
const known = new Map<Format, Sought>();

const hashOf = (gram: number): number => Math.imul(gram & 0xffffff, 0x9e3779b1) >>> (32 - hashBits);

function numberOf(literal: string): number {
  const before = numbers.get(literal);
  if (before !== undefined) return before;
  const bytes = encoder.encode(literal).map((byte) => lowerCase[byte]!);
  const hash = hashOf(((bytes[0]! | 0x20) << 16) | ((bytes[1]! | 0x20) << 8) | bytes[2]! | 0x20);
  const number = literals.push(bytes) - 1;
  nextOf.push(firstOf[hash]!);
  firstOf[hash] = number;
  numbers.set(literal, number);
  return number;
}

/** A text in another encoding may spell other characters otherwise, and in lines there is no line feed. */
const isPlain = (literal: string): boolean => literal.length >= gramLength && /^[\x20-\x7e]*$/.test(literal);

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
      if (found[number] === 0 && standsAt(bytes, at - gramLength + 1, literals[number]!)) found[number] = 1;
  }
  return found;
}

function standsAt(bytes: Uint8Array, start: number, literal: Uint8Array): boolean {
  if (start < 0 || start + literal.length > bytes.length) return false;
  for (let i = 0; i < literal.length; i++) if (lowerCase[bytes[start + i]!] !== literal[i]) return false;
  return true;
}
