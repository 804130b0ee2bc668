import { defineFact } from '../../../define.ts';
import { remoteAddress } from '../../wordings/addresses.ts';
import { firewallTable } from '../../wordings/samples.ts';

/** Like `fallback-allowed`, but from the firewall's own log, which names no program: the address must be one of Zoom's. */
export default defineFact({
  id: 'fallback-allowed-zoom',
  class: 'firewall',
  title: "The firewall allows TCP 443 to Zoom's addresses",
  because:
    'Zoom media falls back to this path when its own ports are blocked: the quality is worse, but the meeting continues.',
  effect: 'ends',
  ends: [],
  eases: ['local-firewall-drop'],
  zoomAddress: true,
  subject: { kind: 'host', fields: ['dst-ip'] },
  match: [
    {
      formats: ['pfirewall'],
      has: ' SEND',
      fields: {
        'dst-port': [443],
        action: ['ALLOW'],
        protocol: ['TCP'],
        path: ['SEND'],
        'dst-ip': remoteAddress,
      },
      layout: 'constructed',
      hits: [firewallTable('2025-01-20 17:18:19 ALLOW TCP 192.0.2.7 198.51.100.9 50002 443 0 - 0 0 0 - - - SEND')],
    },
  ],
  misses: [
    {
      text: firewallTable('2025-01-20 17:18:19 DROP TCP 192.0.2.7 198.51.100.9 50002 443 0 - 0 0 0 - - - SEND'),
      why: 'dropped',
    },
    {
      text: firewallTable('2025-01-20 17:18:19 ALLOW TCP 198.51.100.9 192.0.2.7 443 50002 0 - 0 0 0 - - - RECEIVE'),
      why: 'inbound',
    },
  ],
});
