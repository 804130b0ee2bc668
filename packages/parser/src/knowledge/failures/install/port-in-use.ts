import { defineFailure } from '../../../define.ts';

const failed = (errno: number): string =>
  `08/09/2025 10:11:12:013\tZOOM\t[640:7001:80808]\tERROR\tasync_acceptor_t::bind failed, errno = ${errno}, this = 0x0a00b000`;

/** From one guide; not seen in a log. */
export default defineFailure({
  id: 'port-in-use',
  class: 'install',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'A port that Zoom needs is in use',
  cause: 'The system reports that the address is in use: a Zoom process that did not exit may still hold it.',
  remedy: 'Quit Zoom, end any remaining Zoom processes, and start it again.',
  match: [
    {
      formats: ['zoom-memlog'],
      has: 'failed, errno',
      fields: { errno_name: ['EADDRINUSE'] },
      layout: 'constructed',
      hits: [failed(10048)],
    },
  ],
  fixes: ['install-quit-windows', 'install-quit-macos', 'install-quit-linux', 'install-force-quit-windows'],
  misses: [{ text: failed(10060), why: 'no one answered' }],
});
