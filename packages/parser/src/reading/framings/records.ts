/**
 * Files of lines whose records may go on below their heads: a dictionary, a list, a stack. A record is one piece: its head
 * and the lines up to the next one, as far as the bounds go. Lines that belong to no record are pieces of their own.
 */
import type { Cutter, Framing, Head, LineSearch } from '../../define.ts';
import type { Piece } from '../../model.ts';
import { decodeText, joinBytes } from '../decode.ts';
import { counted, joinNotes } from '../notes.ts';
import { cutLines, everyLine, lines } from './lines.ts';
import { type BeginsAt, countLongRecords } from './long-records.ts';

/** Lines and bytes of one record; what follows them belongs to none, so that one that never closes takes little along. */
const mostLines = 200;
const mostBytes = 1 << 16;
/** Bytes of a line that tell whether a record begins there. */
const headBytes = 256;

const LF = 10;

/** `head`: that of the format, by which a new record is told. */
export const records = (head: Head): Framing => ({
  ...lines,
  joins: true,
  cut: (emit, search) => cutRecords(emit, search, head),
});

function cutRecords(emit: (piece: Piece) => void, search: LineSearch | null, head: Head): Cutter {
  const beginsAt: BeginsAt = (bytes, start, end) =>
    head.begins(decodeText(bytes.subarray(start, Math.min(end, start + headBytes))));
  const hand = ({ line, text }: Piece): void => emit({ line, text: tidy(text) });
  const long = countLongRecords(beginsAt, mostLines, mostBytes);
  const find = recordSearch(search ?? everyLine, beginsAt);
  const cutter = cutLines(hand, (bytes, from, to, found) => {
    long.take(bytes, from, to);
    return find(bytes, from, to, found);
  });
  const holder = openHolder(beginsAt, cutter.push);
  return {
    push: holder.push,
    lines: () => cutter.lines() + holder.lines(),
    open: () => holder.record(cutter.lines() + 1, tidy),
    close() {
      holder.close();
      long.close();
    },
    end() {
      holder.end();
      const { lines, note } = cutter.end();
      const limit = 'longer than 200 lines or 64 KiB, truncated there';
      return { lines, note: joinNotes([note, counted(long.count(), `record ${limit}`, `records ${limit}`)]) };
    },
  };
}

/** A record as text: lines end in LF, and blank ones at its end are left out. */
const tidy = (text: string): string => (text.includes('\n') ? text.replace(/\r(?=\n)/g, '').trimEnd() : text);

const lineEnd = (bytes: Uint8Array, start: number, to: number): number => {
  const feed = bytes.indexOf(LF, start);
  return feed < 0 || feed > to ? to : feed;
};

/** Finds the records in which `search` finds a line. Every record stands whole in one block. */
function recordSearch(search: LineSearch, beginsAt: BeginsAt): LineSearch {
  return (bytes, from, to, found) => {
    /** Before it no record can begin to which a later line belongs. */
    let floor = from;
    return search(bytes, from, to, (index, start, end) => {
      if (start < floor) return;
      const begin = headOf(bytes, start, end, floor, beginsAt);
      if (begin === null) {
        floor = Math.min(to, end + 1);
        return found(index, start, end);
      }
      const stop = stopOf(bytes, begin.start, to, beginsAt);
      floor = Math.min(to, stop + 1);
      // What the bounds leave out stands alone.
      if (stop < start) found(index, start, end);
      else found(index - begin.lines, begin.start, stop);
      if (stop < start) floor = Math.min(to, end + 1);
    });
  };
}

/** Where the record of a line begins, and how many lines above it; null when it belongs to none. */
function headOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  floor: number,
  beginsAt: BeginsAt,
): { readonly start: number; readonly lines: number } | null {
  let at = start;
  let stop = end;
  for (let above = 0; above < mostLines && start - at <= mostBytes; above++) {
    if (beginsAt(bytes, at, stop)) return { start: at, lines: above };
    if (at <= floor) return null;
    stop = at - 1;
    at = stop === 0 ? 0 : bytes.lastIndexOf(LF, stop - 1) + 1;
  }
  return null;
}

