/** What Chromium's chrome://net-export writes: a table of constants, then an event on each line. */
import type { Random } from './random.ts';
import { templatesOf } from './templates.ts';

/** The numbers change from version to version; the names do not. */
const types = [
  'REQUEST_ALIVE',
  'CANCELLED',
  'FAILED',
  'URL_REQUEST_START_JOB',
  'CORS_REQUEST',
  'CHECK_CORS_PREFLIGHT_REQUIRED',
  'COMPUTED_PRIVACY_MODE',
  'NETWORK_DELEGATE_BEFORE_URL_REQUEST',
  'NETWORK_DELEGATE_BEFORE_START_TRANSACTION',
  'TRANSPORT_SECURITY_STATE_SHOULD_UPGRADE_TO_SSL',
  'HTTP_STREAM_REQUEST',
  'HTTP_STREAM_JOB_CONTROLLER',
  'HTTP_STREAM_JOB_CONTROLLER_BOUND',
  'HTTP_STREAM_REQUEST_STARTED_JOB',
  'HTTP_STREAM_JOB',
  'HTTP_STREAM_JOB_WAITING',
  'HTTP_STREAM_JOB_INIT_CONNECTION',
  'HTTP_STREAM_REQUEST_BOUND_TO_JOB',
  'PROXY_RESOLUTION_SERVICE',
  'PROXY_RESOLUTION_SERVICE_RESOLVED_PROXY_LIST',
  'HOST_RESOLVER_MANAGER_REQUEST',
  'HOST_RESOLVER_MANAGER_CACHE_HIT',
  'SOCKET_ALIVE',
  'TCP_CONNECT',
  'TCP_CONNECT_ATTEMPT',
  'SSL_CONNECT',
  'SSL_HANDSHAKE_MESSAGE_SENT',
  'SSL_HANDSHAKE_MESSAGE_RECEIVED',
  'CERT_VERIFIER_REQUEST',
  'SOCKET_IN_USE',
  'SOCKET_BYTES_SENT',
  'SOCKET_BYTES_RECEIVED',
  'SOCKET_POOL',
  'HTTP_TRANSACTION_SEND_REQUEST',
  'HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS',
  'HTTP_TRANSACTION_READ_HEADERS',
  'HTTP_TRANSACTION_READ_RESPONSE_HEADERS',
  'HTTP2_SESSION_SEND_HEADERS',
  'HTTP2_SESSION_RECV_HEADERS',
  'HTTP2_SESSION_RECV_DATA',
  'HTTP2_SESSION_SEND_DATA',
  'HTTP2_SESSION_RECV_WINDOW_UPDATE',
  'HTTP2_SESSION_UPDATE_RECV_WINDOW',
  'HTTP2_SESSION_PING',
  'HTTP2_STREAM_UPDATE_SEND_WINDOW',
  'URL_REQUEST_JOB_BYTES_READ',
  'URL_REQUEST_JOB_FILTERED_BYTES_READ',
  'URL_REQUEST_DELEGATE_RESPONSE_STARTED',
  'COOKIE_INCLUSION_STATUS',
  'UDP_BYTES_SENT',
  'UDP_BYTES_RECEIVED',
  'QUIC_SESSION_PACKET_SENT',
  'QUIC_SESSION_PACKET_RECEIVED',
  'DISK_CACHE_ENTRY_IMPL',
  'ENTRY_READ_DATA',
  'HTTP_CACHE_OPEN_ENTRY',
] as const;
const sources = [
  'NONE',
  'URL_REQUEST',
  'HTTP_STREAM_JOB',
  'SOCKET',
  'HTTP2_SESSION',
  'QUIC_SESSION',
  'UDP_SOCKET',
  'HTTP_STREAM_JOB_CONTROLLER',
  'NETWORK_QUALITY_ESTIMATOR',
  'DISK_CACHE_ENTRY',
  'HOST_RESOLVER_IMPL_JOB',
] as const;
const errors = {
  ERR_IO_PENDING: -1,
  ERR_ABORTED: -3,
  ERR_TIMED_OUT: -7,
  ERR_CONNECTION_RESET: -101,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_CERT_DATE_INVALID: -201,
  ERR_CONNECTION_TIMED_OUT: -118,
};

const numbered = (names: readonly string[], first: number): Record<string, number> =>
  Object.fromEntries(names.map((name, i) => [name, first + 3 * i]));
const typeNumbers = numbered(types, 2);
const sourceNumbers = numbered(sources, 0);

