import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { appleTrouble } from '../../wordings/apple-trouble.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium, foreignLine } from '../../wordings/chromium.ts';
import { curl, curlProxied } from '../../wordings/curl.ts';
import { netlogRequest, netlogTunnel } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'proxy-auth-required',
  class: 'proxy',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The proxy requires a login',
  cause:
    'The proxy answers 407: it requires a user name and password that Zoom did not send or that the proxy rejects.',
  remedy: 'Sign in to the proxy, or ask the network team to exempt the Zoom hosts from the login.',
  likelyCodes: ['100000407', '5003', '104103'],
  match: [
    curl('proxy-login', [
      curlProxied('< HTTP/1.1 407 Proxy Authentication Required\n* CONNECT tunnel failed, response 407'),
    ]),
    {
      has: 'net_error',
      fields: { net_error: [-127, -338, -115, -364], host: zoomHost },
      formats: ['netlog'],
      layout: 'documented',
      see: [references.netErrors, references.netLog],
      strength: 'proof',
      hits: [netlogRequest('us04web.zoom.us', -127), netlogRequest('us04web.zoom.us', -115)],
    },
    {
      has: 'HTTP/1.1 407',
      fields: { last_status: [407], host: zoomHost },
      formats: ['netlog'],
      layout: 'captured',
      strength: 'proof',
      hits: [netlogTunnel('us04web.zoom.us', '407 Proxy Authentication Required')],
    },
    ...browser('proxy-login', { recorded: 'proof' }),
    ...chromium([-127, -338, -115]),
    ...appleTrouble('proxy login', { code: 307, stream: [4, -1], domain: 'kCFErrorDomainCFNetwork' }),
  ],
  explains: ['proxy-tunnel-refused'],
  when: { proof: { twice: true } },
  fixes: [
    'proxy-show-windows',
    'proxy-show-macos',
    'proxy-show-linux',
    'proxy-sign-in',
    'proxy-exempt-zoom',
    'proxy-ask-settings',
  ],
  alternatives: [
    { class: 'account', why: 'an expired domain password makes the proxy reject a login that worked before' },
  ],
  misses: [
    {
      text: curlProxied(
        '< HTTP/1.1 407 Proxy Authentication Required\n< HTTP/1.1 200 OK\n* CONNECT tunnel established, response 200\n< HTTP/1.1 200 OK',
      ),
      why: 'the login was requested and supplied',
    },
    { text: netlogRequest('update.example.com', -127), why: 'not a Zoom host' },
    { text: foreignLine(-127), why: 'written by another program that Zoom started' },
    {
      text: netlogTunnel('us04web.zoom.us', '407 Proxy Authentication Required', '200 Connection established'),
      why: 'the login was requested and supplied',
    },
    { text: netlogTunnel('www.example.com', '407 Proxy Authentication Required'), why: 'not a Zoom host' },
  ],
});
