import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { journalKernel } from '../../wordings/samples.ts';

const found = (port: string): readonly string[] => [
  `usb ${port}: New USB device found, idVendor=1234, idProduct=abcd, bcdDevice= 1.00`,
  `uvcvideo ${port}:1.0: Found UVC 1.10 device Desk Cam (1234:abcd)`,
];
const died = [
  'xhci_hcd 0000:07:00.0: xHCI host controller not responding, assume dead',
  'xhci_hcd 0000:07:00.0: HC died; cleaning up',
];
const left = (port: string): string => `usb ${port}: USB disconnect, device number 4`;
const lines = (...messages: readonly string[]): string =>
  messages.map((message) => `Nov  9 07:08:09 box kernel: ${message}`).join('\n');

export default defineFailure({
  id: 'usb-controller-died',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The USB controller stopped working and took the device with it',
  cause:
    'The controller no longer answered the kernel, which then removed all its devices: its driver, its firmware or its power is at fault, not the device.',
  remedy:
    'Restart the computer, or plug the device into a port of another controller; update the firmware and the kernel.',
  by: ['kernel'],
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'USB disconnect',
      fields: { controller: ['died'], device: ['camera', 'audio'] },
      layout: 'documented',
      see: [references.usbControllerDied],
      hits: [lines(...found('5-1'), ...died, left('5-1')), journalKernel(...found('5-1'), ...died, left('5-1'))],
    },
    // Nothing tells what the device is.
    {
      formats: ['syslog', 'journal-json'],
      has: 'USB disconnect',
      fields: { controller: ['died'], device: ['other'] },
      layout: 'documented',
      see: [references.usbControllerDied],
      strength: 'weak',
      hits: [lines(...died, left('5-1')), journalKernel(...died, left('5-1'))],
    },
  ],
  subject: { kind: 'device', fields: ['port'] },
  fixes: ['device-kernel-linux', 'device-list-linux', 'device-plug-directly'],
  misses: [
    {
      text: lines(...found('5-1'), ...died, left('5-1'), ...found('5-1')),
      why: 'the controller was reset, and the device came back',
    },
    {
      text: lines('usb 5-1: Product: Office Keyboard', ...died, left('5-1')),
      why: 'a keyboard: not a device that Zoom uses',
    },
    {
      text: lines(...found('5-1'), 'pcieport 0000:05:01.0: pciehp: Slot(1): Card not present', ...died, left('5-1')),
      why: 'a dock was unplugged',
    },
    { text: lines(...found('5-1'), left('5-1')), why: 'somebody unplugged it' },
  ],
});
