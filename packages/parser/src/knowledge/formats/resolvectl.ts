import { defineFormat } from '../../define.ts';
import { remember } from '../../reading/entry.ts';
import { standInAddress } from '../wordings/name-answers.ts';
import { type Told, tell, wholeOutput } from '../wordings/whole-output.ts';
import { zoomHost } from '../zoom-identity.ts';

const failed = /^([\w.-]{1,253}): resolve call failed: ([^\n]{1,300})$/m;
const answered = /^([\w.-]{1,253}): ([\da-f.:]{2,45})(?:%\w{1,16})?(?: {1,60}-- link: \S{1,32})?[ \r]{0,8}$/im;
const link = /^Link \d{1,5} \([^)\n]{1,60}\)/gm;
const servers = /^ {0,24}(?:Current DNS Server|DNS Servers): {0,4}(\S[^\n]{0,400})$/m;
export default defineFormat({
  id: 'resolvectl',
  title: 'resolvectl: what systemd-resolved answers, and its name servers',
  framing: wholeOutput,
  os: 'linux',
  names: ['*resolvectl*', '*resolved*'],
  recognise: {
    starts:
      /^[\w.-]{1,253}: resolve call failed: |^-- Information acquired via protocol |^Link \d{1,5} \([^)\n]{1,60}\)\r?\n {1,24}Current Scopes: |^Global\r?\n(?: {1,24}[^\n]{1,200}\n){0,3}? {1,24}(?:Protocols|LLMNR setting|resolv\.conf mode): /m,
  },
  derives: ['host', 'answer', 'name_servers'],
  /** Of a query: `host`, `answer` (addresses, nowhere, stand-in, none). Of the status: `name_servers` (some, none). */
  derive: (entry, carry) =>
    tell(entry, (text): readonly Told[] => {
      const none = failed.exec(text);
      const found = answered.exec(text);
      if (none)
        return [
          ['answer', 'none', none],
          ['host', none[1], none],
        ];
      if (found) {
        const kind = standInAddress(found[2]!);
        if (kind === 'somewhere' && zoomHost.test(found[1]!)) remember(carry.zoomAddresses, found[2]!);
        return [
          ['answer', kind === 'somewhere' ? 'addresses' : kind, found],
          ['host', found[1], found],
        ];
      }
      const links = [...text.matchAll(link)];
      const known = servers.exec(text);
      return [['name_servers', known ? 'some' : links.length > 0 ? 'none' : null, known ?? links[0]]];
    }),
  samples: [
    {
      text: 'zoom.us: 203.0.113.40                         -- link: wlp2s0\n         2001:db8::40                         -- link: wlp2s0\n\n-- Information acquired via protocol DNS in 21.3ms.\n-- Data is authenticated: no; Data was acquired via local or encrypted transport: no\n',
      entry: { fields: { host: 'zoom.us', answer: 'addresses' } },
    },
    {
      text: 'zoom.us: resolve call failed: No appropriate name servers or networks for name found\n',
      entry: { fields: { host: 'zoom.us', answer: 'none' } },
    },
    {
      text: 'Global\n         Protocols: +LLMNR +mDNS -DNSOverTLS DNSSEC=no/unsupported\n  resolv.conf mode: stub\n\nLink 2 (wlp2s0)\n    Current Scopes: none\n         Protocols: -DefaultRoute +LLMNR\n',
      entry: { fields: { name_servers: 'none' } },
import { sections } from '../../reading/framings/sections.ts';
import { address, hostName, type Lookup, resultOf, withLookup } from '../wordings/name-lookup.ts';
/** `zoom.us: 192.0.2.1  -- link: eth0`, `zoom.us: resolve call failed: …`; further addresses are indented. */
const first = new RegExp(`^(${hostName}): (?:resolve call failed: |no addresses found|${address}(?: |$))`, 'i');
const failed = new RegExp(`^(${hostName}): (?:resolve call failed: ([^\\n]{1,300})|no addresses found)`, 'im');
const addresses = new RegExp(
  `^(?:${hostName}:|[ \\t]{3,255}) {0,3}(${address})(?:%\\S{1,20})?(?=[ \\t]{1,80}--|[ \\t\\r]{0,8}$)`,
  'gim',
);
const reasons: readonly (readonly [reason: RegExp, result: Lookup['result']])[] = [
  [/not found|NXDOMAIN|does not have any RR|no addresses/i, 'missing'],
  [/All attempts to contact|timed out|No appropriate name servers|Connection timed/i, 'silent'],
];
function read(text: string): Lookup | null {
  const host = first.exec(text)?.[1];
  if (host === undefined) return null;
  const refusal = failed.exec(text);
  if (refusal) {
    const why = refusal[2] ?? 'no addresses';
    return { hosts: [host], result: reasons.find(([reason]) => reason.test(why))?.[1] ?? 'failed', sign: refusal[0] };
  }
  const found = Array.from(text.matchAll(addresses), ([, one]) => one!);
  return found.length > 0 ? { hosts: [host], addresses: found, result: resultOf(found), sign: found[0]! } : null;
}
export default defineFormat({
  id: 'resolvectl',
  title: 'resolvectl query: what the system resolves a name to',
  origin: 'probe',
  framing: sections({ begins: (line, block) => first.test(line) && block.some((one) => first.test(one)) }),
  os: 'linux',
  names: ['*resolvectl*.txt'],
  recognise: {
    starts:
      /^\S{1,255}: (?:resolve call failed: |no addresses found$)|^\S{1,255}: [\da-f.:]{3,45}[ \t]{1,80}-- link: |^-- Information acquired via protocol /m,
  },
  derives: ['host', 'result', 'server'],
  derive: (entry, carry) => {
    const lookup = read(entry.pieces[0]!.text);
    return lookup ? withLookup(entry, carry, lookup) : entry;
  },
  samples: [
    {
      text: "zoom.us: resolve call failed: Name 'zoom.us' not found",
      entry: { fields: { host: 'zoom.us', result: 'missing', server: 'own' } },
    },
    {
      text: 'zoom.us: 2001:db8::170                                  -- link: eth0\n         203.0.113.40                                   -- link: eth0\n\n-- Information acquired via protocol DNS in 12.4ms.\n-- Data is authenticated: no; Data was acquired via local or encrypted transport: no\n-- Data from: network',
      entry: { fields: { host: 'zoom.us', result: 'answered' } },
    },
  ],
});
