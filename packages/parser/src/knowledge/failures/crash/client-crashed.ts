import { defineFailure, type Pattern } from '../../../define.ts';
import { crashSignals, signalWords } from '../../wordings/crash-signals.ts';
import { linuxLaunch, oldLinuxLaunch, quittingLaunch } from '../../wordings/samples.ts';
import { zoomLinuxProgram } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'client-crashed',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'The Zoom client crashed',
  cause:
    'The launcher reports that a signal ended the client: 11 (SIGSEGV) is an invalid memory access, 6 (SIGABRT) a deliberate abort.',
  remedy: 'Update Zoom and the graphics driver; if the crash recurs, send Zoom the crash report.',
  match: [
    {
      formats: ['zoom-stdout'],
      has: 'handled signal',
      fields: { signal: crashSignals, phase: ['use'] },
      // Captured were such lines only behind the closing of the windows.
      layout: 'constructed',
      hits: [`${linuxLaunch('zoom was exited due to a handled signal: 11 ')}\nZoomLauncher exit.`],
    },
    {
      formats: ['zoom-stdout'],
      has: 'exit code is',
      fields: { signal: crashSignals, phase: ['use'], exit: { min: 129 } },
      layout: 'constructed',
      hits: [`${linuxLaunch('Something went wrong while running zoom, exit code is 139.')}\nZoomLauncher exit.`],
    },
    // A launcher that is cut off behind the status of its child: 35584 is exit code 139, and 11 is the signal itself.
    {
      formats: ['zoom-stdout'],
      has: 'status is ',
      text: /create child process,\s?status is /,
      fields: { signal: crashSignals, phase: ['use'] },
      layout: 'constructed',
      hits: [oldLinuxLaunch('success to create child process,status is 35584.')],
    },
    // A shell says so of the program that it started: by its command, or alone in the output of a launch.
    ...signalWords.flatMap((has): Pattern[] => [
      {
        formats: ['zoom-stdout'],
        has,
        text: new RegExp(`: +\\d+ ${has} +(?:\\([^()]{4,40}\\) +)?${zoomLinuxProgram}\\b`),
        layout: 'constructed',
        hits: [linuxLaunch(`sh: line 1:    11 ${has}                 (core dumped) /app/extra/zoom/zoom ""`)],
      },
      {
        formats: ['zoom-stdout'],
        has,
        text: new RegExp(`^${has}(?: \\([^()]{4,40}\\))?$`),
        layout: 'constructed',
        strength: 'strong',
        hits: [linuxLaunch(`${has} (core dumped)`)],
      },
    ]),
  ],
  explains: ['client-exited', 'crash-dump'],
  fixes: ['crash-reports-linux', 'crash-update-graphics', 'install-update-zoom', 'crash-send-report'],
  misses: [
    {
      text: linuxLaunch('sh: line 1:    11 Segmentation fault      (core dumped) /usr/bin/pacmd list'),
      why: 'another program that a shell started',
    },
    { text: quittingLaunch(11), why: 'the windows were closed already: after the use of the client' },
    {
      text: `${linuxLaunch('zoom was exited due to a handled signal: 15 ')}\nZoomLauncher exit.`,
      why: 'ended on request, as at a logout',
    },
    {
      text: `${linuxLaunch('zoom exited normally, exit code is 0 .')}\nZoomLauncher exit.`,
      why: 'a normal exit',
    },
  ],
});
