import { covered, type EvidenceRow, left } from './row.ts';

const all = ['netlog', 'har', 'browser-console', 'chromium', 'moz-log'] as const;
const ofChromium = ['netlog', 'har', 'browser-console', 'chromium'] as const;
const requests = ['netlog', 'har'] as const;

export const browsers: readonly EvidenceRow[] = [
  covered(all, 'a certificate outside its dates (-201)', 'certificate-date-error'),
  covered(all, 'an untrusted certificate (-202), or another name (-200)', 'certificate-untrusted'),
  covered(all, 'the handshake fails (-107, -113)', 'tls-handshake-failed'),
  covered(all, 'the proxy does not answer (-130)', 'proxy-unreachable'),
  covered(all, 'the proxy refuses the tunnel (-111, 403)', 'proxy-tunnel-refused'),
  covered(all, 'the proxy asks for a login (407, -127)', 'proxy-auth-required'),
  covered(ofChromium, 'the proxy script fails (-131)', 'proxy-script-failed'),
  covered(ofChromium, 'the proxy cannot be used (-136, -336)', 'proxy-not-usable'),
  covered(all, 'no answer in time (-118, -7)', 'connect-timed-out'),
  covered(all, 'the connection is refused (-102)', 'connect-refused'),
  covered(all, 'the connection is reset or closed (-100, -101, -324)', 'connect-reset'),
  covered(ofChromium, 'the system forbids the connection (-138)', 'connect-forbidden'),
  covered(ofChromium, 'a policy blocks the page (-22)', 'site-blocked-by-policy'),
  covered(all, 'the name does not resolve (-105, -137)', 'dns-failed'),
  covered(all, 'no network (-106, -109)', 'network-unreachable'),
  covered(['netlog', 'har', 'browser-console', 'moz-log'], 'Zoom answers with an error (5xx)', 'zoom-answers-error'),
  covered(['netlog', 'har', 'browser-console'], 'Zoom refuses a page (403)', 'zoom-answers-forbidden'),
  covered(['har', 'browser-console'], 'a request has no answer, and no reason', 'web-request-unanswered'),
  covered(['netlog', 'har', 'moz-log'], 'Zoom answers', 'zoom-site-answered'),
  covered(['netlog'], 'the tunnel is established', 'tunnel-established'),
  covered(['netlog', 'har', 'browser-console'], 'a blocker stops a counter of visits', 'counter-blocked'),
  left(requests, 'the network changed (-21), a request was aborted (-3)', 'the browser asks again'),
  left(requests, 'a blocker or a page stops a request (-20, -2)', 'it proves nothing about the network'),
  left(all, 'failing requests to other hosts', 'every capture has some'),
  left(['chromium'], 'certificate errors without a host, of another process', 'they may be of any program'),
  covered(
    ['browser-console', 'webrtc-dump', 'chromium'],
    'the page may not use camera or microphone',
    'browser-access-denied',
  ),
  covered(['browser-console', 'webrtc-dump', 'chromium'], 'no camera or microphone', 'browser-device-missing'),
  left(['chromium'], 'lines of the capture of other pages, or without a page', 'they may be of any site'),
  covered(['browser-console', 'webrtc-dump', 'chromium'], 'another program uses the device', 'browser-device-busy'),
  covered(['browser-page'], "a page in place of Zoom's: the certificate is not trusted", 'certificate-untrusted'),
  covered(['browser-page'], 'a block page of a filter', 'site-filtered'),
  left(['browser-page'], "a page in place of another site's", 'it shows nothing of Zoom'),
  covered(['browser-console', 'generic'], "Zoom's web SDK refuses the meeting", 'web-sdk-refused'),
  covered(['webrtc-dump'], 'no way for media (ICE failed)', 'browser-media-failed'),
  covered(['webrtc-dump'], 'the page gets the device', 'browser-access-given'),
];
