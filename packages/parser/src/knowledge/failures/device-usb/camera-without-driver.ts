import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { usbCamera } from '../../wordings/linux-devices.ts';

export default defineFailure({
  id: 'camera-without-driver',
  class: 'device-usb',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'No driver serves the camera',
  cause: 'A camera is plugged in, but the kernel attached no driver to it, and no other camera has one.',
  remedy: 'Load the driver uvcvideo; if the module is missing or blocked, install the complete kernel package.',
  match: [
    {
      formats: ['lsusb'],
      has: 'Class=Video',
      fields: { without_driver: { min: 1 } },
      layout: 'documented',
      see: [references.lsusbTree],
      hits: [usbCamera(''), usbCamera('[none]')],
    },
  ],
  standing: true,
  explains: ['no-camera'],
  fixes: ['device-list-linux', 'device-kernel-linux', 'device-plug-directly'],
  misses: [
    { text: usbCamera('uvcvideo'), why: 'it has one' },
    { text: usbCamera('usbfs'), why: 'a program, such as a virtual machine, took it' },
    {
      text: `${usbCamera('uvcvideo')}\n${usbCamera('').replaceAll('Dev 4', 'Dev 5')}`,
      why: 'another camera works: the other may be its infrared one',
    },
    { text: usbCamera('').replaceAll('Video', 'Wireless'), why: 'no camera' },
  ],
});
