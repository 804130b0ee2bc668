import { defineFailure } from '../../define.ts';
import { windowsEvent } from '../../samples.ts';

/** Seconds. Certificates live for months: an offset of less cannot make a date error; it harms sign-in tokens only. */
const aDay = 86_400;

export default defineFailure({
  id: 'clock-wrong',
  class: 'tls-clock',
  role: 'cause',
  strength: 'strong',
  severity: 'warning',
  title: "The machine's clock is wrong",
  cause:
    'The clock was measured to be five minutes or more off: sign-in tokens fail, and with weeks or months certificates do too.',
  remedy: 'Set the clock and its time zone, and let the system keep it synchronised.',
  likelyCodes: ['5003', '104103'],
  formats: ['chronyc', 'windows-events'],
  match: [
    { has: 'System time', fields: { offset: { min: aDay, abs: true } }, formats: ['chronyc'], layout: 'captured' },
    {
      has: 'System time',
      fields: { offset: { min: 300, max: aDay, abs: true } },
      formats: ['chronyc'],
      layout: 'captured',
      strength: 'weak',
    },
    {
      has: 'Time-Service',
      fields: { timedifferencemilliseconds: { min: aDay * 1000, abs: true }, eventid: [50] },
      formats: ['windows-events'],
      layout: 'documented',
    },
    {
      has: 'Time-Service',
      fields: { timedifferencemilliseconds: { min: 300_000, max: aDay * 1000, abs: true }, eventid: [50] },
      formats: ['windows-events'],
      layout: 'documented',
      strength: 'weak',
    },
  ],
  standing: true,
  explains: ['certificate-date-error'],
  provenWith: ['certificate-date-error'],
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
  hits: [
    'Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 7776000.250000000 seconds slow of NTP time\nLeap status     : Normal',
    windowsEvent('Microsoft-Windows-Time-Service', 50, { TimeDifferenceMilliseconds: 400000, TimeSampleSeconds: 900 }),
    windowsEvent('Microsoft-Windows-Time-Service', 50, {
      TimeDifferenceMilliseconds: 432000000,
      TimeSampleSeconds: 900,
    }),
    'Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 912.250000000 seconds fast of NTP time\nLeap status     : Normal',
    'Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 300.000000000 seconds slow of NTP time\nLeap status     : Normal',
  ],
  misses: [
    {
      text: windowsEvent('Microsoft-Windows-Time-Service', 36, { UnsynchronizedTimeSeconds: 86400 }),
      why: 'not synchronised for a day is not the same as wrong',
    },
    {
      text: 'Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 0.000912250 seconds fast of NTP time\nRoot delay      : 999.0 seconds\nLeap status     : Normal',
      why: 'under a millisecond off',
    },
    {
      text: 'Reference ID    : 00000000 ()\nStratum         : 0\nSystem time     : 0.000000000 seconds slow of NTP time\nLeap status     : Not synchronised',
      why: 'not synchronised is not the same as wrong',
    },
  ],
});
