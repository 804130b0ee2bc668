import { defineFailure } from '../../../define.ts';
import { scutilDns } from '../../wordings/mac-network.ts';

/** A command shows the state when it ran; the network may have come up or gone down since. */
export default defineFailure({
  id: 'no-name-server',
  class: 'network',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'The machine had no name server that it could reach',
  cause:
    'When the command ran, no name server was set, or there was no route to those that were: no host name resolves.',
  remedy: 'Restore the network connection, or correct the DNS servers in the network settings.',
  likelyCodes: ['5004', '104101'],
  match: [
    {
      formats: ['scutil-dns'],
      has: 'DNS configuration',
      fields: { usable: [0] },
      layout: 'constructed',
      hits: ['No DNS configuration available', scutilDns([]), scutilDns(['192.0.2.53'], '0x00000000 (Not Reachable)')],
    },
  ],
  standing: true,
  fixes: ['network-resolve-macos', 'network-other-sites', 'network-flush-dns-macos', 'network-restart-router'],
  misses: [{ text: scutilDns(['192.0.2.53']), why: 'one that it can reach' }],
});
