import { defineFailure, type Pattern } from '../../../define.ts';
import { references } from '../../references.ts';
import { appleMisses, appleTrouble, refusedCertificate } from '../../wordings/apple-trouble.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium, foreignLine } from '../../wordings/chromium.ts';
import {
  checkedCertificate,
  connectionTest,
  firmIssuer,
  sClient,
  webIssuer,
  wgetUntrusted,
} from '../../wordings/connection-tests.ts';
import { curl, curlCertificate, curlError, curlIssued, curlRequest, unchecked } from '../../wordings/curl.ts';
import { dialogs } from '../../wordings/dialogs.ts';
import { netlogRequest, windowsEvent } from '../../wordings/samples.ts';
import { capi2, schannel } from '../../wordings/schannel.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'certificate-untrusted',
  class: 'tls-clock',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: "Zoom's certificate is not trusted",
  cause:
    'The certificate came from an issuer that this machine does not trust, most often because of TLS inspection or a missing root certificate.',
  remedy: 'Exempt the Zoom hosts from TLS inspection, or install the root certificate used for TLS inspection.',
  likelyCodes: ['5003', '104103'],
  subject: { kind: 'host', fields: ['host', 'targetname'] },
  match: [
    curl('untrusted', [curlRequest('* SSL certificate problem: self-signed certificate')]),
    {
      has: 'net_error',
      fields: { net_error: [-202], host: zoomHost },
      formats: ['netlog'],
      layout: 'captured',
      hits: [netlogRequest('us04web.zoom.us', -202)],
    },
    // Not trusted, not validated, another name: what TLS inspection substitutes for Zoom's certificate.
    ...schannel(
      { eventid: [36876, 36882, 36884] },
      {
        id: 36882,
        message: 'The certificate received from the remote server was issued by an untrusted certificate authority.',
      },
    ),
    ...schannel(
      { eventid: [36888], alertdesc: [42, 46, 48] },
      {
        id: 36888,
        data: { AlertDesc: 48 },
        message:
          'A fatal alert was generated and sent to the remote endpoint. The TLS protocol defined fatal alert code is 48.',
      },
    ),
    // Received: the other side complains, of a certificate of ours or of one that inspection put in between.
    ...schannel(
      { eventid: [36887], alertdesc: [42, 46, 48] },
      {
        id: 36887,
        data: { AlertDesc: 48 },
        message:
          'A fatal alert was received from the remote endpoint. The TLS protocol defined fatal alert code is 48.',
      },
    ).map((pattern): Pattern => ({ ...pattern, strength: 'weak' })),
    ...capi2('CERT_TRUST_IS_UNTRUSTED_ROOT', '800B0109'),
    {
      has: 'net_error',
      fields: { net_error: [-200, -150, -207, -217], host: zoomHost },
      formats: ['netlog'],
      layout: 'documented',
      see: [references.netErrors, references.netLog],
      hits: [netlogRequest('us04web.zoom.us', -200)],
    },
    ...browser('untrusted'),
    ...chromium([-202, -200, -150]),
    ...appleTrouble('untrusted', {
      code: -1202,
      stream: [3, -9813],
      isPlain: true,
      lines: refusedCertificate('unknown CA', -9813),
      provenance: { layout: 'documented', see: [references.appleUntrusted, references.appleTrust] },
    }),
    checkedCertificate(
      ['unknown-issuer'],
      [sClient(firmIssuer, '19 (self-signed certificate in certificate chain)')],
      ['private', 'inspector'],
    ),
    curlIssued(['private', 'inspector'], 'failed', [curlCertificate(firmIssuer, unchecked)]),
    checkedCertificate(['other-name'], [sClient(webIssuer, '62 (hostname mismatch)')], undefined, 'weak'),
    curlError('untrusted', [
      "curl: (60) SSL: no alternative certificate subject name matches target host name 'zoom.us'",
    ]),
    connectionTest(['untrusted'], 'zoom', [wgetUntrusted]),
    ...dialogs(
      { dialog: ['certificate'] },
      {
        ertificat: 'Security Warning: Untrusted Server Certificate\nYour connection is not private.',
        zertifikat: 'Sicherheitswarnung: Nicht vertrauenswürdiges Serverzertifikat',
        certificado: 'Certificado de servidor no confiable',
        zoom: 'This server could not prove that it is Zoom.',
      },
    ),
  ],
  when: { proof: { twice: true } },
  fixes: ['tls-issuer-windows', 'tls-issuer', 'tls-exempt-zoom', 'tls-install-root'],
  alternatives: [{ class: 'proxy', why: 'a proxy that does TLS inspection presents its own certificate' }],
  misses: [
    ...appleMisses(-1202, [3, -9813]),
    { text: sClient(webIssuer, '20 (unable to get local issuer certificate)'), why: 'openssl has no store of roots' },
    {
      text: curlRequest('*  SSL certificate verify result: self-signed certificate (18), continuing anyway.'),
      why: 'certificate verification is turned off',
    },
    {
      text: windowsEvent('Schannel', 36888, { CallerProcessImageName: 'Zoom.exe', AlertDesc: 40 }),
      why: 'no common cipher, which has nothing to do with certificates',
    },
    { text: windowsEvent('Schannel', 36874, { CallerProcessImageName: 'Zoom.exe' }), why: 'the server side of TLS' },
    { text: windowsEvent('Schannel', 36887, { AlertDesc: 48 }), why: 'an older event that names no program' },
    {
      text: windowsEvent('Schannel', 36887, { CallerProcessImageName: 'Zoom.exe', AlertDesc: 70 }),
      why: 'the version of TLS was refused, not the certificate',
    },
    { text: netlogRequest('update.example.com', -202), why: 'not a Zoom host' },
    { text: foreignLine(-202), why: 'written by another program that Zoom started' },
    {
      text: windowsEvent('Schannel', 36882, { CallerProcessId: 4021, CallerProcessImageName: 'mail.exe' }),
      why: "another program's certificate",
    },
  ],
});
