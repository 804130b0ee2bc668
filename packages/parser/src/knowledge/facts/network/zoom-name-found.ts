import { defineFact } from '../../../define.ts';
import { dig, lookups, nslookup, pinged, resolved } from '../../wordings/lookups.ts';
import { namesAnswered } from '../../wordings/name-lookups.ts';

/** The same lookup, later: a tool that asks a name server by itself shows nothing of how the system finds names. */
export default defineFact({
  id: 'zoom-name-found',
  class: 'network',
  title: 'A lookup of a Zoom host name found an address',
  because: 'The same program found an address on the internet for the same Zoom host.',
  effect: 'ends',
  ends: ['dns-failed', 'name-blocked'],
  ofSameProgram: true,
  subject: { kind: 'host', fields: ['host'] },
  match: [
    ...namesAnswered(['addresses']),
    lookups(['answered', 'reached'], {
      nslookup: [nslookup('Name:    zoom.us\nAddress:  203.0.113.40')],
      dig: [dig('us04web.zoom.us', 'NOERROR', '203.0.113.40')],
      resolvectl: ['zoom.us: 203.0.113.40 -- link: eth0'],
      'resolve-dnsname': [resolved('zoom.us', '203.0.113.40')],
      ping: [pinged('zoom.us', '203.0.113.40')],
    }),
  ],
  misses: [
    { text: dig('zoom.us', 'NOERROR', '203.0.113.40', '@dns.google '), why: 'by a resolver of another network' },
    { text: dig('zoom.us', 'NOERROR', '0.0.0.0'), why: 'an address that leads nowhere' },
    { text: resolved('www.example.com', '203.0.113.40'), why: 'another name' },
  ],
});
