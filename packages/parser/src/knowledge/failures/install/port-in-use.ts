import { defineFailure } from '../../../define.ts';

const failed = (errno: number): string =>
  `08/09/2025 10:11:12:013\tZOOM\t[640:7001:80808]\tERROR\tasync_acceptor_t::bind failed, errno = ${errno}, this = 0x0a00b000`;

/** One guide names it; no log was seen. */
export default defineFailure({
  id: 'port-in-use',
  class: 'install',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'A port that Zoom wants is taken',
  cause: 'The system says that the address is in use: a process of Zoom that did not end may still hold it.',
  remedy: 'Quit Zoom, end the processes of it that are left, and start it again.',
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
  misses: [{ text: failed(10060), why: 'nobody answered' }],
});
