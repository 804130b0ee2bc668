import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { tccRequestLines, tccRequests } from '../../wordings/samples.ts';
import { unifiedLogs } from '../../wordings/tcc.ts';
import { zoomBundle } from '../../zoom-identity.ts';

export default defineFact({
  id: 'camera-allowed',
  class: 'permissions',
  title: 'macOS granted Zoom camera access',
  because: 'The macOS privacy database granted the request.',
  effect: 'ends',
  ends: ['camera-denied', 'access-managed'],
  subject: ['service'],
  by: ['tccd'],
  match: [
    {
      formats: unifiedLogs,
      has: 'AUTHREQ_RESULT',
      fields: { authvalue: [2], client: [zoomBundle], service: ['kTCCServiceCamera'] },
      layout: 'documented',
      see: [references.tccRequest],
      hits: tccRequests('us.zoom.xos', 'kTCCServiceCamera', 'no', 'authValue=2, authReason=2'),
    },
  ],
  misses: [
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceCamera', 'yes', 'authValue=1, authReason=5'),
      why: 'no decision yet',
    },
  ],
});
