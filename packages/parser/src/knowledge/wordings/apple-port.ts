/** How macOS logs that it gave up on a USB port, as patterns: the fields are told by apple-usb.ts. */
import type { Miss, Pattern } from '../../define.ts';
import { references } from '../references.ts';
import { unifiedLogs } from './unified-log.ts';
import { kernelLines, unifiedLines } from './unified-samples.ts';

export const applePortGaveUp: readonly Pattern[] = [
  {
    formats: unifiedLogs,
    has: 'AppleUSB',
    fields: { enumeration: ['failed'], device: ['camera', 'audio'], tied: ['port'] },
    layout: 'documented',
    see: [references.appleUsbPort, references.appleUsbDevice],
    hits: kernelLines(
      'HS03@14300000: AppleUSBHostPort::enumerateDeviceComplete_block_invoke: enumerated 0x1234/abcd/0100 (Desk Cam) at 480 Mbps',
      'HS03@14300000: AppleUSBHostPort::disconnect: persistent enumeration failures',
    ),
  },
  {
    formats: unifiedLogs,
    has: 'AppleUSB',
    fields: { enumeration: ['failed'], device: ['camera', 'audio', 'other'] },
    layout: 'documented',
    see: [references.appleUsbPort],
    strength: 'weak',
    hits: kernelLines('HS03@14300000: AppleUSBHostPort::disconnect: persistent enumeration failures'),
  },
];

export const applePortMisses: readonly Miss[] = [
  {
    text: kernelLines(
      'HS03@14300000: AppleUSBHostPort::enumerateDeviceComplete_block_invoke: enumerated 0x1234/abcd/0100 (USB2.0 Hub) at 480 Mbps',
      'HS03@14300000: AppleUSBHostPort::disconnect: persistent enumeration failures',
    )[2]!,
    why: 'a hub',
  },
  {
    text: unifiedLines(
      'usbwatcher',
      'HS03@14300000: AppleUSBHostPort::disconnect: persistent enumeration failures',
    )[2]!,
    why: 'retold by another program',
  },
];
