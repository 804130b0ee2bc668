import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { netlogTunnel } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFact({
  id: 'tunnel-established',
  class: 'proxy',
  title: 'The proxy opened a tunnel to a Zoom host',
  because:
    'A login normally begins with a 407, on this connection or on the one before; the proxy then let Zoom through.',
  effect: 'ends',
  ends: ['proxy-auth-required', 'proxy-tunnel-refused', 'proxy-unreachable'],
  match: [
    {
      formats: ['netlog'],
      has: 'HTTP/1.',
      fields: { tunnel_status: [200], host: zoomHost },
      layout: 'documented',
      see: [references.netLog, references.netLogEvents],
      hits: [netlogTunnel('us04web.zoom.us', '200 Connection established')],
    },
  ],
  misses: [
    { text: netlogTunnel('us04web.zoom.us', '407 Proxy Authentication Required'), why: 'a login is required' },
    { text: netlogTunnel('www.example.com', '200 Connection established'), why: 'not a Zoom host' },
  ],
});
