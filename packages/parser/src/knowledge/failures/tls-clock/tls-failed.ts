import { defineFailure } from '../../../define.ts';
import { appleMisses, appleTrouble } from '../../wordings/apple-trouble.ts';
import { unifiedLines } from '../../wordings/unified-samples.ts';

const alert = (side: string, description: string): string =>
  unifiedLines(
    'zoom.us',
    `boringssl_context_handle_fatal_alert(2313) [C7.1.1.1:2][0x10471e200] ${side} alert, level: fatal, description: ${description}`,
  )[2]!;

export default defineFailure({
  id: 'tls-failed',
  class: 'tls-clock',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The secure connection to Zoom fails',
  cause:
    'The TLS handshake with a Zoom server broke off, and the log does not show why: often a device in between inspects or blocks TLS.',
  remedy: 'Ask the network team whether a device inspects TLS to Zoom, and compare with another network.',
  likelyCodes: ['5003', '104103'],
  subject: { kind: 'host', fields: ['host'] },
  match: appleTrouble('tls', {
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
  fixes: ['tls-issuer', 'firewall-compare-hotspot', 'tls-exempt-zoom'],
  alternatives: [{ class: 'firewall', why: 'a firewall that cuts off the handshake looks the same' }],
  misses: [
    ...appleMisses(-1200, [3, -9816]),
    { text: alert('read', 'close notify'), why: 'the ordinary end of a connection' },
    { text: alert('write', 'certificate expired'), why: 'the alert states the reason: the date' },
  ],
});
