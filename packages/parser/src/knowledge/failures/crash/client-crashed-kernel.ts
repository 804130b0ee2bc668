import { defineFailure, type Pattern } from '../../../define.ts';
import { journalKernel } from '../../wordings/samples.ts';

/** `messages` as the kernel writes them of processes. */
const record = (has: string, program: 'zoom' | 'likely', ...messages: readonly string[]): Pattern => ({
  formats: ['syslog', 'journal-json'],
  has,
  fields: { program: [program] },
  // A game and a magnifier have this name as well.
  strength: program === 'zoom' ? 'proof' : 'strong',
  layout: 'constructed',
  hits: messages.flatMap((message) => [`Nov  9 07:08:09 box kernel: ${message}`, journalKernel(message)]),
});

/** What the audit system records, as the kernel prints it, and in its own log. */
const ended = (program: 'zoom' | 'likely', path: string): Pattern => {
  const told = `auid=1000 uid=1000 gid=1000 ses=3 pid=4021 comm="zoom" exe="${path}" sig=11 res=1`;
  return {
    formats: ['syslog', 'journal-json', 'audit-log'],
    has: 'sig=',
    fields: { program: [program] },
    strength: program === 'zoom' ? 'proof' : 'strong',
    layout: 'constructed',
    hits: [
      `Nov  9 07:08:09 box audit[4021]: ANOM_ABEND ${told}`,
      journalKernel(`audit: type=1701 audit(1762672089.101:92): ${told}`),
      `type=ANOM_ABEND msg=audit(1762672089.101:92): ${told}`,
    ],
  };
};

const fault = 'segfault at 28 ip 00007f0000001000 sp 00007ffd00001000 error 4';
const trap = 'ip:7f0000001000 sp:7ffd00001000 error:0';

export default defineFailure({
  id: 'client-crashed-kernel',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'The kernel recorded a crash of Zoom',
  cause:
    'A process of Zoom accessed memory that it must not, or stopped on a trap; the record names the library, if any.',
  remedy: 'Update Zoom and the graphics driver; if the crash recurs, send Zoom the crash report.',
  by: ['kernel', 'audit'],
  process: 'crashed',
  match: [
    record(
      'segfault at',
      'zoom',
      `zoom[4021]: ${fault} in libexample.so[7f0000000000+2d0000]`,
      `Chrome_IOThread[4021]: ${fault} in ZoomWebviewHost[55d000000000+42000]`,
    ),
    record(
      'segfault at',
      'likely',
      `zoom[4021]: ${fault} in zoom[55d000000000+42000]`,
      `QSGRenderThread[4033]: ${fault} in zoom[1000,55d000000000+42000] likely on CPU 3 (core 1, socket 0)`,
    ),
    record(' sp:', 'zoom', `traps: ZoomWebviewHost[4040] trap int3 ${trap} in libcef.so[7f0000000000+b156000]`),
    record(
      ' sp:',
      'likely',
      `traps: Thread (pooled)[4040] general protection fault ${trap} in zoom[55d000000000+42000]`,
    ),
    ended('zoom', '/opt/zoom/ZoomWebviewHost'),
    ended('likely', '/srv/apps/zoom/zoom'),
  ],
  explains: ['client-exited', 'client-crashed', 'crash-dump'],
  when: { nothing: { sameProcess: ['client-crashed-at-quit', 'other-program-crashed'] } },
  fixes: ['crash-reports-linux', 'crash-update-graphics', 'install-update-zoom', 'crash-send-report'],
  misses: [
    {
      text: `Nov  9 07:08:09 box kernel: zoom[77]: ${fault} in zoom-player[55d000000000+42000]`,
      why: 'the code that crashed is that of another program',
    },
    {
      text: `Nov  9 07:08:09 box kernel: zoomer[77]: ${fault} in libexample.so[7f0000000000+2d0000]`,
      why: 'another program whose name begins like Zoom',
    },
    {
      text: `Nov  9 07:08:09 box notes[77]: zoom[4021]: ${fault}`,
      why: 'a program quotes the line',
    },
    {
      text: `Nov  9 07:08:09 box kernel: obs[77]: ${fault} in zoom-plugin.so[7f0000000000+2000]`,
      why: 'a plug-in for Zoom in another program',
    },
  ],
});
