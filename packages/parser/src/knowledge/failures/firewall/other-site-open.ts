import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { foreignHost, publicAddress } from '../../wordings/addresses.ts';
import { probe } from '../../wordings/samples.ts';

export default defineFailure({
  id: 'other-site-open',
  class: 'firewall',
  role: 'support',
  strength: 'strong',
  severity: 'info',
  title: 'Another public site is reachable on port 443',
  cause: 'A test connection to another site opened, so the machine has a route to the internet.',
  remedy: 'If only Zoom is unreachable, ask the network team to allow its hosts and ports.',
  match: [
    {
      formats: ['test-netconnection'],
      has: 'TcpTestSucceeded',
      fields: {
        tcptestsucceeded: ['True'],
        computername: foreignHost,
        remoteport: [443],
        remoteaddress: publicAddress,
      },
      layout: 'documented',
      see: [references.testNetConnection],
      hits: [probe('www.example.com', '192.0.2.30', 443, 'True')],
    },
  ],
  standing: true,
  fixes: ['firewall-test-443', 'firewall-open-ports'],
  misses: [
    { text: probe('www.example.com', '192.0.2.30', 443, 'False'), why: 'the connection did not open' },
    { text: probe('zoom.us', '192.0.2.30', 443, 'True'), why: 'Zoom itself' },
    { text: probe('server.example.com', '10.1.2.3', 443, 'True'), why: 'inside the local network' },
    { text: probe('www.example.com', '192.0.2.30', 80, 'True'), why: 'another port' },
  ],
});
