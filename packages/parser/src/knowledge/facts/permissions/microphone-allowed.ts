import { defineFact } from '../../../define.ts';
import { tccRequestLines } from '../../wordings/samples.ts';
import { zoomBundle } from '../../zoom-identity.ts';

export default defineFact({
  id: 'microphone-allowed',
  class: 'permissions',
  title: 'macOS allowed Zoom the microphone',
  because: 'The privacy database answered the request with a grant.',
  effect: 'ends',
  ends: ['microphone-denied'],
  formats: ['unified-log-ndjson', 'unified-log-compact', 'unified-log-default'],
  match: [
    {
      has: 'AUTHREQ_RESULT',
      fields: { authvalue: [2], client: [zoomBundle], service: ['kTCCServiceMicrophone'] },
      layout: 'documented',
    },
  ],
  hits: [tccRequestLines('us.zoom.xos', 'kTCCServiceMicrophone', 'no', 'authValue=2, authReason=2')],
  misses: [
    {
      text: tccRequestLines('us.zoom.xos', 'kTCCServiceMicrophone', 'yes', 'authValue=1, authReason=5'),
      why: 'not decided yet',
    },
  ],
});
