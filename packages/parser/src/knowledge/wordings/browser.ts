/** How browsers record that a request to Zoom failed, in all of their files: recorded requests, consoles, logs. */
import type { Pattern, Provenance } from '../../define.ts';
import type { Strength } from '../../model.ts';
import { references } from '../references.ts';
import { zoomHost } from '../zoom-identity.ts';
import type { Outcome } from './browser-outcome.ts';

/** One way in which each browser says it; what is absent has no words of its own there. */
interface Words {
  readonly chromium?: string;
  readonly firefox?: string;
  readonly safari?: string;
  /** The number of a result in Firefox's log. */
  readonly result?: string;
  /** What Chromium says of a web socket, and no code. */
  readonly socket?: string;
  /** An HTTP status. */
  readonly status?: number;
}

const words: Readonly<Partial<Record<Outcome, Words>>> = {
  'timed-out': { chromium: 'TIMED_OUT', firefox: 'NS_ERROR_NET_TIMEOUT', safari: 'The request timed out.', result: '804b000e', socket: 'WebSocket opening handshake timed out' },
  refused: { chromium: 'CONNECTION_REFUSED', firefox: 'NS_ERROR_CONNECTION_REFUSED', safari: 'Could not connect to the server.', result: '804b000d' },
  reset: { chromium: 'CONNECTION_RESET', firefox: 'NS_ERROR_NET_RESET', safari: 'The network connection was lost.', result: '804b0014' },
  dns: { chromium: 'NAME_NOT_RESOLVED', firefox: 'NS_ERROR_UNKNOWN_HOST', safari: 'A server with the specified hostname could not be found.', result: '804b001e' },
  offline: { chromium: 'INTERNET_DISCONNECTED', firefox: 'NS_ERROR_OFFLINE', safari: 'The Internet connection appears to be offline.', result: '804b0010' },
  forbidden: { chromium: 'NETWORK_ACCESS_DENIED' },
  'blocked-by-policy': { chromium: 'BLOCKED_BY_ADMINISTRATOR' },
  'proxy-unreachable': { chromium: 'PROXY_CONNECTION_FAILED', firefox: 'NS_ERROR_PROXY_CONNECTION_REFUSED', result: '804b0048' },
  'proxy-refused': { chromium: 'TUNNEL_CONNECTION_FAILED', firefox: 'NS_ERROR_PROXY_FORBIDDEN', result: '804b0193', socket: 'Establishing a tunnel via proxy server failed.' },
  'proxy-login': { chromium: 'INVALID_AUTH_CREDENTIALS', firefox: 'NS_ERROR_PROXY_AUTHENTICATION_FAILED', result: '804b0197', status: 407, socket: 'Proxy authentication failed' },
  'proxy-script': { chromium: 'MANDATORY_PROXY_CONFIGURATION_FAILED' },
  'proxy-none': { chromium: 'NO_SUPPORTED_PROXIES' },
  date: { chromium: 'CERT_DATE_INVALID', firefox: 'SEC_ERROR_EXPIRED_CERTIFICATE', result: '805a1ff5' },
  untrusted: { chromium: 'CERT_AUTHORITY_INVALID', firefox: 'SEC_ERROR_UNKNOWN_ISSUER', safari: 'The certificate for this server is invalid.', result: '805a1ff3' },
  'tls-failed': { chromium: 'SSL_PROTOCOL_ERROR', firefox: 'SSL_ERROR_NO_CYPHER_OVERLAP', safari: 'An SSL error has occurred and a secure connection to the server cannot be made.' },
  'server-error': { status: 503 },
  'not-allowed': { status: 403 },
}; // biome-ignore format: a table

/** The page that it shows to the user, copied: Chromium's, or else Firefox's or Safari's. */
const shown = ({ chromium, status }: Words, site: string): string | null =>
  chromium
    ? `This site can’t be reached\n${site} does not open.\n${/^CERT/.test(chromium) ? 'NET::' : ''}ERR_${chromium}`
    : status
      ? `This page isn’t working\n${site} is currently unable to handle this request.\nHTTP ERROR ${status}`
      : null;

/** A user copied it: it names the site, or the text around it names Zoom. */
export function pages(outcome: Outcome, fields: Pattern['fields'] & {}, page?: string): Pattern[] {
  const hit = page ?? shown(words[outcome] ?? {}, 'us04web.zoom.us');
  if (!hit) return [];
  const common = { formats: ['browser-page'], has: 'zoom', layout: 'constructed' } as const;
  return [
    { ...common, fields, strength: outcome === 'not-allowed' ? 'weak' : 'strong', hits: [hit] },
    {
      ...common,
      fields: { outcome: [outcome], page: ['likely'] },
      strength: 'weak',
      hits: [`The page of Zoom does not open.\n\n${hit.replace(/^.*zoom\.us.*\n?/gm, '')}`],
    },
  ];
}

interface Options {
  /** Of what a recording of requests shows: the browser made the request itself and wrote down how it ended. */
  readonly recorded?: Strength;
}

