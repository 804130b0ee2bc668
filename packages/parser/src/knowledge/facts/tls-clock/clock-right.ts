import { defineFact, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';
import { measuredClock } from '../../wordings/collected-clock.ts';
import { chronycShort } from '../../wordings/linux-clocks.ts';
import { sntpOffset, sntpSigns } from '../../wordings/sntp.ts';

const right = { max: 0.999, abs: true } as const;
const synchronised = { offset: right, 'leap status': ['Normal'], stratum: { min: 1, max: 15 } };
/** Several samples must agree: a single one may be a late answer. */
const agreed = { offset: right, samples: { min: 3 }, spread: { max: 1 } };

export default defineFact({
  id: 'clock-right',
  class: 'tls-clock',
  title: 'A measurement shows the clock is right',
  because: 'A measured offset under one second rules out a wrong clock.',
  effect: 'rules-out',
  clears: ['clock'],
  // The clock may have been wrong before it was set.
  unless: ['clock-stepped', 'clock-wrong'],
  standing: true,
  match: [
    {
      has: 'System time',
      formats: ['chronyc'],
      fields: synchronised,
      layout: 'captured',
      hits: [
        'Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 0.000912250 seconds fast of NTP time\nLeap status     : Normal',
      ],
    },
    {
      has: ',Normal',
      formats: ['chronyc'],
      fields: synchronised,
      layout: 'constructed',
      hits: [chronycShort('0.000912250')],
    },
    ...[
      ...sntpSigns.map((has) => [has, sntpOffset(has, '-0.016695')] as const),
      ['+/-', '-0.016695 +/- 0.007931 time.example.com 192.0.2.123'] as const,
    ].map(
      ([has, hit]): Pattern => ({
        has,
        formats: ['sntp'],
        fields: { offset: right, uncertainty: { max: 1 } },
        layout: 'constructed',
        hits: [hit],
      }),
    ),
    {
      has: '"offset"',
      formats: ['zoomlog-collection'],
      fields: { offset: right, error: { max: 2 } },
      layout: 'constructed',
      hits: [measuredClock(-0.25, 1.04)],
    },
    {
      has: '^*',
      formats: ['chronyc'],
      fields: { offset: right, answering: { min: 1 } },
      layout: 'documented',
      see: [references.chronycSources],
      hits: [
        'MS Name/IP address         Stratum Poll Reach LastRx Last sample\n^* ntp1.example.org              2   6   377    23   -120us[ -125us] +/-   12ms',
      ],
    },
    {
      has: 'Offset',
      formats: ['timedatectl'],
      fields: { ahead: right },
      layout: 'captured',
      hits: ['Root distance: 12.8ms (max: 5s)\n       Offset: +2.114ms\n        Delay: 21.1ms\n Packet count: 9'],
    },
    {
      has: ':',
      formats: ['w32tm-stripchart'],
      fields: agreed,
      layout: 'documented',
      see: [references.w32tmStripchart],
      hits: ['08:09:10, +00.0210000s\n08:09:12, +00.0230000s\n08:09:14, +00.0190000s'],
    },
    {
      has: ', ',
      formats: ['w32tm-stripchart'],
      fields: agreed,
      layout: 'documented',
      see: [references.w32tmCounted],
      hits: [
        '9000000001000, 9000000091000, 133910033500000000, +00.0123456, +00.0210000\n9000005001000, 9000005091000, 133910033520000000, +00.0123456, +00.0230000\n9000009001000, 9000009091000, 133910033540000000, +00.0123456, +00.0190000',
      ],
    },
  ],
  misses: [
    { text: '-0.016695 +/- 4.007931 time.example.com 192.0.2.123', why: 'the answer took seconds' },
    { text: measuredClock(0.25, 4.2), why: 'the answer took seconds' },
    { text: measuredClock(64, 1.04), why: 'a minute off' },
    { text: 'Root distance: 12.8ms (max: 5s)\n       Offset: +15min 2.114s', why: 'minutes off' },
    { text: '08:09:10, +00.0210000s\n08:09:12 error: 0x800705B4', why: 'one answer is not a measurement' },
    { text: '08:09:10, +02.5000000s\n08:09:12, +02.6000000s\n08:09:14, +02.5500000s', why: 'seconds off' },
    {
      text: 'Reference ID    : 00000000 ()\nStratum         : 0\nSystem time     : 0.000000000 seconds slow of NTP time\nLeap status     : Not synchronised',
      why: 'never synchronized: nothing was measured',
    },
    {
      text: 'Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 64.000000000 seconds fast of NTP time\nLeap status     : Normal',
      why: 'a minute off',
    },
  ],
});
