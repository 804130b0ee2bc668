import {
  clientLog,
  connectFailed,
  consentStore,
  events,
  joinFailed,
  noName,
  pnpProblem,
  registry,
  tcc,
} from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const zoom = clientLog('03/11/2026', 6120);

export default [
  {
    title: 'macOS: the camera is denied, and the machine is offline (104101)',
    evidence: {
      'log-show.txt': tcc('2026-03-11 08:30:01', '402.12', 'us.zoom.xos', 'Camera', 0, 2),
      'Library/Logs/zoom.us/zoom_memlog_6120.log':
        noName(zoom, '08:30:04:100', 'us05web.zoom.us') +
        connectFailed(zoom, '08:30:04:200', 51) +
        noName(zoom, '08:30:05:100', 'xmpp.zoom.us') +
        connectFailed(zoom, '08:30:05:200', 51) +
        joinFailed(zoom, '08:30:11:300', '104101'),
    },
    top: { class: 'network', code: '104101' },
    also: ['permissions'],
    verdicts: { permissions: 'confirmed' },
    exit: 1,
  },
  {
    title: 'Windows: the microphone is denied to desktop apps, and the connects time out (5003)',
    evidence: {
      'microphone.reg': registry(
        [`HKEY_CURRENT_USER\\${consentStore}\\microphone`, '"Value"="Allow"'],
        [`HKEY_CURRENT_USER\\${consentStore}\\microphone\\NonPackaged`, '"Value"="Deny"'],
      ),
      'AppData/Roaming/Zoom/logs/zoom_ts_memlog_6120.log':
        connectFailed(zoom, '09:00:22:100', 10060) +
        connectFailed(zoom, '09:00:22:140', 10060) +
        joinFailed(zoom, '09:00:29:300', '5003'),
    },
    top: { class: 'firewall', code: '5003' },
    also: ['permissions'],
    never: ['device-usb'],
    verdicts: { permissions: 'confirmed', firewall: unproved },
    exit: 1,
  },
  {
    title: 'Linux: the sandbox denies the camera; a wrapper reports 100006000 (no such host)',
    evidence: {
      'kern.log':
        'Mar 11 09:10:01 lodge kernel: audit: type=1400 audit(1773216601.100:61): apparmor="DENIED" operation="open" class="file" profile="snap.zoom-client.zoom-client" name="/dev/video0" pid=7012 comm="zoom" requested_mask="rw" denied_mask="rw" fsuid=1000 ouid=0\n',
      '.zoom/logs/wrapper.log': '2026-03-11 09:10:09 ERROR Zoom: sign in failed, error code: 100006000\n',
    },
    top: { class: 'network', code: '100006000' },
    also: ['permissions'],
    verdicts: { permissions: 'confirmed' },
    exit: 1,
  },
  {
    title: 'Windows: the webcam has no driver; the service refuses the login (100000401)',
    evidence: {
      'devices.xml': events(
        pnpProblem(
          '2026-03-11T09:20:00.000Z',
          'USB\\VID_1BCF&amp;PID_2B8A&amp;MI_00\\7&amp;2c&amp;0&amp;0000',
          'ca3e7ab9-b4c3-4ae6-8251-579ef933890f',
          'usbvideo',
          '0x1C',
        ),
      ),
      'Zoom/logs/launcher.log': '2026-03-11 10:21:00 ERROR Zoom: login failed, error code: 100000401\n',
    },
    top: { class: 'account', code: '100000401' },
    also: ['device-usb'],
    never: ['firewall', 'permissions'],
    verdicts: { 'device-usb': 'confirmed' },
    exit: 1,
  },
  {
    title: 'Windows: nothing is known of the connection; 5003 and a denied camera, which one guide ties to it',
    evidence: {
      'webcam.reg': registry([`HKEY_LOCAL_MACHINE\\${consentStore}\\webcam`, '"Value"="Deny"']),
      'kiosk.log': '2026-03-11 09:40:00 ERROR the Zoom client shows: Unable to connect. Error code: 5003\n',
    },
    top: { class: ['firewall', 'permissions'], code: '5003', confidence: 'low' },
    verdicts: { permissions: ['confirmed', 'suspected'], firewall: unproved },
    exit: 1,
  },
  {
    title: 'Linux: the USB controller dies with the webcam on it; names do not resolve (104101)',
    evidence: {
      'journal-k.txt':
        'Mar 11 08:00:10 lodge kernel: usb 3-2: New USB device found, idVendor=1bcf, idProduct=2b8a, bcdDevice= 1.10\nMar 11 08:00:10 lodge kernel: uvcvideo 3-2:1.0: Found UVC 1.10 device Lid Camera (1bcf:2b8a)\n' +
        'Mar 11 09:41:01 lodge kernel: xhci_hcd 0000:00:14.0: xHCI host not responding to stop endpoint command\nMar 11 09:41:01 lodge kernel: xhci_hcd 0000:00:14.0: HC died; cleaning up\nMar 11 09:41:01 lodge kernel: usb 3-2: USB disconnect, device number 2\n',
      '.zoom/logs/zoom_memlog_linux_.log':
        noName(zoom, '09:41:04:100', 'us05web.zoom.us') + joinFailed(zoom, '09:41:11:300', '104101'),
    },
    top: { class: 'network', code: '104101' },
    also: ['device-usb'],
    verdicts: { 'device-usb': ['confirmed', 'suspected'] },
    exit: 1,
  },
] satisfies readonly Sibling[];
