/** What stands before a message of the kernel, the journal and syslog: stamps of several kinds, and the header of RFC 5424. */
import type { LineStart } from '../../define.ts';
import type { Time } from '../../model.ts';
import { bootTime, localTime, monthNumber, yearlessTime } from '../time.ts';
import { knownZones, readClock, readStamp } from './stamps.ts';
import { anyCharacter, lastToken, token } from './tokens.ts';

/** `<6>` or `kern  :warn  : `, which dmesg writes before its stamp when asked to. */
const level = String.raw`(?:<\d{1,3}>|[a-z]{2,10} {0,8}:[a-z]{2,10} {0,8}: )?`;
/** ` <    2.123456>`: since the line before. */
const delta = String.raw`(?: <[ \d.]{1,16}>)?`;

/** `[   86.363426] ` seconds since boot. */
export const bootStamp = lastToken(new RegExp(String.raw`${level}\[ *\d+\.\d+${delta}\] `));
/** The same of journalctl, which names the host and who speaks; a fault names its program in the same way. */
export const hostedBootStamp = lastToken(
  /\[ *\d+\.\d+(?: <[ \d.]{1,16}>)?\] [\w.-]{1,64} (?:kernel|[\w.@/-]{1,80}\[\d{1,10}\]): (?!segfault at )/,
);
/** `[Tue Feb 17 10:15:18 2026] ` of dmesg -T: local time, in the system's language. */
export const dmesgStamp = lastToken(
  new RegExp(
    String.raw`${level}\[[^\s\[\]]{1,12} {1,2}[^\s\[\]\d]{2,12}\.? {1,2}\d{1,2} \d{2}:\d{2}:\d{2} \d{4}${delta}\] |${level}\[[^\s\[\]]{1,12} {1,2}\d{1,2}(?:월|月) {1,2}\d{1,2} \d{2}:\d{2}:\d{2} \d{4}${delta}\] `,
  ),
  anyCharacter,
);
/** `2026-02-17T10:15:18,123456+01:00 ` of dmesg: no host and nobody who speaks; it is the kernel. */
export const dmesgIsoStamp = lastToken(
  new RegExp(String.raw`${level}\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d,\d{6}[+-]\d\d:?\d\d `),
);
/** `[Feb17 10:15] ` of dmesg -H, once a minute. */
export const minuteStamp = lastToken(
  new RegExp(String.raw`${level}\[[^\s\[\]\d]{2,10} {0,2}\d{1,2} \d{2}:\d{2}\] `),
  anyCharacter,
);
/** `[ +26,669352] ` of dmesg -d: since the line before, so it places nothing. */
export const deltaStamp = lastToken(new RegExp(String.raw`${level}\[ *[<+] *\d+[.,]\d+>?\] `));
/** `Tue 2026-02-17 10:15:10 CET ` (short-full; the weekday in the system's language) and `1771323333.123456 ` (short-unix) of journalctl. */
export const fullStamp = token(
  /[^\s\d[\]<>:]{1,12} \d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})? (?:[A-Z]{1,5}|[+-]\d{2,4})(?= )/,
  anyCharacter,
);
export const unixStamp = token(/\d{9,11}\.\d{3,9}(?= )/);
/** `Mar 06 09:10:11`, month in the system's language; some write the year behind the day. */
export const monthStamp = token(
  / {0,2}(?:[A-Za-z\u00aa-\u024f\u0370-\u052f\u0590-\u06ff\u0900-\u0e7f.'\u2019]{2,8}|\d{1,2}[월月]|[Tt]h(?:g )?\d{1,2}) {1,2}\d{1,2}(?: \d{4})? \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?= )/,
  anyCharacter,
);

/** `<34>1 2026-03-06T08:14:31.120Z box app 4410 ID47 [data@32473 key="value"] `: `-` is what is not told. */
export const syslogHeader = lastToken(
  /<\d{1,3}>1 (?:-|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)) [!-~]{1,255} [!-~]{1,48} [!-~]{1,128} [!-~]{1,32} (?:-|(?:\[(?:[^\]\\\n]|\\[^\n]){1,2000}\]){1,20})(?: \ufeff?|(?![^\n]))/,
);

/** `<34>`: facility and severity as a number. */
export const syslogPriority = token(/<\d{1,3}>(?=[^\s\d[]{2,8} {1,2}\d|\d{4}-)/);

/** What the header tells. */
export function readSyslogHeader(header: string): Partial<LineStart> {
  const [, stamp = '', host = '', app = '', pid = ''] = header.split(' ');
  const [, date = '', clock = '', zone] = /^([^T]{1,20})T([\d:.]{1,20})([^\d:.]\S{0,9})$/.exec(stamp) ?? [];
  const told = (value: string): string | null => (value === '-' ? null : value);
  return {
    time: date === '' ? null : readStamp(date, clock, zone),
    component: told(host),
    process: told(pid) && told(app) ? `${app}[${pid}]` : told(app),
  };
}

/** `[Tue Feb 17 10:15:18 2026] ` */
export function readDmesgStamp(text: string): Time {
  const told = text.slice(text.indexOf('[') + 1).trim();
  const [, month = '', day = '', clock = '', year = ''] = told.split(/[ \]]+/);
  return localTime({ year: Number(year), month: monthNumber(month) ?? 1, day: Number(day), ...readClock(clock) });
}

/** `2026-02-17T10:15:18,123456+01:00 ` */
export function readDmesgIsoStamp(text: string): Time {
  const [, date = '', clock = '', zone] = /(\d{4}-\d\d-\d\d)T([\d:,]{15})(\S{5,6}) $/.exec(text) ?? [];
  return readStamp(date, clock, zone);
}

/** The seconds of `[   86.363426] `, and who is named behind it: the kernel, where nobody is. */
export function readBootStamp(text: string): Partial<LineStart> {
  const [, seconds = '', host = null, tag = 'kernel'] =
    /\[ *(\d+\.\d+)[^\]]{0,20}\] (?:([\w.-]{1,64}) (\S{1,100}): )?/.exec(text) ?? [];
  return { time: bootTime(seconds), process: tag, component: host };
}

/** `Tue 2026-02-17 10:15:10 CET` */
export function readFullStamp(text: string): Time {
  const [, date = '', clock = '', zone = ''] = text.split(' ');
  return readStamp(date, clock, knownZones[zone] ?? (/^[+-]/.test(zone) ? zone : undefined));
}

/** `Mar 06 09:10:11`; null when the word is no month in any language we know. */
export function readMonthStamp(text: string): Time | null {
  const [, word = '', day = '', year, clock = ''] =
    /^ {0,2}([Tt]h(?:g )?\d{1,2}|[^ ]{1,12}) {1,2}(\d{1,2})(?: (\d{4}))? (\S{8,16})$/.exec(text) ?? [];
  const month = monthNumber(word);
  if (month === null) return null;
  const parts = { month, day: Number(day), ...readClock(clock) };
  return year === undefined ? yearlessTime(parts) : localTime({ ...parts, year: Number(year) });
}
