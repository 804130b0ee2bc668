import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { onlyVirtualCameras, realCamera, usbCamera } from '../../wordings/linux-devices.ts';
import { profilerReport } from '../../wordings/mac-profiler.ts';
import { pnpDevice, pnputilDevice } from '../../wordings/pnp-device.ts';
import { dxdiagReport } from '../../wordings/samples.ts';

export default defineFact({
  id: 'camera-present',
  class: 'device-usb',
  title: 'The system reports a camera',
  because:
    'The report lists a physical camera that has no problem. It does not show whether another program is using it.',
  effect: 'rules-out',
  clears: ['camera'],
  unless: ['device-start-failed', 'driver-install-failed', 'bus-device-failed', 'usb-device-lost'],
  standing: true,
  match: [
    {
      formats: ['dxdiag'],
      has: '---',
      fields: { cameras: { min: 1 }, session: ['local'] },
      layout: 'documented',
      see: [references.dxdiagCamera],
      hits: [dxdiagReport(['Microphone (Example)'], ['Example Desk Cam'])],
    },
    {
      formats: ['system-profiler'],
      has: 'Camera',
      fields: { cameras: { min: 1 } },
      layout: 'constructed',
      hits: [
        profilerReport(['FaceTime HD Camera']),
        'Camera:\n\n    Desk Cam:\n\n      Model ID: Desk Cam\n      Unique ID: 0x1100000123abcd\n',
      ],
    },
    {
      formats: ['v4l2-ctl'],
      has: '/dev/video',
      fields: { cameras: { min: 1 } },
      layout: 'documented',
      see: [references.v4l2Devices],
      hits: [realCamera],
    },
    {
      formats: ['v4l2-ctl'],
      has: 'uvcvideo',
      fields: { cameras: { min: 1 } },
      layout: 'documented',
      see: [references.v4l2Ctl],
      hits: [
        'Driver Info:\n\tDriver name      : uvcvideo\n\tCard type        : Example Desk Cam\n\tBus info         : usb-0000:00:14.0-2\n\tDevice Caps      : 0x04200001\n\t\tVideo Capture\n\t\tStreaming',
      ],
    },
    {
      formats: ['lsusb'],
      has: 'Class=Video',
      fields: { cameras: { min: 1 } },
      layout: 'documented',
      see: [references.lsusbTree],
      hits: [usbCamera('uvcvideo')],
    },
    {
      formats: ['pnputil-devices'],
      has: ':',
      fields: { cameras: { min: 1 } },
      layout: 'constructed',
      hits: [pnputilDevice('Status:                     Started')],
    },
    {
      formats: ['pnp-devices'],
      has: 'Status',
      fields: { cameras: { min: 1 } },
      layout: 'constructed',
      hits: [pnpDevice('Camera', 'OK')],
    },
  ],
  misses: [
    { text: profilerReport(['OBS Virtual Camera']), why: 'a program' },
    { text: onlyVirtualCameras, why: 'only a program' },
    { text: usbCamera('[none]'), why: 'no driver has it' },
    { text: pnpDevice('Camera', 'Unknown'), why: 'not connected' },
    { text: dxdiagReport(['Microphone (Example)'], ['OBS Virtual Camera']), why: 'only a virtual camera' },
    { text: dxdiagReport(['Microphone (Example)'], ['Example Desk Cam'], 'Remote Audio'), why: 'a remote session' },
  ],
});
