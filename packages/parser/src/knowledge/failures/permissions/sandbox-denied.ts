import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { journalKernel } from '../../wordings/samples.ts';
import { zoomKernelName, zoomProfile } from '../../zoom-identity.ts';

const selinuxZoom = new RegExp(
  `avc: +denied +\\{[^}]{1,80}\\}.{0,200}comm=\\\\?"${zoomKernelName}\\\\?".{0,200}(?:name|path)=\\\\?"(?:/dev/)?(?:snd/)?(?:video\\d+|pcm\\w+|controlC\\d+)\\\\?".{0,400}permissive=0`,
);
const selinuxDenial =
  'audit: type=1400 audit(1762672089.101:90): avc:  denied  { read write } for  pid=4021 comm="zoom" name="video0" dev="devtmpfs" ino=512 scontext=unconfined_u:unconfined_r:zoom_t:s0 tcontext=system_u:object_r:v4l_device_t:s0 tclass=chr_file permissive=0';

export default defineFailure({
  id: 'sandbox-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'A security policy denies Zoom a camera or audio device',
  cause: 'AppArmor, which confines the packaged client, or SELinux blocked it from opening the device.',
  remedy: "Connect the package's camera and audio interfaces; with SELinux, correct the device's label or the policy.",
  by: ['kernel', 'audit'],
  subject: { kind: 'file', text: /\b(?:name|path)=\\?"([^"\\]{1,200})/ },
  match: [
    {
      formats: ['syslog', 'journal-json'],
      has: 'apparmor=',
      fields: { apparmor: ['DENIED'], profile: zoomProfile },
      text: /name=\\?"\/dev\/(?:video\d+|snd\/(?:pcm|control)[^"\\]+)|name=\\?"\/run\/user\/\d+\/pipewire-0/,
      layout: 'documented',
      see: [references.apparmorZoom],
      hits: [
        'Nov  9 07:08:09 box kernel: audit: type=1400 audit(1762672089.101:78): apparmor="DENIED" operation="connect" class="file" profile="snap.zoom-client.zoom-client" name="/run/user/1000/pipewire-0" pid=4021 comm="zoom" requested_mask="wr" denied_mask="wr"',
        journalKernel(
          'audit: type=1400 audit(1762672089.101:78): apparmor="DENIED" operation="connect" class="file" profile="snap.zoom-client.zoom-client" name="/run/user/1000/pipewire-0" pid=4021 comm="zoom" requested_mask="wr" denied_mask="wr"',
        ),
        'Nov  9 07:08:09 box kernel: audit: type=1400 audit(1762672089.101:77): apparmor="DENIED" operation="open" class="file" profile="snap.zoom-client.zoom-client" name="/dev/video0" pid=4021 comm="zoom" requested_mask="r" denied_mask="r" fsuid=1000 ouid=0',
        journalKernel(
          'audit: type=1400 audit(1762672089.101:77): apparmor="DENIED" operation="open" class="file" profile="snap.zoom-client.zoom-client" name="/dev/video0" pid=4021 comm="zoom" requested_mask="r" denied_mask="r" fsuid=1000 ouid=0',
        ),
      ],
    },
    {
      formats: ['syslog', 'journal-json'],
      has: 'denied',
      // The kernel tells the name of the thread alone: other makers have programs called zoom.
      text: selinuxZoom,
      layout: 'constructed',
      strength: 'strong',
      hits: [
        `Nov  9 07:08:09 box kernel: ${selinuxDenial}`,
        `Nov  9 07:08:09 box audit[4021]: ${selinuxDenial.replace(/^.*?: /, 'AVC ').replace('name="video0"', 'path="/dev/video0"')}`,
        journalKernel(selinuxDenial),
      ],
    },
  ],
  fixes: ['permission-sandbox-linux', 'permission-denials-linux', 'permission-connect-snap'],
  misses: [
    {
      text: 'Nov  9 07:08:09 box kernel: audit: type=1400 audit(1762672089.101:77): apparmor="DENIED" operation="open" class="file" profile="snap.zoom-client.zoom-client" name="/dev/snd/seq" pid=4021 comm="zoom" requested_mask="rw" denied_mask="rw"',
      why: 'the sequencer of music programs: no microphone',
    },
    {
      text: 'Nov  9 07:08:09 box kernel: audit: type=1400 audit(1762672089.101:77): apparmor="DENIED" operation="exec" class="file" profile="snap.zoom-client.zoom-client" name="/usr/bin/ip" pid=4021 comm="zoom" requested_mask="x" denied_mask="x"',
      why: 'not a device: harmless',
    },
    {
      text: 'Nov  9 07:08:09 box kernel: audit: type=1400 audit(1762672089.101:77): apparmor="ALLOWED" operation="open" profile="snap.zoom-client.zoom-client" name="/dev/video0" pid=4021 comm="zoom" requested_mask="r"',
      why: 'complain mode: nothing was blocked',
    },
    {
      text: 'Nov  9 07:08:09 box kernel: audit: type=1400 audit(1762672089.101:77): apparmor="DENIED" operation="open" profile="snap.cheese.cheese" name="/dev/video0" pid=4021 comm="cheese" requested_mask="r"',
      why: 'another program',
    },
  ],
});
