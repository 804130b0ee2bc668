import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { onlyVirtualCameras, unopenedCamera } from '../../wordings/linux-devices.ts';
import { profilerReport } from '../../wordings/mac-profiler.ts';
import { noPnpDevice, pnpDevice } from '../../wordings/pnp-device.ts';
import { dxdiagReport } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'no-camera',
  class: 'device-usb',
  role: 'cause',
  // Many desktop computers have none, and nobody misses it.
  strength: 'strong',
  severity: 'warning',
  title: 'The system reports no camera',
  cause: 'The system report lists no camera, or only virtual cameras; it does not show whether there should be one.',
  remedy: 'Plug the camera in directly, or enable it in the system settings; open the shutter of a built-in camera.',
  match: [
    {
      formats: ['dxdiag'],
      has: '---',
      fields: { cameras: [0], session: ['local'] },
      layout: 'documented',
      see: [references.dxdiagCamera, references.dxdiagSound],
      hits: [dxdiagReport(['Microphone (Example)'], ['OBS Virtual Camera'])],
    },
    {
      formats: ['system-profiler'],
      has: 'SPCameraDataType',
      fields: { cameras: [0] },
      layout: 'constructed',
      hits: [profilerReport([]), profilerReport(['OBS Virtual Camera'])],
    },
    {
      formats: ['v4l2-ctl'],
      has: '/dev/',
      fields: { cameras: [0], why: ['virtual'] },
      layout: 'constructed',
      hits: [onlyVirtualCameras],
    },
    {
      formats: ['v4l2-ctl'],
      has: '/dev/',
      fields: { cameras: [0], why: ['unopened'] },
      layout: 'captured',
      // There is none, or this user may open none.
      strength: 'weak',
      hits: [unopenedCamera],
    },
    {
      formats: ['pnp-devices'],
      has: 'Camera',
      fields: { cameras: [0] },
      layout: 'constructed',
      hits: [pnpDevice('Camera', 'Unknown'), noPnpDevice('Camera')],
    },
    {
      formats: ['v4l2-ctl'],
      has: 'v4l2',
      fields: { cameras: [0], why: ['unopened'] },
      layout: 'constructed',
      strength: 'weak',
      hits: ['/srv/case/v4l2-devices.txt'],
    },
  ],
  standing: true,
  when: {
    nothing: { with: ['remote-session'] },
    proof: { with: ['device-start-failed', 'driver-install-failed'] },
  },
  fixes: [
    'device-list-windows',
    'device-list-macos',
    'device-list-linux',
    'device-kernel-linux',
    'device-history-windows',
    'device-select-in-zoom',
    'device-plug-directly',
    'device-enable-windows',
    'device-rescan-windows',
  ],
  alternatives: [{ class: 'permissions', why: 'on Linux, a user without access to the device sees none either' }],
  misses: [
    { text: profilerReport(['FaceTime HD Camera']), why: 'macOS lists one' },
    { text: profilerReport(null, [['Example Speakers', 0]]), why: 'a report without the list' },
    { text: profilerReport(['OBS Virtual Camera']).slice(0, -8), why: 'the list is cut' },
    {
      text: `${onlyVirtualCameras}Example Desk Cam (usb-0000:00:14.0-2):\n\t/dev/video1\n`,
      why: 'a real one as well',
    },
    { text: 'ipu6 (PCI:0000:00:05.0):\n\t/dev/video0\n', why: 'it may be a camera that is not on USB' },
    { text: pnpDevice('Camera', 'OK'), why: 'one is listed' },
    {
      text: dxdiagReport(['Microphone (Example)'], [], 'Remote Audio'),
      why: 'a remote session lists its own redirected devices',
    },
    { text: dxdiagReport(['Microphone (Example)'], ['Example Desk Cam']), why: 'one is listed' },
    {
      text: 'DxDiag Version: 10.00\n-----\nSound Devices\n-----\n            Description: Speakers (Example Audio)\n',
      why: 'a report without the section proves nothing',
    },
  ],
});
