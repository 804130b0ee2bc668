import { defineFailure } from '../../../define.ts';
import { linuxLaunch } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'display-lost',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'The client lost its display',
  cause:
    'The connection to the X server broke while Zoom was running: the session ended, or the X server or Xwayland crashed.',
  remedy: 'Find out why the desktop session ended; Zoom only went down with it.',
  match: [
    {
      formats: ['zoom-stdout'],
      has: 'X11 connection broke',
      layout: 'captured',
      hits: [linuxLaunch('The X11 connection broke (error 1). Did the X11 server die?')],
    },
  ],
  explains: ['client-exited'],
  fixes: ['crash-reports-linux', 'crash-update-graphics'],
  misses: [
    {
      text: linuxLaunch('X Error of failed request:  BadWindow (invalid Window parameter)'),
      why: 'the display is still there',
    },
  ],
});
