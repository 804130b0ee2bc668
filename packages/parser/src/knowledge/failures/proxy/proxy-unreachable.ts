import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { appleTrouble, failedTask } from '../../wordings/apple-trouble.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium, foreignLine } from '../../wordings/chromium.ts';
import { curl, curlError, curlProxied } from '../../wordings/curl.ts';
import { netlogRequest } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'proxy-unreachable',
  class: 'proxy',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The proxy is not reachable',
  cause: 'The machine is set to use a proxy that does not answer, so no connection gets out.',
  remedy: 'Correct the proxy setting, or bring the proxy back online.',
  likelyCodes: ['5003', '104103'],
  match: [
    curl('proxy-dns', [curlProxied('* Could not resolve proxy: proxy.example.com')]),
    curlError('proxy-dns', [
      '* Uses proxy env variable https_proxy\n* Host: zoom.us\ncurl: (5) Could not resolve proxy: proxy.example.com',
    ]),
    curl('refused', [curlProxied('* connect to 192.0.2.77 port 3128 failed: Connection refused')], { way: 'proxy' }),
    curl('timed-out', [curlProxied('* connect to 192.0.2.77 port 3128 failed: Timed out')], {
      provenance: { layout: 'documented', see: [references.curlReasons] },
      way: 'proxy',
    }),
    {
      has: 'net_error',
      fields: { net_error: [-130], host: zoomHost },
      formats: ['netlog'],
      layout: 'captured',
      strength: 'proof',
      hits: [netlogRequest('us04web.zoom.us', -130)],
    },
    ...browser('proxy-unreachable', { recorded: 'proof' }),
    ...chromium([-130]),
    ...appleTrouble('proxy', {
      code: 310,
      stream: [4, -2096],
      domain: 'kCFErrorDomainCFNetwork',
      provenance: { layout: 'documented', see: [references.appleProxy] },
    }),
  ],
  when: { proof: { twice: true } },
  fixes: [
    'proxy-show-windows',
    'proxy-show-macos',
    'proxy-show-linux',
    'proxy-ask-settings',
    'proxy-turn-off-windows',
    'proxy-turn-off-macos',
    'proxy-turn-off-linux',
  ],
  alternatives: [{ class: 'network', why: 'without any network, the proxy is unreachable as well' }],
  misses: [
    { text: failedTask(310, [4, -2096], 'www.example.com', 'kCFErrorDomainCFNetwork'), why: 'not a Zoom host' },
    { text: netlogRequest('update.example.com', -130), why: 'not a Zoom host' },
    { text: foreignLine(-130), why: 'written by another program that Zoom started' },
  ],
});
