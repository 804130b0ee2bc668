import { defineFact } from '../../../define.ts';
import { harEntry, socketLine } from '../../wordings/browser.ts';
import { netlogRequest } from '../../wordings/samples.ts';

/** Hosts to which the client reports what it does; meetings work without them. */
const counters = /^(?:log-gateway|logfiles?)[\w-]{0,20}\.zoom(?:\.us|gov\.com)$/;

export default defineFact({
  id: 'counter-blocked',
  class: 'network',
  title: "A counter of Zoom's could not be reached",
  because: 'Ad blockers and filters block hosts that only count; no meeting needs them.',
  effect: 'benign',
  match: [
    {
      formats: ['har'],
      has: '"response"',
      fields: {
        host: counters,
        outcome: ['dns', 'refused', 'reset', 'timed-out', 'blocked-by-policy', 'server-error'],
      },
      layout: 'constructed',
      hits: [harEntry({ host: 'log-gateway.zoom.us', path: '/nws/join/logger', error: 'net::ERR_NAME_NOT_RESOLVED' })],
    },
    {
      formats: ['browser-console'],
      has: 'net::ERR_',
      fields: { host: counters, outcome: ['dns', 'refused', 'reset', 'timed-out', 'blocked-by-policy'] },
      layout: 'constructed',
      hits: [socketLine('net::ERR_CONNECTION_REFUSED', 'log-gateway.zoom.us')],
    },
    {
      formats: ['netlog'],
      has: 'net_error',
      fields: { host: counters, net_error: [-105, -102, -101, -100, -118, -7, -22] },
      layout: 'constructed',
      hits: [netlogRequest('log-gateway.zoom.us', -105)],
    },
  ],
  misses: [
    { text: harEntry({ error: 'net::ERR_NAME_NOT_RESOLVED' }), why: 'a host that the meeting needs' },
    {
      text: harEntry({ host: 'log-gateway.zoom.us', error: 'net::ERR_PROXY_CONNECTION_FAILED' }),
      why: 'the way to every host',
    },
  ],
});
