/** How the time services of Linux show that nothing keeps the clock. */
import type { Pattern } from '../../define.ts';
import { references } from '../references.ts';

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
    has: 'Leap status',
    fields: { 'leap status': ['Not synchronised'] },
    layout: 'constructed',
    hits: [
      'Reference ID    : 00000000 ()\nStratum         : 0\nSystem time     : 0.000000000 seconds slow of NTP time\nLeap status     : Not synchronised',
    ],
  },
];
