import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { appleMisses, appleOffline } from '../../wordings/apple-trouble.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium } from '../../wordings/chromium.ts';
import { curlRequest } from '../../wordings/curl.ts';
import { noRouteNow } from '../../wordings/lookups.ts';
import { netlogRequest } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

const connectFailed = (errno: number): string =>
  `02/17/2025 16:40:01:001\tZOOM\t[512:9013:41288]\tERROR\tasync_connector_t::connect failed, errno = ${errno}, this = 0x00c4d100`;

export default defineFailure({
  id: 'network-unreachable',
  class: 'network',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'No route to any Zoom server',
  cause:
    'The machine had no route to the internet: the system reports the network as unreachable, before any server or firewall could answer.',
  remedy: 'Restore the network connection (cable, Wi-Fi, VPN), then join again.',
  likelyCodes: ['104101', '5003'],
  match: [
    ...noRouteNow,
    {
      formats: ['zoom-memlog'],
      has: 'connect failed, errno',
      fields: { errno: [51], errno_name: ['ENETUNREACH'] },
      layout: 'captured',
      hits: [connectFailed(51)],
    },
    {
      formats: ['zoom-memlog'],
      has: 'connect failed, errno',
      fields: { errno_name: ['ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH'] },
      layout: 'constructed',
      hits: [connectFailed(51), connectFailed(10051)],
    },
    {
      has: 'net_error',
      fields: { net_error: [-106, -109], host: zoomHost },
      formats: ['netlog'],
      layout: 'documented',
      see: [references.netErrors, references.netLog],
      strength: 'proof',
      hits: [netlogRequest('us04web.zoom.us', -106)],
    },
    ...browser('offline', { recorded: 'proof' }),
    ...chromium([-106, -109]),
    ...appleOffline,
  ],
  explains: ['dns-failed'],
  when: {
    // Some address was reached, or refused: only one address family, often IPv6, has no route.
    weak: { with: ['connection-opened', 'connect-forbidden', 'connect-timed-out', 'connect-refused', 'connect-reset'] },
    proof: { with: ['pings-unanswered', 'dns-failed'] },
  },
  fixes: [
    'network-show-windows',
    'network-show-macos',
    'network-show-linux',
    'network-other-sites',
    'network-restart-router',
  ],
  alternatives: [
    {
      class: 'firewall',
      why: 'a VPN, a security product or a filtering router that removes the route causes the same error',
    },
  ],
  misses: [
    ...appleMisses(-1009, [1, 50]),
    {
      text: curlRequest(
        '* connect to 203.0.113.40 port 443 failed: Connection refused\n* connect to 2001:db8:40::40 port 443 failed: Network is unreachable',
      ),
      why: 'only IPv6 has no route; over IPv4 somebody refused',
    },
    { text: connectFailed(61), why: 'refused: a host answered, so there was a route' },
    {
      text: '02/17/2025 16:40:01:001\tZOOM\t[512:9013:51]\tINFO\tasync_connector_t::connect done, this = 0x00000051',
      why: 'here 51 is a thread and an address',
    },
  ],
});
