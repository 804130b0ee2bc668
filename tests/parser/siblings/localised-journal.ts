import { packet } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

export default [
  {
    title: 'Linux in Russian: zoom crashed',
    evidence: {
      'journal.txt':
        'окт 14 10:20:31 sever kernel: zoom[3301]: segfault at 10 ip 00007f77a1b2c3d4 sp 00007ffc11223344 error 6 in libQt5Quick.so.5.15.16[7f77a1000000+3c0000]\n' +
        'окт 14 10:20:33 sever systemd-coredump[3390]: [🡕] Process 3301 (zoom) of user 1000 dumped core.\n',
    },
    top: { class: 'crash' },
    verdicts: { crash: 'confirmed' },
    exit: 1,
  },
  {
    title: 'Linux in Japanese: the media is dropped',
    evidence: {
      'journal.txt':
        `12月 03 11:00:01 kita kernel: [UFW BLOCK] ${packet('wlp2s0', '203.0.113.121', 'UDP', 8801)}\n` +
        `12月 03 11:00:02 kita kernel: [UFW BLOCK] ${packet('wlp2s0', '203.0.113.122', 'UDP', 8801)}\n`,
    },
    top: { class: 'firewall' },
    verdicts: { firewall: 'confirmed' },
    exit: 1,
  },
  {
    title: 'Linux in Ukrainian: something unknown fails on a port, the webcam is on another',
    evidence: {
      'journal.txt':
        'лист 03 09:00:00 step kernel: usb 1-1: New USB device found, idVendor=0c45, idProduct=6366, bcdDevice= 1.00\n' +
        'лист 03 09:00:00 step kernel: uvcvideo 1-1:1.0: Found UVC 1.00 device Spare Cam (0c45:6366)\n' +
        'лист 03 09:12:00 step kernel: usb 1-9: device descriptor read/64, error -71\n' +
        'лист 03 09:12:02 step kernel: usb usb1-port9: unable to enumerate USB device\n',
    },
    verdicts: { 'device-usb': unproved },
    exit: [0, 1],
  },
  {
    title: 'Linux in German: a media player crashed, and zoom runs',
    evidence: {
      'journal.txt':
        'Mär 09 12:00:00 haus kernel: zoom-player[991]: segfault at 0 ip 00007f77a1b2c3d4 sp 00007ffc11223344 error 4 in libmpv.so.2[7f77a1000000+3c0000]\n' +
        'Mär 09 12:00:01 haus systemd-coredump[1002]: [🡕] Process 991 (zoom-player) of user 1000 dumped core.\n' +
        'Mär 09 12:05:00 haus systemd[880]: Started app-Zoom-1200.scope - Zoom Workplace.\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Linux in Czech: the sandbox denies Zoom the camera',
    evidence: {
      'journal.txt':
        'říj 21 13:00:00 dilna kernel: audit: type=1400 audit(1792580400.001:71): apparmor="DENIED" operation="open" class="file" profile="snap.zoom-client.zoom-client" name="/dev/video0" pid=5001 comm="zoom" requested_mask="rw" denied_mask="rw" fsuid=1000 ouid=0\n' +
        'říj 21 13:00:02 dilna systemd[880]: Started something else.\n',
    },
    top: { class: 'permissions' },
    verdicts: { permissions: 'confirmed' },
    exit: 1,
  },
] satisfies readonly Sibling[];
