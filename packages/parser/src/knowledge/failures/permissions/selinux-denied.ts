import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { denialIn } from '../../wordings/linux-samples.ts';

const denial = (permissive: 0 | 1): string =>
  `avc:  denied  { read write } for  pid=4021 comm="VideoCapture" name="video1" dev="devtmpfs" ino=512 scontext=unconfined_u:unconfined_r:zoom_t:s0 tcontext=system_u:object_r:v4l_device_t:s0 tclass=chr_file permissive=${permissive}`;

export default defineFailure({
  id: 'selinux-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'SELinux denies a camera or audio device',
  cause: 'SELinux, in enforcing mode, blocked a video or audio thread from opening the device.',
  remedy: "Inspect the denial with ausearch, then correct the label or the package's policy.",
  by: ['kernel', 'audit'],
  subject: { kind: 'file', text: /\b(?:name|path)=\\?"?([^\s"\\]{1,200})/ },
  match: [
    {
      formats: ['syslog', 'journal-json', 'audit-log'],
      has: 'denied',
      fields: { asker: ['thread'] },
      layout: 'documented',
      see: [references.selinuxVideo],
      hits: denialIn(denial(0)),
    },
  ],
  fixes: ['permission-sandbox-linux', 'permission-denials-linux'],
  alternatives: [{ class: 'device-usb', why: 'any browser uses these thread names: check that it was Zoom' }],
  misses: [
    { text: denialIn(denial(1))[0], why: 'permissive: nothing was blocked' },
    {
      text: `${denialIn(denial(0))[2]}\ntype=SYSCALL msg=audit(1762672089.101:90): arch=c000003e syscall=257 success=no exit=-13 pid=4021 comm="VideoCapture" exe="/usr/lib64/zoomify/viewer"`,
      why: 'another program, by the system call of that record',
    },
  ],
});
