import { defineFormat } from '../../define.ts';
import { fieldNumber, fieldText } from '../../reading/entry.ts';
import { table } from '../../reading/framings/table.ts';
import { defineHead } from '../../reading/grammar/head.ts';
import { readStamp } from '../../reading/grammar/stamps.ts';
import { lastToken } from '../../reading/grammar/tokens.ts';
import { contextOf } from '../wordings/context.ts';
import { nameRowFlow } from '../wordings/flow.ts';
import { firewallTable } from '../wordings/samples.ts';

const columns =
  'date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype icmpcode info path'.split(
    ' ',
  );

/** `2026-03-06 09:14:02 ` of a row. */
const stamp = lastToken(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} /);

const head = defineHead({
  begins: /^\d{4}-\d\d-\d\d \d/,
  tokens: [stamp],
  reach: 0,
  rule: ({ consume, action }) => {
    const start = consume(stamp);
    return action(() => {
      const [date = '', clock = ''] = start.image.split(' ');
      return { time: readStamp(date, clock) };
    });
  },
});

export default defineFormat({
  id: 'pfirewall',
  title: 'Windows Firewall log',
  framing: table({ columns }),
  head,
  os: 'windows',
  names: ['pfirewall*.log*'],
  recognise: {
    starts:
      /^#Fields: date time action protocol |^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?:ALLOW|DROP|OPEN|OPEN-INBOUND|CLOSE|INFO-EVENTS-LOST) (?:TCP|UDP|ICMP|\d{1,3}|-) /m,
    marks: ['#Software: Microsoft Windows Firewall'],
  },
  context: (entry) => contextOf({ from: fieldText(entry, 'src-ip') }),
  carries: [
    {
      has: '#Fields:',
      read: (entry, carry) => {
        const named = /^#Fields:(.*)$/i.exec(entry.pieces[0]!.text)?.[1];
        if (named !== undefined) carry.columns = named.trim().toLowerCase().split(/\s+/);
      },
    },
    {
      has: 'INFO-EVENTS-LOST',
      read: (entry, carry) => {
        const what = 'packets were not logged';
        const count = fieldNumber(entry, 'info') ?? 1;
        carry.gaps.set(what, (carry.gaps.get(what) ?? 0) + count);
      },
    },
  ],
  derives: ['flow', 'opens'],
  derive: nameRowFlow,
  samples: [
    {
      text: '2025-01-20 17:18:19 DROP UDP 192.0.2.7 198.51.100.9 50001 8803 0 - - - - - - - SEND',
      entry: { fields: { action: 'DROP', 'dst-port': 8803, path: 'SEND' } },
    },
    {
      text: firewallTable('2025-01-20 17:18:19 ALLOW TCP 192.0.2.7 198.51.100.9 50002 443 0 - 0 0 0 - - - SEND'),
      entry: { time: '2025-01-20T17:18:19', fields: { action: 'ALLOW', 'dst-port': 443, path: 'SEND' } },
    },
  ],
});
