/** What stands before a message of the kernel, the journal and syslog: stamps of several kinds, and the header of RFC 5424. */
import type { LineStart } from '../../define.ts';
import type { Time } from '../../model.ts';
import { localTime, monthNumber, yearlessTime } from '../time.ts';
import { knownZones, readClock, readStamp } from './stamps.ts';
import { anyCharacter, lastToken, token } from './tokens.ts';

/** `[   86.363426] ` seconds since boot; `<6>` or `kern  :warn  : ` may come before them. */
export const bootStamp = lastToken(/(?:<\d{1,3}>|[a-z]+ *:[a-z]+ *: )?\[ *\d+\.\d+\] /);
/** `[Tue Feb 17 10:15:18 2026] ` of dmesg -T: local time. */
export const dmesgStamp = lastToken(/\[[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2} \d{4}\] /);
/** `[ +26,669352] ` of dmesg -d: since the line before, so it places nothing. */
export const deltaStamp = lastToken(/\[ *[<+] *\d+[.,]\d+>?\] /);
/** `Tue 2026-02-17 10:15:10 CET ` (short-full) and `1771323333.123456 ` (short-unix) of journalctl. */
export const fullStamp = token(/[A-Z][a-z]{2} \d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} [A-Z]{1,5}(?= )/);
export const unixStamp = token(/\d{9,11}\.\d{3,9}(?= )/);
/** `Mar 06 09:10:11`, month in the system's language. */
export const monthStamp = token(
  /(?:[A-Za-z\u00c0-\u017f\u0400-\u04ff]{3,5}\.?|\d{1,2}月) {1,2}\d{1,2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?/,
  anyCharacter,
);

/** `<34>1 2026-03-06T08:14:31.120Z box app 4410 ID47 [data@32473 key="value"] `: `-` is what is not told. */
export const syslogHeader = lastToken(
  /<\d{1,3}>1 (?:-|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)) [!-~]{1,255} [!-~]{1,48} [!-~]{1,128} [!-~]{1,32} (?:-|(?:\[(?:[^\]\\\n]|\\[^\n]){1,2000}\]){1,20})(?: \ufeff?|(?![^\n]))/,
);

/** `<34>`: facility and severity as a number. */
export const syslogPriority = token(/<\d{1,3}>(?=[^\s\d[]{3,5} {1,2}\d|\d{4}-)/);

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
  const [, month = '', day = '', clock = '', year = ''] = text.slice(1, -2).split(/ +/);
  return localTime({ year: Number(year), month: monthNumber(month) ?? 1, day: Number(day), ...readClock(clock) });
}

/** `Tue 2026-02-17 10:15:10 CET` */
export function readFullStamp(text: string): Time {
  const [, date = '', clock = '', zone = ''] = text.split(' ');
  return readStamp(date, clock, knownZones[zone]);
}

/** `Mar 06 09:10:11`; null when the word is no month in any language we know. */
export function readMonthStamp(text: string): Time | null {
  const [word = '', day = '', clock = ''] = text.split(/ +/);
  const month = monthNumber(word);
  return month === null ? null : yearlessTime({ month, day: Number(day), ...readClock(clock) });
}
