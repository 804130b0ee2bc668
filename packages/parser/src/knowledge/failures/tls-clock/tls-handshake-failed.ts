import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { appleMisses, appleTrouble } from '../../wordings/apple-trouble.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium, foreignLine } from '../../wordings/chromium.ts';
import { connectionTest, wget } from '../../wordings/connection-tests.ts';
import { netlogRequest } from '../../wordings/samples.ts';
import { unifiedLines } from '../../wordings/unified-samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

const alert = (side: string, description: string): string =>
  unifiedLines(
    'zoom.us',
    `boringssl_context_handle_fatal_alert(2313) [C7.1.1.1:2][0x10471e200] ${side} alert, level: fatal, description: ${description}`,
  )[2]!;

export default defineFailure({
  id: 'tls-handshake-failed',
  class: 'tls-clock',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The secure connection to Zoom fails',
  cause:
    'The TLS handshake broke off: often a device in between inspects or blocks TLS, or answers without it or in an old version.',
  remedy: 'Ask the network team to exempt the Zoom hosts from TLS inspection, and compare with another network.',
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
    connectionTest(['tls'], 'zoom', [wget('connected.\nUnable to establish SSL connection.')]),
    ...browser('tls-failed'),
    ...chromium([-107, -113]),
    ...appleTrouble('tls', {
      code: -1200,
      stream: [3, -9816],
      isPlain: true,
      lines: [
        [
          ' alert, level',
          'boringssl_context_handle_fatal_alert(2313) [C7.1.1.1:2][0x10471e200] read alert, level: fatal, description: handshake failure',
        ],
        ['encountered error', 'Connection 7: encountered error(3:-9816)'],
      ],
    }),
  ],
  fixes: ['tls-issuer-windows', 'tls-issuer', 'firewall-compare-hotspot', 'tls-exempt-zoom'],
  alternatives: [
    {
      class: 'firewall',
      why: 'a firewall that cuts off the handshake, or answers in place of Zoom, breaks it as well',
    },
    { class: 'proxy', why: 'a proxy that is reached by the wrong protocol does the same' },
  ],
  misses: [
    ...appleMisses(-1200, [3, -9816]),
    { text: alert('read', 'close notify'), why: 'the ordinary end of a connection' },
    { text: alert('write', 'certificate expired'), why: 'the alert states the reason: the date' },
    { text: netlogRequest('www.example.com', -107), why: 'another host' },
    { text: foreignLine(-107), why: 'written by another program that Zoom started' },
  ],
});
