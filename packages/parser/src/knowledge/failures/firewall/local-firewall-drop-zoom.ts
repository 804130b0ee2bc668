import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { privateAddress, remoteAddress } from '../../wordings/addresses.ts';
import { outboundDrop } from '../../wordings/netfilter.ts';
import { firewallTable, journalKernel } from '../../wordings/samples.ts';

/** The ports of Zoom's media; at public addresses they are nobody else's, and that is `local-firewall-drop`. */
const mediaPorts = { ports: [[8801, 8810]] } as const;

/**
 * Any program may use the web and STUN ports, and a private address may be anyone's: a drop counts only when evidence ties
 * its address to Zoom.
 */
export default defineFailure({
  id: 'local-firewall-drop-zoom',
  class: 'firewall',
  role: 'cause',
  strength: 'proof',
  severity: 'error',
  title: "This machine's firewall drops traffic to Zoom's addresses",
  cause: "This machine's firewall log shows dropped packets to addresses that Zoom's own log names.",
  remedy: 'Find and disable the rule that blocks this traffic, or allow outbound Zoom traffic.',
  likelyCodes: ['104103', '5003'],
  zoomAddress: true,
  by: ['kernel'],
  match: [
    {
      has: ' SEND',
      fields: {
        'dst-port': { ports: [80, 443, 3478, 3479] },
        action: ['DROP'],
        path: ['SEND'],
        opens: ['yes'],
        'dst-ip': remoteAddress,
      },
      formats: ['pfirewall'],
      layout: 'constructed',
      hits: [firewallTable('2025-01-20 17:18:19 DROP TCP 192.0.2.7 198.51.100.9 50002 443 0 - 0 0 0 - - - SEND')],
    },
    {
      has: 'DPT=',
      fields: { dpt: { ports: [80, 443, 3478, 3479] }, dst: remoteAddress },
      text: outboundDrop,
      formats: ['syslog', 'journal-json'],
      layout: 'documented',
      see: [references.netfilterLog],
      hits: [
        'Nov  9 07:08:09 box kernel: [UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 PROTO=TCP SPT=40000 DPT=443 WINDOW=64240 SYN URGP=0 ',
        journalKernel(
          '[UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 PROTO=TCP SPT=40000 DPT=443 WINDOW=64240 SYN URGP=0 ',
        ),
      ],
    },
    {
      has: ' SEND',
      fields: {
        'dst-port': mediaPorts,
        action: ['DROP'],
        path: ['SEND'],
        opens: ['yes'],
        'dst-ip': privateAddress,
      },
      formats: ['pfirewall'],
      layout: 'constructed',
      hits: [firewallTable('2025-01-20 17:18:19 DROP UDP 192.0.2.7 10.9.0.8 50002 8801 0 - - - - - - - SEND')],
    },
    {
      has: 'DPT=',
      fields: { dpt: mediaPorts, dst: privateAddress },
      text: outboundDrop,
      formats: ['syslog', 'journal-json'],
      layout: 'constructed',
      hits: [
        'Nov  9 07:08:09 box kernel: [UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=10.9.0.8 LEN=60 PROTO=UDP SPT=40000 DPT=8801 LEN=40 ',
        journalKernel(
          '[UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=10.9.0.8 LEN=60 PROTO=UDP SPT=40000 DPT=8801 LEN=40 ',
        ),
      ],
    },
  ],
  subject: ['dst-ip', 'dst'],
  explains: ['connect-forbidden', 'connect-timed-out', 'connect-refused'],
  fixes: [
    'firewall-drops-windows',
    'firewall-list-rules',
    'firewall-outbound-default',
    'firewall-drops-linux',
    'firewall-disable-block-rule',
    'firewall-allow-zoom',
    'firewall-allow-ports-ufw',
  ],
  misses: [
    {
      text: firewallTable('2025-01-20 17:18:19 ALLOW TCP 192.0.2.7 198.51.100.9 50002 443 0 - 0 0 0 - - - SEND'),
      why: 'allowed',
    },
    {
      text: firewallTable('2025-01-20 17:18:19 DROP TCP 192.0.2.7 198.51.100.9 50002 445 0 - 0 0 0 - - - SEND'),
      why: 'not a Zoom port',
    },
  ],
});
