/**
 * Times as logs state them. A `Time` never gets a year, a date or a zone that the log does not give:
 * its basis says what is missing, and `ms` is comparable only within what the basis allows (see judging/clock.ts).
 */
import type { Time } from '../model.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** `.120`, `.02`, or nothing: the digits the log gives, no more. */
const fraction = (digits: string): string => (digits === '' ? '' : `.${digits}`);

const fractionMs = (digits: string): number => (digits === '' ? 0 : Number(`0.${digits}`) * second);

const clockMs = (h: number, m: number, s: number, digits: string): number =>
  h * hour + m * minute + s * second + fractionMs(digits);

/** The parts of a moment; `month` from 1. Out-of-range parts are kept as the log wrote them. */
export interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Decimal digits of the second, without the point: '058' is 58 ms, '' none. */
  readonly digits: string;
}

const clockText = (p: Omit<Parts, 'year' | 'month' | 'day'>): string =>
  `${two(p.hour)}:${two(p.minute)}:${two(p.second)}${fraction(p.digits)}`;

let lastDate = { year: 1970, month: 1, day: 1, text: '1970-01-01', ms: 0 };

/** The text of a date, and when it begins. A log has few, and one after the other. */
function dateOf({ year, month, day: dayOfMonth }: Pick<Parts, 'year' | 'month' | 'day'>): typeof lastDate {
  if (lastDate.day !== dayOfMonth || lastDate.month !== month || lastDate.year !== year) {
    const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
    lastDate = { year, month, day: dayOfMonth, text, ms: Date.UTC(year, month - 1, dayOfMonth) };
  }
  return lastDate;
}

const dateText = (p: Pick<Parts, 'year' | 'month' | 'day'>): string => dateOf(p).text;

const civilMs = (p: Parts): number => dateOf(p).ms + clockMs(p.hour, p.minute, p.second, p.digits);

/** A date and a clock with no zone: local time of the machine. */
export const localTime = (p: Parts): Time => ({
  text: `${dateText(p)}T${clockText(p)}`,
  basis: 'local',
  ms: civilMs(p),
});

const utcTime = (p: Parts): Time => ({ text: `${dateText(p)}T${clockText(p)}Z`, basis: 'utc', ms: civilMs(p) });

/** `zone` as logs write it: `+01:00`, `+0100`, `-04`, `Z`. */
export function zonedTime(p: Parts, zone: string): Time {
  // A log has one zone, or two.
  if (lastZone?.zone !== zone) lastZone = readZone(zone);
  const { offset, suffix } = lastZone;
  if (suffix === 'Z') return utcTime(p);
  return offset === null
    ? localTime(p)
    : { text: `${dateText(p)}T${clockText(p)}${suffix}`, basis: 'offset', ms: civilMs(p) - offset };
}

interface Zone {
  readonly zone: string;
  /** Milliseconds east of UTC, null when it is no zone. */
  readonly offset: number | null;
  readonly suffix: string;
}

let lastZone: Zone | null = null;

