import { defineFailure } from '../../../define.ts';
import { appleMisses, appleTrouble, refusedCertificate } from '../../wordings/apple-trouble.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium, foreignLine } from '../../wordings/chromium.ts';
import { dateRefusedNow } from '../../wordings/connection-tests.ts';
import { curlRequest } from '../../wordings/curl.ts';
import { capi2Event, netlogRequest, windowsEvent } from '../../wordings/samples.ts';
import { capi2, schannel } from '../../wordings/schannel.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'certificate-date-error',
  class: 'tls-clock',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: "Zoom's certificate is not valid on this machine's current date",
  cause:
    "By this machine's clock, a Zoom server's certificate has expired or is not yet valid: with a public server, suspect the clock first.",
  remedy: 'Check and set the clock and its time zone; if they are right, look for TLS inspection.',
  likelyCodes: ['5003', '104103'],
  subject: { kind: 'host', fields: ['host', 'targetname'] },
  match: [
    ...dateRefusedNow,
    {
      has: 'net_error',
      fields: { net_error: [-201], host: zoomHost },
      formats: ['netlog'],
      layout: 'captured',
      hits: [netlogRequest('us04web.zoom.us', -201)],
    },
    ...schannel(
      { eventid: [36881] },
      {
        id: 36881,
        message: 'The certificate received from the remote server has either expired or is not yet valid.',
      },
    ),
    ...schannel(
      { eventid: [36888], alertdesc: [45] },
      {
        id: 36888,
        data: { AlertDesc: 45 },
        message:
          'A fatal alert was generated and sent to the remote endpoint. The TLS protocol defined fatal alert code is 45.',
      },
    ),
    ...capi2('CERT_TRUST_IS_NOT_TIME_VALID', '800B0101'),
    ...browser('date'),
    ...chromium([-201]),
    ...appleTrouble('date', {
      code: -1201,
      stream: [3, -9814],
      isPlain: true,
      lines: refusedCertificate('certificate expired', -9814),
    }),
  ],
  when: { proof: { with: ['clock-wrong'], twice: true } },
  fixes: [
    'clock-measure-windows',
    'clock-measure-macos',
    'clock-status-linux',
    'clock-status-windows',
    'tls-issuer-windows',
    'tls-issuer',
    'clock-sync-windows',
    'clock-sync-macos',
    'clock-sync-linux',
  ],
  alternatives: [
    { class: 'firewall', why: 'a firewall whose TLS inspection uses an expired certificate looks the same' },
  ],
  misses: [
    ...appleMisses(-1201, [3, -9814]),
    {
      text: curlRequest('* SSL certificate problem: certificate is not yet valid', 'www.example.com'),
      why: 'another host',
    },
    {
      text: capi2Event('Setup.exe', 'CERT_TRUST_IS_NOT_TIME_VALID', '800B0101', '1.3.6.1.5.5.7.3.1', '*.zoom.us'),
      why: "another program's certificate",
    },
    { text: capi2Event('Zoom.exe', '', '0', '1.3.6.1.5.5.7.3.1', '*.zoom.us'), why: 'the chain is good' },
    {
      text: capi2Event('Zoom.exe', 'CERT_TRUST_IS_NOT_TIME_VALID', '800B0101', '1.3.6.1.5.5.7.3.3', 'Example'),
      why: 'a code-signing certificate',
    },
    {
      text: windowsEvent('Schannel', 36881, {}),
      why: 'an older event that names no program, which is routine noise',
    },
    {
      text: windowsEvent('Schannel', 36887, { CallerProcessImageName: 'Zoom.exe', AlertDesc: 45 }),
      why: "the server rejects the client's certificate, not the reverse",
    },
    { text: netlogRequest('update.example.com', -201), why: 'not a Zoom host' },
    { text: foreignLine(-201), why: 'written by another program that Zoom started' },
    {
      text: windowsEvent('Schannel', 36881, { CallerProcessId: 4021, CallerProcessImageName: 'mail.exe' }),
      why: "another program's certificate",
    },
  ],
});
