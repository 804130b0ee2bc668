import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium, foreignLine } from '../../wordings/chromium.ts';
import { netlogRequest } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'proxy-not-usable',
  class: 'proxy',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The proxy setting names no usable proxy',
  cause:
    'The setting or its PAC script names only proxy types that the client does not support, and no direct connection.',
  remedy: 'Correct the proxy setting, or what its PAC script returns for the Zoom hosts.',
  likelyCodes: ['5003'],
  match: [
    {
      has: 'net_error',
      fields: { net_error: [-336], host: zoomHost },
      formats: ['netlog'],
      layout: 'documented',
      see: [references.netErrors, references.netLog],
      strength: 'proof',
      hits: [netlogRequest('us04web.zoom.us', -336)],
    },
    ...browser('proxy-none', { recorded: 'proof' }),
    ...chromium([-336]),
  ],
  fixes: ['proxy-show-windows', 'proxy-show-macos', 'proxy-show-linux', 'proxy-ask-settings'],
  misses: [
    { text: netlogRequest('update.example.com', -336), why: 'not a Zoom host' },
    { text: foreignLine(-336), why: 'written by another program that Zoom started' },
  ],
});
