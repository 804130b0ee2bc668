import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { journalKernel } from '../../wordings/samples.ts';
import { unifiedLogs } from '../../wordings/unified-log.ts';
import { kernelLines } from '../../wordings/unified-samples.ts';

export default defineFact({
  id: 'usb-device-works',
  class: 'device-usb',
  title: 'The USB device was detected on its port',
  because:
    'The kernel detected and identified the device, so its trouble on that port, or on the port it was on before, has ended.',
  effect: 'ends',
  ends: ['usb-device-lost', 'usb-controller-died'],
  // A device that works on another port has left the one on which it failed.
  subject: { kind: 'device', fields: ['former', 'port'] },
  by: ['kernel', 'usbd'],
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'New USB device found',
      fields: { enumeration: ['works'] },
      layout: 'documented',
      see: [references.usbHub],
      hits: [
        'Nov  9 07:09:01 box kernel: usb 3-2: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00\nNov  9 07:18:01 box kernel: usb 3-2: USB disconnect, device number 4\nNov  9 07:19:01 box kernel: usb 3-4: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00',
        'Nov  9 07:09:01 box kernel: usb 3-2: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00',
        journalKernel('usb 3-2: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00'),
        journalKernel(
          'usb 3-2: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00',
          'usb 3-2: USB disconnect, device number 4',
          'usb 3-4: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00',
        ),
      ],
    },
    {
      formats: unifiedLogs,
      has: 'enumerated 0x',
      fields: { enumeration: ['works'] },
      layout: 'documented',
      see: [references.appleUsbDevice],
      hits: kernelLines(
        'HS03@14300000: AppleUSBHostPort::enumerateDeviceComplete_block_invoke: enumerated 0x1234/abcd/0100 (Desk Cam) at 480 Mbps',
      ),
    },
  ],
  misses: [
    {
      text: 'Nov  9 07:09:01 box kernel: usb 3-2: new high-speed USB device number 9 using xhci_hcd',
      why: 'only an attempt',
    },
  ],
});
