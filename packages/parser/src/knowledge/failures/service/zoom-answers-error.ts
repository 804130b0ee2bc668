import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { browser } from '../../wordings/browser.ts';
import { curl, curlRequest } from '../../wordings/curl.ts';
import { netlogAnswer, netlogTunnel } from '../../wordings/samples.ts';
import { zoomHost } from '../../zoom-identity.ts';

/** An HTTP status of 500 to 599 names the layer that failed, not who speaks: a gateway or an inspection may answer in its place. */
export default defineFailure({
  id: 'zoom-answers-error',
  class: 'service',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'A Zoom host answered with a server error',
  cause:
    'The connection was made, and the answer was an HTTP status of 500 or above: the service, or a gateway in front of it, failed.',
  remedy: "Check Zoom's status page, wait, and try again.",
  subject: { kind: 'host', fields: ['host'] },
  match: [
    {
      formats: ['netlog'],
      has: 'HTTP/',
      fields: { http_status: { min: 500, max: 599 }, host: zoomHost },
      layout: 'documented',
      see: [references.netLog, references.netLogEvents],
      hits: [netlogAnswer('us04web.zoom.us', '503 Service Unavailable')],
    },
    ...browser('server-error'),
    curl('server-error', [curlRequest('< HTTP/1.1 502 Bad Gateway')], { provenance: { layout: 'constructed' } }),
  ],
  fixes: ['service-status', 'service-wait', 'service-contact-zoom'],
  alternatives: [{ class: 'proxy', why: 'a proxy or a TLS inspection in between can answer in place of the service' }],
  misses: [
    { text: netlogAnswer('us04web.zoom.us', '200 OK'), why: 'a good answer' },
    { text: netlogAnswer('us04web.zoom.us', '404 Not Found'), why: 'the service works, but not for this address' },
    { text: netlogAnswer('www.example.com', '503 Service Unavailable'), why: 'another host' },
    { text: netlogTunnel('us04web.zoom.us', '503 Service Unavailable'), why: 'a proxy answered' },
  ],
});
