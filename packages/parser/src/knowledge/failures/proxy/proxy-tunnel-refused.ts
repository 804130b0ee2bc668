import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { appleTrouble } from '../../wordings/apple-trouble.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium, foreignLine } from '../../wordings/chromium.ts';
import { curl, curlProxied } from '../../wordings/curl.ts';
import { netlogAnswer, netlogRequest } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'proxy-tunnel-refused',
  class: 'proxy',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The proxy refuses to connect to Zoom',
  cause:
    'The proxy was reachable but refused the tunnel to a Zoom host, because the rules of the proxy block that host.',
  remedy: 'Ask the network team to allow the Zoom hosts on the proxy.',
  likelyCodes: ['5003', '104103'],
  match: [
    curl('proxy-refused', [curlProxied('< HTTP/1.1 403 Forbidden\n* CONNECT tunnel failed, response 403')]),
    {
      has: 'net_error',
      fields: { net_error: [-111], host: zoomHost },
      formats: ['netlog'],
      layout: 'captured',
      strength: 'proof',
      hits: [netlogRequest('us04web.zoom.us', -111)],
    },
    {
      has: 'net_error',
      fields: { net_error: [-120, -121, -140], host: zoomHost },
      formats: ['netlog'],
      layout: 'documented',
      see: [references.netErrors, references.netLog],
      hits: [netlogRequest('us04web.zoom.us', -121)],
    },
    ...browser('proxy-refused', { recorded: 'proof' }),
    {
      has: 'HTTP/',
      fields: { outcome: ['proxy-refused'], host: zoomHost },
      formats: ['netlog'],
      layout: 'constructed',
      hits: [netlogAnswer('us04web.zoom.us', '403 Forbidden","X-Squid-Error: ERR_ACCESS_DENIED 0')],
    },
    ...chromium([-111, -120, -121]),
    ...appleTrouble('proxy tunnel', { code: 311, stream: [4, -1], domain: 'kCFErrorDomainCFNetwork' }),
  ],
  when: { proof: { twice: true } },
  fixes: ['proxy-show-windows', 'proxy-show-macos', 'proxy-show-linux', 'proxy-exempt-zoom', 'proxy-ask-settings'],
  alternatives: [{ class: 'service', why: 'a proxy that cannot reach Zoom refuses the tunnel in the same way' }],
  misses: [
    {
      text: netlogAnswer('us04web.zoom.us', '403 Forbidden","Via: 1.1 gw (squid/6.10)'),
      why: 'the proxy passed on what Zoom answered',
    },
    { text: netlogRequest('update.example.com', -111), why: 'not a Zoom host' },
    { text: foreignLine(-111), why: 'written by another program that Zoom started' },
  ],
});
