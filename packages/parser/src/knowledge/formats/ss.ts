import { defineFormat } from '../../define.ts';
import { remember, textOf } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { remoteAddress } from '../wordings/addresses.ts';
import { logLine, tell } from '../wordings/whole-output.ts';
import { zoomKernelName } from '../zoom-identity.ts';

/** Protocol (with several), state, queues, own end, far end; with `-p` the programs. */
const row =
  /^(?:(tcp|udp|u_str|icmp6?) {1,8})?(ESTAB|SYN-SENT|SYN-RECV|FIN-WAIT-\d|TIME-WAIT|CLOSE-WAIT|CLOSED?|LAST-ACK|LISTEN|UNCONN|CLOSING) {1,10}\d{1,10} {1,10}\d{1,10} {1,12}(\S{1,80}):(\d{1,5}|\*|\w{1,20}) {1,40}(\S{1,80}):(\d{1,5}|\*|\w{1,20})(?: {1,20}([^\n]{0,2000}))?$/;
const program = new RegExp(`users:\\(\\("(${zoomKernelName})",`);
const portOf = (written: string): number | string =>
  /^\d{1,5}$/.test(written) ? Number(written) : ({ https: 443, http: 80 }[written] ?? written);

export default defineFormat({
  id: 'ss',
  title: 'ss: open connections of Linux',
  framing: lines,
  os: 'linux',
  names: ['ss*.txt', '*sockets*'],
  recognise: {
    unless: logLine,
    starts:
      /^(?:Netid {1,8})?State {1,12}Recv-Q {1,8}Send-Q {1,40}Local Address:Port|^(?:tcp|udp) {1,8}(?:ESTAB|SYN-SENT|UNCONN|LISTEN|TIME-WAIT|CLOSE-WAIT) {1,10}\d{1,10} {1,10}\d{1,10} {1,12}\S{1,80}:\S{1,20} {1,40}\S{1,80}:|^(?:ESTAB|SYN-SENT) {1,10}\d{1,10} {1,10}\d{1,10} {1,12}\S{1,80}:\w{1,20} {1,40}\S{1,80}:\w{1,20}(?: |\r?$)/m,
  },
  carries: [
    {
      has: 'users:',
      read: (entry, carry) => {
        const told = row.exec(textOf(entry));
        const address = told?.[5]?.replace(/^\[|\]$|%\w{1,16}$/g, '') ?? '';
        if (told && program.test(told[7] ?? '') && remoteAddress.test(address)) remember(carry.zoomAddresses, address);
      },
    },
  ],
  derives: ['address', 'port', 'state', 'program'],
  /** `state` (waiting, other), `address` and `port` of the far end, `program` (zoom, unknown where it is not told, other). */
  derive: (entry) =>
    tell(entry, (text) => {
      const told = row.exec(text);
      if (!told) return [];
      const owner = told[7]?.includes('users:') ? (program.test(told[7]) ? 'zoom' : 'other') : 'unknown';
      return [
        ['state', told[2] === 'SYN-SENT' ? 'waiting' : 'other', told],
        ['address', told[5]!.replace(/^\[|\]$|%\w{1,16}$/g, ''), told],
        ['port', portOf(told[6]!), told],
        ['program', owner, told],
      ];
    }),
  samples: [
    {
      text: 'Netid State    Recv-Q Send-Q Local Address:Port  Peer Address:Port Process\ntcp   SYN-SENT 0      1          192.0.2.7:50001 203.0.113.9:443   users:(("zoom",pid=4021,fd=99))',
      entry: { fields: { state: 'waiting', address: '203.0.113.9', port: 443, program: 'zoom' } },
    },
    {
      text: 'ESTAB 0      0      [2001:db8::7]:50002 [2001:db8::9]:https',
      entry: { fields: { state: 'other', address: '2001:db8::9', port: 443, program: 'unknown' } },
    },
  ],
});
