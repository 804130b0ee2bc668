import { covered, type EvidenceRow } from './row.ts';

export const tools: readonly EvidenceRow[] = [
  covered(['curl'], 'a name does not resolve', 'dns-failed'),
  covered(['curl'], 'no answer in time', 'connect-timed-out'),
  covered(['curl'], 'the connection is refused', 'connect-refused'),
  covered(['curl'], 'the connection is reset', 'connect-reset'),
  covered(['curl'], 'the network is unreachable', 'network-unreachable'),
  covered(['curl'], 'a certificate outside its dates', 'certificate-date-error'),
  covered(['curl'], 'an untrusted certificate', 'certificate-untrusted'),
  covered(
    ['curl'],
    'the proxy refuses, asks for a login, or does not answer',
    'proxy-tunnel-refused',
    'proxy-auth-required',
    'proxy-unreachable',
  ),
  covered(['curl'], 'Zoom answers with an error', 'zoom-answers-error'),
  covered(['curl'], 'Zoom answers', 'zoom-site-answered'),
];
