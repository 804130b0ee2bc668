import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { publicAddress } from '../../wordings/addresses.ts';
import { outboundDrop } from '../../wordings/netfilter.ts';
import { firewallTable, journalKernel } from '../../wordings/samples.ts';
import { stunPorts } from '../../zoom-ports.ts';

export default defineFailure({
  id: 'local-firewall-drop-stun',
  class: 'firewall',
  role: 'support',
  strength: 'weak',
  severity: 'warning',
  title: "This machine's firewall drops STUN traffic",
  cause: 'Zoom uses STUN to traverse address translation (NAT); other conferencing programs use the same ports.',
  remedy: 'Allow UDP 3478 and 3479 outbound.',
  by: ['kernel'],
  match: [
    {
      has: ' SEND',
      fields: {
        'dst-port': stunPorts,
        action: ['DROP'],
        protocol: ['UDP'],
        path: ['SEND'],
        opens: ['yes'],
        'dst-ip': publicAddress,
      },
      formats: ['pfirewall'],
      layout: 'constructed',
      hits: [firewallTable('2025-01-20 17:18:19 DROP UDP 192.0.2.7 198.51.100.9 50001 3478 0 - - - - - - - SEND')],
    },
    {
      has: 'PROTO=UDP',
      fields: { dpt: stunPorts, dst: publicAddress },
      text: outboundDrop,
      formats: ['syslog', 'journal-json'],
      layout: 'documented',
      see: [references.netfilterLog],
      hits: [
        'Nov  9 07:08:09 box kernel: [UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 PROTO=UDP SPT=40000 DPT=3479 LEN=40 ',
        journalKernel(
          '[UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 PROTO=UDP SPT=40000 DPT=3479 LEN=40 ',
        ),
      ],
    },
  ],
  fixes: ['firewall-open-ports'],
  misses: [
    {
      text: firewallTable('2025-01-20 17:18:19 DROP UDP 198.51.100.9 192.0.2.7 3478 50001 0 - - - - - - - RECEIVE'),
      why: 'inbound',
    },
  ],
});
