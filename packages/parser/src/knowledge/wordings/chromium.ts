/** How the browser inside the client logs a network error: by number, or by name. */
import { netErrorName } from '../../codes/net-error.ts';
import type { Pattern } from '../../define.ts';
import { references } from '../references.ts';
import { linuxLaunch, oldLinuxLaunch } from './samples.ts';

/** Strong when the line's process is known to be Zoom's, weak when the log names no processes; other programs' lines do not count. */
export const chromium = (errors: readonly [number, ...number[]]): Pattern[] =>
  [
    { has: 'net_error', line: byNumber(4021, errors[0]) },
    { has: 'net::ERR_', line: byName(4021, errors[0]) },
  ].flatMap(({ has, line }): Pattern[] => [
    {
      formats: ['chromium'],
      has,
      fields: { net_error: errors, owner: ['zoom'] },
      layout: 'documented',
      see: [references.netErrors],
      hits: [linuxLaunch(line)],
    },
    {
      formats: ['chromium'],
      has,
      fields: { net_error: errors, owner: ['unknown'] },
      layout: 'documented',
      see: [references.netErrors],
      strength: 'weak',
      hits: [oldLinuxLaunch(line)],
    },
  ]);

const byNumber = (pid: number, error: number): string =>
  `[${pid}:4077:0918/071203.000451:ERROR:ssl_client_socket_impl.cc(991)] handshake failed; returned -1, SSL error code 1, net_error ${error}`;

const byName = (pid: number, error: number): string =>
  `[${pid}:${pid}:0918/071203.000451:ERROR:browser_host.cc(403)] Page load failed: net::${netErrorName(error)}`;

/** The same line of a program that was started from Zoom, and is not Zoom. */
export const foreignLine = (error: number): string => linuxLaunch(byNumber(9999, error));
