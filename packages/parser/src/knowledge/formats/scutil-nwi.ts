import { defineFormat } from '../../define.ts';
import { addField, remember, textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { usableAddress } from '../wordings/addresses.ts';

const address = /^[ \t]{1,20}address[ \t]{0,8}: ([\da-f:.]{2,60})(?:%\w{1,16})?[ \t\r]{0,4}$/gim;
/** One below each family's interfaces. */
const reached = /^[ \t]{1,12}REACH : flags 0x[\da-f]{8} \(([^)\n]{1,120})\)/gm;

export default defineFormat({
  id: 'scutil-nwi',
  title: 'scutil --nwi: interfaces of macOS with an address and a route',
  framing: sections({ begins: (line) => /^Network information\b/.test(line) }),
  os: 'macos',
  names: ['*scutil*nwi*'],
  recognise: {
    starts:
      /^IPv[46] network interface information[ \t\r]{0,4}$|^[ \t]{1,12}REACH : flags 0x|^Network information\n{1,3}[ \t]{0,8}No network information/m,
  },
  derives: ['addresses', 'reach'],
  /** `addresses`: those by which another machine can be reached; `reach` (some, none), where both families are listed. */
  derive: (entry, carry) => {
    const text = textOf(entry);
    const usable = [...text.matchAll(address)].flatMap(([, value]) => (usableAddress.test(value!) ? [value!] : []));
    for (const one of usable) remember(carry.addresses, one, 50);
    const families = [...text.matchAll(reached)];
    const isNone = /^[ \t]{0,8}No network information/m.test(text);
    if (families.length < 2 && !isNone) return entry;
    const out = families.filter(([, flags]) => /^(?!Not )/.test(flags!));
    const place = out[0] ?? families[0];
    return withFields(entry, (fields) => {
      const start = place?.index ?? 0;
      const where = { piece: 0, start, end: start + (place?.[0] ?? text.split('\n', 1)[0]!).length };
      addField(fields, 'addresses', { value: usable.length, ...where });
      addField(fields, 'reach', { value: out.length > 0 ? 'some' : 'none', ...where });
    });
  },
  samples: [
    {
      text: 'Network information\n\nIPv4 network interface information\n     en0 : flags      : 0x5 (IPv4,DNS)\n           address    : 192.0.2.23\n           reach      : 0x00000002 (Reachable)\n\n   REACH : flags 0x00000002 (Reachable)\n\nIPv6 network interface information\n   No IPv6 states found\n\n\n   REACH : flags 0x00000000 (Not Reachable)\n\nNetwork interfaces: en0',
      entry: { fields: { addresses: 1, reach: 'some' } },
    },
    {
      text: 'Network information\n\nIPv4 network interface information\n   No IPv4 states found\n\n   REACH : flags 0x00000000 (Not Reachable)\n\nIPv6 network interface information\n   No IPv6 states found\n\n\n   REACH : flags 0x00000000 (Not Reachable)',
      entry: { fields: { addresses: 0, reach: 'none' } },
    },
  ],
});
