import { clientLog, connectFailed, joined, joinFailed, noName } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const zoom = clientLog('03/12/2026', 7044);

export default [
  {
    title: 'Linux: IPv6 has no route, IPv4 times out',
    evidence: {
      '.zoom/logs/zoom_memlog_7044.log':
        connectFailed(zoom, '08:00:00:100', 101) +
        connectFailed(zoom, '08:00:00:140', 101) +
        connectFailed(zoom, '08:02:07:500', 110) +
        connectFailed(zoom, '08:02:07:520', 110) +
        joinFailed(zoom, '08:02:09:000', '104103'),
    },
    top: { class: 'firewall', code: '104103' },
    never: ['network'],
    verdicts: { network: ['not-assessable', 'ruled-out'], firewall: unproved },
    exit: 1,
  },
  {
    title: 'macOS: no host by IPv6, IPv4 connects, the meeting is joined',
    evidence: {
      'Library/Logs/zoom.us/zoom_memlog_7044.log':
        connectFailed(zoom, '08:10:00:100', 65) +
        connectFailed(zoom, '08:10:00:130', 65) +
        joined(zoom, '08:10:01:900'),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS in a network with IPv6 only: IPv4 has no route, IPv6 is refused',
    evidence: {
      'Library/Logs/zoom.us/zoom_memlog_7044.log':
        connectFailed(zoom, '08:20:00:100', 51) +
        connectFailed(zoom, '08:20:00:180', 61) +
        connectFailed(zoom, '08:20:00:200', 51) +
        connectFailed(zoom, '08:20:00:260', 61) +
        joinFailed(zoom, '08:20:06:000', '104102'),
    },
    top: { class: 'firewall', code: '104102' },
    never: ['network'],
    exit: 1,
  },
  {
    title: 'Windows: neither family has a route, and no name resolves',
    evidence: {
      'AppData/Roaming/Zoom/logs/zoom_ts_memlog_7044.log':
        noName(zoom, '08:30:00:010', 'us06web.zoom.us') +
        connectFailed(zoom, '08:30:00:100', 10051) +
        connectFailed(zoom, '08:30:00:120', 10065) +
        noName(zoom, '08:30:02:010', 'log-gateway.zoom.us') +
        connectFailed(zoom, '08:30:02:100', 10051) +
        connectFailed(zoom, '08:30:02:120', 10065) +
        joinFailed(zoom, '08:30:08:000', '104101'),
    },
    top: { class: 'network', code: '104101' },
    never: ['firewall'],
    verdicts: { network: ['confirmed', 'suspected'] },
    exit: 1,
  },
  {
    title: 'curl: IPv6 is unreachable at once, IPv4 answers',
    evidence: {
      'curl-zoom.txt':
        '* Host zoom.us:443 was resolved.\n* IPv6: 2001:db8:44::1\n* IPv4: 203.0.113.81\n*   Trying [2001:db8:44::1]:443...\n* Immediate connect fail for 2001:db8:44::1: Network is unreachable\n*   Trying 203.0.113.81:443...\n* Connected to zoom.us (203.0.113.81) port 443\n> HEAD / HTTP/1.1\n> Host: zoom.us\n>\n< HTTP/1.1 200 OK\n<\n* Connection #0 to host zoom.us left intact\n',
    },
    top: null,
    exit: 0,
  },
] satisfies readonly Sibling[];
