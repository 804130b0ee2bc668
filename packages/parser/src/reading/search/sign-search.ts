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
  /** For each alternative of `starts` the numbers of its literals, of each list one; null when nothing must stand there. */
  readonly alternatives: readonly (readonly (readonly number[])[])[] | null;
  /** Numbers of the marks; null for one that is looked for apart. */
  readonly marks: readonly (number | null)[];
  /** What was compiled of `starts`, by which alternatives it has. */
  readonly expressions: Map<string, RegExp>;
}

interface Literal {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Where in it the gram stands by which it is found. */
  readonly gramAt: number;
  readonly ignoresCase: boolean;
}

/** Of one format's expression, with some of its alternatives. */
const mostExpressions = 64;

const gramLength = 4;
const hashBits = 15;
const encoder = new TextEncoder();

/** All literals of the formats that were asked about so far, from number 1 on. */
const literals: Literal[] = [{ text: '', bytes: new Uint8Array(0), gramAt: 0, ignoresCase: false }];
/** By the hash of a gram, the first literal with it; and for each literal the next. */
const firstOf = new Uint16Array(1 << hashBits);
const nextOf: number[] = [0];
/** Numbers of literals shorter than a gram. */
const short: number[] = [];
const numbers = new Map<string, number>();
const known = new Map<Format, Sought>();

const hashOf = (gram: number): number => Math.imul(gram, 0x9e3779b1) >>> (32 - hashBits);
const gramOf = (bytes: Uint8Array, at: number): number =>
  (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]! | 0x20202020;

/** Letters by how often they stand in English, from the rarest on; what is no letter is rarer in words. */
const letters = 'zqxjkvbpygfwmucldrhsnioate';
const commonness = Uint8Array.from(
  { length: 256 },
  (_, byte) => letters.indexOf(String.fromCharCode(lowerCase[byte]!)) + 1,
);

/** Where the rarest gram of a literal stands; -1 when it is shorter than one. */
function rarestGram(bytes: Uint8Array): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (let at = 0; at + gramLength <= bytes.length; at++) {
    let common = 0;
    for (let i = at; i < at + gramLength; i++) common += commonness[bytes[i]!]!;
    if (common < least) [best, least] = [at, common];
  }
  return best;
}

function numberOf(text: string, ignoresCase: boolean): number {
  const key = ignoresCase ? text.toLowerCase() : ` ${text}`;
  const before = numbers.get(key);
  if (before !== undefined) return before;
  const written = encoder.encode(text);
  const bytes = ignoresCase ? written.map((byte) => lowerCase[byte]!) : written;
  const gramAt = rarestGram(bytes);
  const number = literals.push({ text, bytes, gramAt, ignoresCase }) - 1;
  numbers.set(key, number);
  if (gramAt < 0) {
    short.push(number);
    nextOf.push(0);
    return number;
  }
  const hash = hashOf(gramOf(bytes, gramAt));
  nextOf.push(firstOf[hash]!);
  firstOf[hash] = number;
  return number;
}

/** A text in another encoding may spell other characters otherwise, and in lines there is no line feed. */
const isPlain = (literal: string): boolean => /^[\x20-\x7e]+$/.test(literal);

function soughtOf(format: Format): Sought {
  const before = known.get(format);
  if (before) return before;
  const { starts, marks = [] } = format.recognise;
  const ignoresCase = starts?.flags.includes('i') === true;
  // A declaration that was changed has those of another expression until the indexes are generated.
  const isCurrent = starts !== undefined && format.signs?.at(-1)?.end === starts.source.length;
  const sought: Sought = {
    alternatives:
      (isCurrent ? format.signs : undefined)?.map(({ all }) =>
        all.map((anyOf) => anyOf.map((one) => numberOf(one, ignoresCase))),
      ) ?? null,
    marks: marks.map((mark) => (isPlain(mark) ? numberOf(mark, false) : null)),
    expressions: new Map(),
  };
  known.set(format, sought);
  return sought;
}

/** The signs of these formats in a text. */
export function signsIn(text: string, formats: readonly Format[]): SignsIn {
  for (const format of formats) soughtOf(format);
  const found = literalsIn(encoder.encode(text));
  const lower = text.toLowerCase();
  for (const number of short) {
    const { text: written, ignoresCase } = literals[number]!;
    if (ignoresCase ? lower.includes(written.toLowerCase()) : text.includes(written)) found[number] = 1;
  }
  return {
    startsOf: (format) => startsOf(format, found),
    marksOf(format) {
      const { marks } = soughtOf(format);
      const { marks: written = [] } = format.recognise;
      return written.filter((mark, i) => {
        const number = marks[i]!;
        return number === null ? text.includes(mark) : found[number] === 1;
      });
    },
  };
}

function startsOf(format: Format, found: Uint8Array): RegExp | null {
  const { alternatives, expressions } = soughtOf(format);
  const { starts = null } = format.recognise;
  if (starts === null || alternatives === null) return starts;
  const possible = alternatives.flatMap((all, i) =>
    all.every((anyOf) => anyOf.some((one) => found[one] === 1)) ? [i] : [],
  );
  if (possible.length === alternatives.length) return starts;
  if (possible.length === 0) return null;
  const key = possible.join(' ');
  const made =
    expressions.get(key) ?? new RegExp(possible.map((i) => alternativeOf(format, i)).join('|'), starts.flags);
  // A text may ask for any of the combinations.
  if (expressions.size < mostExpressions) expressions.set(key, made);
  return made;
}

const alternativeOf = ({ signs = [], recognise: { starts } }: Format, i: number): string =>
  starts!.source.slice(i === 0 ? 0 : signs[i - 1]!.end + 1, signs[i]!.end);

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

function standsAt(text: Uint8Array, gram: number, { bytes, gramAt, ignoresCase }: Literal): boolean {
  const start = gram - gramAt;
  if (start < 0 || start + bytes.length > text.length) return false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = text[start + i]!;
    if ((ignoresCase ? lowerCase[byte] : byte) !== bytes[i]) return false;
  }
  return true;
}
