import { defineFailure } from '../../../define.ts';
import { deniedCheck } from '../../wordings/tcc.ts';
import { tccRequestLines } from '../../wordings/unified-samples.ts';

/** Zoom looks at every start whether it may record the screen, long before anyone shares it. */
export default defineFailure({
  id: 'screen-not-allowed',
  class: 'permissions',
  role: 'cause',
  strength: 'strong',
  severity: 'info',
  title: 'Zoom may not record the screen, and no one has tried to share it',
  cause: 'Zoom checked its permission for screen recording; it has none, but no request was refused.',
  remedy:
    'Only if the screen is to be shared: allow screen recording for zoom.us in System Settings > Privacy & Security, then quit and reopen Zoom.',
  by: ['tccd'],
  subject: { kind: 'permission', fields: ['service'] },
  match: [deniedCheck('kTCCServiceScreenCapture')],
  fixes: ['permission-log-macos', 'permission-allow-screen-macos'],
  misses: [
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceScreenCapture', 'no', 'authValue=0, authReason=2'),
      why: 'a request that was refused',
    },
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceCamera', 'yes', 'authValue=0, authReason=4'),
      why: 'another service',
    },
  ],
});
