import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { browser, harEntry } from '../../wordings/browser.ts';
import { curl, curlProxied, curlRequest } from '../../wordings/curl.ts';
import { netlogAnswer } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

/** Zoom refuses single requests in health, too; and a filter in the path says 403 in its place. */
export default defineFailure({
  id: 'zoom-answers-forbidden',
  class: 'service',
  role: 'cause',
  strength: 'weak',
  severity: 'warning',
  title: 'A page of Zoom was refused (HTTP 403)',
  cause:
    'The answer was "forbidden": from Zoom, for this account or region, or from a filter that answers in its place.',
  remedy: 'Open the page in another network; if it works there, ask the network team, else ask Zoom support.',
  subject: { kind: 'host', fields: ['host'] },
  match: [
    {
      formats: ['netlog'],
      has: 'HTTP/',
      fields: { http_status: [403], host: zoomHost, 'params.url': /\.[a-z]{2,3}\/(?:j|s|w|wc|my|signin|join)[/?]/ },
      layout: 'documented',
      see: [references.netLog, references.netLogEvents],
      hits: [netlogAnswer('us04web.zoom.us', '403 Forbidden', '/wc/join')],
    },
    ...browser('not-allowed'),
    curl('forbidden', [curlRequest('< HTTP/2 403 ')], { provenance: { layout: 'constructed' } }),
  ],
  fixes: ['firewall-compare-hotspot', 'proxy-ask-settings', 'service-contact-zoom'],
  alternatives: [
    { class: 'proxy', why: 'a proxy or filter answers 403 in place of the sites that it blocks' },
    { class: 'account', why: 'the account, its plan or its region may not open the page' },
  ],
  misses: [
    { text: curlRequest('< HTTP/1.1 403 Forbidden', 'www.example.com'), why: 'another host' },
    { text: curlProxied('< HTTP/1.1 403 Forbidden\n* CONNECT tunnel failed, response 403'), why: 'the proxy answered' },
    { text: netlogAnswer('us04web.zoom.us', '403 Forbidden', '/favicon.ico'), why: 'a picture' },
    { text: netlogAnswer('www.example.com', '403 Forbidden', '/wc/join'), why: 'another host' },
    { text: harEntry({ status: 403, path: '/nws/join/logger' }), why: 'a counter' },
  ],
});
