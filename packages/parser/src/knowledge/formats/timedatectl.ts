import { defineFormat } from '../../define.ts';
import { textOf } from '../../reading/entry.ts';
import { clockContext } from '../wordings/context.ts';
import { logLine, tell, wholeOutput } from '../wordings/whole-output.ts';

/** Labels are English in every language; the names of days are not. Older versions call the same otherwise. */
const synchronized = /^(?:[ \t]{0,40}(?:System clock|NTP) synchronized: |NTPSynchronized=)(yes|no)[ \t\r]{0,8}$/m;
const service =
  /^(?:[ \t]{0,40}(?:NTP service|NTP enabled|Network time on|systemd-timesyncd\.service active): |NTP=)(active|inactive|yes|no|n\/a)[ \t\r]{0,8}$/m;
const hardwareClock = /^(?:[ \t]{0,40}RTC in local TZ: |LocalRTC=)(yes|no)[ \t\r]{0,8}$/m;
/** Of `timesync-status`: what the server's time was ahead by when it answered last. */
const measured =
  /^[ \t]{0,40}Offset: ([+-]?)((?:\d{1,6}(?:\.\d{1,9})?(?:y|month|w|d|h|min|s|ms|us)(?: |\b)){1,8})[ \t\r]{0,8}$/m;
const unanswered = /^[ \t]{0,40}Packet count: 0[ \t\r]{0,8}$/m;
const zone = /^(?:[ \t]{0,40}Time ?zone: |Timezone=)([A-Z][A-Za-z]{1,20}(?:\/[\w+-]{1,30}){1,2})/m;

const seconds: Readonly<Record<string, number>> = {
  y: 31_557_600, month: 2_629_800, w: 604_800, d: 86_400, h: 3600, min: 60, s: 1, ms: 1e-3, us: 1e-6,
}; // biome-ignore format: a table

const secondsOf = (span: string): number =>
  [...span.matchAll(/(\d{1,6}(?:\.\d{1,9})?)([a-z]{1,5})/g)].reduce(
    (sum, { 1: count, 2: unit }) => sum + Number(count) * (seconds[unit!] ?? 0),
    0,
  );

/** Seconds by which the machine is ahead. */
function offsetIn(text: string): number | null {
  const told = measured.exec(text);
  return told && (told[1] === '-' ? 1 : -1) * secondsOf(told[2]!);
}

export default defineFormat({
  id: 'timedatectl',
  title: 'timedatectl: the Linux clock and whether it is synchronized',
  framing: wholeOutput,
  os: 'linux',
  names: ['*timedatectl*', '*timesync*'],
  recognise: {
    unless: logLine,
    starts:
      /^[ \t]{0,40}(?:(?:System clock|NTP) synchronized|NTP (?:service|enabled)|RTC in local TZ|Network time on|Root distance): \S|^NTPSynchronized=(?:yes|no)$|^[ \t]{0,40}Poll interval: [^\n]{1,40} \(min: |^System has not been booted with systemd as init system/m,
  },
  carries: [
    {
      has: 'zone',
      read: (entry, carry) => {
        const named = zone.exec(textOf(entry))?.[1];
        if (named) carry.timezone ??= named;
      },
    },
  ],
  context: (entry) => {
    const offset = offsetIn(textOf(entry));
    return clockContext(offset === null || Math.abs(offset) < 1 ? null : offset > 0 ? 'ahead' : 'behind');
  },
  derives: ['synchronized', 'service', 'hardware_clock', 'ahead'],
  /**
   * `synchronized` (yes, no); `service` (on, off); `hardware_clock` (local, utc); `ahead`: seconds by which the machine was
   * ahead when a server answered last. The service sets the clock by it at once.
   */
  derive: (entry) =>
    tell(entry, (text) => {
      const synced = synchronized.exec(text);
      const running = service.exec(text);
      const clock = hardwareClock.exec(text);
      const silent = unanswered.exec(text);
      return [
        ['synchronized', synced?.[1] ?? (silent ? 'no' : null), synced ?? silent],
        ['service', running && (/^(?:active|yes)$/.test(running[1]!) ? 'on' : 'off'), running],
        ['hardware_clock', clock && (clock[1] === 'yes' ? 'local' : 'utc'), clock],
        ['ahead', offsetIn(text), measured.exec(text)],
      ];
    }),
  samples: [
    {
      text: '               Local time: So 2026-02-08 09:10:11 CET\n           Universal time: So 2026-02-08 08:10:11 UTC\n                 RTC time: So 2026-02-08 08:10:12\n                Time zone: Europe/Berlin (CET, +0100)\nSystem clock synchronized: no\n              NTP service: inactive\n          RTC in local TZ: yes\n',
      entry: { fields: { synchronized: 'no', service: 'off', hardware_clock: 'local' } },
    },
    {
      text: '      Local time: Sun 2019-02-10 09:10:11 CET\n     NTP enabled: yes\nNTP synchronized: yes\n RTC in local TZ: no\n      DST active: no\n',
      entry: { fields: { synchronized: 'yes', service: 'on', hardware_clock: 'utc' } },
    },
    {
      text: 'Timezone=Europe/Berlin\nLocalRTC=no\nCanNTP=yes\nNTP=no\nNTPSynchronized=no\nTimeUSec=Sun 2026-02-08 09:10:11 CET\n',
      entry: { fields: { synchronized: 'no', service: 'off' } },
    },
    {
      text: '       Server: 192.0.2.8 (ntp.example.org)\nPoll interval: 34min 8s (min: 32s; max 34min 8s)\n         Leap: normal\n      Version: 4\n      Stratum: 2\n    Reference: C000020A\n    Precision: 1us (-25)\nRoot distance: 12.8ms (max: 5s)\n       Offset: +1min 2.5s\n        Delay: 21.1ms\n Packet count: 9\n',
      entry: { fields: { ahead: -62.5 } },
    },
  ],
});
