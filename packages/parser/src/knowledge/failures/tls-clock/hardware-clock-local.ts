import { defineFailure } from '../../../define.ts';

export default defineFailure({
  id: 'hardware-clock-local',
  class: 'tls-clock',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'The hardware clock keeps local time',
  cause:
    'Linux reads the hardware clock as local time: after a change of the time zone, or beside a second system, the clock can be hours off at startup until it is synchronized.',
  remedy: 'Let the hardware clock keep UTC, in both systems.',
  match: [
    {
      formats: ['timedatectl'],
      has: 'RTC in local TZ',
      fields: { hardware_clock: ['local'] },
      layout: 'captured',
      hits: ['System clock synchronized: yes\n              NTP service: active\n          RTC in local TZ: yes'],
    },
    {
      formats: ['timedatectl'],
      has: 'LocalRTC',
      fields: { hardware_clock: ['local'] },
      layout: 'constructed',
      hits: ['Timezone=Etc/UTC\nLocalRTC=yes\nNTPSynchronized=yes'],
    },
  ],
  standing: true,
  fixes: ['clock-status-linux', 'clock-rtc-utc-linux'],
  misses: [{ text: 'System clock synchronized: yes\n          RTC in local TZ: no', why: 'it keeps UTC' }],
});
