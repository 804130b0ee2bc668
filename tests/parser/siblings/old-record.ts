import { event, events, launcher, tcc } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const installed = (time: string, version: string, status: string): string =>
  event(
    'MsiInstaller',
    1033,
    time,
    'OFFICE-12',
    ['Zoom Workplace (64-bit)', version, '1031', status, 'Zoom Communications', '(NULL)'],
    'Application',
  );
const kernel = (at: string, message: string): string => `2026-${at} bench kernel: ${message}\n`;
const camera = (at: string): string =>
  kernel(at, 'usb 5-2: New USB device found, idVendor=0c45, idProduct=6366, bcdDevice= 1.00') +
  kernel(at, 'uvcvideo 5-2:1.0: Found UVC 1.00 device Spare Cam (0c45:6366)');

export default [
  {
    title: 'Linux: the webcam was lost in January, and works on the same port in March',
    evidence: {
      'kern.log':
        camera('01-12T08:00:00.100000+01:00') +
        kernel('01-12T08:30:00.100000+01:00', 'usb 5-2: USB disconnect, device number 4') +
        kernel('01-12T08:30:05.100000+01:00', 'usb usb5-port2: unable to enumerate USB device') +
        camera('03-27T08:00:00.100000+01:00'),
    },
    verdicts: { 'device-usb': unproved },
    exit: 0,
  },
  {
    title: 'Windows: an installation failed in 2022, a newer version was installed in 2025',
    evidence: {
      'application.xml': events(
        installed('2022-05-04T07:00:00.000Z', '5.10.4306', '1603'),
        installed('2025-11-20T07:00:00.000Z', '6.6.19111', '0'),
      ),
    },
    verdicts: { install: unproved },
    exit: 0,
  },
  {
    title: 'macOS: the screen was denied two years ago, granted the next day, and is granted today',
    evidence: {
      'log-show.txt':
        tcc('2024-03-27 08:00:00', '402.20', 'us.zoom.xos', 'ScreenCapture', 0, 2) +
        tcc('2024-03-28 08:00:00', '402.21', 'us.zoom.xos', 'ScreenCapture', 2, 4) +
        tcc('2026-03-27 08:00:00', '311.22', 'us.zoom.xos', 'ScreenCapture', 2, 4),
    },
    verdicts: { permissions: unproved },
    exit: 0,
  },
  {
    title: 'Windows: an old version was installed in 2023; the update of today fails',
    evidence: {
      'application.xml': events(
        installed('2023-05-04T07:00:00.000Z', '5.14.16213', '0'),
        installed('2026-03-27T07:00:00.000Z', '6.6.19111', '1603'),
      ),
    },
    top: { class: 'install' },
    verdicts: { install: 'confirmed' },
    exit: 1,
  },
  {
    title: 'Linux: many good launches, and the last one crashes',
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log':
        launcher('zoom exited normally, exit code is 0 .').repeat(3) +
        launcher('qt.scenegraph.general: basic render loop\nzoom was exited due to a handled signal: 4 '),
    },
    top: { class: 'crash' },
    verdicts: { crash: 'confirmed' },
    exit: 1,
  },
] satisfies readonly Sibling[];
