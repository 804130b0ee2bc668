import { defineFormat, type LineStart } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { fieldText, textOf } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import {
  bootStamp,
  deltaStamp,
  dmesgStamp,
  fullStamp,
  monthStamp,
  readDmesgStamp,
  readFullStamp,
  readMonthStamp,
  readSyslogHeader,
  syslogHeader,
  syslogPriority,
  unixStamp,
} from '../../reading/grammar/syslog-stamps.ts';
import { anyCharacter, clock, dateJoin, gap, isoDate, lastToken, token, zone } from '../../reading/grammar/tokens.ts';
import { bootTime, epochTime } from '../../reading/time.ts';
import { nameDevice, systemStarts, usbPort } from '../chains/usb-port.ts';
import { nameDenial } from '../wordings/audit-records.ts';
import { dumpedProcess, nameCrash } from '../wordings/crash-records.ts';
import { suppressed } from '../wordings/lost-messages.ts';
import { nameAddresses, packetContext } from '../wordings/netfilter.ts';

/** `kernel:`, `tccd[210]:`. */
const tag = lastToken(/[^\s:[\]]+(?:\[\d+\])?: ?/, anyCharacter);
const host = token(/(?!(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b)[^\s:[\]]+/i, anyCharacter);

const head = defineHead({
  begins:
    /^(?:\[ *\d+\.\d+\] |\[[A-Z][a-z]{2} [A-Z][a-z]{2} [^\]]{16,17}\] |\[ *[<+]|<\d|[a-z]+ *:[a-z]+ *: \[|[^\s\d]{3,5} {1,2}\d|\d{1,2}月 {1,2}\d|\d{4}-\d\d-\d\dT|\d{4}-\d\d-\d\d [\d:.,]+ \S+ kernel:|\d{9,11}\.\d+ \S+ \S+:)/,
  tokens: [
    bootStamp,
    dmesgStamp,
    deltaStamp,
    syslogHeader,
    syslogPriority,
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
    or<Partial<LineStart>>([
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
        const { image } = consume(syslogHeader);
        return action(() => readSyslogHeader(image));
      },
      () => {
        option(() => consume(syslogPriority), 1);
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
    if (/\bIN=\S{0,32} OUT=\S{0,32} .{0,400}?\bDPT=|apparmor="/i.test(textOf(entry))) {
      carry.os ??= 'linux';
      carry.computer ??= fieldText(entry, 'component');
    }
    return entry;
  },
  carries: [suppressed, dumpedProcess, ...systemStarts],
  witness: taggedBy,
  host: (entry) => fieldText(entry, 'component'),
  context: packetContext,
  chain: usbPort,
  derives: ['port', 'device', 'enumeration', 'former', 'program', 'crashed', 'asker', 'denied'],
  derive: (entry, carry) => nameDenial(nameCrash(nameDevice(nameAddresses(entry), carry), carry)),
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
    {
      text: '<3>1 2026-02-01T10:11:12.500+01:00 box kernel - - [meta sequenceId="7"] usb usb3-port2: unable to enumerate USB device',
      entry: {
        time: '2026-02-01T10:11:12.500+01:00',
        message: 'usb usb3-port2: unable to enumerate USB device',
        fields: { process: 'kernel', component: 'box', port: '3-2' },
      },
    },
    {
      text: '<4>Feb  1 10:11:12 box kernel: usb usb3-port2: unable to enumerate USB device',
      entry: { time: '--02-01T10:11:12', fields: { process: 'kernel', component: 'box', port: '3-2' } },
    },
  ],
});
