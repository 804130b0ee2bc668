import { defineFormat } from '../../define.ts';
import { addField, textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';

const server = /^[ \t]{1,8}nameserver\[\d{1,3}\] : (\S{2,80})/gm;
const unreachable = /^[ \t]{1,8}reach[ \t]{0,8}: 0x0{8} \(Not Reachable\)/m;

/** Resolvers that answer for every name: those of one domain are VPNs' and the local network's. */
const ofAllNames = (text: string): string[] =>
  text
    .split(/^(?=resolver #\d)/m)
    .filter((block) => block.startsWith('resolver #') && !/^[ \t]{1,8}domain[ \t]{0,8}: /m.test(block));

/** Behind it the same resolvers are listed again, for each interface. */
const scoped = /^DNS configuration \(for scoped queries\)/m;

export default defineFormat({
  id: 'scutil-dns',
  title: 'scutil --dns: the name servers that macOS uses',
  framing: sections({ begins: (line) => /^DNS configuration\s{0,4}$/.test(line) }),
  os: 'macos',
  names: ['*scutil*dns*'],
  recognise: {
    starts: /^resolver #\d{1,3}[ \t\r]{0,4}\n[ \t]|^DNS configuration[ \t\r]{0,4}$|^No DNS configuration available/m,
  },
  derives: ['servers', 'usable'],
  /** `servers`: name servers for every name; `usable`: those of them that can be reached. Absent where the list is cut. */
  derive: (entry) => {
    const text = textOf(entry);
    const end = text.search(scoped);
    const none = text.search(/^[ \t]{0,8}No DNS configuration available/m);
    const resolvers = ofAllNames(end < 0 ? text : text.slice(0, end));
    const serversOf = (blocks: readonly string[]): number =>
      blocks.flatMap((block) => [...block.matchAll(server)]).length;
    const servers = serversOf(resolvers);
    if (servers === 0 && end < 0 && none < 0) return entry;
    const start = Math.max(0, none, text.search(server));
    const place = { piece: 0, start, end: text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start) };
    return withFields(entry, (fields) => {
      addField(fields, 'servers', { value: servers, ...place });
      addField(fields, 'usable', { value: serversOf(resolvers.filter((block) => !unreachable.test(block))), ...place });
    });
  },
  samples: [
    {
      text: 'DNS configuration\n\nresolver #1\n  search domain[0] : example.com\n  nameserver[0] : 192.0.2.53\n  nameserver[1] : 2001:db8::53\n  if_index : 11 (en0)\n  flags    : Request A records, Request AAAA records\n  reach    : 0x00020002 (Reachable,Directly Reachable Address)\n\nresolver #2\n  domain   : local\n  options  : mdns\n  timeout  : 5\n  flags    : Request A records, Request AAAA records\n  reach    : 0x00000000 (Not Reachable)\n  order    : 300000\n\nDNS configuration (for scoped queries)\n\nresolver #1\n  nameserver[0] : 192.0.2.53\n  if_index : 11 (en0)\n  flags    : Scoped, Request A records\n  reach    : 0x00020002 (Reachable,Directly Reachable Address)',
      entry: { fields: { servers: 2, usable: 2 } },
    },
    { text: 'No DNS configuration available', entry: { fields: { servers: 0, usable: 0 } } },
  ],
});
