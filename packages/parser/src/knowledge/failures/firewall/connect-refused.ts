import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { appleMisses, appleTrouble, failedSocket } from '../../wordings/apple-trouble.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium, foreignLine } from '../../wordings/chromium.ts';
import { askedFirst, connectedTest, connectionTest, wget } from '../../wordings/connection-tests.ts';
import { curl, curlError, curlRequest } from '../../wordings/curl.ts';
import { netlogRequest } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'connect-refused',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'Connections to Zoom are refused',
  cause: 'A device between this machine and Zoom refuses every connection attempt, as filtering devices do.',
  remedy: "Ask the network team to allow Zoom's ports and hosts.",
  likelyCodes: ['104103'],
  subject: { kind: 'host', fields: ['host'] },
  match: [
    curl('refused', [curlRequest('* connect to 203.0.113.40 port 443 failed: Connection refused')], { way: 'direct' }),
    {
      has: 'connect failed, errno',
      fields: { errno_name: ['ECONNREFUSED'] },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '08/09/2025 10:11:12:013\tZOOM\t[640:7001:80808]\tERROR\tasync_connector_t::connect failed, errno = 10061, this = 0x0a00b000',
      ],
    },
    {
      has: 'net_error',
      fields: { net_error: [-102], host: zoomHost },
      formats: ['netlog'],
      layout: 'captured',
      hits: [netlogRequest('us04web.zoom.us', -102)],
    },
    ...browser('refused'),
    ...chromium([-102]),
    ...appleTrouble('refused', {
      code: -1004,
      stream: [1, 61],
      lines: failedSocket(61, 'Connection refused'),
      provenance: { layout: 'documented', see: [references.appleRefused] },
    }),
    curlError('refused', ['curl: (7) Failed to connect to zoom.us port 443 after 21 ms: Connection refused'], 'direct'),
    connectedTest(['refused'], 'onnect', [askedFirst('connect: Connection refused\nconnect:errno=111')]),
    connectionTest(['refused'], 'refused', [wget('failed: Connection refused.')]),
    connectionTest(['refused'], 'zoom', [wget('échec : Connexion refusée.')]),
  ],
  fixes: [
    'firewall-test-443',
    'firewall-test-https',
    'firewall-compare-hotspot',
    'firewall-compare-browser',
    'firewall-open-ports',
  ],
  alternatives: [
    { class: 'network', why: 'if only the path to Zoom is broken, it looks the same, but other sites work' },
    { class: 'service', why: 'Zoom servers that are down do not answer either' },
  ],
  misses: [
    { text: foreignLine(-102), why: 'written by another program that Zoom started' },
    ...appleMisses(-1004, [1, 61]),
    {
      text: curlRequest('* connect to 203.0.113.40 port 443 failed: Connection refused', 'www.example.com'),
      why: 'another host',
    },
    {
      text: '08/09/2025 10:11:12:013\tZOOM\t[640:7001:80808]\tERROR\tasync_connector_t::connect failed, errno = 51, this = 0x0a00b000',
      why: 'no route: no host was reached that could refuse',
    },
    {
      text: netlogRequest('update.example.com', -102),
      why: 'not a Zoom host',
    },
  ],
});
