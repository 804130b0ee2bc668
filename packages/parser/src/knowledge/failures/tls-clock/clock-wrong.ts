import { defineFailure, type Pattern, type Provenance } from '../../../define.ts';
import { references } from '../../references.ts';
import { measuredClock } from '../../wordings/collected-clock.ts';
import { chronycShort } from '../../wordings/linux-clocks.ts';
import { windowsEvent, windowsEventHits } from '../../wordings/samples.ts';
import { sntpOffset, sntpSigns } from '../../wordings/sntp.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';

/**
 * Seconds. A certificate is valid for months: where a clock is days off, another reason for a refusal by date is as likely, and
 * smaller offsets affect only sign-in tokens.
 */
const aMonth = 30 * 86_400;
const agreeing: Pattern['fields'] = { samples: { min: 3 }, spread: { max: 5 } };

/** A month or more is strong if it is `firm`; five minutes or more is weak. `perSecond`: units of the field. */
const bySize = (
  pattern: Provenance & Omit<Pattern, 'hits' | keyof Provenance>,
  { far, near }: { readonly far: readonly string[]; readonly near: readonly string[] },
  offset: string,
  perSecond: number,
  fields: Pattern['fields'] = {},
  firm: Pattern['fields'] = {},
): Pattern[] => [
  { ...pattern, fields: { [offset]: { min: aMonth * perSecond, abs: true }, ...fields, ...firm }, hits: far },
  { ...pattern, fields: { [offset]: { min: 300 * perSecond, abs: true }, ...fields }, strength: 'weak', hits: near },
];

const tracked = (offset: string): string =>
  `Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : ${offset} of NTP time\nLeap status     : Normal`;

/** The time service's own event; only its message, which may be copied without a head, contains `time service`. */
const differed = (has: string, milliseconds: number): string[] => {
  const message = `The time service detected a time difference of greater than ${milliseconds} milliseconds for 900 seconds.`;
  const data = { TimeDifferenceMilliseconds: milliseconds, TimeSampleSeconds: 900 };
  const [xml = '', text = '', json = ''] = windowsEventHits('Microsoft-Windows-Time-Service', 50, data, message);
  return has === 'Time-Service' ? [xml, text, json] : [message, json];
};

/** Rows of `w32tm /stripchart /rdtsc`. */
const counted = (...offsets: readonly string[]): string =>
  offsets
    .map((offset, i) => `900000${i}001000, 900000${i}091000, 13391003350${i}000000, +00.0123456, ${offset}`)
    .join('\n');

