import { defineFormat } from '../../define.ts';
import type { Entry, Field } from '../../model.ts';
import { addField, remember, textOf, withFields } from '../../reading/entry.ts';
import { lines } from '../../reading/framings/lines.ts';
import { remoteAddress } from '../wordings/addresses.ts';
import { connectionRefused, connectionTimedOut, noRoute } from '../wordings/c-library.ts';
import { certificateIn, gatewayIn } from '../wordings/certificate-told.ts';
import { clockContext } from '../wordings/context.ts';
import { isZoomFile, zoomHost } from '../zoom-identity.ts';

/** What the lines of a request say of its end; the last one counts. \`start\`: what came before was the proxy's. */
const results: readonly (readonly [result: string, line: RegExp])[] = [
  ['dns', /Could not resolve host: \S{1,253}/],
  ['proxy-dns', /Could not resolve proxy: \S{1,253}/],
  ['proxy-login', /(?:CONNECT tunnel failed, response|Received HTTP code) 407\b/],
  ['proxy-refused', /(?:CONNECT tunnel failed, response|Received HTTP code) (?!200|407)\d{3}\b/],
  ['start', /CONNECT tunnel established|Proxy replied (?:200|OK)|^\* Connected to /],
  ['refused', new RegExp(`failed: (?:${connectionRefused})|^curl: \\(7\\) [^\\n]{1,200}(?:${connectionRefused})`)],
  ['timed-out', new RegExp(`failed: (?:timed out|${connectionTimedOut})|Connection timed out after \\d+|Connection timeout after \\d+|^curl: \\((?:7|28)\\) [^\\n]{1,200}(?:tim(?:ed |e)out|${connectionTimedOut})`, 'i')],
  ['unreachable', new RegExp(`(?:connect fail for|connect to) (?:\\d[\\d.]{6,14}|\\[?[\\da-f]{0,4}:[\\da-f:.]{2,45})[^\\n]{0,60}: (?:${noRoute})`)],
  ['reset', /Connection (?:was )?reset|Connection reset by peer|SSL_ERROR_SYSCALL/],
  ['date', /certificate has expired|certificate is not yet valid|SEC_E_CERT_EXPIRED|CERT_E_EXPIRED/],
  ['untrusted', /SSL certificate problem: (?:self.signed|unable to get local issuer)[^\n]{0,60}|SEC_E_UNTRUSTED_ROOT|SEC_E_WRONG_PRINCIPAL|CERT_E_UNTRUSTEDROOT|0x8009032[25]|no alternative certificate subject name matches|SSL: certificate subject name '[^\n]{1,253}' does not match/],
  ['server-error', /^< HTTP\/[\d.]+ 5\d\d\b/],
  ['forbidden', /^< HTTP\/[\d.]+ 403\b/],
  ['failed', /^curl: \((?:7|28)\) /],
  ['answered', /^< HTTP\/[\d.]+ [23]\d\d\b/],
]; // biome-ignore format: a table

