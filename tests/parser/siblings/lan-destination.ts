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

const zoom = clientLog('02/09/2026');

export default [
  {
    title: 'Windows Firewall drops UDP 8803 to a neighbor in the local network',
    evidence: {
      'pfirewall.log': firewallLog(
        '2026-02-09 10:11:12 DROP UDP 192.168.14.8 192.168.14.77 50112 8803 0 - - - - - - - SEND',
        '2026-02-09 10:11:13 DROP UDP 192.168.14.8 192.168.14.77 50112 8803 0 - - - - - - - SEND',
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'a container: the kernel drops what is sent to the docker bridge',
    evidence: {
      'journal.json': `${JSON.stringify({ __REALTIME_TIMESTAMP: '1770631872000000', _TRANSPORT: 'kernel', _HOSTNAME: 'forge', SYSLOG_IDENTIFIER: 'kernel', MESSAGE: `fw-out-drop: ${packet('docker0', '172.17.0.6', 'UDP', 8802, '172.17.0.1')}` })}\n`,
    },
    top: null,
    exit: 0,
  },
  {
    title: 'the audit blocks Zoom searching for devices by multicast and link-local addresses',
    evidence: {
      'security.xml': events(
        blockedConnection(
          '2026-02-09T09:00:01.000Z',
          '\\device\\harddiskvolume3\\users\\user\\appdata\\roaming\\zoom\\bin\\zoom.exe',
          '239.255.255.250',
          1900,
        ),
        blockedConnection(
          '2026-02-09T09:00:02.000Z',
          '\\device\\harddiskvolume3\\users\\user\\appdata\\roaming\\zoom\\bin\\zoom.exe',
          'fe80::5efe:1',
          5355,
        ),
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'a private address is a Zoom server where the ping list names it (Meeting Connector)',
    evidence: {
      'pfirewall.log': firewallLog(
        '2026-02-09 10:20:31 DROP TCP 10.8.0.14 10.44.7.15 50440 8802 0 - 0 0 0 - - - SEND',
        '2026-02-09 10:20:32 DROP TCP 10.8.0.14 10.44.7.16 50441 8802 0 - 0 0 0 - - - SEND',
      ),
      'AppData/Roaming/Zoom/logs/zoom_ts_memlog_3308.log':
        pingList(zoom, '10:20:30:100', '10.44.7.15', '10.44.7.16') +
        connectFailed(zoom, '10:20:31:207', 10013) +
        connectFailed(zoom, '10:20:32:211', 10013) +
        joinFailed(zoom, '10:20:38:400', '104103'),
    },
    top: { class: 'firewall', code: '104103' },
    verdicts: { firewall: 'confirmed' },
    exit: 1,
  },
  {
    title: 'an IPv6-only network: the dropped address is a public IPv4 address behind NAT64',
    evidence: {
      'ufw.log': `2026-02-09T10:31:44.120045+00:00 field-4 kernel: [UFW BLOCK] IN= OUT=wwan0 SRC=2001:db8:0:7::14 DST=64:ff9b::cb00:7109 LEN=94 TC=0 HOPLIMIT=64 FLOWLBL=0 PROTO=UDP SPT=40122 DPT=8801 LEN=54 \n`,
    },
    top: { class: 'firewall' },
    verdicts: { firewall: 'confirmed' },
    exit: 1,
  },
] satisfies readonly Sibling[];
