/** Option values: text in, typed values out. A bad value is a UsageError that lists what is accepted. */
import type { Bound } from '@zoomlog/parser';
import { type FailureClass, failureClasses, type Severity, severities } from '@zoomlog/parser/model';
import { suggest } from '@zoomlog/parser/telling/suggest';
import type { ColorChoice } from '../terminal/style.ts';
import { UsageError } from './usage-error.ts';

/** What a page or a list can be drawn as. */
export const formats = ['text', 'json'] as const;
/** What a report can be drawn as: a face each. */
export const reportFormats = ['text', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];
export const failOn = [...severities.toReversed(), 'never'] as const satisfies readonly (Severity | 'never')[];
export const colors = ['auto', 'always', 'never'] as const satisfies readonly ColorChoice[];

/** One of a few values. A near miss gets a suggestion. */
export function oneOf<T extends string>(option: string, accepted: readonly T[]): (value: string) => T {
  return (value) => {
    const found = accepted.find((each) => each === value.toLowerCase());
    if (found !== undefined) return found;
    throw new UsageError(
      `${option}: unknown value '${value}'${didYouMean(value, accepted)}`,
      `accepted: ${accepted.join(', ')}`,
    );
  };
}

function didYouMean(value: string, known: readonly string[]): string {
  const [nearest] = suggest(value, known);
  return nearest ? ` (did you mean '${nearest}'?)` : '';
}

/** Comma-separated classes, added to those of earlier `--class` options. */
export function parseClasses(value: string, earlier: readonly FailureClass[] = []): readonly FailureClass[] {
  const names = value.split(',').map((name) => name.trim());
  return [...new Set([...earlier, ...names.filter((name) => name !== '').map(oneOf('--class', failureClasses))])];
}

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** `30s`, `5m`, `2h`: milliseconds; null for anything else. */
function durationOf(value: string): number | null {
  const [, count, unit = ''] = /^(\d{1,9})\s*([smhdw])$/i.exec(value) ?? [];
  return count === undefined ? null : Number(count) * unitMs[unit.toLowerCase()]!;
}

export const parseDuration =
  (option: '--for' | '--around') =>
  (value: string): number => {
    const ms = durationOf(value);
    if (ms !== null) return ms;
    throw new UsageError(`${option}: cannot parse '${value}'`, 'accepted: 30s, 5m, 2h, 1d');
  };

/** `2h`: the largest unit that gives a whole number. */
export function formatDuration(ms: number): string {
  const [unit, size] = Object.entries(unitMs).findLast(([, one]) => ms % one === 0 && ms >= one) ?? ['s', 1000];
  return `${Math.round(ms / size)}${unit}`;
}

/** How many times faster: `10`, `0.5`. */
export function parseSpeed(value: string): number {
  const speed = /^(?:\d{1,6}|\d{0,6}\.\d{1,6})$/.test(value) ? Number(value) : 0;
  if (speed > 0) return speed;
  throw new UsageError(`--speed: cannot parse '${value}'`, 'accepted: a number greater than 0, such as 10 or 0.5');
}

const dateTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?([.,]\d{1,3})?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

/**
 * An ISO date or time as it was given (with its zone, or bare for local time), with seconds, or a duration such as `2h`: so
 * long before the end of the evidence. A date alone is the start of the day, for `--until` its end; no moment for `--at`.
 */
export function parseTime(option: '--since' | '--until' | '--at'): (value: string) => Bound {
  return (value) => {
    const ago = durationOf(value);
    if (ago !== null) return { ago };
    const [, date, clock, seconds = ':00', fraction = '', zone = ''] = dateTime.exec(value) ?? [];
    const endOfDay = option === '--until' ? '23:59:59.999' : '00:00:00';
    const time = clock ? clock + seconds + fraction.replace(',', '.') : endOfDay;
    const iso = `${date}T${time}${zone.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`;
    if (date && isReal(date, iso) && (clock !== undefined || option !== '--at')) return iso;
    const days = option === '--at' ? '' : '2026-03-06, ';
    const times = option === '--at' ? 'this time' : 'either time';
    throw new UsageError(
      `${option}: cannot parse '${value}'`,
      `accepted: ${days}2026-03-06T09:14, ${times} with Z or +01:00, or how long before the end of the evidence: 30m, 2h, 3d`,
    );
  };
}

/** `case=4711`, added to those of earlier `--label` options. */
export function parseLabel(value: string, earlier: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, name, text] = /^([^=]{1,40})=(.*)$/s.exec(value) ?? [];
  if (name !== undefined && text !== undefined) return { ...earlier, [name.trim()]: text.trim() };
  throw new UsageError(`--label: cannot parse '${value}'`, 'accepted: a name and a value, such as case=4711');
}

/** `Date.parse` takes 30 February for 1 March. */
const isReal = (date: string, iso: string): boolean =>
  !Number.isNaN(Date.parse(iso)) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);

/** An IANA name in its usual spelling, or `±HH:MM`. */
export function parseTimezone(value: string): string {
  const offset = /^([+-])(\d\d):?(\d\d)$/.exec(value);
  try {
    const zone = offset ? `${offset[1]}${offset[2]}:${offset[3]}` : value;
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new UsageError(
      `--timezone: unknown time zone '${value}'`,
      'accepted: a name such as Europe/Berlin, UTC, or an offset such as +01:00',
    );
  }
}

const sizeUnits: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  t: 1e12,
  ki: 2 ** 10,
  mi: 2 ** 20,
  gi: 2 ** 30,
  ti: 2 ** 40,
};

/** Bytes: `500MB`, `2GiB`, `65536`. */
export function parseSize(value: string): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*([kmgt]i?)?b?$/i.exec(value) ?? [];
  const bytes = Math.round(Number(number) * sizeUnits[unit.toLowerCase()]!);
  if (number && bytes >= 1 && Number.isSafeInteger(bytes)) return bytes;
  throw new UsageError(`--max-size: cannot parse '${value}'`, 'accepted: bytes, or a size such as 500MB or 2GiB');
}

const mostJobs = 64;

/** Threads, 1 to 64. */
export function parseJobs(value: string): number {
  if (/^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= mostJobs) return Number(value);
  throw new UsageError(`--jobs: cannot parse '${value}'`, `accepted: a number from 1 to ${mostJobs}`);
}
