/** How a test of one connection to a host of Zoom's ended: with openssl, wget, Invoke-WebRequest, nc, telnet. */
import type { Pattern } from '../../define.ts';
import { zoomHost } from '../zoom-identity.ts';
import { curl, curlRequest } from './curl.ts';

/** What `openssl s_client` prints of a certificate of zoom.us, its issuer and the result of the check. */
export const sClient = (issuer: string, result: string, name = 'zoom.us'): string =>
  `CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = ${name}\n   i:${issuer}\n---\nVerify return code: ${result}\n---`;
export const firmIssuer = 'C = US, O = Example Inc., CN = Example Web Gateway CA';
export const webIssuer = 'C = US, O = DigiCert Inc, CN = DigiCert Global G2 TLS RSA SHA256 2020 CA1';

export const wgetUntrusted =
  "--2026-03-02 09:10:11--  https://zoom.us/\nConnecting to zoom.us (zoom.us)|203.0.113.40|:443... connected.\nERROR: cannot verify zoom.us's certificate, issued by 'CN=Example Web Gateway CA':\n  Self-signed certificate encountered.";
/** wget, with what it says of the connection. */
export const wget = (end: string, host = 'zoom.us'): string =>
  `--2026-03-02 09:10:11--  https://${host}/\nConnecting to ${host} (${host})|203.0.113.40|:443... ${end}`;

/** The check of the certificate ended so; by whom it was issued, where that matters. */
export const checkedCertificate = (
  results: readonly string[],
  hits: readonly string[],
  by?: readonly ('public' | 'private' | 'inspector')[],
  strength?: Pattern['strength'],
): Pattern => ({
  formats: ['s-client'],
  has: 'verif',
  fields: { result: results, host: zoomHost, ...(by ? { issued_by: by } : {}) },
  ...(strength ? { strength } : {}),
  layout: 'constructed',
  hits,
});

/** What `openssl x509 -noout -issuer -subject` prints. */
export const issuedFor = (issuer: string, name = 'zoom.us'): string => `issuer=${issuer}\nsubject=CN = ${name}`;
/** By whom the certificate for a host of Zoom's was issued; whether this machine trusts it is not told. */
export const issuerTold = (by: readonly ('public' | 'private' | 'inspector')[], hits: readonly string[]): Pattern => ({
  formats: ['x509'],
  has: 'issuer',
  fields: { issued_by: by, host: zoomHost },
  layout: 'constructed',
  hits,
});

/** openssl, below the command that was typed. */
export const askedFirst = (below: string): string => `openssl s_client -connect zoom.us:443\n${below}`;
/** openssl did not connect. */
export const connectedTest = (results: readonly string[], has: string, hits: readonly string[]): Pattern => ({
  ...connectionTest(results, has, hits),
  formats: ['s-client'],
});

/** The connection ended so; `has` is in every such entry. */
export const connectionTest = (results: readonly string[], has: string, hits: readonly string[]): Pattern => ({
  formats: ['connection-test'],
  has,
  fields: { result: results, host: zoomHost },
  layout: 'constructed',
  hits,
});

/** The certificate is out of its dates, by this machine's clock. */
export const dateRefusedNow: readonly Pattern[] = [
  curl('date', [curlRequest('* SSL certificate problem: certificate is not yet valid')]),
  connectionTest(['date'], 'zoom', [wget("connected.\nERROR: The certificate of 'zoom.us' has expired.")]),
  checkedCertificate(['date'], [sClient(webIssuer, '10 (certificate has expired)')]),
];
