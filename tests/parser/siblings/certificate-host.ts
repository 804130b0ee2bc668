import { events, netlog, schannel } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

export default [
  {
    title: 'curl: a host with zoom in its name, not one of Zoom, has a certificate of its own',
    evidence: {
      'curl.txt':
        '* Host zoom.example.com:443 was resolved.\n* IPv4: 203.0.113.101\n*   Trying 203.0.113.101:443...\n* Connected to zoom.example.com (203.0.113.101) port 443\n* TLSv1.3 (OUT), TLS alert, unknown CA (560):\n* SSL certificate problem: self-signed certificate\n* closing connection #0\ncurl: (60) SSL certificate problem: self-signed certificate\n',
    },
    top: null,
    exit: [0, 3],
  },
  {
    title: 'Windows: Zoom.exe asks a file server in the house, whose certificate has expired',
    evidence: {
      'system.xml': events(
        schannel('2026-03-20T08:00:00.000Z', 36881, {
          CallerProcessImageName: 'Zoom.exe',
          TargetName: 'nas-2.corp.example.com',
        }),
      ),
    },
    verdicts: { 'tls-clock': unproved },
    exit: [0, 1],
  },
  {
    title: "web: an advertiser's certificate has expired, and a page names zoom.us in its path",
    evidence: {
      'net-export.json': netlog([
        ['https://us05web.zoom.us/wc/join', 200],
        ['https://ads.example.org/https://zoom.us/banner', -201],
        ['https://zoom-us.example.org/', -202],
      ]),
    },
    top: null,
    exit: 0,
  },
  {
    title: "Windows: Zoom.exe does not know the issuer of a Zoom host's certificate",
    evidence: {
      'system.xml': events(
        schannel('2026-03-20T08:20:00.000Z', 36882, {
          CallerProcessImageName: 'Zoom.exe',
          TargetName: 'us06web.zoom.us',
        }),
        schannel('2026-03-20T08:20:06.000Z', 36882, {
          CallerProcessImageName: 'Zoom.exe',
          TargetName: 'us06web.zoom.us',
        }),
      ),
    },
    top: { class: 'tls-clock' },
    never: ['firewall'],
    verdicts: { 'tls-clock': ['confirmed', 'suspected'] },
    exit: 1,
  },
  {
    title: 'web: the issuer of a host of Zoom for Government is unknown',
    evidence: {
      'net-export.json': netlog([
        ['https://www.zoomgov.com/wc/join', -202],
        ['https://www.example.com/', 200],
        ['https://www.zoomgov.com/wc/join', -202],
      ]),
    },
    top: { class: 'tls-clock' },
    never: ['firewall', 'proxy'],
    verdicts: { 'tls-clock': ['confirmed', 'suspected'] },
    exit: 1,
  },
] satisfies readonly Sibling[];
