import { defineFailure } from '../../../define.ts';
import { embeddedHits, embeddedPatterns, foreignLine } from '../../wordings/chromium.ts';
import { curlPattern, curlRequest } from '../../wordings/curl.ts';
import { netlogRequest, windowsEvent } from '../../wordings/samples.ts';
import { capi2Hits, capi2Patterns, schannelHits, schannelPatterns } from '../../wordings/schannel.ts';
import { windowsEventFormats } from '../../wordings/windows-event-message.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'certificate-untrusted',
  class: 'tls-clock',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'A certificate of Zoom is not trusted',
  cause:
    'The certificate came from an issuer that this machine does not trust: most often a device that inspects TLS, or a missing root.',
  remedy: 'Exempt the Zoom hosts from TLS inspection, or install the root certificate of the inspecting device.',
  likelyCodes: ['5003', '104103'],
  formats: ['netlog', 'chromium', ...windowsEventFormats, 'curl'],
  match: [
    curlPattern('untrusted'),
    { has: 'net_error', fields: { net_error: [-202], host: zoomHost }, formats: ['netlog'], layout: 'captured' },
    // Not trusted, not validated, another name: what a device that inspects TLS puts in the place of Zoom's certificate.
    ...schannelPatterns({ eventid: [36876, 36882, 36884] }),
    ...schannelPatterns({ eventid: [36888], alertdesc: [42, 46, 48] }),
    ...capi2Patterns('CERT_TRUST_IS_UNTRUSTED_ROOT', '800B0109'),
    ...embeddedPatterns([-202]),
  ],
  provenByTwo: true,
  fixes: ['tls-issuer-windows', 'tls-issuer', 'tls-exempt-zoom', 'tls-install-root'],
  alternatives: [{ class: 'proxy', why: 'a proxy that inspects TLS puts its own certificate in place' }],
  hits: [
    curlRequest('* SSL certificate problem: self-signed certificate'),
    netlogRequest('us04web.zoom.us', -202),
    ...schannelHits(36882),
    windowsEvent('Schannel', 36884, { CallerProcessImageName: 'svchost.exe', TargetName: 'us04web.zoom.us' }),
    ...schannelHits(36888, { AlertDesc: 48 }),
    ...capi2Hits('CERT_TRUST_IS_UNTRUSTED_ROOT', '800B0109'),
    ...embeddedHits(-202),
  ],
  misses: [
    {
      text: curlRequest('*  SSL certificate verify result: self-signed certificate (18), continuing anyway.'),
      why: 'told not to care',
    },
    {
      text: windowsEvent('Schannel', 36888, { CallerProcessImageName: 'Zoom.exe', AlertDesc: 40 }),
      why: 'no common cipher: nothing of certificates',
    },
    { text: windowsEvent('Schannel', 36874, { CallerProcessImageName: 'Zoom.exe' }), why: 'a server’s side of TLS' },
    { text: windowsEvent('Schannel', 36887, { AlertDesc: 48 }), why: 'an older event names no program' },
    { text: netlogRequest('update.example.com', -202), why: 'the host is not Zoom’s' },
    { text: foreignLine(-202), why: 'written by another program that was started from Zoom' },
    {
      text: windowsEvent('Schannel', 36882, { CallerProcessId: 4021, CallerProcessImageName: 'mail.exe' }),
      why: 'another program’s certificate',
    },
  ],
});
