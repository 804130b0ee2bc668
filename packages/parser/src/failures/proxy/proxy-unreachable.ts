import { embeddedHits, embeddedPatterns, foreignLine } from '../../chromium-errors.ts';
import { defineFailure } from '../../define.ts';
import { netlogRequest } from '../../samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'proxy-unreachable',
  class: 'proxy',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The proxy cannot be reached',
  cause: 'The machine is set to use a proxy that does not answer, so nothing gets out.',
  remedy: 'Correct the proxy setting, or bring the proxy back.',
  likelyCodes: ['5003', '104103'],
  formats: ['netlog', 'chromium'],
  match: [
    {
      has: 'net_error',
      fields: { net_error: [-130], host: zoomHost },
      formats: ['netlog'],
      layout: 'captured',
      strength: 'proof',
    },
    {
      has: 'net_error',
      fields: { net_error: [-115], host: zoomHost },
      formats: ['netlog'],
      layout: 'documented',
      strength: 'proof',
    },
    ...embeddedPatterns([-130, -115]),
  ],
  fixes: [
    'proxy-show-windows',
    'proxy-show-macos',
    'proxy-show-linux',
    'proxy-ask-settings',
    'proxy-turn-off-windows',
    'proxy-turn-off-macos',
    'proxy-turn-off-linux',
  ],
  alternatives: [{ class: 'network', why: 'without any network the proxy is out of reach as well' }],
  hits: [netlogRequest('us04web.zoom.us', -115), netlogRequest('us04web.zoom.us', -130), ...embeddedHits(-130)],
  misses: [
    { text: netlogRequest('update.example.com', -130), why: 'the host is not Zoom’s' },
    { text: foreignLine(-130), why: 'written by another program that was started from Zoom' },
  ],
});
