import { type Sibling, unproved } from './sibling.ts';

export default [
  {
    title: 'the journal as JSON: zoom aborted',
    evidence: {
      'journal.json': `${JSON.stringify({ __REALTIME_TIMESTAMP: '1775545200000000', _TRANSPORT: 'journal', _COMM: 'systemd-coredum', _HOSTNAME: 'cabin', SYSLOG_IDENTIFIER: 'systemd-coredump', COREDUMP_COMM: 'zoom', COREDUMP_EXE: '/opt/zoom/zoom', COREDUMP_SIGNAL: '6', COREDUMP_SIGNAL_NAME: 'SIGABRT', MESSAGE: 'Process 6120 (zoom) of user 1000 dumped core.' })}\n`,
    },
    top: { class: 'crash' },
    verdicts: { crash: 'confirmed' },
    exit: 1,
  },
  {
    title: 'dmesg with local times: the program of the Flatpak faults',
    evidence: {
      'dmesg.txt':
        '[Tue Apr  7 09:00:12 2026] usb 1-4: USB disconnect, device number 7\n[Tue Apr  7 09:10:40 2026] zoom.real[6204]: segfault at 20 ip 00007f10a1b2c3d4 sp 00007ffc11223344 error 4 in libavcodec.so.60.31.102[7f10a1000000+ac0000]\n',
    },
    top: { class: 'crash' },
    verdicts: { crash: 'confirmed' },
    exit: 1,
  },
  {
    title: 'tools with zoom in their names crash',
    evidence: {
      'kern.log':
        'Apr  7 09:20:01 cabin kernel: [  800.100001] zoom-cli[711]: segfault at 8 ip 000055e1a1b2c3d4 sp 00007ffc11223344 error 4 in zoom-cli[55e1a1000000+10000]\n' +
        'Apr  7 09:21:01 cabin kernel: [  860.100001] traps: zoomer[712] general protection fault ip:7f10a1b2c3d4 sp:7ffc11223344 error:0 in libGL.so.1.7.0[7f10a1000000+80000]\n' +
        'Apr  7 09:22:01 cabin systemd-coredump[720]: [🡕] Process 713 (xzoom) of user 1000 dumped core.\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'zoom asked for memory as it ran out, and the kernel killed a browser',
    evidence: {
      'kern.log':
        'Apr  7 09:30:01 cabin kernel: [ 1400.100001] zoom invoked oom-killer: gfp_mask=0x140cca(GFP_HIGHUSER_MOVABLE|__GFP_COMP), order=0, oom_score_adj=0\n' +
        'Apr  7 09:30:01 cabin kernel: [ 1400.200001] oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/user.slice,task=chrome,pid=5120,uid=1000\n' +
        'Apr  7 09:30:01 cabin kernel: [ 1400.300001] Out of memory: Killed process 5120 (chrome) total-vm:8123456kB, anon-rss:2123456kB, file-rss:0kB, shmem-rss:0kB, UID:1000 pgtables:8000kB oom_score_adj:300\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'the part of Zoom that shows screens faults',
    evidence: {
      messages:
        'Apr  7 09:40:01 cabin kernel: aomhost[6301]: segfault at 0 ip 00007f10a1b2c3d4 sp 00007ffc11223344 error 4 in libaomagent.so[7f10a1000000+80000]\n' +
        'Apr  7 09:40:02 cabin systemd-coredump[6399]: [🡕] Process 6301 (aomhost) of user 1000 dumped core.\n',
    },
    top: { class: 'crash' },
    verdicts: { crash: ['confirmed', 'suspected'] },
    exit: [0, 1],
  },
  {
    title: 'an older apport.log: the web view of Zoom crashed; a file manager that showed its folder did, too',
    evidence: {
      'apport.log.1':
        'ERROR: apport (pid 6120) Mon Sep  7 21:13:02 2026: called for pid 6001, signal 6, core limit 0, dump mode 1\n' +
        'ERROR: apport (pid 6120) Mon Sep  7 21:13:02 2026: executable: /usr/bin/nautilus (command line "nautilus /opt/zoom/zoom")\n' +
        'ERROR: apport (pid 6120) Mon Sep  7 21:13:02 2026: is_closing_session(): no DBUS_SESSION_BUS_ADDRESS in environment\n' +
        'ERROR: apport (pid 6188) Mon Sep  7 21:20:40 2026: called for pid 6044, signal 5, core limit 0, dump mode 1\n' +
        'ERROR: apport (pid 6188) Mon Sep  7 21:20:41 2026: executable: /opt/zoom/ZoomWebviewHost (command line "/opt/zoom/ZoomWebviewHost --type=gpu-process")\n' +
        'ERROR: apport (pid 6188) Mon Sep  7 21:20:55 2026: wrote report /var/crash/_opt_zoom_ZoomWebviewHost.1000.crash\n',
    },
    top: { class: 'crash' },
    verdicts: { crash: ['confirmed', 'suspected'] },
    exit: 1,
  },
  {
    title:
      'apport: Zoom was ended while the session was closing, and a desktop’s shell crashed with a Zoom link in its arguments',
    evidence: {
      'apport.log':
        'INFO: apport (pid 7120) 2026-09-07 22:01:11,201: called for global pid 7001, signal 11, core limit 0, dump mode 1\n' +
        'INFO: apport (pid 7120) 2026-09-07 22:01:11,230: executable: /usr/bin/gnome-shell (command line "/usr/bin/gnome-shell zoommtg://zoom.us/start")\n' +
        'INFO: apport (pid 7133) 2026-09-07 23:10:01,201: called for global pid 7020, signal 6, core limit 0, dump mode 1\n' +
        'ERROR: apport (pid 7133) 2026-09-07 23:10:01,300: happens for shutting down session, ignoring\n',
    },
    top: null,
    verdicts: { crash: unproved },
    exit: [0, 3],
  },
  {
    title: 'a report of apport for zoom, as it lies in /var/crash',
    evidence: {
      '_opt_zoom_zoom.1000.crash':
        'ProblemType: Crash\nApportVersion: 2.20.11-0ubuntu82\nArchitecture: amd64\nCrashCounter: 1\nDate: Mon Sep  7 21:44:19 2026\nDistroRelease: Ubuntu 22.04\nExecutablePath: /opt/zoom/zoom\nExecutableTimestamp: 1788000000\nProcCmdline: /opt/zoom/zoom\nProcCwd: /home/alice\nProcMaps:\n 55d000000000-55d000001000 r--p 00000000 08:02 17 /opt/zoom/zoom\nSignal: 6\nUname: Linux 6.2.0-39-generic x86_64\nUserGroups: adm sudo\nCoreDump: base64\n H4sICAAAAAAC/0NvcmVEdW1wAA==\n',
    },
    top: { class: 'crash' },
    exit: 1,
  },
] satisfies readonly Sibling[];
