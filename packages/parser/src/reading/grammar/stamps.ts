/** Dates, clocks and zones of heads, from the text of their tokens. */
import type { Time } from '../../model.ts';
import { localTime, type Parts, zonedTime } from '../time.ts';

type DateParts = Pick<Parts, 'year' | 'month' | 'day'>;
type ClockParts = Omit<Parts, 'year' | 'month' | 'day'>;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** The end of the digits that stand in `text` from `at` on. */
function digitsEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** The first three numbers in `text`, 0 where there are fewer, and where the last of them ends. */
function threeNumbers(text: string): readonly [a: number, b: number, c: number, end: number] {
  const found = [0, 0, 0];
  let end = 0;
  for (let i = 0; i < 3; i++) {
    let at = end;
    while (at < text.length && !isDigit(text.charCodeAt(at))) at++;
    end = digitsEnd(text, at);
    for (; at < end; at++) found[i] = found[i]! * 10 + text.charCodeAt(at) - 48;
  }
  return [found[0]!, found[1]!, found[2]!, end];
}

/** `12:32:25:079`, `13:29:53.58` (`unpadded`: 58 ms, not 580), `9:05:01,250`. */
export function readClock(text: string, unpadded = false): ClockParts {
  const [hour, minute, second, end] = threeNumbers(text);
  const mark = text[end];
  const isFraction = mark === '.' || mark === ',' || mark === ':';
  const digits = isFraction ? text.slice(end + 1, digitsEnd(text, end + 1)) : '';
  return { hour, minute, second, digits: unpadded && digits !== '' ? digits.padStart(3, '0') : digits };
}

/** Year first, or month first; a first number over 12, or before a point, is the day. */
function readDate(text: string): DateParts {
  const [a, b, c] = threeNumbers(text);
  if (a > 31) return { year: a, month: b, day: c };
  return a > 12 || text.includes('.') ? { year: c, month: b, day: a } : { year: c, month: a, day: b };
}

/** The time of a date and a clock; local without a zone. */
export function readStamp(date: string, clock: string, zone?: string): Time {
  const { year, month, day } = readDate(date);
  const { hour, minute, second, digits } = readClock(clock);
  const parts = { year, month, day, hour, minute, second, digits };
  return zone === undefined ? localTime(parts) : zonedTime(parts, zone);
}

/** Abbreviations that name one offset wherever they are used; CST, IST and the like name several, so they give none. */
export const knownZones: Readonly<Record<string, string>> = {
  UTC: 'Z', GMT: 'Z', Z: 'Z', PDT: '-07:00', PST: '-08:00', MDT: '-06:00', CDT: '-05:00', EDT: '-04:00', EST: '-05:00',
  CET: '+01:00', CEST: '+02:00', EET: '+02:00', EEST: '+03:00', JST: '+09:00', KST: '+09:00',
}; // biome-ignore format: a table
