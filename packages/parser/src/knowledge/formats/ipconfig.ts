import { defineFormat } from '../../define.ts';
import { addField, remember, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';

/** Addresses that lead nowhere: none, loopback, and those that a machine gives itself when nobody answers. */
const useless = /^(?:0\.|127\.|169\.254\.|::1?$|fe80:)/i;
/** `   IPv4 Address. . . . . . . . . . . : 192.0.2.7(Preferred)`: an address alone, behind any label with dots. */
const address =
  /^ {3}[^\n:：]{1,60}[.\s] ?[:：] ?(\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{1,4}:[\da-f:]{2,40})(?:%\d{1,5})?(?:\([^)\n]{1,40}\))?[ \t\r]{0,8}$/gim;
/** Labels of an adapter's own address; masks, gateways and servers stand under others. */
const ownLabel = /IP/;

export default defineFormat({
  id: 'ipconfig',
  title: 'ipconfig /all of Windows: adapters and addresses',
  framing: sections({ begins: () => false }),
  os: 'windows',
  names: ['*ipconfig*.txt'],
  recognise: { starts: /^ {3}[^\n.:：]{1,40}\.[ .]{2,80}[:：]/m },
  carries: [
    {
      has: ':',
      read: (entry, carry) => {
        // The first value of all is the machine's name, before any adapter.
        const named =
          /^\s{0,10}[^\s][^\n]{0,58}[^\n:：\s]\s{0,3}\n[ \t\r]{0,8}\n {3}[^\n:：]{1,60}[:：] ([\w-]{1,63})[ \t\r]{0,8}\n/.exec(
            entry.pieces[0]!.text,
          );
        if (named) carry.computer ??= named[1]!;
      },
    },
  ],
  derives: ['adapters', 'addresses'],
  /** `adapters`, `addresses`: how many adapters, and how many addresses by which another machine can be reached. */
  derive: (entry, carry) => {
    const { text } = entry.pieces[0]!;
    const adapters = [...text.matchAll(/^\S.{1,120}[:：][ \t]{0,8}$/gm)];
    const addresses = [...text.matchAll(address)].filter(
      ({ 0: line, 1: value }) => ownLabel.test(line) && !useless.test(value!),
    );
    for (const { 1: value } of addresses) remember(carry.addresses, value!, 50);
    const first = adapters[0];
    if (!first) return entry;
    return withFields(entry, (fields) => {
      const place = { piece: 0, start: first.index, end: first.index + first[0].trimEnd().length };
      addField(fields, 'adapters', { value: adapters.length, ...place });
      addField(fields, 'addresses', { value: addresses.length, ...place });
    });
  },
  samples: [
    {
      text: '\nWindows IP Configuration\n\n   Host Name . . . . . . . . . . . . : DESK-7\n   Primary Dns Suffix  . . . . . . . : \n\nEthernet adapter Ethernet:\n\n   Connection-specific DNS Suffix  . : example.com\n   Physical Address. . . . . . . . . : 00-00-5E-00-53-01\n   DHCP Enabled. . . . . . . . . . . : Yes\n   IPv4 Address. . . . . . . . . . . : 192.0.2.7(Preferred) \n   Subnet Mask . . . . . . . . . . . : 255.255.255.0\n   Default Gateway . . . . . . . . . : 192.0.2.1\n',
      entry: { fields: { adapters: 1, addresses: 1 } },
    },
    {
      text: '\nWindows-IP-Konfiguration\n\n   Hostname  . . . . . . . . . . . . : DESK-7\n\nEthernet-Adapter Ethernet:\n\n   Medienstatus. . . . . . . . . . . : Medium getrennt\n   Beschreibung. . . . . . . . . . . : Example Gigabit\n\nDrahtlos-LAN-Adapter WLAN:\n\n   Verbindungslokale IPv6-Adresse  . : fe80::1%12(Bevorzugt)\n   IPv4-Adresse (Auto. Konfiguration): 169.254.7.8(Bevorzugt)\n',
      entry: { fields: { adapters: 2, addresses: 0 } },
    },
  ],
});
