import { defineFact } from '../../../define.ts';
import { granted } from '../../wordings/tcc.ts';
import { tccRequestLines } from '../../wordings/unified-samples.ts';

export default defineFact({
  id: 'screen-allowed',
  class: 'permissions',
  title: 'macOS granted Zoom screen recording',
  because: 'The macOS privacy database granted the request.',
  effect: 'ends',
  mending: true,
  ends: ['screen-recording-denied', 'screen-not-allowed', 'access-managed'],
  subject: { kind: 'permission', fields: ['service'] },
  by: ['tccd'],
  match: granted('kTCCServiceScreenCapture'),
  misses: [
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceScreenCapture', 'yes', 'authValue=0, authReason=4'),
      why: 'not granted',
    },
  ],
});
