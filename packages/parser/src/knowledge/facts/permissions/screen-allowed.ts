import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { tccRequestLines, tccRequests } from '../../wordings/samples.ts';
import { unifiedLogs } from '../../wordings/tcc.ts';
import { zoomBundle } from '../../zoom-identity.ts';

export default defineFact({
  id: 'screen-allowed',
  class: 'permissions',
  title: 'macOS granted Zoom screen recording',
  because: 'The macOS privacy database granted the request.',
  effect: 'ends',
  ends: ['screen-recording-denied', 'screen-not-allowed', 'access-managed'],
  subject: ['service'],
  by: ['tccd'],
  match: [
    {
      formats: unifiedLogs,
      has: 'AUTHREQ_RESULT',
      fields: { authvalue: [2], client: [zoomBundle], service: ['kTCCServiceScreenCapture'] },
      layout: 'documented',
      see: [references.tccRequest],
      hits: tccRequests('us.zoom.xos', 'kTCCServiceScreenCapture', 'yes', 'authValue=2, authReason=4'),
    },
  ],
  misses: [
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceScreenCapture', 'yes', 'authValue=0, authReason=4'),
      why: 'not granted',
    },
  ],
});
