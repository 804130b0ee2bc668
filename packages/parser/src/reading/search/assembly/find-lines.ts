/**
 * AssemblyScript, compiled to WebAssembly by `npm run generate`: the lines that hold one of the literals, 16 bytes a look.
 *
 * This is Teddy (Hyperscan's search for a few literals). Each literal stands for a fingerprint, four bytes of it, in one of
 * eight buckets, each a bit. For each of the four places, two tables of 16 tell of a byte's low and of its high half in
 * which buckets it may stand there, so where a bit is left of all eight answers, a fingerprint may end. There its hash leads
 * to the literals, which are compared. `../fingerprints.ts` writes the tables, and says how they lie in the memory.
 */

const LF: u8 = 10;
const shortUses: usize = 128;
const firstUses: usize = 192;
const hashBits: u32 = 12;
const uses: usize = firstUses + (2 << hashBits);

/**
 * Finds the lines in `[from, to)`, which begins with a line. Up to 15 bytes behind `to` are loaded and 16 before `from`, and
 * never count.
 * @param out where it writes how many lines are found, then of each its number, counted from 0, its start, its end.
 * @returns how many LFs there are.
 */
export function findLines(from: usize, to: usize, out: usize): u32 {
  const low0 = v128.load(0);
  const high0 = v128.load(16);
  const low1 = v128.load(32);
  const high1 = v128.load(48);
  const low2 = v128.load(64);
  const high2 = v128.load(80);
  const low3 = v128.load(96);
  const high3 = v128.load(112);
  const half = i8x16.splat(15);
  const lineFeed = i8x16.splat(LF);
  const all = i8x16.splat(-1);
  let found = out + 4;
  let lineFeeds: u32 = 0;
  let at = from;
  let lineAt = from;
  while (at < to) {
    let before0 = all;
    let before1 = all;
    let before2 = all;
    let end: usize = 0;
    while (at < to && end === 0) {
      // A byte of `counts` holds 255.
      let counts = i8x16.splat(0);
      for (const pause = min(to, at + 255 * 16); at < pause; at += 16) {
        const bytes = v128.load(at);
        const low = v128.and(bytes, half);
        const high = v128.and(i16x8.shr_u(bytes, 4), half);
        const here0 = v128.and(i8x16.swizzle(low0, low), i8x16.swizzle(high0, high));
        const here1 = v128.and(i8x16.swizzle(low1, low), i8x16.swizzle(high1, high));
        const here2 = v128.and(i8x16.swizzle(low2, low), i8x16.swizzle(high2, high));
        const here3 = v128.and(i8x16.swizzle(low3, low), i8x16.swizzle(high3, high));
        // What the bytes one, two and three places before each one answered.
        const ends = v128.and(
          v128.and(
            here3,
            v128.shuffle<i8>(before2, here2, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30),
          ),
          v128.and(
            v128.shuffle<i8>(before1, here1, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29),
            v128.shuffle<i8>(before0, here0, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28),
          ),
        );
        if (v128.any_true(ends)) {
          end = literalEnd(at, i8x16.bitmask(i8x16.ne(ends, i8x16.splat(0))), lineAt, to);
          if (end !== 0) break;
        }
        before0 = here0;
        before1 = here1;
        before2 = here2;
        counts = i8x16.sub(counts, i8x16.eq(bytes, lineFeed));
      }
      lineFeeds += sumOf(counts);
    }
    if (end === 0) {
      // The last look may have gone too far.
      lineFeeds -= feedsIn(to, at);
      break;
    }
    const start = lineStart(end, lineAt);
    lineFeeds += feedsIn(at, start);
    at = lineEnd(end, to);
    store<u32>(found, lineFeeds);
    store<u32>(found, <u32>start, 4);
    store<u32>(found, <u32>at, 8);
    found += 12;
    if (at < to) {
      lineFeeds++;
      at++;
    }
    lineAt = at;
  }
  store<u32>(out, <u32>((found - out - 4) / 12));
  return lineFeeds;
}

/** Behind the fingerprint of a literal that stands in `[from, to)`: one of those that end at these of 16 bytes; 0: there is none. */
function literalEnd(at: usize, bytes: u32, from: usize, to: usize): usize {
  for (let rest = bytes; rest !== 0; rest &= rest - 1) {
    const end = at + ctz(rest) + 1;
    const hash = ((load<u32>(end - 4) | 0x20202020) * 0x9e3779b1) >>> (32 - hashBits);
    if (stands(load<u16>(firstUses + (hash << 1)), end, from, to)) return end;
    if (stands(load<u32>(shortUses), end, from, to)) return end;
  }
  return 0;
}

/** Whether one of the literals whose fingerprint ends at `end` stands there. */
function stands(first: u32, end: usize, from: usize, to: usize): bool {
  for (let number = first; number !== 0; ) {
    const use = uses + (number << 4);
    const literal: usize = load<u32>(use);
    const length: usize = load<u32>(use, 4);
    const start = end - load<u32>(use, 8);
    if (start >= from && start + length <= to) {
      let same: usize = 0;
      while (same < length && lowerCase(load<u8>(start + same)) === load<u8>(literal + same)) same++;
      if (same === length) return true;
    }
    number = load<u32>(use, 12);
  }
  return false;
}

function lowerCase(byte: u32): u32 {
  return byte - 0x41 < 26 ? byte | 0x20 : byte;
}

/** Where the line begins that `at` is in, or ends, if not before `floor`. */
function lineStart(at: usize, floor: usize): usize {
  for (let from = at; from > floor; from -= 16) {
    const feeds: u32 = i8x16.bitmask(i8x16.eq(v128.load(from - 16), i8x16.splat(LF)));
    if (feeds !== 0) return max(floor, from + 16 - clz(feeds));
  }
  return floor;
}

function lineEnd(at: usize, to: usize): usize {
  for (let from = at; from < to; from += 16) {
    const feeds: u32 = i8x16.bitmask(i8x16.eq(v128.load(from), i8x16.splat(LF)));
    if (feeds !== 0) return min(to, from + ctz(feeds));
  }
  return to;
}

/** LFs in a few bytes. */
function feedsIn(from: usize, to: usize): u32 {
  let count: u32 = 0;
  for (let at = from; at < to; at++) count += u32(load<u8>(at) === LF);
  return count;
}

function sumOf(counts: v128): u32 {
  const sums = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(counts));
  return (
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3)
  );
}
