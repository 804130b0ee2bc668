import { defineFormat } from '../../define.ts';
import { addField, locate, remember, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { publicAddress } from '../wordings/addresses.ts';
import { issuedBy } from '../wordings/certificate-issuers.ts';
import { clockContext } from '../wordings/context.ts';
import { isZoomFile, zoomHost } from '../zoom-identity.ts';

/** `CN = zoom.us`, `/CN=*.zoom.us`, and `CN=zoom.us` of OpenSSL 3.2. */
const commonName = /\bCN ?= ?"?(?:\*\.)?([\w.-]{1,253})/;
const issuerName = /\bCN ?= ?"?([^,/\n"]{1,120})/;
const leafOf = /^ ?0 s:([^\n]{1,1000})/m;
const subjectOf = /^subject ?= ?\/?([^\n]{1,1000})/m;
const issuerOf = /^ {3}i:([^\n]{1,1000})|^issuer ?= ?([^\n]{1,1000})/m;
/** An error is printed for each certificate, and the result once or more; the last one is of the whole chain. */
const verified = /^ {0,4}(?:Verify return code: |verify error:num=)(\d{1,3})/gm;
const verifiedInWords = /^Verification(?: error: |: )([^\n]{1,120})/m;
const connected = /^CONNECTED\(/m;
const refused =
  /^(?:connect: |\S{1,60}:error:[^\n]{1,200}:connect:)?(?:[^\n]{0,200}Connection refused|connect:errno=(?:111|61|10061)\b)/m;
const timedOut =
  /^(?:connect: )?[^\n]{0,200}(?:Connection timed out|Operation timed out)|^connect:errno=(?:110|60|10060)\b/m;
const noRoute = /Network is unreachable|No route to host|^connect:errno=(?:101|113|51|65|10051|10065)\b/m;
const noName =
  /getaddrinfo[^\n]{0,60}|Name or service not known|nodename nor servname|gethostbyname failure|Temporary failure in name resolution|No such host is known/;
const asked = /^(?:Connecting to |depth=|[^\n]{0,80}s_client [^\n]{0,200}-connect )([^\s:]{1,255})/m;

const words: readonly (readonly [words: RegExp, code: number])[] = [
  [/self[- ]signed certificate in certificate chain/, 19],
  [/self[- ]signed certificate/, 18],
  [/unable to get local issuer/, 20],
  [/unable to verify the first/, 21],
  [/has expired/, 10],
  [/not yet valid/, 9],
  [/mismatch/i, 62],
  [/^OK/i, 0],
];
const results: Readonly<Record<number, string>> = {
  0: 'ok',
  2: 'unknown-issuer',
  9: 'date',
  10: 'date',
  18: 'unknown-issuer',
  19: 'unknown-issuer',
  20: 'unknown-issuer',
  21: 'unknown-issuer',
  62: 'other-name',
};

interface Told {
  readonly result: string;
  readonly sign: string;
}

function resultOf(text: string): Told | null {
  const codes = [...text.matchAll(verified)];
  const inWords = verifiedInWords.exec(text);
  const said = inWords && words.find(([one]) => one.test(inWords[1]!))?.[1];
  // A date that is wrong counts whatever else is; a result of the whole chain comes last.
  const dated = codes.find(([, code]) => results[Number(code)] === 'date');
  const last = dated ?? codes.at(-1);
  const code = last ? Number(last[1]) : (said ?? null);
  if (code !== null && (connected.test(text) || leafOf.test(text)))
    return { result: results[code] ?? 'other', sign: last?.[0] ?? inWords![0] };
  for (const [result, pattern] of [
    ['timed-out', timedOut],
    ['refused', refused],
    ['unreachable', noRoute],
    ['dns', noName],
  ] as const) {
    const sign = connected.test(text) ? null : pattern.exec(text);
    if (sign) return { result, sign: sign[0] };
  }
  return null;
}

export default defineFormat({
  id: 's-client',
  title: 'openssl s_client: the certificate that a host presents, and who issued it',
  origin: 'probe',
  framing: sections({
    begins: (line, block) => line.startsWith('CONNECTED(') && block.some((one) => one.startsWith('---')),
  }),
  names: ['*s_client*', '*openssl*.txt'],
  recognise: {
    starts:
      /^CONNECTED\([\dA-F]{8}\)|^Certificate chain\n ?0 s:|^ {0,4}Verify return code: \d|^verify error:num=\d{1,3}:|^connect:errno=\d/m,
  },
  context: (entry) => {
    const code = /(?:code: |num=)(9|10)\b/.exec(entry.pieces[0]!.text)?.[1];
    return clockContext(code === '10' ? 'ahead' : code === '9' ? 'behind' : null);
  },
  derives: ['host', 'result', 'issuer', 'issued_by'],
  /** `host`: whose certificate it is; `issued_by`: public, inspector, private; `result`: how the check, or the connection, ended. */
  derive: (entry, carry) => {
    const { text } = entry.pieces[0]!;
    const told = resultOf(text);
    if (!told) return entry;
    const leaf = leafOf.exec(text)?.[1] ?? subjectOf.exec(text)?.[1];
    const issued = issuerOf.exec(text);
    const issuer = issued?.[1] ?? issued?.[2];
    const name = leaf === undefined ? undefined : commonName.exec(leaf)?.[1];
    const named = [name, asked.exec(text)?.[1]].find((one) => one !== undefined && zoomHost.test(one));
    const host = named ?? (isZoomFile(carry.path) ? 'zoom.us' : (name ?? 'unknown'));
    const address = /^Connecting to ([\da-f.:]{3,45})/m.exec(text)?.[1];
    if (address && publicAddress.test(address) && zoomHost.test(host)) remember(carry.zoomAddresses, address);
    return withFields(entry, (fields) => {
      for (const key of ['host', 'result', 'issuer', 'issued_by']) fields.delete(key);
      const place = { piece: 0, ...locate(text, told.sign) };
      // A host of Zoom's was asked, and the certificate is another one's.
      const isOthers = told.result === 'ok' && name !== undefined && zoomHost.test(host) && !zoomHost.test(name);
      addField(fields, 'result', { value: isOthers ? 'other-name' : told.result, ...place });
      addField(fields, 'host', { value: host.toLowerCase(), ...place });
      if (issuer === undefined) return;
      const by = issuedBy(issuer);
      addField(fields, 'issued_by', { value: by, piece: 0, ...locate(text, issuer) });
      addField(fields, 'issuer', {
        value: issuerName.exec(issuer)?.[1]?.trim() ?? issuer,
        piece: 0,
        ...locate(text, issuer),
      });
    });
  },
  samples: [
    {
      text: 'CONNECTED(00000003)\ndepth=0 CN = zoom.us\nverify error:num=20:unable to get local issuer certificate\nverify return:1\n---\nCertificate chain\n 0 s:CN = zoom.us\n   i:C = US, O = Zscaler Inc., CN = Zscaler Intermediate Root CA\n---\nVerify return code: 20 (unable to get local issuer certificate)\n---',
      entry: { fields: { host: 'zoom.us', result: 'unknown-issuer', issued_by: 'inspector' } },
    },
    {
      text: 'CONNECTED(00000005)\n---\nCertificate chain\n 0 s:/C=US/O=Zoom Communications, Inc./CN=*.zoom.us\n   i:/C=US/O=DigiCert Inc/CN=DigiCert Global G2 TLS RSA SHA256 2020 CA1\n---\n    Verify return code: 0 (ok)\n---',
      entry: { fields: { host: 'zoom.us', result: 'ok', issued_by: 'public' } },
    },
    {
      text: 'connect: Connection refused\nconnect:errno=111',
      entry: { fields: { result: 'refused', host: 'unknown' } },
    },
  ],
});
