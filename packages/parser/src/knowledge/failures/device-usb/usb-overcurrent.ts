import { defineFailure } from '../../../define.ts';

export default defineFailure({
  id: 'usb-overcurrent',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'A USB port draws too much current',
  cause: 'The port switched itself off because what is plugged in draws more current than it may give.',
  remedy: 'Unplug the device, then use a powered hub or another port.',
  formats: ['syslog', 'journal-json'],
  match: [
    {
      has: 'over-current',
      text: /over-current (?:condition|change)/,
      fields: { device: ['camera', 'audio', 'other'] },
      layout: 'constructed',
    },
  ],
  subject: ['port'],
  fixes: ['device-kernel-linux', 'device-plug-directly'],
  hits: ['Nov  9 07:08:01 box kernel: usb usb3-port2: over-current condition'],
  misses: [
    {
      text: 'Nov  9 07:08:01 box kernel: hub 3-0:1.0: individual port over-current protection',
      why: 'what the hub can do, at start',
    },
  ],
});
