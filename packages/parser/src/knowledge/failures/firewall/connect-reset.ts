import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { appleMisses, appleTrouble, failedSocket } from '../../wordings/apple-trouble.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium, foreignLine } from '../../wordings/chromium.ts';
import { connectionTest, wget } from '../../wordings/connection-tests.ts';
import { curl, curlError, curlRequest } from '../../wordings/curl.ts';
import { netlogRequest } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'connect-reset',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'Connections to Zoom are cut off',
  cause: 'A device between this machine and Zoom resets the connections, as an inspecting firewall does.',
  remedy: 'Ask the network team whether a device inspects or filters traffic to Zoom.',
  likelyCodes: ['5003', '104103'],
  subject: { kind: 'host', fields: ['host'] },
  match: [
    curl('reset', [curlRequest('* Recv failure: Connection was reset')], {
      provenance: { layout: 'documented', see: [references.curlReasons] },
    }),
    // Its error alone names no host, unless the file does.
    curlError('reset', [
      '* Connected to zoom.us (203.0.113.40) port 443\ncurl: (35) Recv failure: Connection was reset',
    ]),
    connectionTest(['reset'], 'zoom', [wget('connected.\nRead error (Connection reset by peer) in headers.')]),
    {
      has: 'connect failed, errno',
      fields: { errno_name: ['ECONNRESET'] },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '08/09/2025 10:11:12:013\tZOOM\t[640:7001:80808]\tERROR\tasync_connector_t::connect failed, errno = 10054, this = 0x0a00b000',
      ],
    },
    {
      has: 'net_error',
      fields: { net_error: [-101], host: zoomHost },
      formats: ['netlog'],
      layout: 'captured',
      hits: [netlogRequest('us04web.zoom.us', -101)],
    },
    {
      has: 'net_error',
      fields: { net_error: [-100, -103, -324], host: zoomHost },
      formats: ['netlog'],
      layout: 'documented',
      see: [references.netErrors, references.netLog],
      hits: [netlogRequest('us04web.zoom.us', -100), netlogRequest('us04web.zoom.us', -324)],
    },
    ...browser('reset'),
    ...chromium([-101, -100, -103]),
    ...appleTrouble('reset', { code: -1005, stream: [1, 54], lines: failedSocket(54, 'Connection reset by peer') }),
  ],
  fixes: ['firewall-test-443', 'firewall-test-https', 'firewall-compare-hotspot', 'firewall-open-ports'],
  alternatives: [
    { class: 'network', why: 'if only the path to Zoom is broken, it looks the same, but other sites work' },
    { class: 'service', why: 'Zoom servers that are down do not answer either' },
  ],
  misses: [
    { text: foreignLine(-101), why: 'written by another program that Zoom started' },
    ...appleMisses(-1005, [1, 54]),
    {
      text: '08/09/2025 10:11:12:013\tZOOM\t[640:7001:80808]\tERROR\tasync_connector_t::connect failed, errno = 51, this = 0x0a00b000',
      why: 'no route',
    },
    {
      text: netlogRequest('update.example.com', -101),
      why: 'not a Zoom host',
    },
  ],
});
