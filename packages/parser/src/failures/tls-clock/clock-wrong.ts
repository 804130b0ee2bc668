import { defineFailure } from '../../define.ts';

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
  formats: ['chronyc'],
  match: [{ has: 'System time', fields: { offset: { min: 300, abs: true } }, layout: 'captured' }],
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
    'Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 912.250000000 seconds fast of NTP time\nLeap status     : Normal',
    'Reference ID    : C000020A (ntp1.example.org)\nStratum         : 2\nSystem time     : 300.000000000 seconds slow of NTP time\nLeap status     : Normal',
  ],
  misses: [
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
