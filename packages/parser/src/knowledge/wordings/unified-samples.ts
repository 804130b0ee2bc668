/** Sample lines of the macOS unified log in all its styles. */

/** Messages of one process in the styles of the macOS unified log that name it: as JSON, compact, default, syslog, copied, printed. */
export const unifiedLines = (process: string, ...messages: readonly string[]): string[] => [
  messages
    .map((message, i) =>
      JSON.stringify({
        timestamp: `2025-12-24 18:00:0${i}.250000-0700`,
        processImagePath: `/usr/libexec/${process}`,
        eventMessage: message,
      }),
    )
    .join('\n'),
  ...[
    (i: number) => `2025-12-24 18:00:0${i}.250 Df ${process}[377:1f0a] [com.example:log] `,
    (i: number) =>
      `2025-12-24 18:00:0${i}.250000-0700 0x1f0a     Default     0x0                  377    0    ${process}: [com.example:log] `,
    (i: number) => `2025-12-24 18:00:0${i}.250000-0700  localhost ${process}[377]: [com.example:log] `,
    (i: number) => `default\t18:00:0${i}.250000-0700\t${process}\t`,
    (i: number) => `2025-12-24 18:00:0${i}.250000-0700 ${process}[377:5983] [log] `,
  ].map((head) => messages.map((message, i) => `${head(i)}${message}`).join('\n')),
  JSON.stringify(
    messages.map((message, i) => ({
      timestamp: `2025-12-24 18:00:0${i}.250000-0700`,
      processImagePath: `/usr/libexec/${process}`,
      eventMessage: message,
    })),
    null,
    2,
  ),
];

/** Lines of the macOS kernel, and its messages alone. */
export const kernelLines = (...messages: readonly string[]): string[] => [
  ...unifiedLines('kernel', ...messages),
  messages.join('\n'),
];

/** Lines of tccd in the styles of the unified log, and its messages alone. */
export const tccdLines = (...messages: readonly string[]): string[] => [
  ...unifiedLines('tccd', ...messages),
  messages.join('\n'),
];

/** A privacy request of macOS: who asks for what, and the answer, in each style. */
export const tccRequests = (client: string, service: string, preflight: 'yes' | 'no', answer: string): string[] =>
  tccdLines(...tccRequest(client, service, preflight, answer));

/** The same in ndjson alone. */
export const tccRequestLines = (client: string, service: string, preflight: 'yes' | 'no', answer: string): string =>
  tccRequests(client, service, preflight, answer)[0]!;

const tccRequest = (client: string, service: string, preflight: 'yes' | 'no', answer: string): string[] => [
  `AUTHREQ_CTX: msgID=88.2, function=TCCAccessRequest, service=${service}, preflight=${preflight}, query=1`,
  `AUTHREQ_ATTRIBUTION: msgID=88.2, attribution={accessing={TCCDProcess: identifier=${client}, pid=701, auid=501}, },`,
  `AUTHREQ_RESULT: msgID=88.2, ${answer}, authVersion=1, error=(null),`,
];
