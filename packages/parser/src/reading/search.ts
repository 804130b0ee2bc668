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
  const own = sample.slice();
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
  const view = viewOf(bytes);
  let lineFeeds = 0;
  let unread = from;
  for (;;) {
    const hit = findLiteral(set, bytes, view, unread, to);
    if (hit === -1) return lineFeeds + countLineFeeds(view, unread, to);
    let start = hit;
    while (start > unread && bytes[start - 1] !== lineFeed) start--;
    let end = hit;
    while (end < to && bytes[end] !== lineFeed) end++;
    lineFeeds += countLineFeeds(view, unread, start);
    found(lineFeeds, start, end);
    if (end === to) return lineFeeds;
    lineFeeds++;
    unread = end + 1;
  }
}
function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
/** A place inside an occurrence of a literal in `[from, to)`, in the first line that holds any; -1 when none does. */
function findLiteral(set: LiteralSet, bytes: Uint8Array, view: DataView, from: number, to: number): number {
  const { gramLength, stride, firstUse, uses } = set;
  if (gramLength === 0) return -1;
  for (let at = nextGram(set, bytes, view, from, to); at !== -1; at = nextGram(set, bytes, view, at + stride, to)) {
    for (let use = firstUse[hashAt(bytes, at, gramLength)]!; use !== 0; use = uses[use + 3]!) {
      const begin = uses[use]!;
      const length = uses[use + 1]! - begin;
      const start = at - uses[use + 2]!;
      if (start < from || start + length > to) continue;
      let same = 0;
      while (same < length && lowerCase[bytes[start + same]!] === set.bytes[begin + same]) same++;
      if (same === length) return at;
    }
  }
  return -1;
}
/** The first of the looks `at`, `at + stride`, … in `[at, to)` that meets a gram of some window, or -1. */
function nextGram(set: LiteralSet, bytes: Uint8Array, view: DataView, at: number, to: number): number {
  const { gramLength, stride, firstUse } = set;
  let look = at;
  // Two looks a turn, one decision: faster than one by one.
  for (const last = to - 4 - stride; look <= last; look += 2 * stride) {
    const first = firstUse[hashOf(view.getInt32(look, true), gramLength)]!;
    const second = firstUse[hashOf(view.getInt32(look + stride, true), gramLength)]!;
    if ((first | second) !== 0) return first !== 0 ? look : look + stride;
  }
  for (; look + gramLength <= to; look += stride) {
    if (firstUse[hashAt(bytes, look, gramLength)] !== 0) return look;
  }
  return -1;
}
/** LFs in `[from, to)`, four bytes at a time: log lines are too short for a call of `indexOf` each to pay. */
export function countLineFeeds(view: DataView, from: number, to: number): number {
  let count = 0;
  let at = from;
  while (at + 4 <= to) {
    // Each byte of `others` counts the bytes of its column that are no LF, and holds 255 of them.
    const begin = at;
    const pause = Math.min(to - 3, begin + 4 * 255);
    let others = 0;
    for (; at < pause; at += 4) {
      const word = view.getInt32(at, true) ^ 0x0a0a0a0a;
      others = (others + (((((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word) >>> 7) & 0x01010101)) | 0;
    }
    count += at - begin - (others & 255) - ((others >>> 8) & 255) - ((others >>> 16) & 255) - (others >>> 24);
  }
  for (; at < to; at++) if (view.getUint8(at) === lineFeed) count++;
  return count;
}

/** Matches a text in which any of the literals occurs, ASCII case ignored. */
export const anyOf = (literals: readonly string[]): RegExp =>
  new RegExp(literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '(?!)', 'i');
