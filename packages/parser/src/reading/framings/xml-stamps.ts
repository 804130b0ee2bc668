/** The earliest and the latest of the events that are passed over, read from their bytes. */
import type { Time } from '../../model.ts';
import { finderOf } from '../find-bytes.ts';

export interface StampSpan {
  /** An event in `bytes[start..end)` that is not read; the bytes must stay until `tell`. */
  pass(bytes: Uint8Array, start: number, end: number): void;
  /** Tells the earliest and then the latest time of those that were passed over since: the others between change nothing. */
  tell(): void;
}

const findStamp = finderOf('<TimeCreated SystemTime=');
const findAnyStamp = finderOf('<TimeCreated');
const toStamp = '<TimeCreated SystemTime="'.length;
/** `2025-01-15T09:30:12`, `#` for a digit. */
const shape = Array.from('####-##-##T##:##:##', (sign) => (sign === '#' ? -1 : sign.charCodeAt(0)));
const point = 0x2e;
const zulu = 0x5a;
const isQuote = (byte: number): boolean => byte === 0x22 || byte === 0x27;
const mostDigits = 9;

/** @param timeOf the time of an event whose stamp is not as Windows writes it. */
export function openStampSpan(dated: (time: Time | null) => void, timeOf: (text: string) => Time | null): StampSpan {
  const decoder = new TextDecoder();
  const dayAt = openDays();
  let held: Uint8Array | null = null;
  /** Where the events of the earliest and the latest stamp begin, and those stamps' milliseconds since 1970. */
  let first = 0;
  let last = 0;
  let earliest = Number.NaN;
  let latest = Number.NaN;
  /** The earliest that was told. */
  let lowest = Number.NaN;

  const told = (start: number): void => {
    const at = findStamp(held!, start, held!.length) + toStamp;
    dated(timeOf(`<TimeCreated SystemTime="${decoder.decode(held!.subarray(at, at + shape.length + mostDigits + 2))}`));
  };
  const tell = (): void => {
    if (Number.isNaN(earliest)) return;
    // The later one makes an earlier one mean nothing, unless none before was as early.
    if (last === first || !(earliest >= lowest)) told(first);
    if (last !== first) told(last);
    if (!(earliest >= lowest)) lowest = earliest;
    earliest = Number.NaN;
    latest = Number.NaN;
  };

  return {
    tell,
    pass(bytes, start, end) {
      const at = findStamp(bytes, start, end);
      const ms = at < 0 || findAnyStamp(bytes, start, at) >= 0 ? null : stampAt(bytes, at + toStamp, end, dayAt);
      if (ms === null) {
        if (at < 0 && findAnyStamp(bytes, start, end) < 0) return;
        tell();
        dated(timeOf(decoder.decode(bytes.subarray(start, end))));
        return;
      }
      held = bytes;
      if (!(ms >= earliest)) {
        earliest = ms;
        first = start;
      }
      if (!(ms < latest)) {
        latest = ms;
        last = start;
      }
    },
  };
}

/** Milliseconds since 1970 of a stamp in UTC; null where it is not as Windows writes it. As exact as `isoTime`. */
function stampAt(
  bytes: Uint8Array,
  at: number,
  end: number,
  dayAt: (bytes: Uint8Array, at: number) => number,
): number | null {
  if (at + shape.length + mostDigits + 3 > end) return null;
  for (let i = 0; i < shape.length; i++)
    if (shape[i] === -1 ? !isDigit(bytes[at + i]!) : bytes[at + i] !== shape[i]) return null;
  let place = at + shape.length;
  let fraction = 0;
  if (bytes[place] === point) {
    let digits = 0;
    let scale = 1;
    for (place++; isDigit(bytes[place]!); place++) {
      digits = 10 * digits + bytes[place]! - 48;
      scale *= 10;
      if (scale > 10 ** mostDigits) return null;
    }
    if (scale === 1) return null;
    fraction = (digits / scale) * 1000;
  }
  if (bytes[place] !== zulu || !isQuote(bytes[at - 1]!) || !isQuote(bytes[place + 1]!)) return null;
  const clock = 3_600_000 * two(bytes, at + 11) + 60_000 * two(bytes, at + 14) + 1000 * two(bytes, at + 17);
  return dayAt(bytes, at) + (clock + fraction);
}

/** The begin of the day in a stamp; most stamps in a row are of one. */
function openDays(): (bytes: Uint8Array, at: number) => number {
  let known = -1;
  let begin = 0;
  return (bytes, at) => {
    const [year, month, date] = [100 * two(bytes, at) + two(bytes, at + 2), two(bytes, at + 5), two(bytes, at + 8)];
    const key = (year * 100 + month) * 100 + date;
    if (key !== known) begin = Date.UTC(year, month - 1, date);
    known = key;
    return begin;
  };
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const two = (bytes: Uint8Array, at: number): number => 10 * (bytes[at]! - 48) + bytes[at + 1]! - 48;
