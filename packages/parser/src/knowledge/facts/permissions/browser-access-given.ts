import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { mediaDump } from '../../wordings/browser-devices.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFact({
  id: 'browser-access-given',
  class: 'permissions',
  title: "Zoom's page in the browser got the camera or microphone",
  because: 'The browser opened the device for the page: it is there, free, and allowed.',
  effect: 'ends',
  ends: ['browser-access-denied', 'browser-device-missing', 'browser-device-busy'],
  subject: { kind: 'device', fields: ['media'] },
  match: [
    {
      formats: ['webrtc-dump'],
      has: '"rid"',
      fields: { media_got: ['yes'], host: zoomHost },
      layout: 'documented',
      see: [references.dumpCreator],
      hits: [mediaDump({ stream_id: 'ab' })],
    },
  ],
  misses: [
    { text: mediaDump({ error: 'NotAllowedError', error_message: 'Permission denied' }), why: 'it was refused' },
    { text: mediaDump({ stream_id: 'ab' }, 'meet.example.com'), why: "another site's page" },
  ],
});
