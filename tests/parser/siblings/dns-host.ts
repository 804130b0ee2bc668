import { clientLog, joined, joinFailed, netlog, noName } from './lines.ts';
import type { Sibling } from './sibling.ts';

const zoom = clientLog('03/13/2026', 8012);

export default [
  {
    title: 'Windows: wpad and a name of the house do not resolve; the meeting is joined',
    evidence: {
      'AppData/Roaming/Zoom/logs/zoom_ts_memlog_8012.log':
        noName(zoom, '12:00:00:100', 'wpad.corp.example.com') +
        noName(zoom, '12:00:00:140', 'print.corp.example.com') +
        joined(zoom, '12:00:03:000'),
    },
    top: null,
    exit: 0,
  },
  {
    title: "web: a counter of another firm has no address, Zoom's pages load",
    evidence: {
      'net-export.json': netlog([
        ['https://app.zoom.us/wc/home', 200],
        ['https://pixel.example.org/1.gif', -105],
        ['https://us06web.zoom.us/wc/join', 200],
        ['https://pixel.example.org/2.gif', -105],
      ]),
    },
    top: null,
    exit: 0,
  },
  {
    title: "Linux: everything goes through a proxy, so that Zoom's names need not resolve here",
    evidence: {
      '.zoom/logs/zoom_memlog_8012.log':
        zoom('12:20:00:010', 'INFO', 'GetProxyForURL, url:https://us06web.zoom.us m_no_auto_script=1') +
        zoom(
          '12:20:00:020',
          'INFO',
          'GetProxy_ByResolver, return proxy 192.0.2.50:3128 for URL:https://us06web.zoom.us',
        ) +
        noName(zoom, '12:20:00:100', 'us06web.zoom.us') +
        joined(zoom, '12:20:03:000'),
    },
    top: null,
    exit: 0,
  },
  {
    title: "Linux: no name of Zoom's resolves, and the login fails with 5004",
    evidence: {
      '.zoom/logs/zoom_memlog_8012.log':
        noName(zoom, '12:30:00:100', 'wpad') +
        noName(zoom, '12:30:00:140', 'us06web.zoom.us') +
        zoom(
          '12:30:00:150',
          'ERROR',
          'dns_provider_t::sync_resolve failed, errno = 11, rv = -3, gai_strerror(rv) = Temporary failure in name resolution',
        ) +
        noName(zoom, '12:30:04:140', 'xmpp.zoom.us') +
        joinFailed(zoom, '12:30:09:000', '5004'),
    },
    top: { class: 'network', code: '5004' },
    never: ['firewall', 'proxy'],
    exit: 1,
  },
  {
    title: 'web: the name of the web client has no address, other sites load',
    evidence: {
      'net-export.json': netlog([
        ['https://app.zoom.us/wc/join', -105],
        ['https://www.example.org/', 200],
        ['https://app.zoom.us/wc/join', -105],
        ['https://app.zoom.us/wc/join', -105],
      ]),
    },
    top: { class: 'network' },
    never: ['firewall', 'proxy'],
    verdicts: { network: ['confirmed', 'suspected'] },
    exit: 1,
  },
] satisfies readonly Sibling[];
