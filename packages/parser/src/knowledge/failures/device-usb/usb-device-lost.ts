import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { applePortGaveUp, applePortMisses } from '../../wordings/apple-port.ts';
import { journalKernel } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'usb-device-lost',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'A USB device could not start on its port',
  cause:
    'The kernel gave up on the device after several attempts: the cable, hub, power or the device itself is at fault.',
  remedy: 'Plug the device directly into the computer with another cable, then try another port.',
  by: ['kernel', 'usbd'],
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'unable to enumerate USB device',
      fields: { enumeration: ['failed'], device: ['camera', 'audio'] },
      layout: 'documented',
      see: [references.usbHub],
      strength: 'proof',
      hits: [
        'Nov  9 07:08:01 box kernel: usb 3-2: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00\nNov  9 07:08:01 box kernel: uvcvideo 3-2:1.0: Found UVC 1.10 device Desk Cam (1234:abcd)\nNov  9 07:08:05 box kernel: usb 3-2: USB disconnect, device number 4\nNov  9 07:08:09 box kernel: usb 3-2: device not accepting address 5, error -110\nNov  9 07:08:09 box kernel: usb usb3-port2: unable to enumerate USB device',
        journalKernel(
          'usb 3-2: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00',
          'uvcvideo 3-2:1.0: Found UVC 1.10 device Desk Cam (1234:abcd)',
          'usb 3-2: USB disconnect, device number 4',
          'usb 3-2: device not accepting address 5, error -110',
          'usb usb3-port2: unable to enumerate USB device',
        ),
      ],
    },
    {
      formats: ['syslog', 'journal-json'],
      has: 'unable to enumerate USB device',
      fields: { enumeration: ['failed'], device: ['other'] },
      layout: 'documented',
      see: [references.usbHub],
      hits: [
        '2026-02-01T10:11:12+01:00 box kernel: usb 1-1-port4: unable to enumerate USB device',
        journalKernel('usb 1-1-port4: unable to enumerate USB device'),
      ],
    },
    ...applePortGaveUp,
  ],
  subject: { kind: 'device', fields: ['port'] },
  fixes: ['device-kernel-linux', 'device-list-linux', 'device-list-macos', 'device-plug-directly'],
  misses: [
    ...applePortMisses,
    {
      text: 'Nov  9 07:08:01 box kernel: usb 3-2: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00\nNov  9 07:08:01 box kernel: uvcvideo 3-2:1.0: Found UVC 1.10 device Desk Cam (1234:abcd)\nNov  9 07:08:09 box root: usb usb3-port2: unable to enumerate USB device',
      why: 'written by a person with logger, not by the kernel',
    },
    {
      text: 'Nov  9 07:08:01 box kernel: usb 3-2: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00\nNov  9 07:08:01 box kernel: usb 3-2: Product: Office Keyboard\nNov  9 07:08:09 box kernel: usb usb3-port2: unable to enumerate USB device',
      why: 'a keyboard: not a device that Zoom uses',
    },
    {
      text: 'Nov  9 07:08:01 box kernel: usb 3-2: device descriptor read/64, error -71\nNov  9 07:08:03 box kernel: usb 3-2: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00',
      why: 'a retry that worked',
    },
    {
      text: 'Nov  9 07:08:01 box kernel: uvcvideo: Failed to query (GET_INFO) UVC control 11 on unit 3: -32 (exp. 1).',
      why: 'a camera without that control',
    },
  ],
});
