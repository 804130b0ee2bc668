import { type Sibling, unproved } from './sibling.ts';

const chart = (head: string, seconds: number): string =>
  `${head}\n${[11, 13, 15].map((second, i) => `10:20:${second}, ${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}.1${i}00000s`).join('\n')}\n`;

export default [
  {
    title: 'a storage box is a year off, a time server agrees with this clock',
    evidence: {
      'w32tm.txt': `PS C:\\Users\\carol> w32tm /stripchart /computer:diskstation.example.net /dataonly /samples:3\n${chart('Tracking diskstation.example.net [192.0.2.61:123].\nCollecting 3 samples.\nThe current time is 3/2/2026 10:20:11 AM.', 31536000)}PS C:\\Users\\carol> w32tm /stripchart /computer:time.windows.com /dataonly /samples:3\n${chart('Tracking time.windows.com [198.51.100.61:123].\nCollecting 3 samples.\nThe current time is 3/2/2026 10:21:11 AM.', 0)}`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'German: the router answers, and its clock may be the wrong one',
    evidence: {
      'w32tm.txt': chart(
        '192.168.178.1 wird verfolgt [192.168.178.1:123].\n3 Proben werden gesammelt.\nEs ist 02.03.2026 10:20:11.',
        -2592100,
      ),
    },
    top: { class: 'tls-clock', confidence: 'low' },
    exit: 0,
  },
  {
    title: 'macOS: a printer answers sntp',
    evidence: { 'sntp.txt': '-63072000.125000 +/- 0.012500 drucker-2.local 192.168.7.30\n' },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS: a time server says that the clock is three months slow',
    evidence: { 'sntp.txt': '+7862400.125000 +/- 0.012500 time.apple.com 203.0.113.61\n' },
    top: { class: 'tls-clock', confidence: 'medium' },
    exit: 0,
  },
  {
    title: 'a domain controller by its full name says so',
    evidence: {
      'w32tm.txt': chart(
        'Tracking dc02.corp.example.com [10.20.30.2:123].\nCollecting 3 samples.\nThe current time is 3/2/2026 10:20:11 AM.',
        7862400,
      ),
    },
    top: { class: 'tls-clock' },
    verdicts: { 'tls-clock': unproved },
    exit: 0,
  },
] satisfies readonly Sibling[];
