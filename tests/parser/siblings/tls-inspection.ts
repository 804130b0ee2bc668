import { type Sibling, unproved } from './sibling.ts';

/** What `openssl s_client` prints, from the chain to the result of its check. */
const client = (
  first: readonly string[],
  chain: readonly (readonly [subject: string, issuer: string])[],
  result: string,
): string =>
  `${[
    ...first,
    '---',
    'Certificate chain',
    ...chain.flatMap(([subject, issuer], at) => [` ${at} s:${subject}`, `   i:${issuer}`]),
    '---',
    'Server certificate',
    '-----BEGIN CERTIFICATE-----',
    'MIIEXAMPLEONLY',
    '-----END CERTIFICATE-----',
    `subject=${chain[0]![0]}`,
    `issuer=${chain[0]![1]}`,
    '---',
    'No client certificate CA names sent',
    '---',
    'SSL handshake has read 4112 bytes and written 396 bytes',
    '---',
    'New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384',
    `Verify return code: ${result}`,
    '---',
    'DONE',
  ].join('\n')}\n`;

const zoomLeaf = 'C = US, ST = California, L = San Jose, O = "Zoom Communications, Inc.", CN = *.zoom.us';
const publicIssuer = 'C = US, O = DigiCert Inc, CN = DigiCert Global G2 TLS RSA SHA256 2020 CA1';
const publicRoot = 'C = US, O = DigiCert Inc, OU = www.digicert.com, CN = DigiCert Global Root G2';
const firmIssuer = 'C = US, O = Example Logistics Inc., CN = Example Logistics Outbound Proxy CA';

export default [
  {
    title: 'openssl without a store of roots: it cannot check the chain of zoom.us, which is the public one',
    evidence: {
      'openssl.txt': client(
        [
          'Connecting to 203.0.113.40',
          'CONNECTED(00000005)',
          `depth=1 ${publicIssuer}`,
          'verify error:num=20:unable to get local issuer certificate',
          'verify return:1',
          `depth=0 ${zoomLeaf}`,
          'verify return:1',
        ],
        [
          [zoomLeaf, publicIssuer],
          [publicIssuer, publicRoot],
        ],
        '20 (unable to get local issuer certificate)',
      ),
    },
    top: null,
    verdicts: { 'tls-clock': unproved },
    exit: 0,
  },
  {
    title: "openssl: the chain of zoom.us is the public one, and the check succeeds; another site's is private",
    evidence: {
      'zoom.txt': client(
        ['CONNECTED(00000003)', `depth=0 ${zoomLeaf}`, 'verify return:1'],
        [
          [zoomLeaf, publicIssuer],
          [publicIssuer, publicRoot],
        ],
        '0 (ok)',
      ),
      'intranet.txt': client(
        ['CONNECTED(00000003)', 'verify error:num=18:self-signed certificate', 'verify return:1'],
        [['CN = nas.example.com', 'CN = nas.example.com']],
        '18 (self-signed certificate)',
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'openssl of macOS, slashes in the names: an inspecting product issued the certificate of zoom.us',
    evidence: {
      's_client.log':
        'CONNECTED(00000005)\ndepth=2 /C=US/ST=California/O=Zscaler Inc./OU=Zscaler Inc./CN=Zscaler Root CA\nverify error:num=19:self signed certificate in certificate chain\nverify return:0\n---\nCertificate chain\n 0 s:/C=US/O=Zscaler Inc./OU=Zscaler Inc./CN=*.zoom.us\n   i:/C=US/ST=California/O=Zscaler Inc./OU=Zscaler Inc./CN=Zscaler Intermediate Root CA (zscalertwo.net) (t)\n---\nServer certificate\nsubject=/C=US/O=Zscaler Inc./OU=Zscaler Inc./CN=*.zoom.us\nissuer=/C=US/ST=California/O=Zscaler Inc./OU=Zscaler Inc./CN=Zscaler Intermediate Root CA (zscalertwo.net) (t)\n---\n    Verify return code: 19 (self signed certificate in certificate chain)\n---\n',
    },
    top: { class: 'tls-clock' },
    never: ['firewall'],
    exit: 1,
  },
  {
    title: 'Windows, curl with Schannel: the chain ends at a root that Windows does not trust',
    evidence: {
      'curl-zoom.txt':
        '* Host zoom.us:443 was resolved.\n* IPv6: (none)\n* IPv4: 203.0.113.40\n*   Trying 203.0.113.40:443...\n* schannel: disabled automatic use of client certificate\n* ALPN: curl offers http/1.1\n* schannel: SEC_E_UNTRUSTED_ROOT (0x80090325) - The certificate chain was issued by an authority that is not trusted.\n* closing connection #0\ncurl: (60) schannel: SEC_E_UNTRUSTED_ROOT (0x80090325) - The certificate chain was issued by an authority that is not trusted.\n',
    },
    top: { class: 'tls-clock' },
    never: ['firewall'],
    exit: 1,
  },
  {
    title: 'openssl: a firm inspects a shop, and nothing of Zoom',
    evidence: {
      'openssl-shop.txt': client(
        ['CONNECTED(00000003)', 'verify error:num=19:self-signed certificate in certificate chain', 'verify return:1'],
        [
          ['O = Example Logistics Inc., CN = shop.example.org', firmIssuer],
          [firmIssuer, firmIssuer],
        ],
        '19 (self-signed certificate in certificate chain)',
      ),
    },
    top: null,
    exit: [0, 3],
  },
] satisfies readonly Sibling[];
