/**
 * Many literals over bytes, in JavaScript.
 *
 * The text is looked at only every few bytes. Each literal stands for one *window* of it, as long as the shortest
 * literal; a *gram* is a run of up to four bytes. A look takes the gram at one place and asks a table whether any
 * window holds it; since looks are no further apart than a window has grams, every occurrence of a literal is met by
 * one. Literals are compared only where the table says yes. No look waits for the one before it, as each jump of
 * Wu–Manber or Boyer–Moore does, so the processor overlaps them.
 */
import type { LineSearch } from '../../define.ts';
import { countGrams, hashAt, hashBits, hashOf, lowerCase } from './grams.ts';

/** What the search needs of the literals. */
interface Grams {
  /** Bytes of a gram: 1 to 4; 0 when there is nothing to look for. */
  readonly gramLength: number;
  /** Bytes from one look to the next: as many as a window has grams. */
  readonly stride: number;
  /** By the hash of a gram: where in `uses` the first of its uses begins; 0 when no window holds it. */
  readonly firstUse: Uint32Array;
  /** Four numbers a use: the range `[begin, end)` of a literal in `bytes`, the gram's place in that literal, the next use. */
  readonly uses: Uint32Array;
  /** The literals one after the other, in UTF-8, ASCII letters in lower case. */
  readonly bytes: Uint8Array;
}

const lineFeed = 10;

/**
 * Makes a search for literals ready. It is the faster, the longer the shortest literal.
 * @param words the literals in UTF-8, ASCII letters in lower case, none of them empty.
 */
export function openPlainSearch(words: readonly Uint8Array[], sample: Uint8Array): LineSearch {
  const grams = gramsOf(words, sample);
  return (bytes, from, to, found) => findLines(grams, bytes, from, to, found);
}

function gramsOf(words: readonly Uint8Array[], sample: Uint8Array): Grams {
  const windowLength = words.length === 0 ? 0 : Math.min(...words.map((word) => word.length));
  // Longer grams are rarer, shorter ones leave a window more of them and the looks further apart; 6 is where it turns.
  const gramLength = windowLength < 6 ? Math.min(3, windowLength) : 4;
  const stride = windowLength - gramLength + 1;
  const seen = countGrams(sample, gramLength);
  const firstUse = new Uint32Array(1 << hashBits);
  const uses = [0, 0, 0, 0];
  const bytes: number[] = [];
  for (const word of words) {
    const begin = bytes.length;
    bytes.push(...word);
    const window = rarestWindow(word, stride, gramLength, seen);
    for (let offset = window; offset < window + stride; offset++) {
      const hash = hashAt(word, offset, gramLength);
      const use = uses.length;
      uses.push(begin, bytes.length, offset, firstUse[hash]!);
      firstUse[hash] = use;
    }
  }
  return { gramLength, stride, firstUse, uses: Uint32Array.from(uses), bytes: Uint8Array.from(bytes) };
}

/** Where in `word` those `stride` grams in a row begin that were seen least. */
function rarestWindow(word: Uint8Array, stride: number, gramLength: number, seen: Uint32Array): number {
  let rarest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let window = 0; window + stride + gramLength - 1 <= word.length; window++) {
    let count = 0;
    for (let at = window; at < window + stride; at++) count += seen[hashAt(word, at, gramLength)]!;
    if (count < least) {
      least = count;
      rarest = window;
    }
  }
  return rarest;
}

function findLines(grams: Grams, ...[bytes, from, to, found]: Parameters<LineSearch>): number {
  const view = viewOf(bytes);
  let lineFeeds = 0;
  let unread = from;
  for (;;) {
    const hit = findLiteral(grams, bytes, view, unread, to);
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
function findLiteral(grams: Grams, bytes: Uint8Array, view: DataView, from: number, to: number): number {
  const { gramLength, stride, firstUse, uses } = grams;
  if (gramLength === 0) return -1;
  for (let at = nextGram(grams, bytes, view, from, to); at !== -1; at = nextGram(grams, bytes, view, at + stride, to)) {
    for (let use = firstUse[hashAt(bytes, at, gramLength)]!; use !== 0; use = uses[use + 3]!) {
      const begin = uses[use]!;
      const length = uses[use + 1]! - begin;
      const start = at - uses[use + 2]!;
      if (start < from || start + length > to) continue;
      let same = 0;
      while (same < length && lowerCase[bytes[start + same]!] === grams.bytes[begin + same]) same++;
      if (same === length) return at;
    }
  }
  return -1;
}

/** The first of the looks `at`, `at + stride`, … in `[at, to)` that meets a gram of some window, or -1. */
function nextGram(grams: Grams, bytes: Uint8Array, view: DataView, at: number, to: number): number {
  const { gramLength, stride, firstUse } = grams;
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
