import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { journalKernel } from '../../wordings/samples.ts';

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
  subject: { kind: 'file', text: /\b(?:name|path)=\\?"([^"\\]{1,200})/ },
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'denied',
      text: /avc:\s+denied\s+\{[^}]{1,80}\}.{0,200}comm=\\?"(?:VideoCapture|AudioThread)[^"]{0,20}".{0,200}(?:name|path)=\\?"(?:\/dev\/)?(?:snd\/)?(?:video\d+|pcm\w+|controlC\d+)\\?".{0,400}permissive=0/,
      layout: 'documented',
      see: [references.selinuxVideo],
      hits: [
        'Nov  9 07:08:09 box kernel: audit: type=1400 audit(1762672089.101:90): avc:  denied  { read write } for  pid=4021 comm="VideoCapture" name="video1" dev="devtmpfs" ino=512 scontext=unconfined_u:unconfined_r:zoom_t:s0 tcontext=system_u:object_r:v4l_device_t:s0 tclass=chr_file permissive=0',
        journalKernel(
          'audit: type=1400 audit(1762672089.101:90): avc:  denied  { read write } for  pid=4021 comm="VideoCapture" name="video1" dev="devtmpfs" ino=512 scontext=unconfined_u:unconfined_r:zoom_t:s0 tcontext=system_u:object_r:v4l_device_t:s0 tclass=chr_file permissive=0',
        ),
      ],
    },
  ],
  fixes: ['permission-sandbox-linux', 'permission-denials-linux'],
  alternatives: [{ class: 'device-usb', why: 'any browser uses these thread names: check that it was Zoom' }],
  misses: [
    {
      text: 'Nov  9 07:08:09 box kernel: audit: type=1400 audit(1762672089.101:90): avc:  denied  { read write } for  pid=4021 comm="VideoCapture" name="video1" dev="devtmpfs" ino=512 scontext=unconfined_u:unconfined_r:zoom_t:s0 tcontext=system_u:object_r:v4l_device_t:s0 tclass=chr_file permissive=1',
      why: 'permissive: nothing was blocked',
    },
  ],
});
