import {
  clientLog,
  connectFailed,
  consentStore,
  event,
  events,
  joinFailed,
  packet,
  pingList,
  registry,
} from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const zoom = clientLog('03/09/2026', 5210);
const kernel = (at: string, host: string, message: string): string =>
  `2026-03-09T${at}.250000+01:00 ${host} kernel: ${message}\n`;
const installed = (time: string, computer: string, status: string): string =>
  event(
    'MsiInstaller',
    1033,
    time,
    computer,
    ['Zoom Workplace (64-bit)', '6.6.19111', '1033', status, 'Zoom', '(NULL)'],
    'Application',
  );
const info = (name: string): string =>
  `\nHost Name:                 ${name}\nOS Name:                   Microsoft Windows 11 Enterprise\nOS Version:                10.0.26200 N/A Build 26200\nOS Manufacturer:           Microsoft Corporation\nTime Zone:                 (UTC) Dublin, Edinburgh, Lisbon, London\n`;

export default [
  {
    title: "a gateway forwards and drops another client's media; the join of this machine times out",
    evidence: {
      syslog:
        kernel(
          '09:10:00',
          'gw-2',
          'FWD-DROP: IN=lan0 OUT=wan0 MAC=00:00:5e:00:53:31:00:00:5e:00:53:32:08:00 SRC=198.51.100.177 DST=203.0.113.70 LEN=74 TOS=0x00 PREC=0x00 TTL=62 ID=77 DF PROTO=UDP SPT=51111 DPT=8801 LEN=54 ',
        ) + kernel('09:10:02', 'gw-2', `OUT-DROP: ${packet('wan0', '203.0.113.71', 'UDP', 8801, '198.51.100.1')}`),
      'ws-14/.zoom/logs/zoom_memlog_5210.log':
        pingList(zoom, '11:40:00:010', '203.0.113.90') +
        connectFailed(zoom, '11:42:07:100', 110) +
        joinFailed(zoom, '11:42:08:900', '104103'),
    },
    top: { class: 'firewall', code: '104103' },
    verdicts: { firewall: unproved },
    exit: 1,
  },
  {
    title: 'one machine installs Zoom, the other cannot: a success elsewhere ends nothing',
    evidence: {
      'application.xml': events(
        installed('2026-03-09T08:00:00.000Z', 'PC-ALPHA', '1603'),
        installed('2026-03-09T09:00:00.000Z', 'PC-BETA', '0'),
      ),
    },
    top: { class: 'install' },
    verdicts: { install: 'confirmed' },
    exit: 1,
  },
  {
    title: 'the journals of two machines: the webcam is on one, the port that fails on the other',
    evidence: {
      'journal.json': [
        ['ws-31', 'usb 3-4: New USB device found, idVendor=1bcf, idProduct=2b8a, bcdDevice= 1.07'],
        ['ws-31', 'uvcvideo 3-4:1.0: Found UVC 1.10 device Meeting Cam (1bcf:2b8a)'],
        ['ws-44', 'usb 3-4: device descriptor read/64, error -110'],
        ['ws-44', 'usb usb3-port4: unable to enumerate USB device'],
      ]
        .map(
          ([host, message], at) =>
            `${JSON.stringify({ __REALTIME_TIMESTAMP: `177304${at}000000000`, _TRANSPORT: 'kernel', _HOSTNAME: host, SYSLOG_IDENTIFIER: 'kernel', MESSAGE: message })}\n`,
        )
        .join(''),
    },
    verdicts: { 'device-usb': unproved },
    exit: [0, 1],
  },
  {
    title: 'the webcam of one machine is lost; the same model works on the other',
    evidence: {
      messages:
        kernel('10:00:01', 'ws-61', 'usb 1-6: New USB device found, idVendor=1bcf, idProduct=2b8a, bcdDevice= 1.07') +
        kernel('10:00:01', 'ws-61', 'uvcvideo 1-6:1.0: Found UVC 1.10 device Meeting Cam (1bcf:2b8a)') +
        kernel('10:21:00', 'ws-61', 'usb 1-6: USB disconnect, device number 5') +
        kernel('10:21:03', 'ws-61', 'usb 1-6: device descriptor read/64, error -71') +
        kernel('10:21:05', 'ws-61', 'usb usb1-port6: unable to enumerate USB device') +
        kernel('10:40:00', 'ws-62', 'usb 2-2: New USB device found, idVendor=1bcf, idProduct=2b8a, bcdDevice= 1.07') +
        kernel('10:40:00', 'ws-62', 'uvcvideo 2-2:1.0: Found UVC 1.10 device Meeting Cam (1bcf:2b8a)'),
    },
    top: { class: 'device-usb' },
    verdicts: { 'device-usb': 'confirmed' },
    exit: 1,
  },
  {
    title: 'one Windows machine denies the camera, the other allows it',
    evidence: {
      'PC-ALPHA/systeminfo.txt': info('PC-ALPHA'),
      'PC-ALPHA/webcam.reg': registry([`HKEY_LOCAL_MACHINE\\${consentStore}\\webcam`, '"Value"="Deny"']),
      'PC-BETA/systeminfo.txt': info('PC-BETA'),
      'PC-BETA/webcam.reg': registry(
        [`HKEY_LOCAL_MACHINE\\${consentStore}\\webcam`, '"Value"="Allow"'],
        [`HKEY_CURRENT_USER\\${consentStore}\\webcam`, '"Value"="Allow"'],
      ),
    },
    top: { class: 'permissions' },
    verdicts: { permissions: 'confirmed' },
    exit: 1,
  },
] satisfies readonly Sibling[];
