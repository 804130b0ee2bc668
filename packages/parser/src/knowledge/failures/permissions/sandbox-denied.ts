import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { journalKernel } from '../../wordings/samples.ts';
import { zoomProfile } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'sandbox-denied',
  class: 'permissions',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'The sandbox denies Zoom a camera or audio device',
  cause: 'AppArmor confines the packaged client and blocked it from opening the device.',
  remedy: "Connect the package's camera and audio interfaces.",
  by: ['kernel', 'audit'],
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
