import { covered, type EvidenceRow, left } from './row.ts';

const names = ['nslookup', 'dig', 'resolvectl', 'resolve-dnsname'] as const;

export const tools: readonly EvidenceRow[] = [
  covered([...names, 'ping', 'curl', 'connection-test'], "Zoom's name does not resolve", 'dns-failed'),
  covered([...names, 'ping'], "Zoom's name leads nowhere (0.0.0.0, a private address)", 'name-blocked'),
  covered(['nslookup', 'dig'], 'the name server does not answer', 'name-server-silent'),
  covered(['nslookup', 'dig'], 'a public name server does not answer', 'public-resolver-failed'),
  covered([...names, 'ping'], "Zoom's name resolves", 'zoom-name-resolves'),
  covered(['ping'], 'the network is unreachable', 'network-unreachable'),
  covered(['ping'], 'Zoom answers a ping', 'zoom-ping-answered'),
  left(['ping', 'traceroute'], 'no answers', 'networks drop such packets while everything works'),
  covered(['curl', 'connection-test', 's-client'], 'no answer in time', 'connect-timed-out'),
  covered(['curl', 'connection-test', 's-client'], 'the connection is refused', 'connect-refused'),
  covered(['curl'], 'the connection is reset', 'connect-reset'),
  covered(['curl'], 'the network is unreachable', 'network-unreachable'),
  covered(['curl', 's-client'], 'a certificate outside its dates', 'certificate-date-error'),
  covered(
    ['curl', 's-client', 'connection-test'],
    'an untrusted certificate, or another name',
    'certificate-untrusted',
  ),
  covered(['s-client'], 'a product that inspects TLS issued the certificate', 'tls-inspected'),
  covered(['s-client'], "Zoom's own certificate, and it verifies", 'zoom-certificate-right'),
  covered(
    ['curl'],
    'the proxy refuses, asks for a login, or does not answer',
    'proxy-tunnel-refused',
    'proxy-auth-required',
    'proxy-unreachable',
  ),
  covered(['curl'], 'Zoom answers with an error', 'zoom-answers-error'),
  covered(['curl', 'connection-test'], 'Zoom answers', 'zoom-site-answered'),
  left(['dig'], 'bare addresses (dig +short)', 'any list of addresses looks the same'),
  covered(['dialog'], 'a dialog with a code of the connection', 'connection-failed'),
  covered(['dialog'], 'a dialog with a code of the sign-in or the meeting', 'sign-in-refused', 'meeting-refused'),
  covered(['dialog'], 'the camera cannot start', 'camera-not-started'),
  covered(['dialog'], 'a dialog of the installer', 'install-code-shown'),
  covered(['dialog'], 'Zoom is busy', 'service-busy'),
  covered(['dialog'], 'a code that zoomlog does not know', 'unknown-code-shown'),
  left(['dialog'], 'an article, or a list of codes', 'it is about no machine'),
  left(
    ['teams-log', 'slack-log', 'discord-log', 'obs-log'],
    'errors of another program',
    'it has its own servers, settings and permissions',
  ),
];