export default defineFailure({
  id: 'clock-wrong',
  class: 'tls-clock',
  role: 'cause',
  strength: 'strong',
  severity: 'warning',
  title: 'A measurement shows the clock is wrong',
  cause:
    'The clock was measured five minutes or more off: sign-in tokens fail, and if it is weeks or months off, certificate checks fail too.',
  remedy: 'Set the clock and its time zone, and let the system keep it synchronized.',
  likelyCodes: ['5003', '104103'],
  match: [
    ...bySize(
      { formats: ['chronyc'], has: 'System time', layout: 'captured' },
      {
        far: [tracked('7776000.250000000 seconds slow')],
        near: [tracked('912.250000000 seconds fast'), tracked('300.000000000 seconds slow')],
      },
      'offset',
      1,
    ),
    ...bySize(
      { formats: ['chronyc'], has: ',Normal', layout: 'constructed' },
      { far: [chronycShort('7776000.250000000')], near: [chronycShort('-912.250000000')] },
      'offset',
      1,
    ),
    // The service has set the clock by it since.
    {
      formats: ['timedatectl'],
      has: 'Offset',
      fields: { ahead: { min: 300, abs: true } },
      layout: 'documented',
      see: [references.timedatectl],
      strength: 'weak',
      hits: ['Root distance: 12.8ms (max: 5s)\n       Offset: -15min 2s\n Packet count: 1'],
    },
    ...['Time-Service', 'time service'].flatMap((has) =>
      bySize(
        {
          formats: has === 'Time-Service' ? windowsEventFormats : windowsEventFormats.slice(1),
          has,
          layout: 'documented',
          see: [references.timeService],
        },
        {
          far: differed(has, 7_776_000_000),
          near: differed(has, 400_000),
        },
        'timedifferencemilliseconds',
        1000,
        { eventid: [50], provider: /Time-Service$/ },
      ),
    ),
    ...sntpSigns.flatMap((has) =>
      bySize(
        { formats: ['sntp'], has, layout: 'constructed' },
        { far: [sntpOffset(has, '+7776000.250000')], near: [sntpOffset(has, '-912.250000')] },
        'offset',
        1,
        {},
        { uncertainty: { max: 5 } },
      ),
    ),
    ...bySize(
      { formats: ['zoomlog-collection'], has: '"offset"', layout: 'constructed' },
      { far: [measuredClock(7_776_000.25, 1.04)], near: [measuredClock(-912.25, 1.04)] },
      'surely_off',
      1,
      {},
      { error: { max: 5 } },
    ),
    // The clock that answered may be the one that is wrong.
    ...(
      [
        ['sntp', '+/-', '+7776000.250000 +/- 0.031250 dc01 192.168.7.10'],
        [
          'w32tm-stripchart',
          ':123]',
          'Tracking dc01 [192.168.7.10:123].\nCollecting 3 samples.\n08:09:10, -905.1000000s\n08:09:12, -905.2000000s\n08:09:14, -905.1500000s',
        ],
      ] as const
    ).map(
      ([format, has, hit]): Pattern => ({
        formats: [format],
        has,
        fields: { house_offset: { min: 300, abs: true } },
        strength: 'weak',
        layout: 'constructed',
        hits: [hit],
      }),
    ),
    // Every sample has a colon in every language; three that agree within seconds are a measurement.
    ...bySize(
      { formats: ['w32tm-stripchart'], has: ':', layout: 'documented', see: [references.w32tmStripchart] },
      {
        far: ['08:09:10, +7776000.1000000s\n08:09:12, +7776000.2000000s\n08:09:14, +7776000.1500000s'],
        near: ['08:09:10, -905.1000000s'],
      },
      'offset',
      1,
      {},
      agreeing,
    ),
    ...bySize(
      { formats: ['w32tm-stripchart'], has: ', ', layout: 'documented', see: [references.w32tmCounted] },
      { far: [counted('-7776000.10', '-7776000.20', '-7776000.15')], near: [counted('+905.1')] },
      'offset',
      1,
      {},
      agreeing,
    ),
  ],
  standing: true,
  when: {
    // One server's answer against another's.
    weak: { with: ['clock-right'] },
    proof: { with: ['certificate-date-error'] },
    explains: 'proof',
    after: ['clock-stepped'],
  },
  explains: ['certificate-date-error'],
  fixes: [
    'clock-measure-windows',
    'clock-measure-macos',
    'clock-status-linux',
    'clock-sync-windows',
    'clock-sync-macos',
    'clock-sync-linux',
    'clock-step-chrony',
    'clock-rtc-utc-linux',
  ],
  misses: [
    { text: measuredClock(-12.5, 1.04), why: 'seconds off' },
    { text: measuredClock(310, 20), why: 'the error of the measurement leaves less than five minutes' },
    { text: measuredClock(2_700, 2_699), why: 'an answer that took so long measures nothing' },
    { text: measuredClock(7_776_000, -5), why: 'an error below zero' },
    { text: measuredClock(1e12, 1), why: 'no clock is off by thousands of years' },
    {
      text: measuredClock(7_776_000, 1).replace('zoom.us', 'printer.example.com'),
      why: "another server's clock may be wrong itself",
    },
    {
      text: measuredClock(7_776_000, 1).replace('7776000', '"7776000"'),
      why: 'no collector writes a number as a text',
    },
    { text: measuredClock(7_776_000, 1).replace('n":1', 'n":7'), why: 'a manifest of a newer version' },
    {
      text: '-7776000.250000 +/- 0.031250 printer-2.example.com 192.0.2.40',
      why: 'a printer keeps no time for others: its own clock may be wrong',
    },
    {
      text: 'Tracking nas.example.com [192.0.2.41:123].\nCollecting 3 samples.\n08:09:10, +905.1000000s\n08:09:12, +905.2000000s\n08:09:14, +905.1500000s',
      why: 'the same of a storage box',
    },
    { text: 'sntp: Exchange failed: Timeout', why: 'no answer on UDP port 123 shows nothing about the clock' },
    { text: '08:09:10, +00.0210000s\n08:09:12 error: 0x800705B4', why: 'a timeout shows nothing about the clock' },
    {
      text: windowsEvent('Microsoft-Windows-Time-Service', 36, { UnsynchronizedTimeSeconds: 86400 }),
      why: 'unsynchronized for a day does not mean wrong',
    },
    {
      text: 'Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 0.000912250 seconds fast of NTP time\nRoot delay      : 999.0 seconds\nLeap status     : Normal',
      why: 'under a millisecond off',
    },
    {
      text: 'Reference ID    : 00000000 ()\nStratum         : 0\nSystem time     : 0.000000000 seconds slow of NTP time\nLeap status     : Not synchronised',
      why: 'unsynchronized does not mean wrong',
    },
  ],
});
