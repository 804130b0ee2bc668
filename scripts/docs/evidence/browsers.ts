import { covered, type EvidenceRow, left } from './row.ts';

export const browsers: readonly EvidenceRow[] = [
  covered(['netlog'], 'a certificate outside its dates (-201)', 'certificate-date-error'),
  covered(['netlog'], 'an untrusted certificate (-202)', 'certificate-untrusted'),
  covered(['netlog'], 'the proxy does not answer (-130)', 'proxy-unreachable'),
  covered(['netlog'], 'the proxy refuses the tunnel (-111, 403)', 'proxy-tunnel-refused'),
  covered(['netlog'], 'the proxy asks for a login (407)', 'proxy-auth-required'),
  covered(['netlog'], 'the proxy script fails (-131)', 'proxy-script-failed'),
  covered(['netlog'], 'no answer in time (-118, -7)', 'connect-timed-out'),
  covered(['netlog'], 'the connection is refused (-102)', 'connect-refused'),
  covered(['netlog'], 'the connection is reset (-101)', 'connect-reset'),
  covered(['netlog'], 'the system forbids the connection (-138)', 'connect-forbidden'),
  covered(['netlog'], 'the name does not resolve (-105)', 'dns-failed'),
  covered(['netlog'], 'no network (-106)', 'network-unreachable'),
  covered(['netlog'], 'Zoom answers with an error (5xx)', 'zoom-answers-error'),
  covered(['netlog'], 'Zoom answers', 'zoom-site-answered'),
  covered(['netlog'], 'the tunnel is established', 'tunnel-established'),
  left(['netlog'], 'the network changed (-21), a request was aborted (-3)', 'the browser asks again'),
  left(['netlog'], 'failing requests to other hosts', 'every capture has some'),
];
