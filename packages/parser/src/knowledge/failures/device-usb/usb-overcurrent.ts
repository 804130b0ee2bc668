import { defineFailure } from '../../../define.ts';
import { journalKernel } from '../../wordings/samples.ts';
import { unifiedLogs } from '../../wordings/unified-log.ts';
import { kernelLines } from '../../wordings/unified-samples.ts';

export default defineFailure({
  id: 'usb-overcurrent',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'A USB port reported too much current',
  cause: 'The port turned itself off because the connected device draws more current than the port may supply.',
  remedy: 'Unplug the device, then use a powered hub or another port.',
  by: ['kernel', 'usbd'],
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
    {
      formats: unifiedLogs,
      has: 'overcurrent',
      fields: { current: ['over'], device: ['camera', 'audio'], tied: ['port'] },
      layout: 'constructed',
      hits: kernelLines(
        'HS03@14300000: AppleUSBHostPort::enumerateDeviceComplete_block_invoke: enumerated 0x1234/abcd/0100 (Desk Cam / 5) at 480 Mbps',
        'HS03@14300000: AppleUSBHostPort::interruptOccurred: overcurrent detected with port status 0x4000',
      ),
    },
    // A device on it may be any, or a hub through which the camera is connected.
    {
      formats: unifiedLogs,
      has: 'overcurrent',
      fields: { current: ['over'], device: ['camera', 'audio', 'other'] },
      layout: 'constructed',
      strength: 'weak',
      hits: kernelLines(
        'HS03@14300000: AppleUSBHostPort::interruptOccurred: overcurrent detected with port status 0x4000',
      ),
    },
  ],
  subject: { kind: 'device', fields: ['port'] },
  fixes: ['device-kernel-linux', 'device-list-macos', 'device-plug-directly'],
  misses: [
    {
      text: 'Nov  9 07:08:01 box kernel: hub 3-0:1.0: individual port over-current protection',
      why: 'a hub capability, logged at startup',
    },
  ],
});
