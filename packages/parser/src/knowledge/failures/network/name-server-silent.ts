import { defineFailure } from '../../../define.ts';

/** No name is in the output of a lookup that nothing answered. */
export default defineFailure({
  id: 'name-server-silent',
  class: 'network',
  role: 'cause',
  strength: 'weak',
  severity: 'error',
  title: 'A name server does not answer',
  cause: 'A lookup of a name got no answer from the name server; the output does not show which name was looked up.',
  remedy: 'Check which name servers this network uses and whether they can be reached.',
  likelyCodes: ['5004'],
  match: [
    {
      formats: ['nslookup', 'dig'],
      has: 'timed out',
      fields: { result: ['silent'], host: ['unknown'], server: ['own'] },
      layout: 'constructed',
      hits: [
        'Servidor:  UnKnown\nAddress:  192.0.2.53\n\nDNS request timed out.\n    timeout was 2 seconds.\n*** Se agotó el tiempo de espera de la solicitud a UnKnown',
        ';; connection timed out; no servers could be reached',
      ],
    },
  ],
  when: { nothing: { with: ['zoom-name-resolves', 'zoom-site-answered'] } },
  fixes: [
    'network-show-windows',
    'network-show-macos',
    'network-show-linux',
    'network-resolve-windows',
    'network-resolve-macos',
    'network-resolve-linux',
  ],
  alternatives: [{ class: 'firewall', why: 'a blocked port 53 looks the same from here' }],
  misses: [
    {
      text: 'DNS request timed out.\n    timeout was 2 seconds.\nServer:  UnKnown\nAddress:  192.0.2.53\n\nName:    zoom.us\nAddress:  203.0.113.40',
      why: "only the server's own name is unknown",
    },
  ],
});
