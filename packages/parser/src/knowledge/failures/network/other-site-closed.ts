import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { foreignHost, publicAddress } from '../../wordings/addresses.ts';
import { probe } from '../../wordings/samples.ts';

/** One site alone may be down; together with Zoom it says that the way out itself is closed. */
export default defineFailure({
  id: 'other-site-closed',
  class: 'network',
  role: 'support',
  strength: 'weak',
  severity: 'info',
  title: 'Another site cannot be reached on port 443 either',
  cause: 'A test connection to another site failed as well: what stops it need not know of Zoom.',
  remedy: 'Find out whether this machine reaches anything at all, and whether its network wants a proxy.',
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
    { text: probe('www.example.com', '192.0.2.30', 443, 'True'), why: 'it opened' },
    { text: probe('zoom.us', '192.0.2.30', 443, 'False'), why: 'Zoom itself' },
    { text: probe('server.example.com', '10.1.2.3', 443, 'False'), why: 'inside the own network' },
  ],
});
