import { defineFailure, type Pattern } from '../../../define.ts';
import { journalKernel } from '../../wordings/samples.ts';
import { zoomKernelName } from '../../zoom-identity.ts';

/** `message` as the kernel writes it of the process that `text` names. */
const record = (has: string, text: string, message: string): Pattern => ({
  formats: ['syslog', 'journal-json'],
  has,
  text: new RegExp(text),
  layout: 'constructed',
  hits: [`Nov  9 07:08:09 box kernel: ${message}`, journalKernel(message)],
});

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
  by: ['kernel'],
  match: [
    record(
      'segfault at',
      `(?<![\\w/.-])${zoomKernelName}\\[\\d+\\]: segfault at .* in (?!zoom\\[)`,
      'zoom[4021]: segfault at 28 ip 00007f0000001000 sp 00007ffd00001000 error 4 in libexample.so[7f0000000000+2d0000]',
    ),
    {
      ...record(
        'segfault at',
        `(?<![\\w/.-])${zoomKernelName}\\[\\d+\\]: segfault at (?!.* in (?!zoom\\[))`,
        'zoom[4021]: segfault at 28 ip 000055d000001000 sp 00007ffd00001000 error 4 in zoom[55d000000000+42000]',
      ),
      // A game has this name as well; the libraries of Zoom it has not.
      strength: 'strong',
    },
    record(
      'traps: ',
      `traps: ${zoomKernelName}\\[\\d+\\] (?:general protection|trap )`,
      'traps: ZoomWebviewHost[4040] trap int3 ip:7f0000001000 sp:7ffd00001000 error:0 in libcef.so[7f0000000000+b156000]',
    ),
  ],
  explains: ['client-exited', 'client-crashed', 'crash-dump'],
  fixes: ['crash-reports-linux', 'crash-update-graphics', 'install-update-zoom', 'crash-send-report'],
  misses: [
    {
      text: 'Nov  9 07:08:09 box kernel: zoomer[77]: segfault at 28 ip 00007f0000001000 sp 00007ffd00001000 error 4 in libexample.so[7f0000000000+2d0000]',
      why: 'another program whose name begins like Zoom',
    },
    {
      text: 'Nov  9 07:08:09 box notes[77]: zoom[4021]: segfault at 28 ip 00007f0000001000 sp 00007ffd00001000 error 4',
      why: 'a program quotes the line',
    },
    {
      text: 'Nov  9 07:08:09 box kernel: obs[77]: segfault at 28 ip 00007f0000001000 sp 00007ffd00001000 error 4 in zoom-plugin.so[7f0000000000+2000]',
      why: 'a plug-in for Zoom in another program',
    },
  ],
});
