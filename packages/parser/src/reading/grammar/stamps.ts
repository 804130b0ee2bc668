/** Dates, clocks and zones of heads, from the text of their tokens. */
import type { Time } from '../../model.ts';
import { localTime, type Parts, zonedTime } from '../time.ts';

type DateParts = Pick<Parts, 'year' | 'month' | 'day'>;
type ClockParts = Omit<Parts, 'year' | 'month' | 'day'>;

const numbers = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

/** `12:32:25:079`, `13:29:53.58` (`unpadded`: 58 ms, not 580), `9:05:01,250`. */
export function readClock(text: string, unpadded = false): ClockParts {
  const [hour = 0, minute = 0, second = 0] = numbers(text);
  const digits = /^\D*\d+:\d+:\d+[.,:](\d+)/.exec(text)?.[1] ?? '';
  return { hour, minute, second, digits: unpadded && digits !== '' ? digits.padStart(3, '0') : digits };
}

/** Year first, or month first; a first number over 12, or before a point, is the day. */
function readDate(text: string): DateParts {
  const [a = 0, b = 0, c = 0] = numbers(text);
  if (a > 31) return { year: a, month: b, day: c };
  return a > 12 || text.includes('.') ? { year: c, month: b, day: a } : { year: c, month: a, day: b };
}

/** The time of a date and a clock; local without a zone. */
export function readStamp(date: string, clock: string, zone?: string): Time {
  const parts = { ...readDate(date), ...readClock(clock) };
  return zone === undefined ? localTime(parts) : zonedTime(parts, zone);
}

/** Abbreviations that name one offset wherever they are used; CST, IST and the like name several, so they give none. */
export const knownZones: Readonly<Record<string, string>> = {
  UTC: 'Z', GMT: 'Z', Z: 'Z', PDT: '-07:00', PST: '-08:00', MDT: '-06:00', CDT: '-05:00', EDT: '-04:00', EST: '-05:00',
  CET: '+01:00', CEST: '+02:00', EET: '+02:00', EEST: '+03:00', JST: '+09:00', KST: '+09:00',
}; // biome-ignore format: a table
