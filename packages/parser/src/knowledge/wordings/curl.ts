/** How `curl -v` tells that a request to Zoom failed. It says what is so now, not what was when Zoom failed. */

import type { Pattern, Provenance } from '../../define.ts';
import { references } from '../references.ts';
import { zoomHost } from '../zoom-identity.ts';

/** `captured`: as curl 7.88 with OpenSSL wrote it; Schannel words certificates in its own way. */
export const curl = (
  result: string,
  hits: readonly string[],
  { provenance = { layout: 'captured' }, way }: CurlOptions = {},
): Pattern => ({
  formats: ['curl'],
  has: '* ',
  fields: { result: [result], host: zoomHost, ...(way ? { way: [way] } : {}) },
  ...provenance,
  hits,
});

interface CurlOptions {
  readonly provenance?: Provenance;
  /** Whether the request went straight to Zoom; either when absent. */
  readonly way?: 'direct' | 'proxy';
}

/** The same where curl printed nothing but its error. */
export const curlError = (result: string, hits: readonly string[], way?: 'direct'): Pattern => ({
  ...curl(result, hits, {
    provenance: { layout: 'documented', see: [references.curlReasons] },
    ...(way ? { way } : {}),
  }),
  has: 'curl: (',
});

/** A request to `host` that ends in `line`. */
export const curlRequest = (line: string, host = 'zoom.us'): string =>
  `* Host ${host}:443 was resolved.\n*   Trying 203.0.113.40:443...\n> Host: ${host}\n${line}\n* Closing connection`;

/** The same to a host that has no IPv4 address, from a machine that has no way to its IPv6 one. */
export const curlOnlyIpv6 =
  '* Host zoom.us:443 was resolved.\n* IPv6: 2001:db8:40::40\n* IPv4: (none)\n*   Trying [2001:db8:40::40]:443...\n* Immediate connect fail for 2001:db8:40::40: Network is unreachable\n* Closing connection';

/** The same through a proxy. */
export const curlProxied = (line: string, host = 'zoom.us'): string =>
  `* Uses proxy env variable https_proxy == 'http://proxy.example.com:3128'\n*   Trying 192.0.2.77:3128...\n* Establish HTTP proxy tunnel to ${host}:443\n> CONNECT ${host}:443 HTTP/1.1\n${line}\n* Closing connection`;

/** Of `-k`, which goes on in spite of it. */
export const unchecked =
  'SSL certificate verify result: self-signed certificate in certificate chain (19), continuing anyway.';
export const curlCertificate = (issuer: string, check: string, end = '< HTTP/1.1 200 OK'): string =>
  curlRequest(`* Server certificate:\n*  subject: CN=zoom.us\n*  issuer: ${issuer}\n*  ${check}\n${end}`);

/** Who issued the certificate that was presented for a host of Zoom's, and how its check ended. */
export const curlIssued = (
  by: readonly ('public' | 'private' | 'inspector')[],
  check: 'ok' | 'failed',
  hits: readonly string[],
): Pattern => ({
  formats: ['curl'],
  has: 'issuer: ',
  fields: { issued_by: by, check: [check], host: zoomHost },
  layout: 'documented',
  see: [references.curlCertificate],
  hits,
});