/** Patterns of a failure: a request to a host of Zoom's ended so. What names no host, in a console of Zoom's page, is weak. */
export function browser(outcome: Outcome, { recorded }: Options = {}): Pattern[] {
  const { chromium, firefox, safari, result, socket, status } = words[outcome] ?? {};
  const fields = { outcome: [outcome], host: zoomHost };
  const har: Pattern = {
    formats: ['har'],
    has: '"response"',
    fields,
    ...(recorded ? { strength: recorded } : {}),
    ...documented(references.harChromium, references.harWebKit),
    hits: [
      ...(chromium ? [harEntry({ error: `net::ERR_${chromium}` })] : []),
      ...(status ? [harEntry({ status })] : []),
      ...(safari ? [harEntry({ error: safari })] : []),
    ],
  };
  const lines = [
    chromium &&
      inConsole(
        'net::ERR_',
        fields,
        socketLine(`Error in connection establishment: net::ERR_${chromium}`),
        references.socketFailure,
      ),
    firefox && inConsole('ERROR_', fields, `GET https://us04web.zoom.us/wc/join ${firefox}`),
    safari && inConsole('Failed to load', fields, safariLine(safari)),
    safari && inConsole('WebSocket conn', fields, socketLine(safari)),
    socket && inConsole('WebSocket conn', fields, socketLine(socket), references.socketFailure),
    status && inConsole('Unexpected response code', fields, socketLine(`Unexpected response code: ${status}`)),
    status && inConsole('a status of', fields, statusLine(status)),
    chromium &&
      hostless(
        'net::ERR_',
        outcome,
        `webclient.min.js:1 Adaptor config ./index.js is not loaded\njoin:1 Failed to load resource: net::ERR_${chromium}`,
      ),
    chromium && inLog('chromium', 'net::ERR_', fields, chromiumLine(`net::ERR_${chromium}`)),
    ...pages(outcome, fields),
    firefox && inLog('moz-log', 'ERROR_', fields, mozLine(firefox)),
    result && inLog('moz-log', 'status=80', fields, mozRequest(result), references.firefoxChannel),
    status && status !== 403 && inLog('moz-log', 'httpStatus=', fields, mozAnswer(status), references.firefoxChannel),
  ];
  return [har, ...lines.filter((line) => typeof line === 'object')];
}

const documented = (...see: readonly string[]): Provenance => ({ layout: 'documented', see });
const seen = (see: string | undefined): Provenance => (see ? documented(see) : { layout: 'constructed' });

const inConsole = (has: string, fields: Pattern['fields'] & {}, hit: string, see?: string): Pattern => ({
  formats: ['browser-console'],
  has,
  fields,
  ...seen(see),
  hits: [hit],
});

/** On a page of Zoom's, with nobody else's address on the line. */
const hostless = (has: string, outcome: Outcome, line: string): Pattern => ({
  formats: ['browser-console'],
  has,
  fields: { outcome: [outcome], page: ['likely'] },
  strength: 'weak',
  layout: 'constructed',
  hits: [line],
});

const inLog = (
  format: 'chromium' | 'moz-log',
  has: string,
  fields: Pattern['fields'] & {},
  hit: string,
  see?: string,
): Pattern => ({ formats: [format], has, fields, ...seen(see), hits: [hit] });

export interface HarAnswer {
  readonly host?: string;
  readonly path?: string;
  readonly error?: string;
  readonly status?: number;
  readonly statusText?: string;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly body?: string;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
}

/** A HAR file of one request, as Chromium writes it. */
export const harEntry = ({
  host = 'us04web.zoom.us',
  path = '/wc/join',
  error,
  status = 0,
  statusText = '',
  more = {},
  body,
  headers = [],
}: HarAnswer): string =>
  JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '537.36' },
      pages: [],
      entries: [
        {
          ...more,
          request: { method: 'GET', url: `https://${host}${path}`, httpVersion: '', headers: [], cookies: [] },
          response: {
            status,
            statusText,
            httpVersion: '',
            headers,
            redirectURL: '',
            ...(error ? { _error: error } : {}),
            ...(body ? { content: { size: body.length, mimeType: 'text/html', text: body } } : {}),
          },
          startedDateTime: '2026-02-03T04:05:06.789Z',
          time: 96,
        },
      ],
    },
  });

export const socketLine = (reason: string, host = 'us04web.zoom.us'): string =>
  `webclient.min.js:1 WebSocket connection to 'wss://${host}/wc/api/0' failed: ${reason}`;
const safariLine = (sentence: string): string =>
  `[Error] Failed to load resource: ${sentence} (https://us04web.zoom.us/wc/join, line 0)`;
const statusLine = (status: number): string =>
  `us04web.zoom.us/wc/join:1 Failed to load resource: the server responded with a status of ${status} ()`;
const chromiumLine = (reason: string, host = 'us04web.zoom.us'): string =>
  `[4021:4077:0918/071203.000451:INFO:CONSOLE(0)] "Failed to load resource: ${reason}", source: https://${host}/wc/join (0)`;

const moz = (at: string, message: string): string =>
  `2026-02-03 04:05:${at} UTC - [Parent 4021: Main Thread]: D/nsHttp ${message}`;
const mozLine = (symbol: string): string =>
  `2026-02-03 04:05:06.700003 UTC - [Parent 4021: Socket Thread]: D/pipnss [7f0a1b2c3d00] us04web.zoom.us: ${symbol}`;
const mozChannel = (host: string): string =>
  `${moz('06.700001', 'HttpBaseChannel::Init [this=7f0a1b2c3d00]')}\n${moz('06.700002', `host=${host} port=-1`)}`;
const mozRequest = (result: string, host = 'us04web.zoom.us'): string =>
  `${mozChannel(host)}\n${moz('07.800003', `nsHttpChannel::OnStopRequest [this=7f0a1b2c3d00 request=7f0a1b2c4e00 status=${result}]`)}`;
export const mozAnswer = (status: number, host = 'us04web.zoom.us'): string =>
  `${mozChannel(host)}\n${moz('07.800003', `nsHttpChannel::ProcessResponse [this=7f0a1b2c3d00 httpStatus=${status}]`)}`;
