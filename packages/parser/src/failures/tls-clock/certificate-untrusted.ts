import { embeddedHits, embeddedPatterns, foreignLine } from '../../chromium-errors.ts';
import { defineFailure } from '../../define.ts';
import { netlogRequest, windowsEvent } from '../../samples.ts';
import { zoomHost, zoomProgram } from '../../zoom-identity.ts';

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
  formats: ['netlog', 'chromium', 'windows-events'],
  match: [
    { has: 'net_error', fields: { net_error: [-202], host: zoomHost }, formats: ['netlog'], layout: 'captured' },
    {
      has: '36882',
      fields: { eventid: [36882], provider: ['Schannel'], callerprocessimagename: zoomProgram },
      formats: ['windows-events'],
      layout: 'documented',
    },
    ...embeddedPatterns([-202]),
  ],
  fixes: ['tls-issuer-windows', 'tls-issuer', 'tls-exempt-zoom', 'tls-install-root'],
  alternatives: [{ class: 'proxy', why: 'a proxy that inspects TLS puts its own certificate in place' }],
  hits: [
    netlogRequest('us04web.zoom.us', -202),
    windowsEvent('Schannel', 36882, {
      CallerProcessId: 4021,
      CallerProcessImageName: 'C:\\Program Files\\Zoom\\bin\\Zoom.exe',
    }),
    ...embeddedHits(-202),
  ],
  misses: [
    { text: netlogRequest('update.example.com', -202), why: 'the host is not Zoom’s' },
    { text: foreignLine(-202), why: 'written by another program that was started from Zoom' },
    {
      text: windowsEvent('Schannel', 36882, { CallerProcessId: 4021, CallerProcessImageName: 'mail.exe' }),
      why: 'another program’s certificate',
    },
  ],
});
