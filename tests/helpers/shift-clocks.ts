/** All clocks of a text moved together: stamps, dates of certificates, times of servers, epochs. */

/** A way to write a moment: what it looks like, its moment in milliseconds since 1970 UTC, and how to write another one. */
interface Stamp {
  readonly form: RegExp;
  write(groups: readonly string[], shift: number): string;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthNames = months.join('|');
const pad = (value: number, size = 2): string => String(value).padStart(size, '0');

/** The parts of a date and a clock after the shift, as numbers. */
function moved(year: string, month: number, day: string, clock: string, shift: number) {
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day), hour, minute, second) + shift);
  const parts = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  return {
    year: pad(date.getUTCFullYear(), 4),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    parts,
    clock: parts
      .slice(0, clock.split(':').length)
      .map((part) => pad(part))
      .join(':'),
  };
}

const monthOf = (name: string): number => months.indexOf(name) + 1;
/** Times without a year are of a leap year. */
const leap = '2024';

const stamps: readonly Stamp[] = [
  {
    form: /(\d{4})([-/])(\d\d)\2(\d\d)([T ]|-)(\d\d:\d\d(?::\d\d)?)/,
    write([year = '', dash = '', month = '', day = '', join = '', clock = ''], shift) {
      const to = moved(year, Number(month), day, clock, shift);
      return `${to.year}${dash}${pad(to.month)}${dash}${pad(to.day)}${join}${to.clock}`;
    },
  },
  {
    form: /(\d{4})\/(\d{1,2})\/(\d{1,2})-(\d{1,2}:\d{1,2}:\d{1,2})/,
    write([year = '', month = '', day = '', clock = ''], shift) {
      const to = moved(year, Number(month), day, clock, shift);
      return `${to.year}/${to.month}/${to.day}-${to.parts.join(':')}`;
    },
  },
  {
    form: /(\d{1,2})\/(\d{1,2})\/(\d{4})(,? {1,2})(\d{1,2}:\d\d:\d\d)/,
    write([month = '', day = '', year = '', gap = '', clock = ''], shift) {
      const to = moved(year, Number(month), day, clock, shift);
      const size = Math.min(month.length, day.length);
      return `${pad(to.month, size)}/${pad(to.day, size)}/${to.year}${gap}${to.clock}`;
    },
  },
  {
    form: /(\d\d)\.(\d\d)\.(\d{4})(,? )(\d\d:\d\d:\d\d)/,
    write([day = '', month = '', year = '', gap = '', clock = ''], shift) {
      const to = moved(year, Number(month), day, clock, shift);
      return `${pad(to.day)}.${pad(to.month)}.${to.year}${gap}${to.clock}`;
    },
  },
  {
    form: new RegExp(`(${monthNames}) ( ?\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) (\\d{4})\\b`),
    write([month = '', day = '', clock = '', year = ''], shift) {
      const to = moved(year, monthOf(month), day, clock, shift);
      return `${months[to.month - 1]} ${String(to.day).padStart(2)} ${to.clock} ${to.year}`;
    },
  },
  {
    form: new RegExp(`(${monthNames}) ( ?\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) ([A-Z]{3,4}) (\\d{4})\\b`),
    write([month = '', day = '', clock = '', zone = '', year = ''], shift) {
      const to = moved(year, monthOf(month), day, clock, shift);
      return `${months[to.month - 1]} ${String(to.day).padStart(day.length)} ${to.clock} ${zone} ${to.year}`;
    },
  },
  {
    form: new RegExp(`(\\d{1,2}) (${monthNames}) (\\d{4}) (\\d\\d:\\d\\d:\\d\\d)`),
    write([day = '', month = '', year = '', clock = ''], shift) {
      const to = moved(year, monthOf(month), day, clock, shift);
      return `${pad(to.day)} ${months[to.month - 1]} ${to.year} ${to.clock}`;
    },
  },
  {
    form: new RegExp(`(${monthNames}) ( ?\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d)`),
    write([month = '', day = '', clock = ''], shift) {
      const to = moved(leap, monthOf(month), day, clock, shift);
      return `${months[to.month - 1]} ${String(to.day).padStart(2)} ${to.clock}`;
    },
  },
  {
    form: /(?<=:)(\d\d)(\d\d)\/(\d\d)(\d\d)(\d\d)(?=\.\d{6}:)/,
    write([month = '', day = '', hour = '', minute = '', second = ''], shift) {
      const to = moved(leap, Number(month), day, `${hour}:${minute}:${second}`, shift);
      return `${pad(to.month)}${pad(to.day)}/${to.clock.replaceAll(':', '')}`;
    },
  },
  {
    form: /(?<=_)(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(?=[._])/,
    write([year = '', month = '', day = '', hour = '', minute = '', second = ''], shift) {
      const to = moved(year, Number(month), day, `${hour}:${minute}:${second}`, shift);
      return `${to.year}${pad(to.month)}${pad(to.day)}-${to.clock.replaceAll(':', '')}`;
    },
  },
  // Of the journal, of NetLog, of the audit system and others: microseconds, milliseconds, seconds.
  { form: /(?<=TIMESTAMP"\s?:\s?")(\d{16})/, write: ([micros = ''], shift) => String(Number(micros) + shift * 1000) },
  { form: /(?<="timeTickOffset"\s?:\s?"?|Date\()(\d{13})/, write: ([ms = ''], shift) => String(Number(ms) + shift) },
  {
    form: /(?<=audit\(|\) at |^)(\d{10})(?=\.\d|$)/m,
    write: ([seconds = ''], shift) => String(Number(seconds) + shift / 1000),
  },
];

const any = new RegExp(stamps.map(({ form }) => form.source.replaceAll('\\2', '[-/]')).join('|'), 'gm');

/** The text as it would have been written so many milliseconds later (whole seconds: fractions stay as they are). */
export function shiftClocks(text: string, shift: number): string {
  if (shift % 1000 !== 0) throw new Error('fractions of a second are not shifted');
  return text.replaceAll(any, (found, ...rest) => {
    const [at] = rest.filter((one): one is number => typeof one === 'number');
    for (const { form, write } of stamps) {
      const match = new RegExp(form, 'ym');
      match.lastIndex = at!;
      const [whole, ...groups] = match.exec(text) ?? [];
      if (whole === found) return write(groups, shift);
    }
    return found;
  });
}
