import { defineFailure, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';
import { privateAddress, remoteAddress } from '../../wordings/addresses.ts';
import { outboundDrop } from '../../wordings/netfilter.ts';
import { firewallTable, journalKernel } from '../../wordings/samples.ts';

/** Ports, the addresses that they count at, and a sample. Media ports at public addresses are `local-firewall-drop`. */
const rows = [
  [{ ports: [80, 443, 3478, 3479] }, remoteAddress, ['198.51.100.9', 443]],
  [{ ports: [[8801, 8810]] }, privateAddress, ['10.9.0.8', 8801]],
] as const;

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
    ...rows.map(
      ([ports, address, to]): Pattern => ({
        has: ' SEND',
        fields: { 'dst-port': ports, action: ['DROP'], path: ['SEND'], opens: ['yes'], 'dst-ip': address },
        formats: ['pfirewall'],
        layout: 'constructed',
        hits: [firewallTable(`2025-01-20 17:18:19 DROP TCP 192.0.2.7 ${to.join(' 50002 ')} 0 - 0 0 0 - - - SEND`)],
      }),
    ),
    ...rows.map(
      ([ports, address, [to, port]]): Pattern => ({
        has: 'DPT=',
        fields: { dpt: ports, dst: address },
        text: outboundDrop,
        formats: ['syslog', 'journal-json'],
        layout: 'documented',
        see: [references.netfilterLog],
        hits: [
          `Nov  9 07:08:09 box kernel: [UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=${to} LEN=60 PROTO=TCP SPT=40000 DPT=${port} WINDOW=64240 SYN URGP=0 `,
          journalKernel(
            `[UFW BLOCK] IN= OUT=eth0 SRC=192.0.2.5 DST=${to} LEN=60 PROTO=TCP SPT=40000 DPT=${port} WINDOW=64240 SYN URGP=0 `,
          ),
        ],
      }),
    ),
  ],
  subject: { kind: 'host', fields: ['dst-ip', 'dst'] },
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