/** One family of addresses may have no way out while the other has, or fails otherwise. */
const ofIpv6 = /(?:fail for|connect to) \[?[\da-f]{0,4}:/;
const triesIpv4 = /^\*(?: +Trying| IPv4:) \d/;

/** Where curl names the host that was asked for. */
const asked =
  /(?:CONNECT |Host: |Host |resolve host: |Hostname |Connected to |Failed to connect to |host name ')((?:[\w-]{1,63}\.){1,8}[a-z]{2,20})\b/i;
/** Where a request was led, to another site. */
const ledTo = /^< location: https?:\/\/([\w.-]{1,253})/i;
const tunnelled = /CONNECT tunnel established|Proxy replied (?:200|OK)/;
/** `--resolve` and `--connect-to`: what answers is whoever the caller named. */
const ledElsewhere = /^\* (?:Added \S{1,253}:\d{1,5}:\S{1,60} to DNS cache|Connecting to (?:hostname|port): )/;
const viaProxy = /Uses proxy env variable|HTTP proxy tunnel|CONNECT tunnel|Could not resolve proxy: |SOCKS[45]/;

/** Who answered: the certificate, and a gateway that answers in place of the site. */
function nameAnswer(fields: Map<string, Field[]>, pieces: Entry['pieces'], from: number): void {
  const certificate = certificateIn(pieces);
  if (certificate) {
    const { issuer, issuedBy, check } = certificate;
    fields.set('issuer', [issuer]);
    fields.set('issued_by', [{ ...issuer, value: issuedBy }]);
    if (check !== null) fields.set('check', [{ ...issuer, value: check }]);
  }
  const [end] = fields.get('result') ?? [];
  const gateway = gatewayIn(pieces, from);
  const led = pieces.findLast(({ text }) => ledTo.test(text));
  if (gateway && /^(?:answered|forbidden|server-error)$/.test(String(end?.value ?? 'answered')))
    fields.set('result', [gateway]);
  // Somebody else's page is no answer of Zoom's, nor is one with a certificate that is not trusted.
  else if (end?.value === 'answered' && certificate?.check === 'failed') fields.delete('result');
  else if (end?.value === 'answered' && led && !zoomHost.test(ledTo.exec(led.text)![1]!)) fields.delete('result');
}

export default defineFormat({
  id: 'curl',
  title: 'curl -v: a request, step by step',
  origin: 'probe',
  framing: lines,
  names: ['*curl*.txt'],
  recognise: {
    starts:
      /^\*(?: {3}Trying [\da-f.:[\]]+| Connected to \S+ \(\S+\) port | Could not resolve (?:host|proxy): | Host \S+ was resolved| Uses proxy env variable)|^curl: \(\d{1,2}\) \S/m,
  },
  chain: {
    has: ['* ', '< HTTP', 'CONNECT ', 'Host: ', 'curl: (', '< location: ', '< server: ', '< x-squid-error: '],
    by: () => 'request',
    ends: (entry) => /^\* (?:Closing connection|Connection #\d+ to host )/.test(textOf(entry)),
  },
  context: (entry) =>
    clockContext(
      /certificate has expired|CERT_E?_?EXPIRED/.test(textOf(entry))
        ? 'ahead'
        : /certificate is not yet valid/.test(textOf(entry))
          ? 'behind'
          : null,
    ),
  derives: ['result', 'way', 'host', 'issuer', 'issued_by', 'check'],
  /**
   * `host`: that was asked for; `result`: how the request ended; `way` (direct, proxy); `issuer`, `issued_by` (public,
   * inspector, private) and `check` (ok, failed) of the certificate.
   */
  derive: (entry, carry) =>
    withFields(entry, (fields) => {
      for (const key of ['host', 'result', 'way', 'issuer', 'issued_by', 'check']) fields.delete(key);
      const hasIpv4 = entry.pieces.some(({ text }) => triesIpv4.test(text));
      let proxied = false;
      let inside = 0;
      for (const [piece, { text }] of entry.pieces.entries()) {
        proxied ||= viaProxy.test(text);
        if (tunnelled.test(text)) inside = piece;
        const host = asked.exec(text);
        if (host && (!fields.has('host') || zoomHost.test(host[1]!)))
          fields.set('host', [
            { value: host[1]!.toLowerCase(), piece, start: host.index, end: host.index + host[0].length },
          ]);
        const told = results.find(([, line]) => line.test(text));
        const match = told?.[1].exec(text);
        const isOneFamilys = told?.[0] === 'unreachable' && (fields.has('result') || (hasIpv4 && ofIpv6.test(text)));
        if (told?.[0] === 'start') fields.delete('result');
        else if (isOneFamilys || (told?.[0] === 'forbidden' && proxied && inside === 0)) continue;
        else if (told && match && !/continuing anyway/.test(text))
          fields.set('result', [{ value: told[0], piece, start: match.index, end: match.index + match[0].length }]);
      }
      // Behind a proxy only the file's name may say whom the request was for.
      if (!zoomHost.test(String(fields.get('host')?.[0]?.value)) && proxied && isZoomFile(carry.path))
        fields.set('host', [{ value: 'zoom.us', piece: 0, start: 0, end: textOf(entry).length }]);
      nameAnswer(fields, entry.pieces, proxied ? inside || entry.pieces.length : 0);
      // Over plain HTTP the hotel may have answered.
      const plain = entry.pieces.findIndex(({ text }) =>
        /^\*(?: {3}Trying \S{1,60}:80\.\.\.| Connected to .{1,300} port 80\b)/.test(text),
      );
      if (entry.pieces.some(({ text }) => ledElsewhere.test(text)))
        for (const key of ['host', 'result', 'issuer', 'issued_by', 'check']) fields.delete(key);
      if (plain >= 0 && fields.get('result')?.[0]?.value === 'answered') fields.delete('result');
      if (!proxied && zoomHost.test(String(fields.get('host')?.[0]?.value)))
        for (const { text } of entry.pieces) {
          const address = /^\* {3}Trying \[?([\da-f.:]{3,45}?)\]?:\d{1,5}\.\.\./i.exec(text)?.[1];
          if (address && remoteAddress.test(address)) remember(carry.zoomAddresses, address);
        }
      addField(fields, 'way', { value: proxied ? 'proxy' : 'direct', piece: 0, start: 0, end: textOf(entry).length });
    }),
  samples: [
    {
      text: '* Added zoom.us:443:127.0.0.1 to DNS cache\n*   Trying 127.0.0.1:443...\n* SSL certificate problem: self-signed certificate\ncurl: (60) SSL certificate problem: self-signed certificate',
      entry: { fields: { way: 'direct' } },
    },
    {
      text: '* Host zoom.us:443 was resolved.\n*   Trying 203.0.113.40:443...\n* Server certificate:\n*  subject: CN=zoom.us\n*  issuer: C=US; O=Example Inc.; CN=Example Web Gateway CA\n*  SSL certificate verify ok.\n> Host: zoom.us\n< HTTP/1.1 403 Forbidden',
      entry: { fields: { host: 'zoom.us', result: 'forbidden', issued_by: 'private', check: 'ok' } },
    },
    {
      text: '* Host zoom.us:443 was resolved.\n*   Trying 203.0.113.40:443...\n> Host: zoom.us\n< HTTP/1.1 302 Found\n< Location: https://block.opendns.com/main?url=zoom',
      entry: { fields: { host: 'zoom.us', result: 'blocked', way: 'direct' } },
    },
    {
      text: '*   Trying 192.0.2.77:3128...\n* Connected to proxy.example.com (192.0.2.77) port 3128\n* Establish HTTP proxy tunnel to zoom.us:443\n> CONNECT zoom.us:443 HTTP/1.1\n> Host: zoom.us:443\n< HTTP/1.1 403 Forbidden\n* CONNECT tunnel failed, response 403',
      entry: { fields: { host: 'zoom.us', result: 'proxy-refused', way: 'proxy' } },
    },
    {
      text: '* Host zoom.us:443 was resolved.\n*   Trying 203.0.113.40:443...\n* Connected to zoom.us (203.0.113.40) port 443\n> Host: zoom.us\n< HTTP/1.1 200 OK',
      entry: { fields: { host: 'zoom.us', result: 'answered', way: 'direct' } },
    },
  ],
});
