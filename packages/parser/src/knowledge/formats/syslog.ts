import { defineFormat } from '../../define.ts';
import type { Entry, Time } from '../../model.ts';
import { fieldText } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { knownZones, readClock, readStamp } from '../../reading/grammar/stamps.ts';
import { anyCharacter, clock, dateJoin, gap, isoDate, lastToken, token, zone } from '../../reading/grammar/tokens.ts';
import { bootTime, epochTime, localTime, monthNumber, yearlessTime } from '../../reading/time.ts';
import { nameDevice, systemStarts, usbPort } from '../chains/usb-port.ts';
import { dumpedProcess, nameCrash } from '../wordings/crash-records.ts';
import { suppressed } from '../wordings/lost-messages.ts';
import { nameAddresses } from '../wordings/netfilter.ts';

/** `[   86.363426] ` seconds since boot; `<6>` or `kern  :warn  : ` may come before them. */
const bootStamp = lastToken(/(?:<\d{1,3}>|[a-z]+ *:[a-z]+ *: )?\[ *\d+\.\d+\] /);
/** `[Tue Feb 17 10:15:18 2026] ` of dmesg -T: local time. */
const dmesgStamp = lastToken(/\[[A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2} \d{4}\] /);
/** `[ +26,669352] ` of dmesg -d: since the line before, so it places nothing. */
const deltaStamp = lastToken(/\[ *[<+] *\d+[.,]\d+>?\] /);
/** `Tue 2026-02-17 10:15:10 CET ` (short-full) and `1771323333.123456 ` (short-unix) of journalctl. */
const fullStamp = token(/[A-Z][a-z]{2} \d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} [A-Z]{1,5}(?= )/);
const unixStamp = token(/\d{9,11}\.\d{3,9}(?= )/);
/** `Mar 06 09:10:11`, month in the system's language. */
const monthStamp = token(
  /(?:[A-Za-z\u00c0-\u017f\u0400-\u04ff]{3,5}\.?|\d{1,2}月) {1,2}\d{1,2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?/,
  anyCharacter,
);
/** `kernel:`, `tccd[210]:`. */
const tag = lastToken(/[^\s:[\]]+(?:\[\d+\])?: ?/, anyCharacter);
const host = token(/(?!(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b)[^\s:[\]]+/i, anyCharacter);

/** `[Tue Feb 17 10:15:18 2026] ` */
function readDmesgStamp(text: string): Time {
  const [, month = '', day = '', clock = '', year = ''] = text.slice(1, -2).split(/ +/);
  return localTime({ year: Number(year), month: monthNumber(month) ?? 1, day: Number(day), ...readClock(clock) });
}

/** `Tue 2026-02-17 10:15:10 CET` */
function readFullStamp(text: string): Time {
  const [, date = '', clock = '', zone = ''] = text.split(' ');
  return readStamp(date, clock, knownZones[zone]);
}

/** `Mar 06 09:10:11`; null when the word is no month in any language we know. */
function readMonthStamp(text: string): Time | null {
  const [word = '', day = '', clock = ''] = text.split(/ +/);
  const month = monthNumber(word);
  return month === null ? null : yearlessTime({ month, day: Number(day), ...readClock(clock) });
}

const head = defineHead({
  begins:
    /^(?:\[ *\d+\.\d+\] |\[[A-Z][a-z]{2} [A-Z][a-z]{2} [^\]]{16,17}\] |\[ *[<+]|<\d|[a-z]+ *:[a-z]+ *: \[|[^\s\d]{3,5} {1,2}\d|\d{1,2}月 {1,2}\d|\d{4}-\d\d-\d\dT|\d{4}-\d\d-\d\d [\d:.,]+ \S+ kernel:|\d{9,11}\.\d+ \S+ \S+:)/,
  tokens: [
    bootStamp,
    dmesgStamp,
    deltaStamp,
    fullStamp,
    unixStamp,
    monthStamp,
    isoDate,
    dateJoin,
    clock,
    zone,
    gap,
    tag,
    host,
  ],
  rule: ({ consume, option, or, action }) =>
    or([
      () => {
        const { image } = consume(bootStamp);
        return action(() => ({
          time: bootTime(image.slice(image.indexOf('[') + 1, -2).trim()),
          process: 'kernel',
        }));
      },
      () => {
        const { image } = consume(dmesgStamp);
        return action(() => ({ time: readDmesgStamp(image), process: 'kernel' }));
      },
      () => {
        consume(deltaStamp);
        return action(() => ({ process: 'kernel' }));
      },
      () => {
        const time = or(
          [
            () => {
              const { image } = consume(monthStamp);
              return action(() => readMonthStamp(image));
            },
            () => {
              const { image } = consume(fullStamp);
              return action(() => readFullStamp(image));
            },
            () => {
              const { image } = consume(unixStamp);
              return action(() => epochTime(Math.floor(Number(image) * 1000)));
            },
            () => {
              const date = consume(isoDate);
              or([() => consume(dateJoin), () => consume(gap)], 2);
              const time = consume(clock);
              const offset = option(() => consume(zone));
              return action(() => readStamp(date.image, time.image, offset?.image));
            },
          ],
          1,
        );
        consume(gap, 1);
        const component = consume(host);
        consume(gap, 2);
        const process = consume(tag);
        return action(() => ({ time, process: process.image.replace(/: ?$/, ''), component: component.image }));
      },
    ]),
});

/** `kernel`, `tccd` of `tccd[210]`; what the audit system writes under a record's type is `audit`. */
const taggedBy = (entry: Entry): string | null => fieldText(entry, 'process')?.replace(/\[\d+\]$/, '') ?? null;

export default defineFormat({
  id: 'syslog',
  title: 'Linux journal or syslog, kernel messages included',
  origin: 'journal',
  framing: lines,
  head,
  names: ['kern.log*', 'syslog*', 'messages*', 'ufw.log*', 'dmesg*', 'journal*.log', 'journal*.txt'],
  recognise: { heads: true },
  /** Netfilter and AppArmor lines are written by Linux alone, and name the machine. */
  prepare: (entry, carry) => {
    const { text } = entry.pieces[0]!;
    if (/\bIN=\S{0,32} OUT=\S{0,32} .{0,400}?\bDPT=|apparmor="/i.test(text)) {
      carry.os ??= 'linux';
      carry.computer ??= fieldText(entry, 'component');
    }
    return entry;
  },
  carries: [suppressed, dumpedProcess, ...systemStarts],
  witness: taggedBy,
  host: (entry) => fieldText(entry, 'component'),
  chain: usbPort,
  derives: ['port', 'device', 'enumeration', 'former', 'program', 'crashed'],
  derive: (entry, carry) => nameCrash(nameDevice(nameAddresses(entry), carry), carry),
  samples: [
    {
      text: '6月 11 08:58:01 box kernel: usb usb3-port2: unable to enumerate USB device',
      entry: { time: '--06-11T08:58:01', fields: { port: '3-2' } },
    },
    {
      text: 'Wed 2026-04-01 10:11:12 UTC box kernel: usb usb3-port2: unable to enumerate USB device',
      entry: { time: '2026-04-01T10:11:12Z', fields: { port: '3-2' } },
    },
    {
      text: '1775038272.250000 box kernel: usb usb3-port2: unable to enumerate USB device',
      entry: { time: '2026-04-01T10:11:12.250Z', fields: { port: '3-2' } },
    },
    {
      text: '[Wed Apr  1 10:11:12 2026] usb usb3-port2: unable to enumerate USB device',
      entry: { time: '2026-04-01T10:11:12', fields: { port: '3-2' } },
    },
    {
      text: '[ +12,500000] usb usb3-port2: unable to enumerate USB device',
      entry: { time: null, fields: { port: '3-2' } },
    },
    {
      text: 'kern  :warn  : [  512.000345] usb usb3-port2: unable to enumerate USB device',
      entry: { time: 'PT512.000345S', fields: { port: '3-2' } },
    },
    {
      text: 'Nov  9 07:08:09 box kernel: [ 4242.000001] [UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 PROTO=TCP SPT=40000 DPT=8802 ',
      entry: { time: '--11-09T07:08:09', fields: { proto: 'TCP', dpt: 8802, dst: '198.51.100.6', process: 'kernel' } },
    },
    {
      text: '2026-02-01T10:11:12+01:00 box kernel: usb usb3-port2: unable to enumerate USB device',
      entry: { time: '2026-02-01T10:11:12+01:00', fields: { port: '3-2', enumeration: 'failed' } },
    },
  ],
});
