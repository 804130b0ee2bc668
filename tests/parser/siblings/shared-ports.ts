import {
  blockedConnection,
  clientLog,
  connectFailed,
  events,
  firewallLog,
  joinFailed,
  packet,
  pingList,
} from './lines.ts';
import type { Sibling } from './sibling.ts';

const zoom = clientLog('02/10/2026', 4120);
const drop = (second: number, protocol: string, to: string, port: number): string =>
  `2026-02-10 14:02:${second} DROP ${protocol} 198.51.100.23 ${to} 5${second}12 ${port} 0 - - - - - - - SEND`;

export default [
  {
    title: 'Windows Firewall drops 3478 to 3481, the ports of another meeting program',
    evidence: {
      'pfirewall.log': firewallLog(
        drop(10, 'UDP', '203.0.113.200', 3478),
        drop(11, 'UDP', '203.0.113.200', 3479),
        drop(12, 'UDP', '203.0.113.200', 3480),
        drop(13, 'UDP', '203.0.113.200', 3481),
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Linux: only STUN is dropped, to a server that nothing ties to Zoom',
    evidence: {
      syslog: `2026-02-10T14:05:11.004100+01:00 loft kernel: [UFW BLOCK] ${packet('enp4s0', '203.0.113.201', 'UDP', 3478)}\n2026-02-10T14:05:12.004100+01:00 loft kernel: [UFW BLOCK] ${packet('enp4s0', '203.0.113.201', 'UDP', 3479)}\n`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Windows Firewall drops 443 to a site that nothing ties to Zoom',
    evidence: {
      'pfirewall.log': firewallLog(drop(20, 'TCP', '203.0.113.202', 443), drop(21, 'UDP', '203.0.113.202', 443)),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Windows Firewall drops 443 to an address of the ping list',
    evidence: {
      'pfirewall.log': firewallLog(drop(30, 'TCP', '203.0.113.31', 443), drop(31, 'TCP', '203.0.113.32', 443)),
      'AppData/Roaming/Zoom/logs/zoom_ts_memlog_4120.log':
        pingList(zoom, '14:02:29:900', '203.0.113.31', '203.0.113.32') +
        connectFailed(zoom, '14:02:30:040', 10013) +
        connectFailed(zoom, '14:02:31:044', 10013) +
        joinFailed(zoom, '14:02:37:300', '104102'),
    },
    top: { class: 'firewall', code: '104102' },
    verdicts: { firewall: 'confirmed' },
    exit: 1,
  },
  {
    title: 'the audit names Zoom.exe as the program whose STUN packets were blocked',
    evidence: {
      'security.xml': events(
        blockedConnection(
          '2026-02-10T13:02:40.000Z',
          '\\device\\harddiskvolume3\\program files\\zoom\\bin\\zoom.exe',
          '203.0.113.33',
          3478,
        ),
        blockedConnection(
          '2026-02-10T13:02:41.000Z',
          '\\device\\harddiskvolume3\\program files\\zoom\\bin\\zoom.exe',
          '203.0.113.33',
          3479,
        ),
      ),
    },
    top: { class: 'firewall' },
    verdicts: { firewall: 'confirmed' },
    exit: 1,
  },
] satisfies readonly Sibling[];
