import { defineFact } from '../../../define.ts';
import { linuxLaunch } from '../../wordings/samples.ts';

export default defineFact({
  id: 'launch-ended-well',
  class: 'crash',
  title: 'The client exited normally',
  because: 'The launcher reports exit code 0, and the client did not merely hand its task to a running instance.',
  effect: 'ends',
  ends: [
    'client-crashed',
    'client-exited',
    'client-check-failed',
    'display-lost',
    'gpu-process-unusable',
    'display-plugin-failed',
    'graphics-flush-failed',
    'graphics-not-started',
    'library-missing',
    'no-display',
    'sound-library-failed',
  ],
  match: [
    {
      formats: ['zoom-stdout'],
      has: 'exit code is',
      fields: { exit: [0], launch: ['own'] },
      layout: 'captured',
      hits: [`${linuxLaunch('zoom exited normally, exit code is 0 .')}\nZoomLauncher exit.`],
    },
  ],
  misses: [
    {
      text: `${linuxLaunch('Zoom is running, send message to it: zoommtg://example.com/start\nExit zoom as another zoom instance is running!\nzoom exited normally, exit code is 0 .')}\nZoomLauncher exit.`,
      why: 'a second instance that only passed its link on',
    },
    {
      text: `${linuxLaunch('Something went wrong while running zoom, exit code is 1.')}\nZoomLauncher exit.`,
      why: 'an exit with an error',
    },
  ],
});
