import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';

export default defineFact({
  id: 'clock-in-sync',
  class: 'tls-clock',
  title: 'The clock is synchronized',
  because: 'The kernel counts a clock as synchronized only while a time service keeps it within seconds.',
  effect: 'rules-out',
  clears: ['clock'],
  // The clock may have been wrong before it was set.
  unless: ['clock-stepped', 'clock-wrong', 'clock-unsynchronised'],
  standing: true,
  match: [
    {
      formats: ['timedatectl'],
      has: 'synchronized',
      fields: { synchronized: ['yes'] },
      layout: 'captured',
      hits: ['System clock synchronized: yes\n              NTP service: active\n          RTC in local TZ: no'],
    },
    {
      formats: ['timedatectl'],
      has: 'NTPSynchronized',
      fields: { synchronized: ['yes'] },
      layout: 'documented',
      see: [references.timedatectl],
      hits: ['LocalRTC=no\nCanNTP=yes\nNTP=yes\nNTPSynchronized=yes'],
    },
  ],
  misses: [
    { text: 'System clock synchronized: no\n              NTP service: active', why: 'not yet' },
    { text: 'NTP enabled: yes\nNTP synchronized: no', why: 'the service runs, and reaches no server' },
  ],
});
