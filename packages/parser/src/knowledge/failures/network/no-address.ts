import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { nwi } from '../../wordings/mac-network.ts';

const adapter = (...lines: readonly string[]): string =>
  [
    '',
    'Windows IP Configuration',
    '',
    '   Host Name . . . . . . . . . . . . : DESK-7',
    '',
    'Ethernet adapter Ethernet:',
    '',
    '   Description . . . . . . . . . . . : Example Gigabit',
    ...lines,
  ].join('\n');

/** The command shows the state when it ran; the network may have come up or gone down since. */
export default defineFailure({
  id: 'no-address',
  class: 'network',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'The machine had no network address',
  cause: 'When the command ran, no network interface had an address that can reach another machine.',
  remedy: 'Restore the network connection (cable, Wi-Fi, VPN), then run the command again.',
  likelyCodes: ['104101', '5003'],
  match: [
    {
      formats: ['ipconfig'],
      has: ':',
      fields: { addresses: [0], adapters: { min: 1 } },
      layout: 'documented',
      see: [references.ipconfig],
      hits: [
        adapter('   Media State . . . . . . . . . . . : Media disconnected'),
        adapter('   Autoconfiguration IPv4 Address. . : 169.254.7.8(Preferred) '),
      ],
    },
    {
      formats: ['scutil-nwi'],
      has: 'flags 0x',
      fields: { reach: ['none'], addresses: [0] },
      layout: 'constructed',
      hits: [nwi(), nwi('169.254.7.8')],
    },
    {
      formats: ['scutil-nwi'],
      has: 'No network information',
      fields: { reach: ['none'], addresses: [0] },
      layout: 'constructed',
      hits: ['Network information\n\n   No network information'],
    },
    {
      formats: ['ip-address'],
      has: 'lo',
      fields: { addresses: [0], interfaces: { min: 2 } },
      layout: 'constructed',
      hits: ['lo               UNKNOWN        127.0.0.1/8 ::1/128 \nenp3s0           DOWN           \n'],
    },
  ],
  standing: true,
  fixes: [
    'network-show-windows',
    'network-show-macos',
    'network-show-linux',
    'network-other-sites',
    'network-restart-router',
  ],
  misses: [
    { text: nwi('192.0.2.7', true), why: 'it has an address and a route' },
    { text: 'lo               UNKNOWN        127.0.0.1/8 ', why: 'part of the list: no other interface is there' },
    { text: adapter('   IPv4 Address. . . . . . . . . . . : 192.0.2.7(Preferred) '), why: 'it has an address' },
  ],
});
