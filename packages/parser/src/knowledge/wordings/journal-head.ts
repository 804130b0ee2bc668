/** How lines of the journal, of syslog and of the kernel's messages begin, in all the ways in which they are printed. */
import type { LineStart } from '../../define.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import {
  bootStamp,
  deltaStamp,
  dmesgIsoStamp,
  dmesgStamp,
  fullStamp,
  hostedBootStamp,
  minuteStamp,
  monthStamp,
  readBootStamp,
  readDmesgIsoStamp,
  readDmesgStamp,
  readFullStamp,
  readMonthStamp,
  readSyslogHeader,
  syslogHeader,
  syslogPriority,
  unixStamp,
} from '../../reading/grammar/syslog-stamps.ts';
import { anyCharacter, clock, dateJoin, gap, isoDate, lastToken, token, zone } from '../../reading/grammar/tokens.ts';
import { epochTime } from '../../reading/time.ts';
import { bareRecords, ownHead, readClockOfDay, readOwnHead, speakerOf } from './journal-speaker.ts';

/** `kernel:`, `tccd[210]:`. */
const tag = lastToken(/[^\s:[\]]+(?:\[\d+\])?: ?/, anyCharacter);
const host = token(/(?!(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b)[^\s:[\]]+/i, anyCharacter);
/** What Linux itself calls who speaks: known without a host before it. */
const own = lastToken(ownHead);
const half = token(/ [AP]M(?= )/);
const bareRecord = lastToken(bareRecords, anyCharacter);

export const journalHead = defineHead({
  begins:
    /^(?:(?:<\d{1,3}>|[a-z]+ *:[a-z]+ *: )?\[ *(?:\d+\.\d|[<+])|(?:<\d{1,3}>|[a-z]+ *:[a-z]+ *: )?\[[^\s[\]]{1,12} {1,2}(?:[^\s[\]]{1,13}|\d\d:\d\d\]) |\[🡕\] P|<\d|[a-z]+ *:[a-z]+ *: \d| {0,2}[^\s\d]{2,8} {1,2}\d{1,2} (?:\d{4} )?\d\d:| {0,2}\d{1,2}[월月] {1,2}\d|[Tt]h|[^\s\d]{1,12} \d{4}-\d\d-\d\d |\d{4}-\d\d-\d\dT(?:[\d:]{8},|\S*[ \t]+(?:[^\s:[\]]+[ \t]+)?[^\s:[\]]+(?:\[\d+\])?:)|\d{4}-\d\d-\d\d [\d:.,]+ \S+ kernel:|\d{9,11}\.\d+ \S+ \S+:|\d{1,2}:\d\d:\d\d[\d.,]{0,10}(?: [AP]M)?[ \t]+(?:[\w.-]{1,64} )?[a-z-]{5,32}(?:\[\d{1,10}\])?:|(?:[\w.-]{1,64} )?[a-z-]{5,18}(?:\[\d{1,10}\])?: |.{0,40}(?:segfault at| trap | fault |emory: Killed| of user )|usb |uvc|audit: |oom|Killed |\[UFW)/,
  tokens: [
    hostedBootStamp,
    bootStamp,
    dmesgStamp,
    dmesgIsoStamp,
    minuteStamp,
    deltaStamp,
    syslogHeader,
    syslogPriority,
    fullStamp,
    unixStamp,
    monthStamp,
    own,
    bareRecord,
    half,
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
        const { image } = or([() => consume(hostedBootStamp), () => consume(bootStamp)], 3);
        return action(() => readBootStamp(image));
      },
      () => {
        const { image } = consume(dmesgStamp);
        return action(() => ({ time: readDmesgStamp(image), process: 'kernel' }));
      },
      () => {
        const { image } = consume(dmesgIsoStamp);
        return action(() => ({ time: readDmesgIsoStamp(image), process: 'kernel' }));
      },
      () => {
        or([() => consume(minuteStamp), () => consume(deltaStamp)], 4);
        return action(() => ({ process: 'kernel' }));
      },
      () => {
        const { image } = consume(syslogHeader);
        return action(() => readSyslogHeader(image));
      },
      () => {
        const { image } = consume(own);
        return action(() => readOwnHead(image));
      },
      () => {
        const time = consume(clock, 1);
        const noon = option(() => consume(half), 2);
        consume(gap, 3);
        const { image } = consume(own, 1);
        return action(() => ({ time: readClockOfDay(time.image, noon?.image), ...readOwnHead(image) }));
      },
      () => {
        const { image } = consume(bareRecord);
        return action(() => ({ process: speakerOf(image), messageStart: 0 }));
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
        const speaker = or<Partial<LineStart>>(
          [
            () => {
              const { image } = consume(own, 2);
              return action(() => readOwnHead(image));
            },
            () => {
              const component = consume(host);
              consume(gap, 2);
              const process = consume(tag);
              return action(() => ({ process: process.image.replace(/: ?$/, ''), component: component.image }));
            },
          ],
          5,
        );
        return action(() => ({ time, ...speaker }));
      },
    ]),
});
