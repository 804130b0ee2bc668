/** First and last time of a source. */

import type { Carry, Format } from '../define.ts';
import type { Os, Time } from '../model.ts';
import { newCarry } from './carry.ts';
import { decodeLine, joinBytes } from './decode.ts';
import { carryOver, isOfLines, readPiece } from './piece.ts';

/** Bytes at the end of a source in which its last time is looked for. */
const tailBytes = 1 << 15;

export interface Edges {
  push(utf8: Uint8Array): void;
  saw(time: Time | null): void;
  times(carry: Carry): { first: Time | null; last: Time | null };
}

/**
 * First and last time of a source. Files of lines are searched for a few lines only, so their edges are read apart:
 * the first and the last bytes, line by line.
 */
export function openEdges(format: Format, embeds: readonly Format[], os: Os | null): Edges {
  let early = new Uint8Array(0);
  let late = new Uint8Array(0);
  /** The first time once it is known for good, and with it the early bytes are done with. */
  let settled: { readonly first: Time | null } | null = null;
  let first: Time | null = null;
  let last: Time | null = null;

  const linesOf = (bytes: Uint8Array): string[] => decodeLine(bytes).split(/\r?\n/);
  const timeOf = (text: string, carry: Carry): Time | null =>
    readPiece(format, embeds, { line: 1, text }, carry)?.time ?? null;

  const firstTime = (carry: Carry): Time | null => {
    const start = newCarry(carry.path, os);
    start.columns = carry.columns;
    for (const text of linesOf(early)) {
      const entry = readPiece(format, embeds, { line: 1, text }, start);
      if (entry) carryOver(format, entry, start);
      const begin = entry?.time ? timeOf(text, start) : null;
      if (begin) return begin;
    }
    return null;
  };

  return {
    push(utf8) {
      if (!settled && early.length < tailBytes) early = joinBytes(early, utf8.subarray(0, tailBytes - early.length));
      late = utf8.length >= tailBytes ? utf8.slice(-tailBytes) : joinBytes(late, utf8).slice(-tailBytes);
    },
    saw(time) {
      first ??= time;
      last = time ?? last;
    },
    times(carry) {
      if (!isOfLines(format)) return { first, last };
      const begin = settled ? settled.first : firstTime(carry);
      if (!settled && early.length === tailBytes) {
        settled = { first: begin };
        early = new Uint8Array(0);
      }
      const tail = linesOf(late);
      let end: Time | null = null;
      for (let i = tail.length - 1; i >= 0 && !end; i--) end = timeOf(tail[i]!, carry);
      return { first: begin, last: end };
    },
  };
}
