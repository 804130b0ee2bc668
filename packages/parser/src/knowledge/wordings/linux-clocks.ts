/** How the time services of Linux show that nothing keeps the clock. */
import type { Pattern } from '../../define.ts';
import { references } from '../references.ts';

/** `chronyc -c tracking`, by the correction that is due. */
export const chronycShort = (correction: string): string =>
  `C000020A,192.0.2.10,2,1771920000.123456789,${correction},0.000006117,0.000029884,12.704,0.002,0.041,0.011804217,0.001093345,1031.6,Normal`;

export const linuxUnsynchronised: readonly Pattern[] = [
  {
    formats: ['timedatectl'],
    has: 's',
    fields: { synchronized: ['no'] },
    layout: 'documented',
    see: [references.timedatectl],
    hits: [
      'System clock synchronized: no\n              NTP service: inactive',
      'Server: n/a (n/a)\nPoll interval: 0 (min: 32s; max 34min 8s)\n Packet count: 0',
    ],
  },
  {
    formats: ['chronyc'],
    has: 'MS Name',
    fields: { answering: [0], servers: { min: 1 } },
    layout: 'documented',
    see: [references.chronycSources],
    hits: [
      'MS Name/IP address         Stratum Poll Reach LastRx Last sample\n^? ntp1.example.org              0   8     0     -     +0ns[   +0ns] +/-    0ns',
    ],
  },
  {
    formats: ['chronyc'],
    has: 'Not synchronised',
    fields: { 'leap status': ['Not synchronised'] },
    layout: 'constructed',
    hits: [
      '7F7F0101,,0,0.000000000,0.000000000,0.000000000,0.000000000,0.000,0.000,0.000,1.000000000,1.000000000,0.0,Not synchronised',
      'Reference ID    : 00000000 ()\nStratum         : 0\nSystem time     : 0.000000000 seconds slow of NTP time\nLeap status     : Not synchronised',
    ],
  },
];
