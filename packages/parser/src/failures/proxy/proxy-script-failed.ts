import { defineFailure } from '../../define.ts';
import { linuxLaunch, netlogRequest, oldLinuxLaunch } from '../../samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'proxy-script-failed',
  class: 'proxy',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The automatic proxy script failed',
  cause: 'The script (PAC) that chooses the proxy could not be fetched or run.',
  remedy: 'Correct the address of the script, or its contents.',
  likelyCodes: ['5003'],
  formats: ['netlog', 'chromium'],
  match: [
    {
      has: 'net_error',
      fields: { net_error: [-131, -327], host: zoomHost },
      formats: ['netlog'],
      layout: 'documented',
      strength: 'proof',
    },
    {
      has: 'net_error',
      fields: { net_error: [-131, -327], owner: ['zoom'] },
      formats: ['chromium'],
      layout: 'documented',
    },
    {
      has: 'net_error',
      fields: { net_error: [-131, -327], owner: ['unknown'] },
      formats: ['chromium'],
      layout: 'documented',
      strength: 'weak',
    },
  ],
  fixes: ['proxy-show-windows', 'proxy-show-macos', 'proxy-show-linux', 'proxy-ask-settings'],
  alternatives: [{ class: 'network', why: 'the script’s server may be out of reach because the network is' }],
  hits: [
    netlogRequest('us04web.zoom.us', -131),
    linuxLaunch(
      '[4021:4077:0918/071203.000451:ERROR:ssl_client_socket_impl.cc(991)] handshake failed; returned -1, SSL error code 1, net_error -131',
    ),
    oldLinuxLaunch(
      '[4021:4077:0918/071203.000451:ERROR:ssl_client_socket_impl.cc(991)] handshake failed; returned -1, SSL error code 1, net_error -131',
    ),
  ],
  misses: [
    { text: netlogRequest('update.example.com', -131), why: 'the host is not Zoom’s' },
    {
      text: linuxLaunch(
        '[9999:9999:0918/071203.000451:ERROR:ssl_client_socket_impl.cc(991)] handshake failed; returned -1, SSL error code 1, net_error -131',
      ),
      why: 'written by another program that was started from Zoom',
    },
  ],
});
