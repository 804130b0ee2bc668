import { defineFact } from '../../../define.ts';
import { lookups, pinged } from '../../wordings/lookups.ts';

export default defineFact({
  id: 'zoom-ping-answered',
  class: 'network',
  title: 'A Zoom host answered a ping',
  because: 'An answer came back from a Zoom host: its name resolved, and there was a route to it.',
  effect: 'rules-out',
  clears: ['name resolution', 'route'],
  unless: ['dns-failed', 'name-blocked', 'network-unreachable', 'no-address'],
  standing: true,
  match: [
    lookups(['reached'], {
      ping: [
        pinged('zoom.us', '203.0.113.40', '64 bytes from 203.0.113.40: icmp_seq=1 ttl=54 time=11.2 ms'),
        'Ping wird ausgeführt für zoom.us [203.0.113.40] mit 32 Bytes Daten:\nAntwort von 203.0.113.40: Bytes=32 Zeit=11ms TTL=54',
      ],
    }),
  ],
  misses: [
    {
      text: pinged('zoom.us', '203.0.113.40', '\n1 packets transmitted, 0 received, 100% packet loss'),
      why: 'no answer, which proves nothing',
    },
    { text: pinged('www.example.com', '203.0.113.40', '64 bytes from 203.0.113.40: ttl=54'), why: 'another host' },
  ],
});
