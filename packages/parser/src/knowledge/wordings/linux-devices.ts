/** Samples of what Linux prints of cameras and microphones. */

export const onlyVirtualCameras = 'OBS Virtual Camera (platform:v4l2loopback-000):\n\t/dev/video0\n\n';
export const unopenedCamera = 'Cannot open device /dev/video0, exiting.';
export const realCamera =
  'Example Desk Cam: Example Desk (usb-0000:00:14.0-2):\n\t/dev/video0\n\t/dev/video1\n\t/dev/media0\n';

export const onlyMonitors =
  '0\talsa_output.pci-0000_00_1f.3.analog-stereo.monitor\tPipeWire\ts32le 2ch 48000Hz\tSUSPENDED\n';
export const headset = '1\talsa_input.usb-Example_Headset-00.mono-fallback\tPipeWire\ts16le 1ch 48000Hz\tSUSPENDED\n';
export const noRecorders = [
  '**** List of CAPTURE Hardware Devices ****',
  'arecord: device_list:274: no soundcards found...',
] as const;

/** A camera in the tree of `lsusb -t`, with that driver. */
export const usbCamera = (driver: string): string =>
  [
    '/:  Bus 01.Port 1: Dev 1, Class=root_hub, Driver=xhci_hcd/12p, 480M',
    ...[0, 1].map((part) => `    |__ Port 3: Dev 4, If ${part}, Class=Video, Driver=${driver}, 480M`),
  ].join('\n');
