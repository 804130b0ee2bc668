import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { probe } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFact({
  id: 'zoom-port-open',
  class: 'firewall',
  title: 'A test connection to Zoom opened',
  because: 'A manual test opened a web port of a Zoom host: not every way to Zoom is closed.',
  effect: 'ends',
  ends: ['port-closed-now'],
  subject: { kind: 'host', fields: ['computername'] },
  standing: true,
  match: [
    {
      formats: ['test-netconnection'],
      has: 'TcpTestSucceeded',
      fields: { tcptestsucceeded: ['True'], computername: zoomHost, remoteport: [80, 443] },
      layout: 'documented',
      see: [references.testNetConnection],
      hits: [probe('zoom.us', '192.0.2.30', 443, 'True')],
    },
  ],
  misses: [
    { text: probe('zoom.us', '192.0.2.30', 443, 'False'), why: 'it did not open' },
    { text: probe('www.example.com', '192.0.2.30', 443, 'True'), why: 'another host' },
  ],
});
