import { defineFailure } from '../../../define.ts';
import { journalKernel } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'usb-overcurrent',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'A USB port reported too much current',
  cause: 'The port turned itself off because the connected device draws more current than the port may supply.',
  remedy: 'Unplug the device, then use a powered hub or another port.',
  by: ['kernel'],
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'over-current',
      text: /over-current (?:condition|change)/,
      fields: { device: ['camera', 'audio', 'other'] },
      layout: 'constructed',
      hits: [
        'Nov  9 07:08:01 box kernel: usb usb3-port2: over-current condition',
        journalKernel('usb usb3-port2: over-current condition'),
      ],
    },
  ],
  subject: { kind: 'device', fields: ['port'] },
  fixes: ['device-kernel-linux', 'device-plug-directly'],
  misses: [
    {
      text: 'Nov  9 07:08:01 box kernel: hub 3-0:1.0: individual port over-current protection',
      why: 'a hub capability, logged at startup',
    },
  ],
});
