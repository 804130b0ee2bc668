import { defineFailure } from '../../../define.ts';
import { linuxLaunch } from '../../wordings/samples.ts';

const unreached = 'could not connect to display :0';

export default defineFailure({
  id: 'no-display',
  class: 'crash',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: 'Zoom could not reach a display',
  cause:
    'No X server answered at the display that Zoom was to use: it was started outside the desktop session, by another user or over SSH, or Xwayland does not run.',
  remedy: 'Start Zoom from the desktop of the user who signed in; on Wayland, install Xwayland.',
  match: [
    {
      formats: ['qt'],
      has: 'could not connect to display',
      layout: 'constructed',
      hits: [linuxLaunch(`qt.qpa.xcb: ${unreached}`)],
    },
    {
      formats: ['zoom-stdout'],
      has: 'QXcbConnection: Could not connect to display',
      layout: 'constructed',
      hits: [linuxLaunch(`QXcbConnection: ${unreached.replace('could', 'Could')}`)],
    },
  ],
  explains: ['client-exited', 'client-crashed', 'client-crashed-kernel', 'client-core-dumped', 'crash-dump'],
  fixes: ['crash-reports-linux'],
  misses: [{ text: linuxLaunch('qt.qpa.xcb: QXcbConnection: XCB error: 3 (BadWindow)'), why: 'the display is there' }],
});
