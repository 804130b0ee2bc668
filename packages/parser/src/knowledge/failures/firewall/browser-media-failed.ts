import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { connectionDump } from '../../wordings/browser-devices.ts';

export default defineFailure({
  id: 'browser-media-failed',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: "The browser found no way for Zoom's audio and video",
  cause: 'Every pair of addresses that the browser tried for audio and video got no answer, as where UDP is blocked.',
  remedy:
    'Ask the network team to allow UDP to Zoom (ports 3478, 3479 and 8801 to 8810), or compare with another network.',
  match: [
    {
      formats: ['webrtc-dump'],
      has: 'iceconnectionstatechange',
      fields: { connection: ['failed'] },
      layout: 'documented',
      see: [references.dumpCreator],
      hits: [connectionDump(['checking', 'failed'])],
    },
  ],
  fixes: ['firewall-test-443', 'firewall-compare-hotspot', 'firewall-open-ports'],
  alternatives: [{ class: 'network', why: 'a network that changed under the connection ends it in the same way' }],
  misses: [
    { text: connectionDump(['checking', 'connected']), why: 'it is connected' },
    { text: connectionDump(['checking', 'failed', 'checking', 'connected']), why: 'it is connected at last' },
    { text: connectionDump(['checking', 'failed'], 'meet.example.com'), why: "another site's page" },
  ],
});