export const netlogHead = `${JSON.stringify({
  constants: {
    clientInfo: {
      name: 'Chromium',
      official: 'unofficial',
      os_type: 'Windows NT: 10.0.22631 (x86_64)',
      version: '140.0.7339.80',
    },
    logEventPhase: { PHASE_BEGIN: 1, PHASE_END: 2, PHASE_NONE: 0 },
    logEventTypes: typeNumbers,
    logFormatVersion: 1,
    logSourceType: sourceNumbers,
    netError: errors,
    timeTickOffset: 1_747_720_000_000,
  },
}).slice(0, -1)},\n"events": [\n`;
export const netlogEnd = ']}\n';

type Params = Readonly<Record<string, unknown>>;
type Source = (typeof sources)[number];
interface Step {
  readonly of: Source;
  readonly type: (typeof types)[number];
  readonly phase: 0 | 1 | 2;
  readonly params?: Params;
}

const [headerLine] = templatesOf('{noun}: {word}={hex 24}; {word}={words 1 4}');
const [path] = templatesOf('/{word}/{noun}/{hex 8}?{word}={n 9999}&{noun}={hex 20}');
const headersOf = (random: Random, count: number): string[] => Array.from({ length: count }, () => headerLine!(random));

/** Streams of a request over HTTP/2: what most of such a log is about. */
function* streaming(random: Random): Generator<Step> {
  for (let left = 4 + random.below(20); left > 0; left--) {
    const stream = 1 + 2 * random.below(900);
    yield {
      of: 'HTTP2_SESSION',
      type: 'HTTP2_SESSION_RECV_DATA',
      phase: 0,
      params: { fin: left === 1, size: random.below(16_384), stream_id: stream },
    };
    if (random.chance(0.4))
      yield {
        of: 'HTTP2_SESSION',
        type: 'HTTP2_SESSION_UPDATE_RECV_WINDOW',
        phase: 0,
        params: { delta: -random.below(16_384), window_size: random.below(15_728_640) },
      };
    yield {
      of: 'SOCKET',
      type: 'SOCKET_BYTES_RECEIVED',
      phase: 0,
      params: {
        byte_count: random.below(16_384),
        source_dependency: { id: random.below(9999), type: sourceNumbers.HTTP2_SESSION },
      },
    };
    yield {
      of: 'URL_REQUEST',
      type: 'URL_REQUEST_JOB_BYTES_READ',
      phase: 0,
      params: { byte_count: random.below(16_384) },
    };
    if (random.chance(0.3))
      yield {
        of: 'UDP_SOCKET',
        type: random.pick(['UDP_BYTES_SENT', 'UDP_BYTES_RECEIVED']),
        phase: 0,
        params: { byte_count: random.below(1350) },
      };
    if (random.chance(0.3))
      yield {
        of: 'QUIC_SESSION',
        type: random.pick(['QUIC_SESSION_PACKET_SENT', 'QUIC_SESSION_PACKET_RECEIVED']),
        phase: 0,
        params: {
          connection_id: random.hex(16),
          packet_number: random.below(99_999),
          size: random.below(1350),
          peer_address: '203.0.113.9:443',
        },
      };
  }
}

