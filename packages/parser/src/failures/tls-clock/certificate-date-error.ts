import { defineFailure } from '../../define.ts';
import { linuxLaunch, netlogRequest, oldLinuxLaunch, windowsEvent } from '../../samples.ts';
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
    { has: 'net_error', fields: { net_error: [-201], owner: ['zoom'] }, formats: ['chromium'], layout: 'documented' },
    {
      has: 'net_error',
      fields: { net_error: [-201], owner: ['unknown'] },
      formats: ['chromium'],
      layout: 'documented',
      strength: 'weak',
    },
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
    linuxLaunch(
      '[4021:4077:0918/071203.000451:ERROR:ssl_client_socket_impl.cc(991)] handshake failed; returned -1, SSL error code 1, net_error -201',
    ),
    oldLinuxLaunch(
      '[4021:4077:0918/071203.000451:ERROR:ssl_client_socket_impl.cc(991)] handshake failed; returned -1, SSL error code 1, net_error -201',
    ),
    windowsEvent('Schannel', 36881, { CallerProcessId: 4021, CallerProcessImageName: 'Zoom.exe' }),
    windowsEvent('Schannel', 36881, { CallerProcessId: 4021, TargetName: 'us04web.zoom.us' }),
  ],
  misses: [
    { text: netlogRequest('update.example.com', -201), why: 'the host is not Zoom’s' },
    {
      text: linuxLaunch(
        '[9999:9999:0918/071203.000451:ERROR:ssl_client_socket_impl.cc(991)] handshake failed; returned -1, SSL error code 1, net_error -201',
      ),
      why: 'written by another program that was started from Zoom',
    },
    {
      text: windowsEvent('Schannel', 36881, { CallerProcessId: 4021, CallerProcessImageName: 'mail.exe' }),
      why: 'another program’s certificate',
    },
  ],
});
