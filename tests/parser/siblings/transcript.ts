import { type Sibling, unproved } from './sibling.ts';

const tracking = (seconds: string): string =>
  `Reference ID    : C0000219 (192.0.2.25)\nStratum         : 3\nRef time (UTC)  : Thu Jun 11 07:25:11 2026\nSystem time     : ${seconds} of NTP time\nLast offset     : +0.000004989 seconds\nLeap status     : Normal\n`;
const right = tracking('0.000014709 seconds slow');

export default [
  {
    title: 'fish: messages without heads tell that the web view of Zoom trapped; the clock is right',
    evidence: {
      'notes.txt': `alice@loft ~> chronyc tracking\n${right}alice@loft ~/D/logs> journalctl -k -b -o cat | tail -n 2\ntraps: ZoomWebviewHost[8820] trap int3 ip:71c8a43cbcec sp:7ffd55e01d20 error:0 in libcef.so[71c8996b7000+b156000]\nusb 1-4: USB disconnect, device number 7\nalice@loft ~/D/logs> \n`,
    },
    top: { class: 'crash' },
    verdicts: { crash: ['confirmed', 'suspected'] },
    exit: [0, 1],
  },
  {
    title: 'root: memory ran out and took zoom, the launcher log ends in an exit on request',
    evidence: {
      'console.txt': `[root@loft ~]# dmesg -T | tail -n 2\n[Thu Jun 11 09:30:01 2026] oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/user.slice/user-1000.slice/session-2.scope,task=zoom,pid=8830,uid=1000\n[Thu Jun 11 09:30:01 2026] Out of memory: Killed process 8830 (zoom) total-vm:9123456kB, anon-rss:3123456kB, file-rss:0kB, shmem-rss:0kB, UID:1000 pgtables:9000kB oom_score_adj:0\n[root@loft ~]# tail -n 2 /home/user/.zoom/logs/zoom_stdout_stderr.log\nSomething went wrong while running zoom, exit code is 137.\nZoomLauncher exit.\n[root@loft ~]# \n`,
    },
    top: { class: 'crash' },
    never: ['install'],
    exit: 1,
  },
  {
    title: 'zsh: all is well',
    evidence: {
      'Terminal Saved Output': `loft% chronyc -n tracking\n${right}loft% journalctl -k --since today | grep -i zoom\nloft% tail -2 ~/.zoom/logs/zoom_stdout_stderr.log\nzoom exited normally, exit code is 0 .\nZoomLauncher exit.\nloft% \n`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'a crash of zoom on another machine, asked over ssh; here zoom ends well',
    evidence: {
      'paste.txt':
        'alice@loft:~$ ssh alice@attic journalctl -k -b | grep zoom\nJun 11 09:20:40 attic kernel: zoom[7012]: segfault at 0 ip 00007f2a5b3c1f2e sp 00007ffd3c8a1b20 error 4 in libQt5Gui.so.5.15.2[7f2a5b100000+2f8000]\nalice@loft:~$ journalctl -k -b | grep zoomer\nJun 11 09:21:40 loft kernel: zoomer[7112]: segfault at 0 ip 00007f2a5b3c1f2e sp 00007ffd3c8a1b20 error 4 in zoomer[55d000000000+42000]\nalice@loft:~$ tail -n2 .zoom/logs/zoom_stdout_stderr.log\nzoom exited normally, exit code is 0 .\nZoomLauncher exit.\n',
    },
    // It is the other machine's.
    verdicts: { crash: ['confirmed', ...unproved] },
    exit: [0, 1],
    never: ['install', 'tls-clock'],
  },
  {
    title: 'sh in a container’s prompt and a shell with marks: an hour of clock, a library that is missing',
    evidence: {
      'out.log': `❯ chronyc tracking\n${tracking('3604.250000000 seconds fast')}❯ /opt/zoom/ZoomLauncher\nZoomLauncher started.\nZoom path is: /opt/zoom\n/opt/zoom/zoom: error while loading shared libraries: libxcb-keysyms.so.1: cannot open shared object file: No such file or directory\nSomething went wrong while running zoom, exit code is 127.\nZoomLauncher exit.\n❯ exit\n`,
    },
    top: { class: 'install' },
    verdicts: { 'tls-clock': unproved },
    never: ['crash'],
    exit: 1,
  },
] satisfies readonly Sibling[];
