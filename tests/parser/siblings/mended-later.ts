import { clientLog, connectFailed, firewallLog, joined, joinFailed, launcher, noName, tcc } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const zoom = clientLog('03/16/2026', 2204);
const boot = (seconds: string, message: string): string => `[${seconds.padStart(12)}] ${message}\n`;

export default [
  {
    title: 'Linux: a library was missing; the next launch works',
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log':
        launcher(
          '/opt/zoom/zoom: error while loading shared libraries: libxcb-keysyms.so.1: cannot open shared object file: No such file or directory\nSomething went wrong while running zoom, exit code is 127.',
        ) + launcher('zoom exited normally, exit code is 0 .'),
    },
    verdicts: { install: unproved },
    exit: 0,
  },
  {
    title: 'macOS: the microphone was denied, and the user allowed it in the settings',
    evidence: {
      'log-show.txt':
        tcc('2026-03-16 09:00:00', '402.60', 'us.zoom.xos', 'Microphone', 0, 4) +
        '2026-03-16 09:05:12.118 Df tccd[402:3b7e] [com.apple.TCC:access] Update Access Record: kTCCServiceMicrophone for us.zoom.xos to Allowed (System Set) (v1) at 1773651912\n' +
        tcc('2026-03-16 09:06:01', '402.66', 'us.zoom.xos', 'Microphone', 2, 4),
    },
    verdicts: { permissions: unproved },
    exit: 0,
  },
  {
    title: 'Windows: the media is dropped; later only the fallback over 443 is let through',
    evidence: {
      'pfirewall.log': firewallLog(
        '2026-03-16 09:10:00 DROP UDP 198.51.100.23 203.0.113.91 50100 8801 0 - - - - - - - SEND',
        '2026-03-16 09:10:01 DROP UDP 198.51.100.23 203.0.113.92 50101 8801 0 - - - - - - - SEND',
        '2026-03-16 09:10:09 ALLOW TCP 198.51.100.23 203.0.113.91 50102 443 0 - 0 0 0 - - - SEND',
      ),
    },
    top: { class: 'firewall' },
    verdicts: { firewall: 'confirmed' },
  },
  {
    title: 'Linux: the webcam is lost, and another one, of another model, is plugged in later',
    evidence: {
      'dmesg.txt':
        boot('210.100001', 'usb 2-3: New USB device found, idVendor=1bcf, idProduct=2b8a, bcdDevice= 1.07') +
        boot('210.200001', 'uvcvideo 2-3:1.0: Found UVC 1.10 device Meeting Cam (1bcf:2b8a)') +
        boot('900.100001', 'usb 2-3: USB disconnect, device number 4') +
        boot('903.100001', 'usb 2-3: device descriptor read/64, error -110') +
        boot('918.100001', 'usb usb2-port3: unable to enumerate USB device') +
        boot('1904.100001', 'usb 2-5: New USB device found, idVendor=0c45, idProduct=6366, bcdDevice= 1.00') +
        boot('1904.200001', 'uvcvideo 2-5:1.0: Found UVC 1.00 device Spare Cam (0c45:6366)'),
    },
    top: { class: 'device-usb' },
    verdicts: { 'device-usb': 'confirmed' },
    exit: 1,
  },
  {
    title: 'macOS: offline at wake, half a minute later the meeting is joined',
    evidence: {
      'Library/Logs/zoom.us/zoom_memlog_2204.log':
        noName(zoom, '09:20:00:100', 'us06web.zoom.us') +
        connectFailed(zoom, '09:20:00:200', 51) +
        connectFailed(zoom, '09:20:02:200', 51) +
        joinFailed(zoom, '09:20:08:000', '104101') +
        joined(zoom, '09:20:39:000'),
    },
    verdicts: { network: unproved },
    exit: 0,
  },
] satisfies readonly Sibling[];
