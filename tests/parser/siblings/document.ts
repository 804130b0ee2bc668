import { clientLog, connectFailed, consentStore, joinFailed } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const zoom = clientLog('03/24/2026', 4602);

export default [
  {
    title: 'a how-to with one sample row of Windows Firewall',
    evidence: {
      'how-to-read-a-firewall-log.md':
        '# How to read the firewall log\n\nTurn on logging of dropped packets first. A row looks like this:\n\n```\n2026-01-02 03:04:05 DROP UDP 198.51.100.7 203.0.113.7 50000 8801 0 - - - - - - - SEND\n```\n\nThe third column is the verdict, the last one the direction.\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'the registry file with which an administrator hardens kiosks, not yet applied',
    evidence: {
      'harden-kiosk.reg': `Windows Registry Editor Version 5.00\n\n; Kiosk hardening, version 4. Import as administrator, then restart.\n; Undo with unharden-kiosk.reg.\n\n[HKEY_LOCAL_MACHINE\\${consentStore}\\webcam]\n"Value"="Deny"\n\n[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Example\\OldKiosk]\n`,
    },
    verdicts: { permissions: unproved },
    exit: [0, 1, 3],
  },
  {
    title: "a test of somebody's parser, with kernel lines as strings",
    evidence: {
      'parse_test.go':
        'package parse\n\nimport "testing"\n\nvar samples = []string{\n\t"Mar 24 09:00:01 host kernel: uvcvideo 1-2:1.0: Found UVC 1.00 device Cam (1bcf:2b8a)",\n\t"Mar 24 09:00:09 host kernel: usb usb1-port2: unable to enumerate USB device",\n\t"Mar 24 09:00:12 host kernel: zoom[4012]: segfault at 8 ip 00007f00 sp 00007ffe error 4 in libfoo.so[7f0000+1000]",\n}\n\nfunc TestParse(t *testing.T) {\n\tif len(samples) != 3 {\n\t\tt.Fail()\n\t}\n}\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'a ticket with a pasted run of the client log',
    evidence: {
      'ticket-88.md': `# Cannot join since Monday\n\nFrom the log on my laptop:\n\n\`\`\`\n${connectFailed(zoom, '09:10:00:100', 10013)}${connectFailed(zoom, '09:10:00:140', 10013)}${joinFailed(zoom, '09:10:06:900', '104103')}\`\`\`\n\nIt worked last week.\n`,
    },
    top: { class: 'firewall', code: '104103' },
    verdicts: { firewall: unproved },
    exit: 1,
  },
  {
    title: "a note about the cable beside the machine's own kernel log",
    evidence: {
      'NOTES.md': '# Notes\n\nWe suspect the cable. Zoom shows no camera since the desk was moved.\n',
      'kern.log':
        'Mar 24 09:20:01 bench kernel: usb 4-1: New USB device found, idVendor=1bcf, idProduct=2b8a, bcdDevice= 1.07\n' +
        'Mar 24 09:20:01 bench kernel: uvcvideo 4-1:1.0: Found UVC 1.10 device Meeting Cam (1bcf:2b8a)\n' +
        'Mar 24 09:31:00 bench kernel: usb 4-1: USB disconnect, device number 3\n' +
        'Mar 24 09:31:04 bench kernel: usb 4-1: device not accepting address 6, error -71\n' +
        'Mar 24 09:31:05 bench kernel: usb usb4-port1: unable to enumerate USB device\n',
    },
    top: { class: 'device-usb' },
    verdicts: { 'device-usb': 'confirmed' },
    exit: 1,
  },
] satisfies readonly Sibling[];