/** Where the record that begins at `start` ends: before the LF of its last line. */
function stopOf(bytes: Uint8Array, start: number, to: number, beginsAt: BeginsAt): number {
  let stop = lineEnd(bytes, start, to);
  for (let count = 1; count < mostLines; count++) {
    const next = stop + 1;
    if (next >= to) return stop;
    const end = lineEnd(bytes, next, to);
    if (next - start > mostBytes || end - start > mostBytes || beginsAt(bytes, next, end)) return stop;
    stop = end;
  }
  return stop;
}

interface Holder {
  push(bytes: Uint8Array): void;
  /** Lines that are held, and have ended. */
  lines(): number;
  /** The record that is held, as far as its lines have ended. */
  record(line: number, tidy: (text: string) => string): Piece | null;
  /** Hands on what has ended: what comes behind it is no part of it. */
  close(): void;
  end(): void;
}

/** Keeps the last record back until the next one begins, or until it is longer than a record may be. */
function openHolder(beginsAt: BeginsAt, pass: (bytes: Uint8Array) => void): Holder {
  /** What is held, in the parts in which it came. */
  let parts: Uint8Array[] = [];
  let size = 0;
  /** Whether what is held begins in the middle of a line. */
  let isMidLine = false;

  const whole = (): Uint8Array => {
    if (parts.length > 1) parts = [parts.reduce(joinBytes)];
    return parts[0] ?? new Uint8Array(0);
  };
  const handOn = (bytes: Uint8Array, to: number): void => {
    const rest = bytes.slice(to);
    parts = rest.length > 0 ? [rest] : [];
    size = rest.length;
    if (to === 0) return;
    const whole = bytes.subarray(0, to);
    isMidLine = whole.at(-1) !== LF;
    if (whole.length > 0) pass(whole);
  };
  /** Where the last record begins that may go on; the end of what has ended where there is none. */
  const lastRecord = (bytes: Uint8Array): number => {
    const ended = bytes.lastIndexOf(LF) + 1;
    const floor = isMidLine ? bytes.indexOf(LF) + 1 : 0;
    let stop = ended - 1;
    for (let count = 0; count < mostLines && stop >= floor && ended - stop <= mostBytes; count++) {
      const start = stop === 0 ? 0 : bytes.lastIndexOf(LF, stop - 1) + 1;
      if (start < floor) break;
      if (beginsAt(bytes, start, stop)) return start;
      stop = start - 1;
    }
    return ended;
  };

  return {
    push(bytes) {
      if (bytes.length === 0) return;
      // `slice` of Node's buffers is no copy.
      parts.push(new Uint8Array(bytes));
      size += bytes.length;
      if (bytes.includes(LF)) {
        const held = whole();
        handOn(held, lastRecord(held));
      }
      // A line that long is no part of a record.
      if (size > 4 * mostBytes) handOn(whole(), size);
    },
    lines: () => parts.reduce((sum, part) => sum + feedsIn(part), 0),
    record(line, tidy) {
      const held = whole();
      const ended = held.lastIndexOf(LF);
      if (ended < 0 || isMidLine) return null;
      return { line, text: tidy(decodeText(held.subarray(0, ended))).replace(/\r$/, '') };
    },
    close() {
      const held = whole();
      handOn(held, held.lastIndexOf(LF) + 1);
    },
    end() {
      // The last line is part of its record, though nothing ends it.
      const held = whole();
      const isEnded = isMidLine || held.length === 0 || held.at(-1) === LF;
      handOn(isEnded ? held : joinBytes(held, new Uint8Array([LF])), Number.MAX_SAFE_INTEGER);
    },
  };
}

const feedsIn = (bytes: Uint8Array): number => {
  let count = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count++;
  return count;
};