function readZone(zone: string): Zone {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return { zone, offset: 0, suffix: 'Z' };
  const offset = zoneOffset(zone);
  if (offset === null) return { zone, offset, suffix: '' };
  const minutes = Math.abs(offset) / minute;
  return { zone, offset, suffix: `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}

/** Milliseconds east of UTC of a numeric zone, null when it is none. */
export function zoneOffset(zone: string): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!match) return null;
  const size = Number(match[2]) * hour + Number(match[3] ?? 0) * minute;
  return match[1] === '-' ? -size : size;
}

/** Month, day and clock, but no year. The reference year is a leap year, so that 29 February exists. */
export const yearlessTime = (p: Omit<Parts, 'year'>): Time => ({
  text: `--${two(p.month)}-${two(p.day)}T${clockText(p)}`,
  basis: 'no-year',
  ms: civilMs({ ...p, year: 2000 }) - Date.UTC(2000, 0, 1),
});

export const timeOfDay = (p: Pick<Parts, 'hour' | 'minute' | 'second' | 'digits'>): Time => ({
  text: `T${clockText(p)}`,
  basis: 'time-only',
  ms: clockMs(p.hour, p.minute, p.second, p.digits),
});

export const bootTime = (seconds: string): Time => ({
  text: `PT${seconds}S`,
  basis: 'boot',
  ms: Math.round(Number(seconds) * second),
});

/** UTC from milliseconds since 1970; null outside the range of a four-digit year. */
export function epochTime(ms: number): Time | null {
  if (!Number.isFinite(ms) || ms < 0 || ms >= Date.UTC(10_000, 0, 1)) return null;
  return { text: new Date(ms).toISOString(), basis: 'utc', ms };
}

/** The time of day `time` on `date` (`YYYY-MM-DD`), a day later when it is earlier than `notBefore` (ms of the day). */
export function onDay(time: Time, date: string, notBefore: number | null): Time {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const later = notBefore !== null && time.ms < notBefore ? day : 0;
  const ms = Date.UTC(year, month - 1, dayOfMonth) + later + time.ms;
  return { text: `${new Date(ms - time.ms).toISOString().slice(0, 10)}${time.text}`, basis: 'local', ms };
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Other languages' syslog month abbreviations seen in journals (German, Dutch, Italian, French, Spanish, Portuguese). */
const foreignMonths: Readonly<Record<string, number>> = {
  gen: 1, ene: 1, janv: 1, fev: 2, feb: 2, févr: 2, fév: 2, mär: 3, mrz: 3, mrt: 3, maa: 3, mars: 3, abr: 4, avr: 4, avril: 4,
  mai: 5, mag: 5, mei: 5, giu: 6, juin: 6, jui: 6, juil: 7, lug: 7, ago: 8, août: 8, set: 9, sept: 9, okt: 10, ott: 10,
  out: 10, nov: 11, dez: 12, dic: 12, déc: 12,
  sty: 1, lut: 2, kwi: 4, maj: 5, cze: 6, lip: 7, sie: 8, wrz: 9, paź: 10, lis: 11, gru: 12,
  led: 1, úno: 2, bře: 3, dub: 4, kvě: 5, čen: 6, čec: 7, srp: 8, zář: 9, říj: 10, pro: 12,
  oca: 1, şub: 2, nis: 4, haz: 6, tem: 7, ağu: 8, eyl: 9, eki: 10, kas: 11, ara: 12,
  янв: 1, фев: 2, мар: 3, апр: 4, мая: 5, май: 5, июн: 6, июл: 7, авг: 8, сен: 9, окт: 10, ноя: 11, дек: 12,
  січ: 1, лют: 2, бер: 3, кві: 4, тра: 5, чер: 6, лип: 7, сер: 8, вер: 9, жов: 10, лис: 11, лист: 11, гру: 12,
  яну: 1, юни: 6, юли: 7, ное: 11, јан: 1, феб: 2, мај: 5, јун: 6, јул: 7, нов: 11, дец: 12,
  студ: 1, сак: 3, кра: 4, чэр: 6, ліп: 7, жні: 8, кас: 10, сне: 12,
  ιαν: 1, φεβ: 2, μαρ: 3, μάρ: 3, απρ: 4, μαΐ: 5, μάι: 5, μαι: 5, ιουν: 6, ιούν: 6, ιουλ: 7, ιούλ: 7, αυγ: 8, αύγ: 8,
  σεπ: 9, οκτ: 10, νοε: 11, νοέ: 11, δεκ: 12,
  tammi: 1, helmi: 2, maalis: 3, huhti: 4, touko: 5, kesä: 6, heinä: 7, elo: 8, syys: 9, loka: 10, marras: 11, joulu: 12,
  márc: 3, ápr: 4, máj: 5, maí: 5, jún: 6, júl: 7, ágú: 8, szept: 9, nóv: 11, des: 12, avg: 8,
  ian: 1, iun: 6, iul: 7, noi: 11, jaan: 1, veebr: 2, märts: 3, dets: 12, marts: 3, maijs: 5, jūn: 6, jūl: 7,
  saus: 1, vas: 2, kov: 3, bal: 4, geg: 5, birž: 6, liep: 7, rugp: 8, rugs: 9, spal: 10, lapkr: 11, gruod: 12,
  sij: 1, velj: 2, ožu: 3, svi: 5, kol: 8, ruj: 9, stu: 11, març: 3, maig: 5, ag: 8, xan: 1, xuñ: 6, xul: 7,
  ינו: 1, פבר: 2, מרץ: 3, אפר: 4, מאי: 5, יונ: 6, יול: 7, אוג: 8, ספט: 9, אוק: 10, נוב: 11, דצמ: 12,
  ينا: 1, فبر: 2, مار: 3, أبر: 4, ماي: 5, يون: 6, يول: 7, أغس: 8, سبت: 9, أكت: 10, نوف: 11, ديس: 12,
  'ม.ค': 1, 'ก.พ': 2, 'มี.ค': 3, 'เม.ย': 4, 'พ.ค': 5, 'มิ.ย': 6, 'ก.ค': 7, 'ส.ค': 8, 'ก.ย': 9, 'ต.ค': 10, 'พ.ย': 11, 'ธ.ค': 12,
}; // biome-ignore format: a table

/** 1–12, or null for a word that is no month. */
export function monthNumber(word: string): number | null {
  // Some languages number them: `6月`, `6월`, `thg 6`.
  const numbered = /^(\d{1,2})[月월]$|^th(?:g )?(\d{1,2})$/i.exec(word)?.slice(1).find(Boolean);
  if (numbered !== undefined) return Number(numbered) >= 1 && Number(numbered) <= 12 ? Number(numbered) : null;
  const key = word.toLowerCase().replace(/[.'\u2019]$/, '');
  const english = monthNames.indexOf(key.slice(0, 3));
  return foreignMonths[key] ?? (english >= 0 ? english + 1 : null);
}

/**
 * `2020-08-05T12:16:37.933329200Z`, with or without its zone; without one it is UTC or local, as `bare` says. Null when it
 * is none.
 */
export function isoTime(text: string, bare: 'utc' | 'local'): Time | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!match) return null;
  const [, year, month, dayOfMonth, h, m, s, digits = '', zone] = match;
  const parts: Parts = {
    year: Number(year),
    month: Number(month),
    day: Number(dayOfMonth),
    hour: Number(h),
    minute: Number(m),
    second: Number(s),
    digits,
  };
  if (zone !== undefined) return zonedTime(parts, zone);
  return bare === 'utc' ? utcTime(parts) : localTime(parts);
}

/** `20250807-132040` or `2025-0807-132040`, as file names have it: local time; null when it is no moment. */
export function stampInName(text: string): Time | null {
  const [year = 0, ...rest] = (/^(\d{4})-?(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)$/.exec(text) ?? []).slice(1).map(Number);
  const [month = 0, dayOfMonth = 0, h = 0, m = 0, s = 0] = rest;
  const isMoment =
    year >= 1970 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= 31 && h < 24 && m < 60 && s <= 60;
  return isMoment ? localTime({ year, month, day: dayOfMonth, hour: h, minute: m, second: s, digits: '' }) : null;
}

/** Words for the half of the day in which Windows writes a twelve-hour clock: the afternoon's. */
const afternoon = /^(?:PM|p\.\s?m\.|μμ|MD|下午|오후|午後)$/i;

/** How a system writes a date of three numbers. */
export type DateOrder = 'day-first' | 'month-first';

const threeNumbers = /^\D{0,20}(\d{1,2})([./-]) ?(\d{1,2})[./-] ?\d{4}/;

/** The order that a date of three numbers proves by itself: one of them is no month. */
export function provenOrder(text: string): DateOrder | null {
  const [, a = '', , b = ''] = threeNumbers.exec(text) ?? [];
  if (Number(a) > 12) return 'day-first';
  return Number(b) > 12 ? 'month-first' : null;
}

/** The order that its marks make likely where nothing proves one: `.` and `-` are written by those who begin with the day. */
function likelyOrder(text: string): DateOrder | null {
  const mark = threeNumbers.exec(text)?.[2];
  if (mark === '.' || mark === '-') return 'day-first';
  return /[AP]M\b/.test(text) ? 'month-first' : null;
}

/**
 * A date and a clock as Windows shows them to its user: `8/5/2020 5:16:37 AM`, `10.03.2017 17:54:38`, `2026/3/6 9:14:02`.
 * `order` is what the file's other dates have proved; null when the date could be read in two ways, or is none.
 */
export function shownTime(text: string, order: DateOrder | null): Time | null {
  const plain = text.replace(/[\u200e\u200f\u202a-\u202e]/g, '').trim();
  const iso = isoTime(plain, 'local');
  if (iso) return iso;
  const match =
    /(\d{1,4})[./-] ?(\d{1,2})[./-] ?(\d{1,4})[.,]?[\sT]{1,8}(?:(\D{1,8}?)\s?)?(\d{1,2})[:.](\d\d)[:.](\d\d)(?:[.,](\d{1,9}))?(?:\s?(\D{1,6}))?$/.exec(
      plain,
    );
  if (!match) return null;
  const [, a, b, c, before, hours, minutes, seconds, digits = '', behind] = match;
  const numbers = [Number(a), Number(b), Number(c)] as const;
  const isYearFirst = a!.length === 4;
  const known = provenOrder(plain) ?? order ?? likelyOrder(plain);
  if (!isYearFirst && (known === null || c!.length !== 4)) return null;
  const [year, month, dayOfMonth] = isYearFirst
    ? numbers
    : known === 'day-first'
      ? [numbers[2], numbers[1], numbers[0]]
      : [numbers[2], numbers[0], numbers[1]];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return null;
  const half = (behind ?? before ?? '').trim();
  const clock = Number(hours);
  const h = half === '' || clock > 12 ? clock : (clock % 12) + (afternoon.test(half) ? 12 : 0);
  return localTime({ year, month, day: dayOfMonth, hour: h, minute: Number(minutes), second: Number(seconds), digits });
}
