import type { Sibling } from './sibling.ts';

const header = 'RdtscStart, RdtscEnd, FileTime, RoundtripDelay, NtpOffset\r\n';
const rows = (mark: '.' | ',', ...offsets: readonly string[]): string =>
  offsets
    .map(
      (offset, i) =>
        `41${i}000100200, 41${i}000190200, 1342574232${i}0000000, ${`+00.0142310, ${offset}`.replaceAll('.', mark)}\r\n`,
    )
    .join('');

export default [
  {
    title: 'Windows in German: w32tm /rdtsc with commas, an hour and a half off',
    evidence: {
      'zeit.txt': `time.windows.com wird verfolgt [198.51.100.7:123].\r\n4 Proben werden gesammelt.\r\nEs ist 12.06.2026 15:12:01.\r\n${header}${rows(',', '-5400.0213450', '-5400.0213460', '-5400.0213470', '-5400.0213480')}`,
    },
    top: { class: 'tls-clock' },
    verdicts: { 'tls-clock': 'suspected' },
    exit: 0,
  },
  {
    title: 'Windows: rows of w32tm /rdtsc alone, two hours behind',
    evidence: { 'clock.txt': rows('.', '+7200.1000000', '+7200.1100000', '+7200.1200000') },
    top: { class: 'tls-clock' },
    verdicts: { 'tls-clock': 'suspected' },
    exit: 0,
  },
  {
    title: 'Windows: w32tm /rdtsc, the clock is right',
    evidence: {
      'w32tm.txt': `Tracking ntp.example.com [198.51.100.7:123].\r\nCollecting 3 samples.\r\nThe current time is 6/12/2026 3:12:01 PM.\r\n${header}${rows('.', '+00.0043450', '+00.0043460', '-00.0043470')}`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Windows: w32tm /stripchart, no answer at all',
    evidence: {
      'w32tm.txt':
        'Tracking ntp.example.com [198.51.100.7:123].\r\nCollecting 3 samples.\r\nThe current time is 6/12/2026 3:12:01 PM.\r\n15:12:01, error: 0x800705B4\r\n15:12:04, error: 0x800705B4\r\n15:12:07, error: 0x800705B4\r\n',
    },
    top: null,
    exit: [0, 3],
    verdicts: { 'tls-clock': ['not-assessable', 'ruled-out'] },
  },
  {
    title: 'Windows: w32tm /monitor, one domain controller is off, the clock of this machine is not measured',
    evidence: {
      'monitor.txt':
        'dc1.example.com *** PDC ***[198.51.100.20:123]:\r\n    ICMP: 0ms delay\r\n    NTP: +0.0000000s offset from dc1.example.com\r\n        RefID: ntp.example.net [203.0.113.123]\r\n        Stratum: 3\r\ndc2.example.com[198.51.100.21:123]:\r\n    ICMP: 0ms delay\r\n    NTP: -1260.0371012s offset from dc1.example.com\r\n        RefID: (unspecified / unsynchronized) [0x00000000]\r\n        Stratum: 0\r\n\r\nWarning:\r\nReverse name resolution is best effort. It may not be\r\ncorrect since RefID field in time packets differs across\r\nNTP implementations and may not be using IP addresses.\r\n',
    },
    top: null,
    exit: [0, 3],
  },
] satisfies readonly Sibling[];
