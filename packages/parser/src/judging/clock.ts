/** The clock of one machine: which moments can be compared, and how far apart they are. */
import type { Machine, Time } from '../model.ts';
import { zoneOffset } from '../reading/time.ts';
import { formatOf } from '../reading/zones.ts';

export interface Clock {
  /** `a − b` in milliseconds, or null when the two have no common clock. */
  difference(a: Time, b: Time, sameSource: boolean): number | null;
  /**
   * Milliseconds since 1970 UTC of a dated ISO time. A bare local one is placed by the zone, or taken as UTC when there is
   * none; one without a year (`--03-06T09:16:01`) is of the year that brings it nearest to `near`.
   */
  parse(text: string | null, near?: number | null): number | null;
}

/** Milliseconds; on how many days around a capture its offset from UTC is taken to hold: then summer time may begin or end. */
const offsetHolds = 21 * 86_400_000;

/**
 * The clock by which a machine's local times are placed: that of its time zone, if known (`+01:00` or an IANA name). An offset
 * that was taken `at` a moment says nothing of the other half of the year.
 */
export function clockOf({ timezone }: Pick<Machine, 'timezone'>, at: number | null = null): Clock {
  const isFixed = timezone !== null && zoneOffset(timezone) !== null;
  /** Null also for a local time to which the offset need not apply. */
  const absolute = (time: Time): number | null => {
    const ms = placed(time);
    const isUnsure = time.basis === 'local' && isFixed && at !== null && ms !== null && Math.abs(ms - at) > offsetHolds;
    return isUnsure ? null : ms;
  };
  /** Milliseconds since 1970 UTC; null when the time has no date or no zone. */
  const placed = (time: Time): number | null => {
    if (time.basis === 'utc' || time.basis === 'offset') return time.ms;
    if (time.basis !== 'local' || timezone === null) return null;
    const offset = offsetAt(timezone, time.ms);
    return offset === null ? null : time.ms - offset;
  };
  return {
    difference(a, b, sameSource) {
      const isSame = a.basis === b.basis;
      if (isSame && a.basis === 'no-year') return overNewYear(a.ms - b.ms);
      if (isSame && (a.basis === 'local' || a.basis === 'boot')) return a.ms - b.ms;
      if (a.basis === 'time-only' || b.basis === 'time-only') return sameSource && isSame ? a.ms - b.ms : null;
      const [left, right] = [absolute(a), absolute(b)];
      if (left !== null && right !== null) return left - right;
      // Both local, one without its year: the other's year is the only one that can be meant.
      if (a.basis === 'no-year' && b.basis === 'local') return a.ms - withinYear(b.ms);
      if (a.basis === 'local' && b.basis === 'no-year') return withinYear(a.ms) - b.ms;
      return null;
    },
    parse(text, near = null) {
      if (near !== null && text?.startsWith('--'))
        return nearest(near, (year) => this.parse(`${year}${text.slice(1)}`));
      if (text === null || !/^\d{4}-\d\d-\d\dT/.test(text)) return null;
      const isZoned = /(?:Z|[+-]\d\d:\d\d)$/.test(text);
      const ms = Date.parse(isZoned ? text : `${text.slice(0, 23)}Z`);
      // A log may state a day that there never was: `0000-00-00`.
      if (Number.isNaN(ms)) return null;
      return isZoned ? ms : (placed({ text, basis: 'local', ms }) ?? ms);
    },
  };
}

/** Of a time in the year of `near` and in those beside it, the one that is nearest to it. */
function nearest(near: number, inYear: (year: number) => number | null): number | null {
  const year = new Date(near).getUTCFullYear();
  const all = [year - 1, year, year + 1].flatMap((one) => inYear(one) ?? []);
  return all.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? null;
}

const halfYear = 183 * 86_400_000;

/** The shorter way from one day of the year to another: from New Year's Eve to New Year's Day it is one day. */
const overNewYear = (ms: number): number =>
  ms > halfYear ? ms - 2 * halfYear : ms < -halfYear ? ms + 2 * halfYear : ms;

const yearStart = (ms: number): number => Date.UTC(new Date(ms).getUTCFullYear(), 0, 1);

/** Milliseconds since the start of the leap year that no-year times count in. */
function withinYear(ms: number): number {
  const date = new Date(ms);
  return ms - yearStart(ms) + (date.getUTCMonth() > 1 && !isLeap(date.getUTCFullYear()) ? 86_400_000 : 0);
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/**
 * True for zones whose clocks differ: those with names at any time of that year, an offset only from what holds then, or from
 * what may hold where nobody knows when it was taken.
 */
export function areAtOdds(a: string, b: string, at: number | null): boolean {
  const year = new Date(at ?? Date.UTC(2024, 0, 1)).getUTCFullYear();
  const seasons = [Date.UTC(year, 0, 1), Date.UTC(year, 6, 1)];
  const hasOffset = zoneOffset(a) !== null || zoneOffset(b) !== null;
  const agrees = (ms: number): boolean => {
    const [one, other] = [offsetAt(a, ms), offsetAt(b, ms)];
    return one === null || other === null || one === other;
  };
  if (!hasOffset) return !seasons.every(agrees);
  return at === null ? !seasons.some(agrees) : !agrees(at);
}

/** Offset of a zone east of UTC at a moment, in milliseconds; null for an unknown zone. */
function offsetAt(zone: string, ms: number): number | null {
  const fixed = zoneOffset(zone);
  if (fixed !== null) return fixed;
  if (zone === 'UTC' || zone === 'Z') return 0;
  const name = formatOf(zone)
    ?.formatToParts(ms)
    .find(({ type }) => type === 'timeZoneName')?.value;
  if (name === undefined) return null;
  return name === 'GMT' ? 0 : zoneOffset(name.replace('GMT', ''));
}
