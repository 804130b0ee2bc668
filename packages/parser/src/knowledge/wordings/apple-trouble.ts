/** How the unified log of macOS tells that a request of Zoom's failed, as patterns: `trouble` and `of` are told by apple-request.ts. */
import type { Miss, Pattern, Provenance } from '../../define.ts';
import { references } from '../references.ts';
import { unifiedLogs } from './unified-log.ts';
import { unifiedLines } from './unified-samples.ts';

/** The styles that name the process: where it does not stand, only a failing address tells whose a request was. */
const withProcess = unifiedLogs.filter((id) => id !== 'unified-log-excerpt');

/** What a failed task leaves: `code`, of `domain`; `stream`, the domain and the number of its stream. */
export const failedTask = (
  code: number,
  stream: readonly [number, number],
  host = 'us04web.zoom.us',
  domain = 'NSURLErrorDomain',
): string =>
  `Task <00000000-0000-4000-8000-000000000001>.<4> finished with error [${code}] Error Domain=${domain} Code=${code} UserInfo={_kCFStreamErrorDomainKey=${stream[0]}, _kCFStreamErrorCodeKey=${stream[1]}, NSErrorFailingURLKey=${host === '' ? '<private>' : `https://${host}/`}}`;

const inAll = (message: string): string[] => [...unifiedLines('zoom.us', message), message];

interface Told {
  readonly code: number;
  readonly stream: readonly [number, number];
  readonly domain?: 'kCFErrorDomainCFNetwork';
  /** The code tells it without the stream: older systems print no more of a request. */
  readonly isPlain?: true;
  /** Connections and sockets tell it as well, by a literal and a message each: they may lead anywhere. */
  readonly lines?: readonly (readonly [has: string, message: string])[];
  readonly provenance?: Provenance;
}

/** What macOS up to 10.14 printed of such a request. */
const older = (code: number, stream: readonly [number, number], isPlain = false): (readonly [string, string])[] => [
  ...(isPlain ? [['NSURLConnection finished', `NSURLConnection finished with error - code ${code}`] as const] : []),
  ...(stream[0] === 3
    ? [
        [
          'kCFStreamErrorDomainSSL',
          `NSURLSession/NSURLConnection HTTP load failed (kCFStreamErrorDomainSSL, ${stream[1]})`,
        ] as const,
      ]
    : []),
];

/** That a request of Zoom's failed so: `trouble`. */
export const appleTrouble = (
  trouble: string,
  { code, stream, domain, isPlain, lines = [], provenance = { layout: 'constructed' } }: Told,
): Pattern[] => [
  {
    formats: unifiedLogs,
    has: domain ?? 'NSURLErrorDomain',
    fields: { trouble: [trouble], of: ['zoom', 'client'] },
    ...provenance,
    hits: inAll(failedTask(code, stream, undefined, domain)),
  },
  {
    formats: withProcess,
    has: 'Task <',
    fields: { trouble: [trouble], of: ['zoom', 'client'] },
    layout: 'constructed',
    hits: unifiedLines(
      'zoom.us',
      `Task <00000000-0000-4000-8000-000000000001>.<4> HTTP load failed, 0/0 bytes (error code: ${code} [${stream.join(':')}])`,
    ),
  },
  ...older(code, stream, isPlain).map(
    ([has, message]): Pattern => ({
      formats: withProcess,
      has,
      fields: { trouble: [trouble], of: ['client'] },
      layout: 'constructed',
      hits: unifiedLines('zoom.us', message),
    }),
  ),
  ...lines.map(
    ([has, message]): Pattern => ({
      formats: withProcess,
      has,
      fields: { trouble: [trouble], of: ['zoom', 'socket'] },
      ...provenance,
      strength: 'weak',
      hits: unifiedLines('zoom.us', message),
    }),
  ),
];

/** A connection of Zoom's that failed with a number of errno, by the connection and by its socket. */
export const failedSocket = (number: number, words: string): (readonly [string, string])[] => [
  ['failed to connect 1:', `Connection 7: failed to connect 1:${number}, reason -1`],
  ['TIC TCP Conn Failed', `TIC TCP Conn Failed [7:0x600000f0c000]: 1:${number} Err(${number})`],
  ['SO_ERROR [', `nw_socket_handle_socket_event [C7.1.1:2] Socket SO_ERROR [${number}: ${words}]`],
];

/** A TLS alert that this side sent, and what the evaluation of a certificate gave. */
export const refusedCertificate = (description: string, number: number): (readonly [string, string])[] => [
  [
    ' alert, level',
    `boringssl_context_handle_fatal_alert(2313) [C7.1.1.1:2][0x10471e200] write alert, level: fatal, description: ${description}`,
  ],
  ['TLS Trust', `Connection 7: TLS Trust encountered error 3:${number}`],
];

/** A task that was answered. Its lines name no host. */
export const answeredTask = 'Task <00000000-0000-4000-8000-000000000001>.<4> received response, status 200 content K';

/** That an answer came to Zoom. */
export const appleAnswer = (of: readonly string[]): Pattern[] => [
  {
    formats: withProcess,
    has: 'Task <',
    fields: { answer: ['well'], of },
    layout: 'documented',
    see: [references.appleHostLost],
    hits: unifiedLines('zoom.us', answeredTask),
  },
];

/** The same of another program, and to another host. */
export const appleMisses = (code: number, stream: readonly [number, number]): Miss[] => [
  { text: unifiedLines('geod', failedTask(code, stream, ''))[2]!, why: "another program's request" },
  { text: unifiedLines('zoom.us', failedTask(code, stream, 'tracker.example.com'))[2]!, why: 'another host' },
];

/** That no host of that name was found. */
export const appleNoHost: readonly Pattern[] = appleTrouble('name', {
  code: -1003,
  stream: [12, 8],
  isPlain: true,
  lines: [
    ['failed to connect 12:', 'Connection 7: failed to connect 12:8, reason -1'],
    ['TIC TCP Conn Failed', 'TIC TCP Conn Failed [7:0x600000f0c000]: 12:8 Err(-65554)'],
  ],
  provenance: { layout: 'documented', see: [references.appleNoHost] },
});

/** That there was no way to the internet. */
export const appleOffline: readonly Pattern[] = appleTrouble('unreachable', {
  code: -1009,
  stream: [1, 50],
  isPlain: true,
  lines: [
    ...failedSocket(50, 'Network is down'),
    [
      'No network route',
      'nw_endpoint_handler_path_change [C7.1 us04web.zoom.us:443 waiting path (unsatisfied (No network route), dns)]',
    ],
    [
      'evaluation error',
      'nw_proxy_resolver_create_parsed_array [C7.1 proxy pac] Evaluation error: NSURLErrorDomain: -1009',
    ],
  ],
  provenance: { layout: 'documented', see: [references.appleOffline] },
});
