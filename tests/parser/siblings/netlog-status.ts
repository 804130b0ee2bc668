import { netlog } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

export default [
  {
    title: 'Zoom answers 502, three times',
    evidence: {
      'net-export.json': netlog([
        ['https://us05web.zoom.us/wc/start', 502],
        ['https://www.example.com/', 200],
        ['https://us05web.zoom.us/wc/start', 502],
        ['https://us05web.zoom.us/wc/start', 502],
      ]),
    },
    top: { class: 'service' },
    never: ['firewall', 'proxy', 'network'],
    exit: 1,
  },
  {
    title: "an icon is not found on a host of Zoom's, all else loads",
    evidence: {
      'net-export.json': netlog([
        ['https://us05web.zoom.us/wc/start', 200],
        ['https://us05web.zoom.us/favicon-192.png', 404],
        ['https://us05web.zoom.us/wc/media', 200],
      ]),
    },
    top: null,
    exit: 0,
  },
  {
    title: "another site is out of service, Zoom's pages load",
    evidence: {
      'net-export.json': netlog([
        ['https://calendar.example.org/zoom.us/next', 503],
        ['https://us05web.zoom.us/wc/start', 200],
        ['https://calendar.example.org/zoom.us/next', 503],
      ]),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'the proxy wants a login for the tunnel, and never gets one',
    evidence: {
      'net-export.json': netlog([
        ['https://us05web.zoom.us/wc/start', -111, 407],
        ['https://us05web.zoom.us/wc/start', -111, 407],
      ]),
    },
    top: { class: 'proxy' },
    never: ['service', 'firewall'],
    verdicts: { proxy: ['confirmed', 'suspected'] },
    exit: 1,
  },
  {
    title: 'a 503 that came through a proxy in the path: who answered is open',
    evidence: {
      'net-export.json': netlog(
        [
          ['http://zoom.us/test', 503],
          ['http://zoom.us/test', 503],
        ],
        ['Via: 1.1 proxy-b.example.com (squid/6.6)', 'X-Squid-Error: ERR_CONNECT_FAIL 110'],
      ),
    },
    verdicts: { service: unproved, proxy: unproved },
    never: ['firewall'],
    exit: [0, 1],
  },
] satisfies readonly Sibling[];
