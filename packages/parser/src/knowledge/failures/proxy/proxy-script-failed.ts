import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { appleTrouble } from '../../wordings/apple-trouble.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium, foreignLine } from '../../wordings/chromium.ts';
import { netlogRequest } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'proxy-script-failed',
  class: 'proxy',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The automatic proxy script (PAC script) failed',
  cause: 'The PAC script that selects the proxy could not be downloaded or run.',
  remedy: 'Correct the PAC script or its address.',
  likelyCodes: ['5003'],
  match: [
    {
      has: 'net_error',
      fields: { net_error: [-131, -327, -367], host: zoomHost },
      formats: ['netlog'],
      layout: 'documented',
      see: [references.netErrors, references.netLog],
      strength: 'proof',
      hits: [netlogRequest('us04web.zoom.us', -131)],
    },
    ...browser('proxy-script', { recorded: 'proof' }),
    ...chromium([-131, -327]),
    ...appleTrouble('proxy script', {
      code: 308,
      stream: [4, -1],
      domain: 'kCFErrorDomainCFNetwork',
      // Zoom may connect without it, or by the one that it had.
      lines: [
        [
          'evaluation error',
          'nw_proxy_resolver_create_parsed_array [C7.1 proxy pac] Evaluation error: NSURLErrorDomain: -1004',
        ],
      ],
    }),
  ],
  fixes: ['proxy-show-windows', 'proxy-show-macos', 'proxy-show-linux', 'proxy-ask-settings'],
  alternatives: [{ class: 'network', why: "the PAC script's server may be unreachable because the network is" }],
  misses: [
    { text: netlogRequest('update.example.com', -131), why: 'not a Zoom host' },
    { text: foreignLine(-131), why: 'written by another program that Zoom started' },
  ],
});
