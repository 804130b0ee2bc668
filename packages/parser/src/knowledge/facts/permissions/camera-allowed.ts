import { defineFact } from '../../../define.ts';
import { granted } from '../../wordings/tcc.ts';
import { tccRequestLines } from '../../wordings/unified-samples.ts';

export default defineFact({
  id: 'camera-allowed',
  class: 'permissions',
  title: 'macOS granted Zoom camera access',
  because: 'The macOS privacy database granted the request.',
  effect: 'ends',
  mending: true,
  ends: ['camera-denied', 'access-managed'],
  subject: { kind: 'permission', fields: ['service'] },
  by: ['tccd'],
  match: granted('kTCCServiceCamera'),
  misses: [
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceCamera', 'yes', 'authValue=1, authReason=5'),
      why: 'no decision yet',
    },
  ],
});
