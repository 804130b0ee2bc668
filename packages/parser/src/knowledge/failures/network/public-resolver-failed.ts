import { defineFailure } from '../../../define.ts';
import { dig, lookups, nslookup } from '../../wordings/lookups.ts';

/** A machine may be set to use such a server, or it was asked on purpose, where the network lets nobody ask it. */
export default defineFailure({
  id: 'public-resolver-failed',
  class: 'network',
  role: 'cause',
  strength: 'weak',
  severity: 'error',
  title: 'A public name server gave no address for Zoom',
  cause:
    'A name server on the internet did not answer for a Zoom host. If this machine is set to use it, Zoom cannot connect; many networks block such servers on purpose.',
  remedy: 'Check which name servers this machine is set to use, and test with those.',
  likelyCodes: ['5004'],
  subject: { kind: 'host', fields: ['host'] },
  match: [
    lookups(
      ['missing', 'failed', 'silent'],
      {
        nslookup: [nslookup("*** dns.google can't find zoom.us: Non-existent domain", 'dns.google')],
        dig: [dig('zoom.us', 'SERVFAIL', undefined, '@dns.google ')],
      },
      { server: 'public' },
    ),
  ],
  when: { nothing: { with: ['zoom-name-resolves', 'zoom-site-answered'] } },
  fixes: ['network-resolve-windows', 'network-resolve-macos', 'network-resolve-linux'],
  alternatives: [{ class: 'firewall', why: 'a firewall that blocks port 53 to other servers looks the same' }],
  misses: [
    { text: dig('zoom.us', 'NOERROR', '203.0.113.40', '@dns.google '), why: 'it answered' },
    { text: dig('www.example.com', 'SERVFAIL', undefined, '@dns.google '), why: 'another name' },
  ],
});
