/**
 * Many literals over bytes: which lines can matter. Two searches give the same answer: one in WebAssembly, and one in
 * JavaScript, for few bytes and where the other cannot run.
 */
import type { LineSearch } from '../define.ts';
import { lowerCase } from './search/grams.ts';
import { openPlainSearch } from './search/plain-search.ts';
import { openSimdSearch } from './search/simd-search.ts';

/** Bytes from which on the search in WebAssembly is the faster one. */
const fewBytes = 1 << 12;

/** Literals made ready for search by `compileLiterals`. */
export interface LiteralSet {
  readonly literals: readonly string[];
  /** The search in JavaScript. */
  plainly(): LineSearch;
  /** The search in WebAssembly; null where it cannot run. */
  swiftly(): LineSearch | null;
}

const encoder = new TextEncoder();

/**
 * Makes literals ready for search. Upper and lower case of ASCII letters are the same, of other letters not.
 * A literal with a LF stands in no line and is never found.
 * @param sample a stretch of the text to be searched (64 KiB do): of each literal, the search then uses the part that
 * is rarest there. It changes the speed and never the answer.
 * @throws RangeError for an empty literal, which would stand in every line.
 */
export function compileLiterals(literals: readonly string[], sample: Uint8Array = new Uint8Array()): LiteralSet {
  if (literals.includes('')) throw new RangeError('An empty literal matches every line');
  const words = literals
    .filter((literal) => !literal.includes('\n'))
    .map((literal) => encoder.encode(literal).map((byte) => lowerCase[byte]!));
  // The buffer that it lies in may be large, and used again.
  const own = new Uint8Array(sample);
  const plainly = lazily(() => openPlainSearch(words, own));
  return { literals, plainly, swiftly: lazily(() => openSimdSearch(words, own, plainly)) };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Finds the lines that hold at least one of the literals.
 * @param bytes `[from, to)` of it is searched: whole lines ended by LF, the last of which may lack it; CR is a byte like others.
 * @param found called once for each such line, in order: its number, counted from 0 at `from`, and its range
 * `[start, end)` in `bytes`, without the LF. It may search as well.
 * @returns how many LFs the range holds.
 */
export function findLines(
  set: LiteralSet,
  bytes: Uint8Array,
  from: number,
  to: number,
  found: (lineNumber: number, start: number, end: number) => void,
): number {
  const search = (to - from < fewBytes ? null : set.swiftly()) ?? set.plainly();
  return search(bytes, from, to, found);
}

/** Matches a text in which any of the literals occurs, ASCII case ignored. */
export const anyOf = (literals: readonly string[]): RegExp =>
  new RegExp(literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '(?!)', 'i');
