/** First and last time of a source. */

import type { Carry, Format } from '../define.ts';
import type { Os, Time } from '../model.ts';
import { carryOver, newCarry } from './carry.ts';
import { decodeText, joinBytes } from './decode.ts';

/** Bytes at either end of a source in which its first and last time are looked for. */
const edgeBytes = 1 << 15;

const LF = 10;
const CR = 13;

export interface Edges {
  push(utf8: Uint8Array): void;
  saw(time: Time | null): void;
  times(carry: Carry): { first: Time | null; last: Time | null };
}

/**
 * Of a file that is searched only some lines are read, so its edges are read apart, the first one behind `from` bytes; of all
 * others every entry is seen.
 */
export function openEdges(format: Format, embeds: readonly Format[], os: Os | null, from: number): Edges {
  return format.framing.searched ? edgesOfLines(format, embeds, os, from) : edgesOfEntries();
}

function edgesOfEntries(): Edges {
  const range = openRange();
  return { push() {}, saw: range.saw, times: range.times };
}

/** The earliest and the latest: a log that writes over its oldest records begins in its middle. */
function openRange() {
  let first: Time | null = null;
  let last: Time | null = null;
  return {
    saw(time: Time | null): void {
      if (time === null) return;
      if (first === null || isBefore(time, first)) first = time;
      if (last === null || !isBefore(time, last)) last = time;
    },
    times: () => ({ first, last }),
  };
}

/** Known to be so: of times of other kinds their order in the file is all that tells. */
const isBefore = (time: Time, other: Time): boolean =>
  (time.basis === 'utc' || time.basis === 'offset') && time.basis === other.basis && time.ms < other.ms;

/** The first and the last bytes, line by line, as few as it takes. */
function edgesOfLines(format: Format, embeds: readonly Format[], os: Os | null, from: number): Edges {
  let before = from;
  let early = new Uint8Array(0);
  let late = new Uint8Array(0);
  /** The first time once it is known for good, and with it the early bytes are done with. */
  let settled: { readonly first: Time | null } | null = null;

  const timeOf = (text: string, carry: Carry): Time | null =>
    format.framing.read(format, { line: 1, text }, carry, embeds)?.time ?? null;

  const firstTime = (carry: Carry): Time | null => {
    const start = newCarry(carry.path, os);
    start.columns = carry.columns;
    for (const text of linesOf(early)) {
      const entry = format.framing.read(format, { line: 1, text }, start, embeds);
      if (entry) carryOver(format, entry, start);
      const begin = entry?.time ? timeOf(text, start) : null;
      if (begin) return begin;
    }
    return null;
  };

  const lastTime = (carry: Carry): Time | null => {
    for (const text of linesBackwards(late)) {
      const end = timeOf(text, carry);
      if (end) return end;
    }
    return null;
  };

  /** Of all that is kept at both ends. */
  const rangeOf = (carry: Carry): ReturnType<Edges['times']> => {
    const range = openRange();
    for (const kept of [early, late]) for (const text of linesOf(kept)) range.saw(timeOf(text, carry));
    return range.times();
  };

  return {
    push(utf8) {
      const behind = utf8.subarray(before);
      before -= utf8.length - behind.length;
      if (!settled && early.length < edgeBytes) early = joinBytes(early, behind.subarray(0, edgeBytes - early.length));
      const tail = utf8.subarray(-edgeBytes);
      // Into the same bytes: a new array for each chunk is what makes the collector of garbage run.
      if (tail.length === edgeBytes && late.length === edgeBytes) late.set(tail);
      else late = joinBytes(late.subarray(Math.max(0, late.length + tail.length - edgeBytes)), tail);
    },
    saw() {},
    times(carry) {
      if (format.framing.shuffles) return rangeOf(carry);
      const first = settled ? settled.first : firstTime(carry);
      if (!settled && early.length === edgeBytes) {
        settled = { first };
        early = new Uint8Array(0);
      }
      return { first, last: lastTime(carry) };
    },
  };
}

function* linesOf(bytes: Uint8Array): Generator<string> {
  for (let start = 0; start <= bytes.length; ) {
    const feed = bytes.indexOf(LF, start);
    const end = feed < 0 ? bytes.length : feed;
    yield lineIn(bytes, start, end);
    start = end + 1;
  }
}

function* linesBackwards(bytes: Uint8Array): Generator<string> {
  for (let end = bytes.length; end >= 0; ) {
    const feed = end === 0 ? -1 : bytes.lastIndexOf(LF, end - 1);
    yield lineIn(bytes, feed + 1, end);
    end = feed;
  }
}

const lineIn = (bytes: Uint8Array, start: number, end: number): string =>
  decodeText(bytes.subarray(start, end > start && bytes[end - 1] === CR ? end - 1 : end));
