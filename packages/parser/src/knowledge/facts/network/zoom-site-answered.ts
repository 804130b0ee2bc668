import { defineFact } from '../../../define.ts';
import { references } from '../../references.ts';
import { harEntry, mozAnswer } from '../../wordings/browser.ts';
import { connectionTest, wget } from '../../wordings/connection-tests.ts';
import { curl, curlRequest } from '../../wordings/curl.ts';
import { netlogAnswer, netlogRequest } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

export default defineFact({
  id: 'zoom-site-answered',
  class: 'network',
  title: 'A Zoom site answered a web request',
  because: 'An HTTP answer from a Zoom host arrived: name resolution, route, proxy and certificate worked.',
  effect: 'ends',
  ends: [
    'network-unreachable',
    'dns-failed',
    'connect-forbidden',
    'connect-refused',
    'connect-timed-out',
    'connect-reset',
    'proxy-auth-required',
    'proxy-tunnel-refused',
    'proxy-unreachable',
    'proxy-script-failed',
    'certificate-date-error',
    'certificate-untrusted',
    'zoom-answers-error',
    'zoom-answers-forbidden',
    'web-request-unanswered',
    'tls-handshake-failed',
    'site-blocked-by-policy',
    'site-filtered',
  ],
  match: [
    curl('answered', [curlRequest('< HTTP/1.1 200 OK')]),
    connectionTest(['answered'], 'zoom', [wget('connected.\nHTTP request sent, awaiting response... 200 OK')]),
    {
      formats: ['netlog'],
      has: 'HTTP/',
      fields: { http_status: { min: 200, max: 399 }, host: zoomHost, answered: ['by the host'] },
      layout: 'documented',
      see: [references.netLog, references.netLogEvents],
      hits: [netlogAnswer('us04web.zoom.us', '200 OK')],
    },
    {
      formats: ['har'],
      has: '"response"',
      fields: { outcome: ['answered'], host: zoomHost },
      layout: 'documented',
      see: [references.harChromium, references.harWebKit],
      hits: [harEntry({ status: 200 })],
    },
    {
      formats: ['moz-log'],
      has: 'httpStatus=',
      fields: { outcome: ['answered'], host: zoomHost },
      layout: 'documented',
      see: [references.firefoxChannel],
      hits: [mozAnswer(200)],
    },
  ],
  misses: [
    { text: curlRequest('< HTTP/1.1 502 Bad Gateway'), why: 'an error' },
    { text: netlogAnswer('www.example.com', '200 OK'), why: 'another host' },
    { text: harEntry({ host: 'www.example.com', status: 200 }), why: 'another host' },
    { text: harEntry({ status: 200, more: { _fromCache: 'disk' } }), why: 'from the cache, without asking' },
    { text: mozAnswer(200, 'www.example.com'), why: 'another host' },
    { text: netlogAnswer('us04web.zoom.us', '502 Bad Gateway'), why: 'an error' },
    { text: netlogRequest('us04web.zoom.us', -7), why: 'no answer' },
  ],
});
