import { defineFormat } from '../../define.ts';
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
  witness: () => 'resolvectl',
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
