import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { denialIn } from '../../wordings/linux-samples.ts';

const confined = (file: string, verdict = 'DENIED', profile = 'snap.zoom-client.zoom-client'): string =>
  `apparmor="${verdict}" operation="open" class="file" profile="${profile}" name="${file}" pid=4021 comm="zoom" requested_mask="wr" denied_mask="wr" fsuid=1000 ouid=0`;
const labelled = (file: string): string =>
  `avc:  denied  { read write } for  pid=4021 comm="zoom" ${file} dev="devtmpfs" ino=512 scontext=staff_u:staff_r:staff_t:s0 tcontext=system_u:object_r:v4l_device_t:s0 tclass=chr_file permissive=0`;
const notified = (file: string, profile = 'snap.zoom-client.zoom-client'): string =>
  `Profile: ${profile}\nOperation: open\nName: ${file}\nDenied: wr\nLogfile: /var/log/kern.log\n(2 found, most recent from 'Thu Feb  5 09:10:11 2026')\n`;
const call =
  'type=SYSCALL msg=audit(1762672089.101:90): arch=c000003e syscall=257 success=no exit=-13 pid=4021 comm="zoom" exe="/opt/zoom/zoom" key=(null)';

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
  subject: { kind: 'file', text: /\b(?:name|path)=\\?"?([^\s"\\]{1,200})|^Name: (\S{1,200})/m },
  match: [
    {
      formats: ['syslog', 'journal-json', 'audit-log'],
      has: 'apparmor=',
      fields: { asker: ['zoom'] },
      layout: 'documented',
      see: [references.apparmorZoom],
      hits: [...denialIn(confined('/run/user/1000/pipewire-0')), ...denialIn(confined('/dev/video0'))],
    },
    // It lists what a profile in complain mode would deny as well.
    {
      formats: ['aa-notify'],
      has: 'Profile: ',
      fields: { asker: ['zoom'] },
      layout: 'documented',
      see: [references.aaNotify],
      strength: 'strong',
      hits: [notified('/dev/video0'), notified('/run/user/1000/pipewire-0')],
    },
    {
      formats: ['audit-log'],
      has: 'denied',
      fields: { asker: ['zoom'] },
      layout: 'constructed',
      hits: [`${denialIn(labelled('name="video0"'))[2]}\n${call}`],
    },
    {
      formats: ['syslog', 'journal-json', 'audit-log'],
      has: 'denied',
      // The record tells the name of the thread alone: other makers have programs called zoom.
      fields: { asker: ['likely'] },
      layout: 'constructed',
      strength: 'strong',
      hits: [
        ...denialIn(labelled('name="video0"')),
        `Nov  9 07:08:09 box audit[4021]: AVC ${labelled('path="/dev/video0"')}`,
      ],
    },
  ],
  fixes: ['permission-sandbox-linux', 'permission-denials-linux', 'permission-connect-snap'],
  misses: [
    { text: notified('/dev/video0', 'snap.cheese.cheese'), why: 'another program' },
    { text: notified('/usr/bin/ip'), why: 'not a device: harmless' },
    { text: denialIn(confined('/dev/snd/seq'))[0], why: 'the sequencer of music programs: no microphone' },
    { text: denialIn(confined('/usr/bin/ip'))[0], why: 'not a device: harmless' },
    { text: denialIn(confined('/dev/video0', 'ALLOWED'))[0], why: 'complain mode: nothing was blocked' },
    { text: denialIn(confined('/dev/video0', 'DENIED', 'snap.cheese.cheese'))[2], why: 'another program' },
    {
      text: `${denialIn(labelled('name="video0"'))[2]}\n${call.replace('/opt/zoom', '/usr/games')}`,
      why: 'a game of that name, by the system call of that record',
    },
  ],
});
