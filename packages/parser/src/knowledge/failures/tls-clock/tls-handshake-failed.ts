import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium, foreignLine } from '../../wordings/chromium.ts';
import { netlogRequest } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'tls-handshake-failed',
  class: 'tls-clock',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'No secure connection to Zoom could be agreed on',
  cause:
    'The TLS handshake broke off: something in between answers that speaks no TLS or an old version, as some inspection does.',
  remedy: 'Exempt the Zoom hosts from TLS inspection, and compare with another network.',
  likelyCodes: ['5003', '104103'],
  subject: { kind: 'host', fields: ['host'] },
  match: [
    {
      formats: ['netlog'],
      has: 'net_error',
      fields: { net_error: [-107, -113], host: zoomHost },
      layout: 'documented',
      see: [references.netErrors, references.netLog],
      hits: [netlogRequest('us04web.zoom.us', -107)],
    },
    ...browser('tls-failed'),
    ...chromium([-107, -113]),
  ],
  fixes: ['tls-issuer-windows', 'tls-issuer', 'firewall-compare-hotspot', 'tls-exempt-zoom'],
  alternatives: [
    { class: 'firewall', why: 'a firewall that answers in place of Zoom breaks the handshake as well' },
    { class: 'proxy', why: 'a proxy that is reached by the wrong protocol does the same' },
  ],
  misses: [
    { text: netlogRequest('www.example.com', -107), why: 'another host' },
    { text: foreignLine(-107), why: 'written by another program that Zoom started' },
  ],
});
