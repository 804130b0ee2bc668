import { embeddedHits, embeddedPatterns, foreignLine } from '../../chromium-errors.ts';
import { defineFailure } from '../../define.ts';
import { netlogRequest, windowsEvent } from '../../samples.ts';
import { zoomHost, zoomProgram } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'certificate-date-error',
  class: 'tls-clock',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: "A certificate of Zoom is not valid at this machine's time",
  cause:
    'The certificate of a Zoom server is expired or not yet valid by the clock of this machine: with a public server the clock is the first suspect.',
  remedy: 'Check and set the clock and its time zone; if it is right, look for a device that inspects TLS.',
  likelyCodes: ['5003', '104103'],
  formats: ['netlog', 'chromium', 'windows-events'],
  match: [
    { has: 'net_error', fields: { net_error: [-201], host: zoomHost }, formats: ['netlog'], layout: 'captured' },
    {
      has: '36881',
      fields: { eventid: [36881], provider: ['Schannel'], callerprocessimagename: zoomProgram },
      formats: ['windows-events'],
      layout: 'documented',
    },
    {
      has: '36881',
      fields: { eventid: [36881], provider: ['Schannel'], targetname: zoomHost },
      formats: ['windows-events'],
      layout: 'documented',
    },
    {
      has: '36888',
      fields: { alertdesc: [45], eventid: [36888], provider: ['Schannel'], callerprocessimagename: zoomProgram },
      formats: ['windows-events'],
      layout: 'documented',
    },
    ...embeddedPatterns([-201]),
  ],
  provenWith: ['clock-wrong'],
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
    { class: 'firewall', why: 'an inspecting firewall with an expired certificate of its own shows the same' },
  ],
  hits: [
    netlogRequest('us04web.zoom.us', -201),
    windowsEvent('Schannel', 36881, { CallerProcessId: 4021, CallerProcessImageName: 'Zoom.exe' }),
    windowsEvent('Schannel', 36888, { CallerProcessId: 4021, CallerProcessImageName: 'Zoom.exe', AlertDesc: 45 }),
    windowsEvent('Schannel', 36881, { CallerProcessId: 4021, TargetName: 'us04web.zoom.us' }),
    ...embeddedHits(-201),
  ],
  misses: [
    {
      text: windowsEvent('Schannel', 36887, { CallerProcessImageName: 'Zoom.exe', AlertDesc: 45 }),
      why: 'the server complains about our certificate, not we about its',
    },
    { text: netlogRequest('update.example.com', -201), why: 'the host is not Zoom’s' },
    { text: foreignLine(-201), why: 'written by another program that was started from Zoom' },
    {
      text: windowsEvent('Schannel', 36881, { CallerProcessId: 4021, CallerProcessImageName: 'mail.exe' }),
      why: 'another program’s certificate',
    },
  ],
});