/** All that a browser logs of one request. A failing one ends with a network error. */
function* requesting(random: Random, host: string, failure: number | null): Generator<Step> {
  const url = `https://${host}${path!(random)}`;
  const ends = failure === null ? undefined : { net_error: failure };
  yield {
    of: 'URL_REQUEST',
    type: 'CORS_REQUEST',
    phase: 1,
    params: {
      cors_preflight_policy: 'consider_preflight',
      is_revalidating: false,
      request_headers: { headers: headersOf(random, 6), line: `GET ${url} HTTP/1.1\r\n` },
      url,
    },
  };
  yield {
    of: 'URL_REQUEST',
    type: 'REQUEST_ALIVE',
    phase: 1,
    params: {
      priority: random.pick(['IDLE', 'LOW', 'MEDIUM', 'HIGHEST']),
      traffic_annotation: random.below(99_999_999),
      url,
    },
  };
  for (const phase of [1, 2] as const) yield { of: 'URL_REQUEST', type: 'NETWORK_DELEGATE_BEFORE_URL_REQUEST', phase };
  yield {
    of: 'URL_REQUEST',
    type: 'URL_REQUEST_START_JOB',
    phase: 1,
    params: {
      initiator: `https://${host}`,
      load_flags: random.below(9999),
      method: 'GET',
      network_isolation_key: `https://${host} https://${host}`,
      request_type: 'other',
      site_for_cookies: 'SiteForCookies: {site=https://example.com; schemefully_same=true}',
      url,
    },
  };
  yield { of: 'URL_REQUEST', type: 'COMPUTED_PRIVACY_MODE', phase: 0, params: { privacy_mode: 'disabled' } };
  yield { of: 'URL_REQUEST', type: 'HTTP_CACHE_OPEN_ENTRY', phase: 1 };
  yield {
    of: 'DISK_CACHE_ENTRY',
    type: 'ENTRY_READ_DATA',
    phase: 1,
    params: { buf_len: random.below(9999), index: 0, offset: 0, truncate: false },
  };
  yield {
    of: 'HTTP_STREAM_JOB_CONTROLLER',
    type: 'HTTP_STREAM_JOB_CONTROLLER',
    phase: 1,
    params: { allowed_bad_certs: [], is_preconnect: false, privacy_mode: 'disabled', url },
  };
  yield {
    of: 'HTTP_STREAM_JOB_CONTROLLER',
    type: 'PROXY_RESOLUTION_SERVICE_RESOLVED_PROXY_LIST',
    phase: 0,
    params: { proxy_info: 'DIRECT' },
  };
  yield {
    of: 'HTTP_STREAM_JOB',
    type: 'HTTP_STREAM_JOB',
    phase: 1,
    params: {
      destination: `https://${host}`,
      expect_spdy: false,
      logical_destination: `https://${host}`,
      priority: 'LOW',
      type: 'main',
      using_quic: false,
    },
  };
  for (const phase of [1, 2] as const) yield { of: 'HTTP_STREAM_JOB', type: 'HTTP_STREAM_JOB_INIT_CONNECTION', phase };
  if (random.chance(0.3)) {
    yield {
      of: 'SOCKET',
      type: 'SOCKET_ALIVE',
      phase: 1,
      params: { source_dependency: { id: random.below(9999), type: sourceNumbers.HTTP_STREAM_JOB } },
    };
    yield {
      of: 'SOCKET',
      type: 'TCP_CONNECT',
      phase: 1,
      params: {
        address_list: [`203.0.113.${random.below(256)}:443`, `[2001:db8::${random.hex(4)}]:443`],
        aliases: [host],
      },
    };
    yield {
      of: 'SOCKET',
      type: 'SSL_HANDSHAKE_MESSAGE_SENT',
      phase: 0,
      params: { bytes: Buffer.from(random.hex(600)).toString('base64'), type: 1 },
    };
    yield { of: 'SOCKET', type: 'SOCKET_ALIVE', phase: 2 };
  }
  if (failure === null) {
    yield {
      of: 'URL_REQUEST',
      type: 'HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS',
      phase: 0,
      params: { headers: [':method: GET', `:authority: ${host}`, ':scheme: https', ...headersOf(random, 8)] },
    };
    yield {
      of: 'URL_REQUEST',
      type: 'HTTP_TRANSACTION_READ_RESPONSE_HEADERS',
      phase: 0,
      params: { headers: ['HTTP/1.1 200', `content-length: ${random.below(99_999)}`, ...headersOf(random, 12)] },
    };
    yield {
      of: 'HTTP2_SESSION',
      type: 'HTTP2_SESSION_RECV_HEADERS',
      phase: 0,
      params: { fin: false, headers: [':status: 200', ...headersOf(random, 10)], stream_id: random.below(999) },
    };
    yield* streaming(random);
  }
  yield { of: 'URL_REQUEST', type: 'URL_REQUEST_START_JOB', phase: 2, ...(ends && { params: ends }) };
  yield { of: 'URL_REQUEST', type: 'REQUEST_ALIVE', phase: 2, ...(ends && { params: ends }) };
}

/** Events as JSON, without what is between them. Some forty requests are open at any time; one in a hundred is Zoom's. */
export function netlogEvents(random: Random): () => string {
  const open: { steps: Generator<Step>; ids: Map<Source, number> }[] = [];
  let id = 7;
  let tick = 2_411_000;
  const start = () => {
    const isZooms = random.chance(0.01);
    const failure =
      isZooms && random.chance(0.5) ? random.pick([-7, -101, -105, -118]) : random.chance(0.01) ? -3 : null;
    const host = isZooms
      ? `us0${random.below(9)}web.zoom.us`
      : `${random.pick(['cdn', 'api', 'img', 'static'])}${random.below(90)}.example.com`;
    return { steps: requesting(random, host, failure), ids: new Map<Source, number>() };
  };
  return () => {
    tick += random.below(4);
    for (;;) {
      const at = random.below(40);
      const one = open[at] ?? start();
      open[at] = one;
      const { value: step, done } = one.steps.next();
      if (done) {
        open[at] = start();
        continue;
      }
      const { of, type, phase, params } = step;
      if (!one.ids.has(of)) one.ids.set(of, id++);
      return JSON.stringify({
        ...(params && { params }),
        phase,
        source: { id: one.ids.get(of), start_time: String(tick - 40), type: sourceNumbers[of] },
        time: String(tick),
        type: typeNumbers[type],
      });
    }
  };
}
