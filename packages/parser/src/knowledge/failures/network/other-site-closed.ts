import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { foreignHost, publicAddress } from '../../wordings/addresses.ts';
import { probe } from '../../wordings/samples.ts';

/** A single site may be down; if Zoom fails as well, the route to the internet itself is closed. */
export default defineFailure({
  id: 'other-site-closed',
  class: 'network',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'Another site is not reachable on port 443 either',
  cause: 'A test connection to another site failed as well: the block may have nothing to do with Zoom.',
  remedy: 'Find out whether this machine can reach any site at all, and whether its network requires a proxy.',
  match: [
    {
      formats: ['test-netconnection'],
      has: 'TcpTestSucceeded',
      fields: {
        tcptestsucceeded: ['False'],
        computername: foreignHost,
        remoteport: [443],
        remoteaddress: publicAddress,
      },
      layout: 'documented',
      see: [references.testNetConnection],
      hits: [probe('www.example.com', '192.0.2.30', 443, 'False')],
    },
  ],
  standing: true,
  fixes: ['network-show-windows', 'network-other-sites', 'proxy-show-windows'],
  misses: [
    { text: probe('www.example.com', '192.0.2.30', 443, 'True'), why: 'the connection opened' },
    { text: probe('zoom.us', '192.0.2.30', 443, 'False'), why: 'Zoom itself' },
    { text: probe('server.example.com', '10.1.2.3', 443, 'False'), why: 'inside the local network' },
  ],
});
