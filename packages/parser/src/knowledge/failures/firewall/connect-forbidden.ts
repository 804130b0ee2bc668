import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { appleMisses, appleTrouble, failedSocket } from '../../wordings/apple-trouble.ts';
import { browser } from '../../wordings/browser.ts';
import { chromium } from '../../wordings/chromium.ts';
import { netlogRequest } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFailure({
  id: 'connect-forbidden',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'This computer blocks Zoom from connecting',
  cause:
    'This computer refused the connect call at once (Winsock 10013, or errno 1 on a Mac): a local firewall or security product blocks the program.',
  remedy: 'Allow outbound Zoom traffic in the local firewall or security product.',
  likelyCodes: ['104103'],
  match: [
    {
      has: 'connect failed, errno',
      fields: { errno_name: ['WSAEACCES'] },
      formats: ['zoom-memlog'],
      layout: 'constructed',
      hits: [
        '08/09/2025 10:11:12:013\tZOOM\t[640:7001:80808]\tERROR\tasync_connector_t::connect failed, errno = 10013, this = 0x0a00b000',
      ],
    },
    {
      has: 'net_error',
      fields: { net_error: [-138], host: zoomHost },
      formats: ['netlog'],
      layout: 'documented',
      see: [references.netErrors, references.netLog],
      strength: 'proof',
      hits: [netlogRequest('us04web.zoom.us', -138)],
    },
    ...browser('forbidden', { recorded: 'proof' }),
    ...chromium([-138]),
    ...appleTrouble('forbidden', {
      code: -1004,
      stream: [1, 1],
      lines: failedSocket(1, 'Operation not permitted'),
    }),
  ],
  fixes: [
    'firewall-find-zoom-exe',
    'firewall-list-rules',
    'firewall-outbound-default',
    'firewall-disable-block-rule',
    'firewall-allow-zoom',
    'firewall-security-suite-exception',
  ],
  alternatives: [{ class: 'permissions', why: 'a policy that confines the program causes the same error' }],
  misses: [
    ...appleMisses(-1004, [1, 1]),
    {
      text: '08/09/2025 10:11:12:013\tZOOM\t[640:7001:80808]\tERROR\tasync_connector_t::connect failed, errno = 10061, this = 0x0a00b000',
      why: 'refused by the remote end, not by this machine',
    },
    {
      text: netlogRequest('update.example.com', -138),
      why: 'not a Zoom host',
    },
  ],
});
