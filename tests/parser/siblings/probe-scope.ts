import { registry } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const probe = (host: string, address: string, from: string, opened: boolean, by = 'Ethernet 2'): string =>
  `${opened ? '' : `WARNING: TCP connect to (${address} : 443) failed\n`}\nComputerName     : ${host}\nRemoteAddress    : ${address}\nRemotePort       : 443\nInterfaceAlias   : ${by}\nSourceAddress    : ${from}\nTcpTestSucceeded : ${opened ? 'True' : 'False'}\n\n`;

export default [
  {
    title: 'Windows: one old host of Zoom does not answer, zoom.us does',
    evidence: {
      'tnc-old.txt': probe('old-node7.zoom.us', '203.0.113.111', '198.51.100.23', false),
      'tnc-zoom.txt': probe('zoom.us', '203.0.113.112', '198.51.100.23', true),
      'tnc-other.txt': probe('www.example.com', '203.0.113.113', '198.51.100.23', true),
    },
    verdicts: { firewall: unproved },
    exit: [0, 1],
  },
  {
    title: 'Windows: neither zoom.us nor any other site opens',
    evidence: {
      'tnc-zoom.txt': probe('zoom.us', '203.0.113.112', '198.51.100.23', false),
      'tnc-other.txt': probe('www.example.com', '203.0.113.113', '198.51.100.23', false),
    },
    verdicts: { firewall: unproved },
    exit: [0, 1],
  },
  {
    title: 'curl: direct it times out, as the policy wants; through the proxy zoom.us answers',
    evidence: {
      'internet-settings.reg': registry([
        'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings',
        '"ProxyEnable"=dword:00000001',
        '"ProxyServer"="192.0.2.61:8080"',
      ]),
      'curl-direct.txt':
        '*   Trying 203.0.113.112:443...\n* connect to 203.0.113.112 port 443 failed: Timed out\n* Failed to connect to zoom.us port 443 after 21044 ms: Could not connect to server\n* closing connection #0\ncurl: (28) Failed to connect to zoom.us port 443 after 21044 ms: Could not connect to server\n',
      'curl-proxy.txt':
        '*   Trying 192.0.2.61:8080...\n* Connected to 192.0.2.61 (192.0.2.61) port 8080\n* Establish HTTP proxy tunnel to zoom.us:443\n> CONNECT zoom.us:443 HTTP/1.1\n> Host: zoom.us:443\n>\n< HTTP/1.1 200 Connection established\n<\n* CONNECT phase completed\n> GET / HTTP/1.1\n> Host: zoom.us\n>\n< HTTP/1.1 200 OK\n<\n* Connection #0 to host 192.0.2.61 left intact\n',
    },
    verdicts: { firewall: unproved, proxy: unproved },
    never: ['network'],
    exit: [0, 1],
  },
  {
    title: 'Windows: zoom.us does not open, another site does, from the same address',
    evidence: {
      'tnc-zoom.txt': probe('zoom.us', '203.0.113.112', '192.0.2.33', false, 'Wi-Fi'),
      'tnc-other.txt': probe('www.example.com', '203.0.113.113', '192.0.2.33', true, 'Wi-Fi'),
    },
    top: { class: 'firewall' },
    never: ['proxy', 'network'],
    verdicts: { firewall: ['confirmed', 'suspected'] },
    exit: [0, 1],
  },
  {
    title: 'curl: the proxy wants a login for zoom.us',
    evidence: {
      'curl-zoom.txt':
        '*   Trying 192.0.2.61:8080...\n* Connected to 192.0.2.61 (192.0.2.61) port 8080\n* Establish HTTP proxy tunnel to zoom.us:443\n> CONNECT zoom.us:443 HTTP/1.1\n> Host: zoom.us:443\n>\n< HTTP/1.1 407 Proxy Authentication Required\n< Proxy-Authenticate: Negotiate\n<\n* CONNECT tunnel failed, response 407\n* closing connection #0\ncurl: (56) CONNECT tunnel failed, response 407\n',
    },
    top: { class: 'proxy' },
    never: ['firewall', 'account'],
    verdicts: { proxy: ['confirmed', 'suspected'] },
    exit: [0, 1],
  },
] satisfies readonly Sibling[];
