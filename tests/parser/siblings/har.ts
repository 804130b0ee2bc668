import { type Sibling, unproved } from './sibling.ts';

/** One recorded request: when, where to, and its response and whatever stands beside it. */
type Row = readonly [clock: string, url: string, response: object, beside?: object];
const recording = (creator: string, rows: readonly Row[], method = 'GET'): string =>
  JSON.stringify(
    {
      log: {
        version: '1.2',
        creator: { name: creator, version: '604.1' },
        ...(creator === 'Firefox' ? { browser: { name: 'Firefox', version: '140.0' } } : {}),
        pages: [
          {
            startedDateTime: '2026-04-08T13:00:00.000Z',
            id: 'page_1',
            title: 'https://app.zoom.us/wc/join',
            pageTimings: {},
          },
        ],
        entries: rows.map(([clock, url, response, beside = {}]) => ({
          pageref: 'page_1',
          startedDateTime: `2026-04-08T${clock}`,
          time: 131.25,
          request: {
            method,
            url,
            httpVersion: 'http/2.0',
            headers: Array.from({ length: 24 }, (_, at) => ({ name: `x-header-${at}`, value: 'status 503' })),
            cookies: Array.from({ length: 90 }, (_, at) => ({
              name: `c${at}`,
              value: 'v',
              path: '/',
              httpOnly: true,
              secure: true,
            })),
            queryString: [],
          },
          response: { statusText: '', httpVersion: 'http/2.0', headers: [], cookies: [], redirectURL: '', ...response },
          cache: {},
          timings: { send: 0, wait: 90, receive: 1 },
          ...beside,
        })),
      },
    },
    null,
    2,
  );
const good = { status: 200, content: { size: 2, mimeType: 'text/html', text: 'ok' } };
const failed = (error: string) => ({ status: 0, httpVersion: '', _error: error });

export default [
  {
    title: 'Edge: the proxy refuses the tunnel to the web client; the file is cut off in the middle of a later request',
    evidence: {
      'us05web.zoom.us.har': recording('WebInspector', [
        ['13:00:01.100Z', 'https://us05web.zoom.us/wc/123456789/join', failed('net::ERR_TUNNEL_CONNECTION_FAILED')],
        ['13:00:04.100Z', 'https://www.example.org/', good],
        ['13:00:05.300Z', 'https://us05web.zoom.us/wc/123456789/join', failed('net::ERR_TUNNEL_CONNECTION_FAILED')],
        ['13:00:08.800Z', 'https://www.example.org/more', good],
      ]).slice(0, -4200),
    },
    top: { class: 'proxy' },
    never: ['firewall', 'network', 'service'],
    exit: 1,
  },
  {
    title: 'Firefox: a page that was left has no answer, the next try loads',
    evidence: {
      'Archive 26-04-08 15-00-00.har': recording('Firefox', [
        ['15:00:01.100+02:00', 'https://app.zoom.us/wc/home', { status: 0, httpVersion: '' }],
        ['15:00:03.300+02:00', 'https://app.zoom.us/wc/home', good],
        ['15:00:04.000+02:00', 'https://log-gateway.zoom.us/nws/join/logger', { status: 0, httpVersion: '' }],
      ]),
    },
    top: null,
    exit: 0,
  },
  {
    title: "Safari: the meeting's socket is refused for its certificate, and what is in the path answers nothing else",
    evidence: {
      'app.zoom.us.har': recording('WebKit Web Inspector', [
        [
          '13:00:01.100Z',
          'https://app.zoom.us/wc/join',
          failed(
            'The certificate for this server is invalid. You might be connecting to a server that is pretending to be “app.zoom.us”, which could put your confidential information at risk.',
          ),
        ],
        [
          '13:00:02.100Z',
          'wss://zoomfr01rwg.fr.zoom.us/wc/api/123456789',
          failed(
            'The certificate for this server is invalid. You might be connecting to a server that is pretending to be “zoomfr01rwg.fr.zoom.us”, which could put your confidential information at risk.',
          ),
        ],
      ]),
    },
    top: { class: 'tls-clock' },
    never: ['firewall', 'proxy', 'network'],
    exit: 1,
  },
  {
    title:
      "Chrome: rows that were cancelled, cached, or refused by CORS, and another site that times out; Zoom's pages load",
    evidence: {
      'network.har': recording('WebInspector', [
        ['13:00:01.100Z', 'https://app.zoom.us/wc/join', failed('net::ERR_ABORTED')],
        ['13:00:01.400Z', 'https://app.zoom.us/wc/join', good],
        ['13:00:01.900Z', 'https://st1.zoom.us/static/app.css', good, { _fromCache: 'disk' }],
        ['13:00:02.200Z', 'https://app.zoom.us/api/v1/wc/info', failed('net::ERR_FAILED')],
        ['13:00:02.900Z', 'https://mail.example.com/zoom.us/inbox', failed('net::ERR_CONNECTION_TIMED_OUT')],
        ['13:00:03.300Z', 'https://app.zoom.us/favicon.ico', { status: 403 }],
        ['13:00:04.300Z', 'https://log-gateway.zoom.us/nws/join/logger', failed('net::ERR_NAME_NOT_RESOLVED')],
      ]),
    },
    top: null,
    verdicts: { firewall: unproved, network: unproved },
    exit: 0,
  },
  {
    title: 'Fiddler: the names of Zoom do not resolve; the 502 is its own',
    evidence: {
      'capture.har': recording(
        'Fiddler',
        [
          [
            '15:00:01.1002030+02:00',
            'http://us05web.zoom.us:443',
            {
              status: 502,
              statusText: 'Fiddler - DNS Lookup Failed',
              content: { mimeType: 'text/html', text: '[Fiddler] DNS Lookup for "us05web.zoom.us" failed.' },
            },
            { comment: '[#3]' },
          ],
          [
            '15:00:02.1002030+02:00',
            'http://us05web.zoom.us:443',
            { status: 502, statusText: 'Fiddler - DNS Lookup Failed' },
            { comment: '[#4]' },
          ],
        ],
        'CONNECT',
      ),
    },
    top: { class: 'network' },
    never: ['service', 'proxy', 'firewall'],
    exit: 1,
  },
] satisfies readonly Sibling[];
