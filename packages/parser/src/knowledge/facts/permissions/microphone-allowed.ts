import { defineFact } from '../../../define.ts';
import { granted } from '../../wordings/tcc.ts';
import { tccRequestLines } from '../../wordings/unified-samples.ts';

export default defineFact({
  id: 'microphone-allowed',
  class: 'permissions',
  title: 'macOS granted Zoom microphone access',
  because: 'The macOS privacy database granted the request.',
  effect: 'ends',
  mending: true,
  ends: ['microphone-denied', 'access-managed'],
  subject: { kind: 'permission', fields: ['service'] },
  by: ['tccd'],
  match: granted('kTCCServiceMicrophone'),
  misses: [
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceMicrophone', 'yes', 'authValue=1, authReason=5'),
      why: 'no decision yet',
    },
  ],
});
