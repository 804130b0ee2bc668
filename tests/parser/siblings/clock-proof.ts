import { event, events, netlog, schannel } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const chart = (offset: string, samples = 4): string =>
  `Tracking time.example.com [192.0.2.123:123].\nCollecting ${samples} samples.\nThe current time is 3/19/2026 10:00:00 AM.\n${Array.from({ length: samples }, (_, at) => `10:00:0${at * 2}, ${offset}\n`).join('')}`;
const chrony = (slow: string): string =>
  `Reference ID    : C000027B (time.example.com)\nStratum         : 3\nRef time (UTC)  : Thu Mar 19 09:02:44 2026\nSystem time     : ${slow} seconds slow of NTP time\nLast offset     : -0.000051203 seconds\nRMS offset      : 0.000091116 seconds\nFrequency       : 9.114 ppm slow\nLeap status     : Normal\n`;

export default [
  {
    title: 'Windows: a clock that is forty seconds off, and nothing else',
    evidence: { 'w32tm-stripchart.txt': chart('+40.1203377s') },
    verdicts: { 'tls-clock': unproved },
    exit: 0,
  },
  {
    title: "Windows: the clock is a year off, and another program's certificate was refused",
    evidence: {
      'system.xml': events(
        schannel('2026-03-19T09:00:00.000Z', 36881, {
          CallerProcessImageName: 'OneDrive.exe',
          TargetName: 'sync.example.com',
        }),
        event('Microsoft-Windows-Time-Service', 50, '2026-03-19T09:10:00.000Z', 'OFFICE-12', {
          TimeDifferenceMilliseconds: '31622400000',
          TimeSampleSeconds: '900',
        }),
      ),
    },
    verdicts: { 'tls-clock': unproved },
    exit: [0, 1],
  },
  {
    title: 'Windows: the time service has no source and cannot reach one; no offset was measured',
    evidence: {
      'w32tm.txt':
        'Leap Indicator: 3(not synchronized)\nStratum: 0 (unspecified)\nPrecision: -23 (119.209ns per tick)\nRoot Delay: 0.0000000s\nRoot Dispersion: 0.0000000s\nReferenceId: 0x00000000 (unspecified)\nLast Successful Sync Time: unspecified\nSource: Local CMOS Clock\nPoll Interval: 10 (1024s)\n',
      'system.xml': events(
        event('Microsoft-Windows-Time-Service', 129, '2026-03-19T09:20:00.000Z', 'OFFICE-12', {
          ErrorMessage: 'The entry is not found. (0x800706E1)',
          RetryMinutes: '15',
        }),
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: "Windows: the clock is 220 days off, and Zoom's own certificate was refused by date",
    evidence: {
      'w32tm-stripchart.txt': chart('+19008000.2204411s'),
      'system.xml': events(
        schannel('2026-03-19T09:55:10.000Z', 36881, {
          CallerProcessImageName: 'Zoom.exe',
          TargetName: 'us05web.zoom.us',
        }),
      ),
    },
    top: { class: 'tls-clock' },
    verdicts: { 'tls-clock': 'confirmed' },
    exit: 1,
  },
  {
    title: 'web on Linux: the clock is 300 days behind, each page of Zoom is refused by date',
    evidence: {
      'chronyc-tracking.txt': chrony('25920000.100201447'),
      'net-export.json': netlog([
        ['https://us05web.zoom.us/wc/join', -201],
        ['https://us05web.zoom.us/wc/join', -201],
        ['https://www.example.com/', -201],
      ]),
    },
    top: { class: 'tls-clock' },
    verdicts: { 'tls-clock': 'confirmed' },
    exit: 1,
  },
] satisfies readonly Sibling[];
