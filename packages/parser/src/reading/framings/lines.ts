/**
 * Files of lines. The cutter finds the lines that contain a wanted literal (or hands out every line) straight in the
 * UTF-8 bytes; only those are decoded. Line numbers count every LF, whatever is skipped.
 */

import type { Carry, Cutter, Format, Framing, Head, LineSearch, LineStart } from '../../define.ts';
import type { Entry, Field, Fields, Piece } from '../../model.ts';
import { decodeText, joinBytes } from '../decode.ts';
import { addField, makeEntry } from '../entry.ts';
import { errnoNameKey, errnoNames } from '../errno-names.ts';
import { Message } from '../grammar/message.ts';
import { LazyFields } from '../lazy-fields.ts';
import { onDay } from '../time.ts';

/** Bytes of one line that are kept; the rest of a longer line is skipped, and the source is then not complete. */
const longestLine = 1 << 20;

const LF = 10;
const CR = 13;

/** `search` null: every line. */
export function cutLines(emit: (piece: Piece) => void, search: LineSearch | null): Cutter {
  let pending: Uint8Array = new Uint8Array(0);
  let pendingSize = 0;
  let lines = 0;
  let cut = 0;

  const hand = (line: number, bytes: Uint8Array): void => {
    const end = bytes.at(-1) === CR ? bytes.length - 1 : bytes.length;
    emit({ line, text: decodeText(bytes.subarray(0, end)) });
  };

  const searchIn = (block: Uint8Array): void => {
    const base = lines;
    lines += (search ?? everyLine)(block, 0, block.length, (index, start, end) => {
      hand(base + index + 1, block.subarray(start, end));
    });
  };

  /** Whole lines, the last one's LF included or at the end of the source. Longer ones than are kept are cut before the search. */
  const take = (block: Uint8Array): void => {
    let from = 0;
    for (let start = 0; block.length - start > longestLine; ) {
      const feed = block.indexOf(LF, start);
      const end = feed < 0 ? block.length : feed;
      if (end - start > longestLine) {
        cut++;
        searchIn(block.subarray(from, start));
        searchIn(joinBytes(block.subarray(start, start + longestLine), block.subarray(end, end + 1)));
        from = end + 1;
      }
      start = end + 1;
    }
    searchIn(block.subarray(Math.min(from, block.length)));
  };

  const hold = (bytes: Uint8Array): void => {
    pendingSize += bytes.length;
    const room = longestLine - pending.length;
    if (room > 0) pending = joinBytes(pending, bytes.subarray(0, room));
  };

  /** The held beginning of a line and its end, as one line. */
  const takeHeld = (rest: Uint8Array, terminated: boolean): void => {
    hold(rest);
    if (pendingSize > longestLine) cut++;
    const line = pending;
    pending = new Uint8Array(0);
    pendingSize = 0;
    take(terminated ? joinBytes(line, new Uint8Array([LF])) : line);
  };

  return {
    push(bytes) {
      const last = bytes.lastIndexOf(LF);
      if (last < 0) return hold(bytes);
      let from = 0;
      if (pendingSize > 0) {
        const first = bytes.indexOf(LF);
        takeHeld(bytes.subarray(0, first), true);
        from = first + 1;
      }
      if (from <= last) take(bytes.subarray(from, last + 1));
      hold(bytes.subarray(last + 1));
    },
    lines: () => lines,
    end() {
      if (pendingSize > 0) {
        takeHeld(new Uint8Array(0), false);
        lines++;
      }
      return {
        lines,
        note: cut === 0 ? null : `${cut} ${cut === 1 ? 'line' : 'lines'} longer than 1 MiB, truncated there`,
      };
    },
  };
}

/** Every line, of which larger pieces are made: `flush` emits the one that is open when the source ends. */
export function cutLinesInto(take: (line: Piece) => void, flush: () => void): Cutter {
  const cutter = cutLines(take, null);
  return {
    ...cutter,
    end() {
      const result = cutter.end();
      flush();
      return result;
    },
  };
}

export const everyLine: LineSearch = (bytes, from, to, found) => {
  let count = 0;
  let start = from;
  for (let end = bytes.indexOf(LF, start); end >= 0 && end < to; end = bytes.indexOf(LF, start)) {
    found(count++, start, end);
    start = end + 1;
  }
  if (start < to) found(count, start, to);
  return count;
};

export const lines: Framing = {
  searched: true,
  grows: true,
  cut: cutLines,
  /** A line that has no head is an entry of the format, too: all of it is message. */
  read(format, piece, carry, embeds) {
    for (const embed of embeds) {
      const entry = readLine(embed, embed.head, piece, carry);
      if (entry) return embed.prepare ? embed.prepare(entry, carry) : entry;
    }
    return readLine(format, format.head, piece, carry) ?? readLine(format, undefined, piece, carry);
  },
};

/** One line as an entry of `format`, or null when the head is not there. */
function readLine(format: Format, shape: Head | undefined, piece: Piece, carry: Carry): Entry | null {
  const head = shape?.read(firstLine(piece.text)) ?? null;
  if (head === null && shape) return null;
  const start = head?.messageStart ?? 0;
  const time = head?.time ?? null;
  const dated = time?.basis === 'time-only' && carry.day !== null ? onDay(time, carry.day, carry.clock) : time;
  const { os } = carry;
  return makeEntry(
    { format: format.id, pieces: [piece], time: dated, level: head?.level ?? null, messageStart: start },
    () => fieldsOf(piece.text, start, head, os),
  );
}

function fieldsOf(text: string, start: number, head: LineStart | null, os: Carry['os']): Fields {
  const message = new Message(text, start, 0);
  const process = head?.process ?? null;
  const component = head?.component ?? null;
  const placed = (value: string): Field => ({ value, piece: 0, ...headPlace(text, value, start) });
  const readAll = (): Fields => {
    const fields = new Map<string, Field[]>();
    message.addTo(fields);
    if (process) addField(fields, 'process', placed(process));
    if (component) addField(fields, 'component', placed(component));
    for (const name of errnoNames((key) => fields.get(key), os)) addField(fields, errnoNameKey, name);
    return fields;
  };
  const readKey = (key: string): Field[] => {
    const found = message.under(key);
    if (key === 'process' && process) found.push(placed(process));
    if (key === 'component' && component) found.push(placed(component));
    return found;
  };
  const fields: LazyFields = new LazyFields(readAll, (key) => {
    const found = readKey(key);
    if (key === errnoNameKey) found.push(...errnoNames((errno) => fields.get(errno), os));
    return found.length > 0 ? found : undefined;
  });
  return fields;
}

/** A record may go on below its head. */
function firstLine(text: string): string {
  const feed = text.indexOf('\n');
  return feed < 0 ? text : text.slice(0, feed);
}

function headPlace(text: string, value: string, messageStart: number): { start: number; end: number } {
  const start = text.lastIndexOf(value, messageStart);
  return start < 0 ? { start: 0, end: messageStart } : { start, end: start + value.length };
}
