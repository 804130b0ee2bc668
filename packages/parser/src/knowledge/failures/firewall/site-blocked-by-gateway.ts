import { defineFailure } from '../../../define.ts';
import { curl, curlProxied, curlRequest } from '../../wordings/curl.ts';

/** The answer came through TLS, so that only a gateway that inspects it can have sent it. */
export default defineFailure({
  id: 'site-blocked-by-gateway',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: "A web filter answered in place of Zoom's site",
  cause: 'A request to a Zoom host got a page of a web filter or gateway in the network: it blocks or checks the site.',
  remedy: 'Allow the Zoom hosts in the web filter, and exempt them from TLS inspection.',
  likelyCodes: ['5003', '104103'],
  subject: { kind: 'host', fields: ['host'] },
  match: [
    curl(
      'blocked',
      [
        curlRequest('< HTTP/1.1 403 Forbidden\n< Content-Type: text/html\n< Server: Zscaler/6.2'),
        curlRequest('< HTTP/1.1 403 Forbidden\n< X-Squid-Error: ERR_ACCESS_DENIED 0'),
        curlRequest('< HTTP/1.1 302 Found\n< location: https://block.opendns.com/main?url=zoom'),
      ],
      { provenance: { layout: 'constructed' } },
    ),
  ],
  when: { nothing: { with: ['zoom-site-answered'] } },
  fixes: ['firewall-compare-hotspot', 'firewall-open-ports', 'tls-exempt-zoom'],
  alternatives: [{ class: 'proxy', why: 'the gateway may be a proxy that takes the traffic without being set' }],
  misses: [
    { text: curlRequest('< HTTP/1.1 403 Forbidden\n< Server: cloudflare'), why: "the answer of Zoom's own network" },
    { text: curlRequest('< HTTP/1.1 403 Forbidden\n< Server: Zscaler/6.2', 'www.example.com'), why: 'another host' },
    {
      text: curlProxied(
        '< HTTP/1.1 403 Forbidden\n< X-Squid-Error: ERR_ACCESS_DENIED 0\n* CONNECT tunnel failed, response 403',
      ),
      why: 'a proxy that is set answered',
    },
  ],
});
