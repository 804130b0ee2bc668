import { defineFact } from '../../../define.ts';
import { dig, lookups, nslookup, pinged, resolved, shortAnswer } from '../../wordings/lookups.ts';
import { namesAnswered } from '../../wordings/name-lookups.ts';

const resolves = ['answered', 'reached', 'unreachable'] as const;

export default defineFact({
  id: 'zoom-name-resolves',
  class: 'network',
  title: 'A Zoom host name resolves',
  because: 'A test on this machine found an address on the internet for a Zoom host.',
  effect: 'rules-out',
  clears: ['name resolution'],
  unless: ['dns-failed', 'name-blocked'],
  standing: true,
  match: [
    ...namesAnswered(['addresses']),
    lookups(resolves, {
      nslookup: [
        nslookup('Nicht autorisierende Antwort:\nName:    zoom.us\nAddresses:  2001:db8::170\n\t  203.0.113.40'),
      ],
      dig: [dig('us04web.zoom.us', 'NOERROR', '203.0.113.40'), 'zoom.us has address 203.0.113.40'],
      resolvectl: ['zoom.us: 203.0.113.40 -- link: eth0'],
      'resolve-dnsname': [resolved('zoom.us', '203.0.113.40')],
      ping: [pinged('zoom.us', '203.0.113.40')],
    }),
    shortAnswer(resolves, '.', '203.0.113.40'),
  ],
  misses: [
    { text: dig('zoom.us', 'NOERROR', '203.0.113.40', '@dns.google '), why: 'a resolver that the client does not ask' },
    { text: '0.0.0.0         STREAM zoom.us', why: 'a filter answers instead' },
    { text: '203.0.113.40    STREAM www.example.com', why: 'another host' },
    { text: nslookup("*** UnKnown can't find zoom.us: Non-existent domain"), why: 'no address' },
    { text: resolved('www.example.com', '203.0.113.40'), why: 'another name' },
    { text: resolved('zoom.us', '0.0.0.0'), why: 'an address that leads nowhere' },
  ],
});
