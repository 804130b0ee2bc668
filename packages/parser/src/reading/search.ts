/**
 * Many literals over bytes: which lines can matter.
 *
 * The text is looked at only every few bytes. Each literal stands for one *window* of it, as long as the shortest
 * literal; a *gram* is a run of up to four bytes. A look takes the gram at one place and asks a table whether any
 * window holds it; since looks are no further apart than a window has grams, every occurrence of a literal is met by
 * one. Literals are compared only where the table says yes. No look waits for the one before it, as each jump of
 * Wu–Manber or Boyer–Moore does, so the processor overlaps them.
 */

/** Literals made ready for search by `compileLiterals`. */
export interface LiteralSet {
  readonly literals: readonly string[];
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
const hashBits = 16;
const encoder = new TextEncoder();

/** Every byte, with `A`–`Z` made `a`–`z`. */
export const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

/**
 * Makes literals ready for search. Upper and lower case of ASCII letters are the same, of other letters not.
 * A literal with a LF stands in no line and is never found. The search is the faster, the longer the shortest literal.
 * @param sample a stretch of the text to be searched (64 KiB do): of each literal, the search then uses the part that
 * is rarest there. It changes the speed and never the answer.
 * @throws RangeError for an empty literal, which would stand in every line.
 */
export function compileLiterals(literals: readonly string[], sample: Uint8Array = new Uint8Array()): LiteralSet {
  if (literals.includes('')) throw new RangeError('An empty literal matches every line');
  const words = literals.filter((literal) => !literal.includes('\n')).map((literal) => encoder.encode(literal));
  const windowLength = words.length === 0 ? 0 : Math.min(...words.map((word) => word.length));
  // Longer grams are rarer, shorter ones leave a window more of them and the looks further apart; 6 is where it turns.
  const gramLength = windowLength < 6 ? Math.min(3, windowLength) : 4;
  const stride = windowLength - gramLength + 1;

  const seen = new Uint32Array(1 << hashBits);
  for (let at = 0; at + gramLength <= sample.length; at++) seen[hashAt(sample, at, gramLength)]!++;

  const firstUse = new Uint32Array(1 << hashBits);
  const uses = [0, 0, 0, 0];
  const bytes: number[] = [];
  for (const word of words) {
    const begin = bytes.length;
    for (const byte of word) bytes.push(lowerCase[byte]!);
    const window = rarestWindow(word, stride, gramLength, seen);
    for (let offset = window; offset < window + stride; offset++) {
      const hash = hashAt(word, offset, gramLength);
      const use = uses.length;
      uses.push(begin, bytes.length, offset, firstUse[hash]!);
      firstUse[hash] = use;
    }
  }
  return { literals, gramLength, stride, firstUse, uses: Uint32Array.from(uses), bytes: Uint8Array.from(bytes) };
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

/**
 * The hash of a gram whose first byte is the lowest of `word`; bytes of `word` beyond the gram do not count.
 * Bit 5 is set in each byte, which makes upper and lower case one (and a few more pairs, which comparing tells apart).
 */
function hashOf(word: number, gramLength: number): number {
  // The multiplier is 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming, 6.4).
  return Math.imul((word | 0x20202020) << (32 - 8 * gramLength), 0x9e3779b1) >>> (32 - hashBits);
}

function hashAt(bytes: Uint8Array, at: number, gramLength: number): number {
  const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  return hashOf(word, gramLength);
}

/**
 * Finds the lines that hold at least one of the literals.
 * @param bytes `[from, to)` of it is searched: whole lines ended by LF, the last of which may lack it; CR is a byte like others.
 * @param found called once for each such line, in order: its number, counted from 0 at `from`, and its range
 * `[start, end)` in `bytes`, without the LF.
 * @returns how many LFs the range holds.
 */
export function findLines(
  set: LiteralSet,
  bytes: Uint8Array,
  from: number,
  to: number,
  found: (lineNumber: number, start: number, end: number) => void,
): number {
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
function countLineFeeds(view: DataView, from: number, to: number): number {
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
