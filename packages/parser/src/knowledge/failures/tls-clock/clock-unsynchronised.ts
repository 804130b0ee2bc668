import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { linuxUnsynchronised } from '../../wordings/linux-clocks.ts';

/** `w32tm /query /status` output with the given leap indicator, stratum, reference and source. */
const status = (leap: number, stratum: number, reference: string, source: string): string =>
  `Leap Indicator: ${leap}(text)\nStratum: ${stratum} (text)\nPrecision: -23 (119.209ns per tick)\nRoot Delay: 0.0000000s\nRoot Dispersion: 0.0000000s\nReferenceId: ${reference} (text)\nLast Successful Sync Time: unspecified\nSource: ${source}\nPoll Interval: 10 (1024s)`;

export default defineFailure({
  id: 'clock-unsynchronised',
  class: 'tls-clock',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'The clock is not being synchronized',
  cause:
    'The time service is stopped or follows no server: the clock may drift, which does not prove that it is wrong.',
  remedy: 'Measure how far the clock is off, then let the system keep it synchronized.',
  match: [
    {
      formats: ['w32tm-status'],
      has: '0x',
      fields: { leap: [3] },
      layout: 'documented',
      see: [references.w32tmStatus],
      hits: [status(3, 0, '0x00000000', 'Local CMOS Clock')],
    },
    {
      formats: ['w32tm-status'],
      has: '0x',
      fields: { stratum: [0] },
      layout: 'documented',
      see: [references.w32tmStatus],
      hits: [status(3, 0, '0x00000000', 'Local CMOS Clock')],
    },
    {
      formats: ['w32tm-status'],
      has: '0x',
      fields: { source: /^(?:Local CMOS Clock|Free-running System Clock)/ },
      layout: 'documented',
      see: [references.w32tmStatus],
      hits: [status(3, 0, '0x00000000', 'Local CMOS Clock')],
    },
    {
      formats: ['w32tm-status'],
      has: '0x',
      fields: { reference: ['0x4C4F434C'] },
      layout: 'constructed',
      hits: [status(0, 1, '0x4C4F434C', 'Free-running System Clock')],
    },
    {
      formats: ['w32tm-status'],
      has: '0x80070426',
      fields: { error: ['0x80070426'] },
      layout: 'captured',
      hits: ['Folgender Fehler ist aufgetreten: Der Dienst wurde nicht gestartet. (0x80070426)'],
    },
    ...linuxUnsynchronised,
  ],
  standing: true,
  fixes: [
    'clock-status-windows',
    'clock-measure-windows',
    'clock-status-linux',
    'clock-sync-windows',
    'clock-sync-linux',
  ],
  misses: [
    { text: 'System clock synchronized: yes\n              NTP service: active', why: 'it is' },
    {
      text: 'System clock synchronized: yes\n              NTP service: n/a',
      why: 'something else keeps it, such as the host',
    },
    { text: status(0, 3, '0xC0000263', 'ntp.example.com,0x8'), why: 'synchronized by a server' },
    {
      text: status(0, 2, '0x564D5450', 'VM IC Time Synchronization Provider'),
      why: "synchronized by the virtual machine's host",
    },
    { text: 'The following error occurred: Access is denied. (0x80070005)', why: 'access denied: no status is shown' },
  ],
});
