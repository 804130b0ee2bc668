import { defineFailure } from '../../../define.ts';
import {
  checkedCertificate,
  firmIssuer,
  issuedFor,
  issuerTold,
  sClient,
  webIssuer,
} from '../../wordings/connection-tests.ts';
import { curlCertificate, curlIssued } from '../../wordings/curl.ts';

/** The machine may trust it; programs with roots of their own, and parts of Zoom, need not. */
export default defineFailure({
  id: 'tls-inspected',
  class: 'tls-clock',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: "The certificate for a Zoom host is not Zoom's own",
  cause:
    'The certificate for a Zoom host was issued by a company or a security product, not by a public authority: TLS is inspected. Even where this machine trusts the issuer, Zoom may not.',
  remedy: 'Exempt the Zoom hosts from TLS inspection.',
  likelyCodes: ['5003', '104103'],
  subject: { kind: 'host', fields: ['host'] },
  match: [
    checkedCertificate(
      ['ok'],
      [sClient(firmIssuer, '0 (ok)'), sClient('O = Zscaler Inc., CN = Zscaler Root CA', '0 (ok)')],
      ['private', 'inspector'],
    ),
    issuerTold(['private', 'inspector'], [issuedFor(firmIssuer)]),
    curlIssued(['private', 'inspector'], 'ok', [curlCertificate(firmIssuer, 'SSL certificate verify ok.')]),
  ],
  standing: true,
  fixes: ['tls-issuer-windows', 'tls-issuer', 'tls-exempt-zoom'],
  alternatives: [{ class: 'proxy', why: 'a proxy that does TLS inspection presents its own certificate' }],
  misses: [
    { text: sClient(webIssuer, '0 (ok)'), why: 'a public authority' },
    { text: curlCertificate(webIssuer, 'SSL certificate verify ok.'), why: 'a public authority' },
    { text: issuedFor(webIssuer), why: 'a public authority' },
    { text: issuedFor(firmIssuer, 'www.example.com'), why: "another host's certificate" },
    { text: sClient(firmIssuer, '0 (ok)', 'www.example.com'), why: "another host's certificate" },
  ],
});
