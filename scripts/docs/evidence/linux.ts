import { covered, type EvidenceRow, left } from './row.ts';

const journals = ['syslog', 'journal-json'] as const;

export const linux: readonly EvidenceRow[] = [
  covered(journals, 'a USB port cannot enumerate its device', 'usb-device-lost'),
  covered(journals, 'over-current on a USB port', 'usb-overcurrent'),
  covered(journals, 'no bandwidth for the camera', 'camera-no-bandwidth'),
  covered(journals, 'the device is found on a later try', 'usb-device-works'),
  covered(journals, 'a query of the camera fails (GET_INFO -32)', 'camera-query-noise'),
  covered(journals, 'the firewall drops an outbound packet to a media port', 'local-firewall-drop'),
  covered(journals, 'the same to ports 3478 and 3479', 'local-firewall-drop-stun'),
  covered(journals, "the same to port 443 of Zoom's address", 'local-firewall-drop-zoom'),
  covered(journals, 'a gateway drops what the machine sends', 'gateway-drop'),
  left(journals, 'an inbound packet is dropped', 'scans and late answers are dropped on every healthy machine'),
  covered(journals, 'AppArmor or seccomp denies the camera or the microphone to the snap', 'sandbox-denied'),
  left(journals, 'AppArmor denies /dev/snd/seq, /usr/bin/ip or /proc', 'Zoom works without them'),
  covered(journals, 'SELinux denies the camera', 'selinux-denied'),
  left(journals, 'SELinux in permissive mode', 'nothing is blocked'),
  covered(journals, 'the kernel records a crash of Zoom (segfault, trap)', 'client-crashed-kernel'),
  covered(journals, 'systemd records a core dump of Zoom', 'client-core-dumped'),
  covered(journals, 'the kernel kills Zoom: out of memory', 'client-out-of-memory'),
  covered(journals, 'another program crashes', 'other-program-crashed'),
  covered(['chronyc'], 'a large measured offset', 'clock-wrong'),
  covered(['chronyc'], 'a small measured offset', 'clock-right'),
];
