import { defineFormat } from '../define.ts';
import { firewallTable } from '../samples.ts';

export default defineFormat({
  id: 'pfirewall',
  title: 'Windows Firewall log',
  framing: 'table',
  head: 'table-row',
  os: 'windows',
  names: ['pfirewall*.log*'],
  recognise: {
    starts: /^#Fields: date time action protocol /m,
    marks: ['#Software: Microsoft Windows Firewall'],
  },
  carries: [
    {
      has: '#Fields:',
      read: (entry, carry) => {
        const named = /^#Fields:\s*(.*)$/i.exec(entry.pieces[0]!.text)?.[1];
        if (named !== undefined) carry.columns = named.trim().toLowerCase().split(/\s+/);
      },
    },
  ],
  samples: [
    {
      text: firewallTable('2025-01-20 17:18:19 ALLOW TCP 192.0.2.7 198.51.100.9 50002 443 0 - 0 0 0 - - - SEND'),
      entry: { time: '2025-01-20T17:18:19', fields: { action: 'ALLOW', 'dst-port': 443, path: 'SEND' } },
    },
  ],
});
