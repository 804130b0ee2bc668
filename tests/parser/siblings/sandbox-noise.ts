import type { Sibling } from './sibling.ts';

const apparmor = (verdict: string, name: string, mask: string, comm = 'zoom'): string =>
  `audit: type=1400 audit(1774250000.${name.length}01:${name.length + 40}): apparmor="${verdict}" operation="open" class="file" profile="snap.zoom-client.zoom-client" name="${name}" pid=7430 comm="${comm}" requested_mask="${mask}" denied_mask="${mask}" fsuid=1001 ouid=0`;
const kernel = (second: number, message: string): string =>
  `2026-03-23T08:13:${second}.000100+01:00 hut kernel: ${message}\n`;

export default [
  {
    title: 'Linux: the sandbox denies Zoom the sequencer, a list of devices and the routes',
    evidence: {
      syslog:
        kernel(10, apparmor('DENIED', '/dev/snd/seq', 'rw')) +
        kernel(11, apparmor('DENIED', '/run/udev/data/c81:0', 'r')) +
        kernel(12, apparmor('DENIED', '/usr/bin/ip', 'x', 'sh')),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Linux: the sandbox only complains about the camera, and allows it',
    evidence: { syslog: kernel(20, apparmor('ALLOWED', '/dev/video0', 'rw')) },
    top: null,
    exit: 0,
  },
  {
    title: 'Linux: SELinux notes the use of the camera, and permits it',
    evidence: {
      messages:
        'Mar 23 08:13:30 hut audit[7430]: AVC avc:  denied  { read write } for  pid=7430 comm="zoom" name="video0" dev="devtmpfs" ino=512 scontext=system_u:system_r:zoom_t:s0 tcontext=system_u:object_r:v4l_device_t:s0 tclass=chr_file permissive=1\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Linux: among the noise, the sandbox denies Zoom the camera',
    evidence: {
      'journal.json': [
        apparmor('DENIED', '/usr/bin/ip', 'x', 'sh'),
        apparmor('DENIED', '/dev/video1', 'rw'),
        apparmor('DENIED', '/proc/7430/maps', 'r'),
      ]
        .map(
          (message, at) =>
            `${JSON.stringify({ __REALTIME_TIMESTAMP: `177425000${at}000000`, _TRANSPORT: 'kernel', _HOSTNAME: 'hut', SYSLOG_IDENTIFIER: 'kernel', MESSAGE: message })}\n`,
        )
        .join(''),
    },
    top: { class: 'permissions' },
    verdicts: { permissions: 'confirmed' },
    exit: 1,
  },
  {
    title: 'Linux: SELinux denies Zoom the camera',
    evidence: {
      messages:
        'Mar 23 08:13:40 hut audit[7431]: AVC avc:  denied  { open } for  pid=7431 comm="zoom" path="/dev/video0" dev="devtmpfs" ino=512 scontext=user_u:user_r:zoom_t:s0 tcontext=system_u:object_r:v4l_device_t:s0 tclass=chr_file permissive=0\n',
    },
    top: { class: 'permissions' },
    never: ['device-usb'],
    verdicts: { permissions: ['confirmed', 'suspected'] },
    exit: 1,
  },
] satisfies readonly Sibling[];
