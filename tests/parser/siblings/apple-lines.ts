/** Lines of the macOS unified log in its styles, for siblings. */

/** In the default style: `08:41:14.202117`, the type, the process and the message, on 11 August 2026. */
export const shown = (clock: string, type: string, pid: number, process: string, message: string): string =>
  `2026-08-11 ${clock}+0200 0x${(pid * 37).toString(16).padEnd(8)} ${type.padEnd(11)} 0x0                  ${String(pid).padEnd(6)} 0    ${process}: ${message}\n`;

export const columns = 'Timestamp                       Thread     Type        Activity             PID    TTL  \n';

/** In the syslog style. */
export const asSyslog = (clock: string, process: string, message: string): string =>
  `2026-08-11 ${clock}-0400  localhost ${process}: ${message}\n`;

/** As ndjson, its slashes escaped as some systems write them. */
export const asJson = (clock: string, path: string, message: string): string =>
  `${JSON.stringify({ timezoneName: '', messageType: 'Error', eventType: 'logEvent', processImagePath: path, timestamp: `2026-08-11 ${clock}+0900`, eventMessage: message, processID: 871 }).replaceAll('/', '\\/')}\n`;

/** In the compact style. */
export const compact = (clock: string, process: string, message: string): string =>
  `2026-08-11 ${clock} E  ${process} ${message}\n`;
