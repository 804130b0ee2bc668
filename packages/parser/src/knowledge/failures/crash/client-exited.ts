import { defineFailure } from '../../../define.ts';
import { linuxLaunch, oldLinuxLaunch } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'client-exited',
  class: 'crash',
  role: 'symptom',
  strength: 'strong',
  severity: 'error',
  title: 'The Zoom client exited with an error',
  cause: 'The launcher reports an exit code other than 0; the log lines before it may show why.',
  remedy: 'Start Zoom from a terminal once and read the last lines it prints.',
  match: [
    {
      formats: ['zoom-stdout'],
      has: 'Something went wrong while running zoom',
      // Above 128 it is a signal: a crash, or an end on request.
      fields: { exit: { min: 1, max: 128 } },
      layout: 'captured',
      hits: [
        `${linuxLaunch('Something went wrong while running zoom, exit code is 1.')}\nZoomLauncher exit.`,
        `${oldLinuxLaunch('success to create child process,status is 256.\nzoom exited normally.\nSomething went wrong while running zoom,exit code is 1.')}\nZoomLauncher exit.`,
      ],
    },
    {
      formats: ['zoom-stdout'],
      has: 'Something went wrong while running zoom',
      fields: { exit: { min: 193 } },
      layout: 'constructed',
      hits: [`${linuxLaunch('Something went wrong while running zoom, exit code is 255.')}\nZoomLauncher exit.`],
    },
  ],
  explainedBy: ['crash', 'install'],
  fixes: ['crash-reports-linux', 'install-missing-libraries-linux', 'install-update-zoom'],
  alternatives: [{ class: 'install', why: 'a broken installation ends the client at startup' }],
  misses: [
    {
      text: `${oldLinuxLaunch('success to create child process,status is 0.\nzoom exited normally.\nrun zoom successfully,exit code is 0.')}\nZoomLauncher exit.`,
      why: 'a normal exit',
    },
  ],
});
