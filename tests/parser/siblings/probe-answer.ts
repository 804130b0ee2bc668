import type { Sibling } from './sibling.ts';

const request = (host: string, certificate: readonly string[], answer: readonly string[]): string =>
  [
    `* Host ${host}:443 was resolved.`,
    '* IPv6: (none)',
    '* IPv4: 203.0.113.40',
    '*   Trying 203.0.113.40:443...',
    `* Connected to ${host} (203.0.113.40) port 443`,
    '* ALPN: curl offers h2,http/1.1',
    '* TLSv1.3 (OUT), TLS handshake, Client hello (1):',
    '* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384 / X25519 / RSASSA-PSS',
    '* Server certificate:',
    ...certificate.map((line) => `*  ${line}`),
    '* using HTTP/1.x',
    '> GET / HTTP/1.1',
    `> Host: ${host}`,
    '> User-Agent: curl/8.9.1',
    '> Accept: */*',
    '> ',
    ...answer.map((line) => `< ${line}`),
    '< ',
    '* Connection #0 to host left intact',
    '',
  ].join('\n');

const own = [
  'subject: C=US; ST=California; O=Zoom Communications, Inc.; CN=*.zoom.us',
  'issuer: C=US; O=DigiCert Inc; CN=DigiCert Global G2 TLS RSA SHA256 2020 CA1',
  'SSL certificate verify ok.',
];

export default [
  {
    title: 'A gateway in the network answers with its page; no proxy is set',
    evidence: {
      'curl.txt': request(
        'zoom.us',
        [
          'subject: CN=zoom.us',
          'issuer: C=US; ST=California; O=Zscaler Inc.; CN=Zscaler Intermediate Root CA (zscalertwo.net)',
          'SSL certificate verify ok.',
        ],
        ['HTTP/1.1 403 Forbidden', 'Content-Type: text/html', 'Server: Zscaler/6.2', 'Cache-Control: no-cache'],
      ),
    },
    top: { class: ['firewall', 'tls-clock'] },
    never: ['service', 'network', 'account'],
    exit: 1,
  },
  {
    title: 'Zoom answers by its own certificate, and leads to its start page',
    evidence: {
      'curl zoom.txt': request('zoom.us', own, [
        'HTTP/1.1 302 Found',
        'Location: https://www.zoom.com/',
        'Server: cloudflare',
      ]),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS, at a prompt: a firm issued the certificate of zoom.us',
    evidence: {
      'terminal.txt':
        'alice@mac-7 ~ % openssl s_client -connect zoom.us:443 -servername zoom.us </dev/null 2>/dev/null | openssl x509 -noout -issuer -subject -dates\nissuer= /C=DE/O=Example GmbH/OU=IT/CN=Example Inspection CA 2\nsubject= /CN=*.zoom.us\nnotBefore=Mar 10 00:00:00 2026 GMT\nnotAfter=Jun  9 23:59:59 2026 GMT\nalice@mac-7 ~ % \n',
    },
    top: { class: 'tls-clock', confidence: 'low' },
    exit: 0,
  },
  {
    title: "The certificate of the firm's own site was issued by the firm; that of zoom.us by a public authority",
    evidence: {
      'certificates.txt':
        'issuer=C = DE, O = Example GmbH, CN = Example Internal CA\nsubject=CN = intranet.example.com\nissuer=C = US, O = DigiCert Inc, CN = DigiCert Global G2 TLS RSA SHA256 2020 CA1\nsubject=C = US, O = "Zoom Communications, Inc.", CN = *.zoom.us\n',
    },
    top: null,
    exit: 0,
  },
  {
    title: 'Linux: the answer is forbidden, and nothing tells who says so',
    evidence: { 'curl-us04.txt': request('us04web.zoom.us', own, ['HTTP/1.1 403 Forbidden', 'Server: cloudflare']) },
    top: { class: 'service', confidence: 'low' },
    never: ['firewall', 'network', 'tls-clock'],
    exit: 0,
  },
] satisfies readonly Sibling[];
