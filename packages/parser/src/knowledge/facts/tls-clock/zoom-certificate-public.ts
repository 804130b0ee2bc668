import { defineFact } from '../../../define.ts';
import { firmIssuer, issuedFor, issuerTold, webIssuer } from '../../wordings/connection-tests.ts';

export default defineFact({
  id: 'zoom-certificate-public',
  class: 'tls-clock',
  title: 'A public authority issued the certificate for a Zoom host',
  because:
    'The certificate that this network presents for a Zoom host is from a public authority: TLS is not inspected.',
  effect: 'rules-out',
  clears: ['inspection'],
  unless: ['certificate-untrusted', 'tls-inspected'],
  standing: true,
  match: [issuerTold(['public'], [issuedFor(webIssuer)])],
  misses: [
    { text: issuedFor(firmIssuer), why: 'a company issued it' },
    { text: issuedFor(webIssuer, 'www.example.com'), why: "another host's certificate" },
  ],
});
