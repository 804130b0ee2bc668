import { defineFormat } from '../../define.ts';
import { sections } from '../../reading/framings/sections.ts';
import { issuedBy } from '../wordings/certificate-issuers.ts';
import { logLine, tell } from '../wordings/whole-output.ts';
import { isZoomFile, zoomDomain, zoomHost } from '../zoom-identity.ts';

/** `issuer=C = US, O = …` of openssl, ` Issuer: …` in its full text, `Issuer  : CN=…` of PowerShell. */
const issuerLine = /^(?:issuer ?= ?\/?| {8}Issuer: |Issuer {1,20}: )([^\n]{1,1000})/im;
const subjectLine = /^(?:subject ?= ?\/?| {8}Subject: |Subject {1,20}: )([^\n]{1,1000})/im;
const commonName = /\bCN ?= ?"?(?:\*\.)?([\w.-]{1,253})/;
const issuerName = /\bCN ?= ?"?([^,/\n"]{1,120})/;
const alternative = new RegExp(`\\bDNS:(?:\\*\\.)?((?:[\\w-]{1,63}\\.){0,8}${zoomDomain})(?![\\w.-])`, 'i');
const keys = [/^Certificate:[ \t\r]{0,4}$/, /^issuer/i, /^subject/i] as const;

export default defineFormat({
  id: 'x509',
  title: 'openssl x509: a certificate, and who issued it',
  origin: 'probe',
  framing: sections({
    begins: (line, block) => {
      const key = keys.find((one) => one.test(line));
      return key !== undefined && (key === keys[0] || block.some((one) => key.test(one)));
    },
  }),
  names: ['*x509*.txt', '*certificate*.txt', '*issuer*.txt'],
  recognise: {
    unless: logLine,
    starts:
      /^Certificate:[ \t]{0,4}\n {4}Data:\n {8}Version: |^(?:issuer|subject) ?= ?[^\n]{0,400}?\b(?:CN|O) ?= ?|^Issuer {1,20}: (?:CN|O|OU|C)=[^\n]{1,1000}\n {0,12}(?:[^\n:]{1,400}\n {1,12}){0,4}Subject {1,20}: /im,
  },
  derives: ['host', 'issuer', 'issued_by'],
  /** `host`: whose certificate it is; `issued_by`: public, inspector, private. Whether anybody trusts it is not told. */
  derive: (entry, carry) =>
    tell(entry, (text) => {
      const issued = issuerLine.exec(text);
      if (!issued) return [];
      const subject = subjectLine.exec(text)?.[1];
      const name = subject === undefined ? undefined : commonName.exec(subject)?.[1];
      const other = alternative.exec(text)?.[1];
      // Without its subject only the name of the file tells whose it is.
      const host =
        name !== undefined && zoomHost.test(name)
          ? name
          : (other ?? (subject === undefined && isZoomFile(carry.path) ? 'zoom.us' : (name ?? 'unknown')));
      const issuer = issued[1]!;
      const by = issuedBy(issuer);
      return [
        ['host', host.toLowerCase(), issued],
        ['issued_by', by, issued],
        ['issuer', (issuerName.exec(issuer)?.[1] ?? issuer).trim(), issued],
      ];
    }),
  samples: [
    {
      text: 'issuer=C = US, O = DigiCert Inc, CN = DigiCert Global G2 TLS RSA SHA256 2020 CA1\nsubject=C = US, O = "Zoom Communications, Inc.", CN = *.zoom.us\nnotBefore=Mar 10 00:00:00 2026 GMT\nnotAfter=Apr  9 23:59:59 2027 GMT',
      entry: { time: null, fields: { host: 'zoom.us', issued_by: 'public' } },
    },
    {
      text: 'Certificate:\n    Data:\n        Version: 3 (0x2)\n        Serial Number:\n            01:02:03\n        Signature Algorithm: sha256WithRSAEncryption\n        Issuer: O=Example Inc., CN=Example Web Gateway CA\n        Validity\n            Not Before: Mar 10 00:00:00 2026 GMT\n            Not After : Apr  9 23:59:59 2027 GMT\n        Subject: CN=us04web.zoom.us\n        X509v3 extensions:\n            X509v3 Subject Alternative Name: \n                DNS:us04web.zoom.us, DNS:zoom.us',
      entry: { fields: { host: 'us04web.zoom.us', issued_by: 'private', issuer: 'Example Web Gateway CA' } },
    },
    {
      text: '\nIssuer  : CN=Zscaler Intermediate Root CA, OU=Zscaler Inc., O=Zscaler Inc., S=California, C=US\nSubject : CN=*.zoom.us, O="Zoom Communications, Inc.", L=San Jose, S=California, C=US\nFrom    : 3/10/2026 12:00:00 AM\nTo      : 4/9/2027 11:59:59 PM\n',
      entry: { fields: { host: 'zoom.us', issued_by: 'inspector' } },
    },
  ],
});
