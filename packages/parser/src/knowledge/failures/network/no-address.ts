import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';

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

/** ipconfig shows the state when it ran; the network may have come up or gone down since. */
export default defineFailure({
  id: 'no-address',
  class: 'network',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'The machine had no network address',
  cause: 'When ipconfig ran, no adapter had an address that can reach another machine.',
  remedy: 'Restore the network connection (cable, Wi-Fi, VPN), then run ipconfig again.',
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
  ],
  standing: true,
  fixes: ['network-show-windows', 'network-other-sites', 'network-restart-router'],
  misses: [{ text: adapter('   IPv4 Address. . . . . . . . . . . : 192.0.2.7(Preferred) '), why: 'it has an address' }],
});
