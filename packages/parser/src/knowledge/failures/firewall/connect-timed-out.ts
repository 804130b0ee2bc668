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
  id: 'connect-timed-out',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'Connections to Zoom time out',
  cause:
    'Connection attempts time out without any answer: a device in between drops the packets, as a firewall without a reject rule does.',
  remedy: "Ask the network team to allow Zoom's ports and hosts, and compare with another network.",
  likelyCodes: ['104103', '5003'],
  subject: { kind: 'host', fields: ['host'] },
  match: [
    curl('timed-out', [curlRequest('* connect to 203.0.113.40 port 443 failed: Timed out')], {
      provenance: { layout: 'documented', see: [references.curlReasons] },
      way: 'direct',
    }),
    {
      has: 'connect failed, errno',
      fields: { errno_name: ['ETIMEDOUT'] },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '08/09/2025 10:11:12:013\tZOOM\t[640:7001:80808]\tERROR\tasync_connector_t::connect failed, errno = 110, this = 0x0a00b000',
      ],
    },
    {
      has: 'net_error',
      fields: { net_error: [-118, -7], host: zoomHost },
      formats: ['netlog'],
      layout: 'documented',
      see: [references.netErrors, references.netLog],
      hits: [netlogRequest('us04web.zoom.us', -118)],
    },
    ...browser('timed-out'),
    ...chromium([-118, -7]),
    ...appleTrouble('timed out', {
      code: -1001,
      stream: [1, 60],
      isPlain: true,
      lines: failedSocket(60, 'Operation timed out'),
      provenance: { layout: 'documented', see: [references.appleTimedOut] },
    }),
    curlError('timed-out', ['curl: (28) Failed to connect to zoom.us port 443 after 21044 ms: Timed out'], 'direct'),
    connectedTest(['timed-out'], 'onnect', [askedFirst('connect: Connection timed out\nconnect:errno=110')]),
    connectionTest(['timed-out'], 'timed out', [wget('failed: Connection timed out.')]),
    connectionTest(['timed-out'], 'zoom', [wget('fehlgeschlagen: Die Wartezeit für die Verbindung ist abgelaufen.')]),
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
    { text: foreignLine(-118), why: 'written by another program that Zoom started' },
    ...appleMisses(-1001, [1, 60]),
    {
      text: '08/09/2025 10:11:12:013\tZOOM\t[640:7001:80808]\tERROR\tasync_connector_t::connect failed, errno = 51, this = 0x0a00b000',
      why: 'no route: no packet was sent that could be dropped',
    },
    {
      text: netlogRequest('update.example.com', -118),
      why: 'not a Zoom host',
    },
  ],
});
