import { defineFailure } from '../../../define.ts';
import { connectionTest } from '../../wordings/connection-tests.ts';
import { curlError } from '../../wordings/curl.ts';
import { probe } from '../../wordings/samples.ts';
import { closedProbe } from '../../wordings/test-netconnection.ts';

export default defineFailure({
  id: 'port-closed-now',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'A test connection to Zoom failed',
  cause:
    "Zoom's name resolved, but its web port did not open in a manual test: a device between this machine and Zoom blocks it.",
  remedy: 'Try another public site on port 443: if only Zoom fails, ask the network team to allow its hosts and ports.',
  likelyCodes: ['5003', '104103'],
  subject: { kind: 'host', fields: ['computername'] },
  match: [
    // Why is not printed; a proxy that is gone looks the same.
    ...[
      connectionTest(['failed'], 'zoom', [
        'Invoke-WebRequest : Unable to connect to the remote server\nAt line:1 char:1\n+ Invoke-WebRequest https://zoom.us',
      ]),
      curlError('failed', ['curl: (7) Failed to connect to zoom.us port 443 after 9 ms: Could not connect to server']),
    ].map((pattern) => ({ ...pattern, strength: 'weak' as const })),
    closedProbe,
  ],
  when: {
    // Where a proxy is the only route out, a direct test fails by design: that is `direct-way-closed`.
    nothing: { with: ['proxy-set', 'proxy-set-by-policy', 'winhttp-proxy-set'] },
    // Nothing opens: no route. Another host of Zoom's opens: this one is closed, or gone.
    weak: { with: ['other-site-closed', 'zoom-port-open'] },
    proof: { with: ['other-site-open'] },
  },
  standing: true,
  fixes: [
    'firewall-test-443',
    'firewall-test-https',
    'firewall-compare-hotspot',
    'firewall-compare-browser',
    'firewall-open-ports',
  ],
  alternatives: [
    { class: 'proxy', why: 'where a proxy is the only route out, a direct test fails by design' },
    { class: 'network', why: 'without any route to the internet, every other site fails as well' },
  ],
  misses: [
    { text: probe('zoom.us', '192.0.2.30', 443, 'True'), why: 'the connection opened' },
    { text: probe('www.example.com', '192.0.2.30', 443, 'False'), why: 'not a Zoom host' },
    { text: probe('zoom.us', '', 443, 'False'), why: 'the name did not resolve' },
    { text: probe('zoom.us', '0.0.0.0', 443, 'False'), why: 'the name resolved to an address that leads nowhere' },
    { text: probe('zoom.us', '192.0.2.30', 8801, 'False'), why: "Zoom's web hosts serve no media" },
  ],
});
