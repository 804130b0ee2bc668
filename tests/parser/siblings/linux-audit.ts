import { type Sibling, unproved } from './sibling.ts';

export default [
  {
    title: 'ausearch -i: SELinux refuses the video thread, and the call behind it is of zoom',
    evidence: {
      'denials.txt':
        '----\n' +
        'type=PROCTITLE msg=audit(04/25/2026 21:22:49.431:767) : proctitle=/opt/zoom/zoom --url=zoommtg://example.com/join \n' +
        'type=SYSCALL msg=audit(04/25/2026 21:22:49.431:767) : arch=x86_64 syscall=openat success=no exit=EACCES(Permission denied) a0=AT_FDCWD a1=0x7f10 a2=O_RDWR a3=0x0 items=0 ppid=1800 pid=7311 auid=alice uid=alice gid=alice euid=alice suid=alice fsuid=alice egid=alice sgid=alice fsgid=alice tty=(none) ses=3 comm=VideoCapture exe=/opt/zoom/zoom subj=staff_u:staff_r:staff_t:s0 key=(null) \n' +
        'type=AVC msg=audit(04/25/2026 21:22:49.431:767) : avc:  denied  { read write } for  pid=7311 comm=VideoCapture name=video0 dev="devtmpfs" ino=897 scontext=staff_u:staff_r:staff_t:s0 tcontext=system_u:object_r:v4l_device_t:s0 tclass=chr_file permissive=0 \n',
    },
    top: { class: 'permissions' },
    verdicts: { permissions: 'confirmed' },
    exit: 1,
  },
  {
    title: 'an enriched log: AppArmor denies the Snap the camera',
    evidence: {
      'audit.log.1':
        'node=ws-14.example.com type=USER_AUTH msg=audit(1780650930.020:139): pid=611 uid=0 auid=1000 ses=3 msg=\'op=PAM:authentication acct="alice" exe="/usr/bin/sudo" res=success\'\x1dUID="root" AUID="alice"\n' +
        'node=ws-14.example.com type=AVC msg=audit(1780650940.120:141): apparmor="DENIED" operation="open" class="file" profile="snap.zoom-client.zoom-client" name="/dev/video1" pid=7020 comm="zoom" requested_mask="wr" denied_mask="wr" fsuid=1000 ouid=0\x1dFSUID="alice" OUID="root"\n',
    },
    top: { class: 'permissions' },
    verdicts: { permissions: 'confirmed' },
    exit: 1,
  },
  {
    title: 'a browser is refused the camera, and the Snap of Zoom a program and the sequencer',
    evidence: {
      'audit.log':
        'type=AVC msg=audit(1780651000.120:201): avc:  denied  { open } for  pid=5010 comm="VideoCapture" path="/dev/video0" dev="devtmpfs" ino=499 scontext=user_u:user_r:mozilla_t:s0 tcontext=system_u:object_r:v4l_device_t:s0 tclass=chr_file permissive=0\n' +
        'type=SYSCALL msg=audit(1780651000.120:201): arch=c000003e syscall=257 success=no exit=-13 a0=ffffff9c a1=7f10 a2=2 a3=0 items=0 ppid=1 pid=5010 auid=1000 uid=1000 gid=1000 ses=3 comm="VideoCapture" exe="/usr/lib64/firefox/firefox" subj=user_u:user_r:mozilla_t:s0 key=(null)\n' +
        'type=AVC msg=audit(1780651010.120:202): apparmor="DENIED" operation="exec" class="file" profile="snap.zoom-client.zoom-client" name="/usr/bin/ip" pid=7020 comm="sh" requested_mask="x" denied_mask="x" fsuid=1000 ouid=0\n' +
        'type=AVC msg=audit(1780651011.120:203): apparmor="DENIED" operation="open" class="file" profile="snap.zoom-client.zoom-client" name="/dev/snd/seq" pid=7020 comm="zoom" requested_mask="wr" denied_mask="wr" fsuid=1000 ouid=0\n' +
        'type=SECCOMP msg=audit(1780651012.120:204): auid=1000 uid=1000 gid=1000 ses=3 subj=snap.zoom-client.zoom-client pid=7020 comm="zoom" exe="/snap/zoom-client/230/zoom/zoom" sig=0 arch=c000003e syscall=330 compat=0 ip=0x71b836326f6b code=0x50000\n',
    },
    top: null,
    verdicts: { permissions: unproved },
    exit: 0,
  },
  {
    title: 'zoom’s own use of the camera is only noted: permissive, a log of ausearch with its dates',
    evidence: {
      'ausearch.txt':
        '----\ntime->Fri Jun  5 11:15:40 2026\ntype=SYSCALL msg=audit(1780650940.120:141): arch=c000003e syscall=257 success=yes exit=61 a0=ffffff9c a1=7f10 a2=2 a3=0 items=0 ppid=1 pid=7020 auid=1000 uid=1000 ses=3 comm="zoom" exe="/opt/zoom/zoom" subj=staff_u:staff_r:staff_t:s0 key=(null)\n' +
        'type=AVC msg=audit(1780650940.120:141): avc:  denied  { read write } for  pid=7020 comm="zoom" name="video0" dev="devtmpfs" ino=499 scontext=staff_u:staff_r:staff_t:s0 tcontext=system_u:object_r:v4l_device_t:s0 tclass=chr_file permissive=1\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'a program of that name crashes elsewhere, and the web view of Zoom aborts',
    evidence: {
      'audit.log':
        'type=ANOM_ABEND msg=audit(1780652000.010:300): auid=1000 uid=1000 gid=1000 ses=3 pid=6001 comm="zoom" exe="/usr/games/zoom" sig=11 res=1\n' +
        'type=ANOM_ABEND msg=audit(1780652010.010:301): auid=1000 uid=1000 gid=1000 ses=3 subj=unconfined pid=6010 comm="ZoomWebviewHost" exe="/opt/zoom/ZoomWebviewHost" sig=6 res=1\x1dAUID="alice" UID="alice" GID="alice"\n',
    },
    top: { class: 'crash' },
    verdicts: { crash: ['confirmed', 'suspected'] },
    exit: 1,
  },
  {
    title: 'aa-notify without counts: AppArmor denies the Snap the sound device, and a browser’s the camera',
    evidence: {
      'denied.txt':
        'Profile: snap.firefox.firefox\nOperation: open\nName: /dev/video0\nDenied: r\nLogfile: /var/log/audit/audit.log\n\n' +
        'Profile: snap.zoom-client.zoom-client\nOperation: create\nFamily: netlink\nSocket: raw\nLogfile: /var/log/audit/audit.log\n\n' +
        'Profile: snap.zoom-client.zoom-client\nOperation: open\nName: /dev/snd/pcmC1D0c\nDenied: rw\nLogfile: /var/log/audit/audit.log\n\n' +
        'AppArmor denials: 3 (since Mon Sep  7 08:00:02 2026)\nFor more information, please see: https://wiki.ubuntu.com/DebuggingApparmor\n',
    },
    top: { class: 'permissions' },
    exit: 1,
  },
  {
    title: 'aa-notify at a prompt: only a browser is denied the camera; German dates',
    evidence: {
      'term.txt':
        "bob@loft:~$ sudo aa-notify -s 1 -v\nProfile: snap.chromium.chromium\nOperation: open\nName: /dev/video2\nDenied: wr\nLogfile: /var/log/kern.log\n(7 found, most recent from 'Mo 07 Sep 2026 21:13:02 CEST')\n\nAppArmor denials: 7 (since So 06 Sep 2026 21:13:02 CEST)\nbob@loft:~$ \n",
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
