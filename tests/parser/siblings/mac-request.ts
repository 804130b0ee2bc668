import { columns, compact, shown } from './apple-lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const task = 'Task <6C0E0000-0000-4000-8000-000000000009>.<9>';
const script = (domain: string, number: number): string =>
  `(Network) [com.apple.network:connection] nw_proxy_resolver_create_parsed_array [C4.1 proxy pac] Evaluation error: ${domain}: ${number}`;

export default [
  {
    title: 'macOS: the script that selects the proxy times out; its number is none of a request to Zoom',
    evidence: {
      'log.txt':
        columns +
        shown('08:15:02.110301', 'Error', 871, 'zoom.us', script('NSURLErrorDomain', -1001)) +
        shown('08:15:32.110301', 'Error', 871, 'zoom.us', script('kCFErrorDomainCFNetwork', 308)),
    },
    top: { class: 'proxy', confidence: ['low', 'medium'] },
    never: ['firewall', 'network', 'tls-clock'],
  },
  {
    title: 'macOS: the script of another program fails, and one of Zoom that nobody waits for; Zoom is answered',
    evidence: {
      'log.txt':
        columns +
        shown('08:15:01.110301', 'Error', 602, 'Mail', script('NSURLErrorDomain', -1003)) +
        shown('08:15:02.110301', 'Error', 871, 'zoom.us', script('NSURLErrorDomain', -999)) +
        shown(
          '08:15:03.110301',
          'Default',
          871,
          'zoom.us',
          `(CFNetwork) ${task} received response, status 204 content U`,
        ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS, compact: a program on this Mac keeps Zoom from connecting (errno 1)',
    evidence: {
      'stream.log':
        compact(
          '09:00:00.100',
          'zoom.us[871:2c11]',
          '[com.apple.network:connection] nw_socket_connect [C9.1.1:1] connectx(14 (guarded), [srcif=0, srcaddr=<NULL>, dstaddr=203.0.113.61:443], SAE_ASSOCID_ANY, 0, NULL, 0, NULL, SAE_CONNID_ANY) failed: [1: Operation not permitted]',
        ) +
        compact(
          '09:00:00.104',
          'zoom.us[871:2c11]',
          `[com.apple.CFNetwork:Default] ${task} finished with error [-1004] Error Domain=NSURLErrorDomain Code=-1004 "Could not connect to the server." UserInfo={_kCFStreamErrorCodeKey=1, _kCFStreamErrorDomainKey=1, NSErrorFailingURLKey=https://us02web.zoom.us/}`,
        ),
    },
    top: { class: 'firewall' },
    verdicts: { firewall: ['suspected', 'confirmed'] },
    never: ['network', 'tls-clock'],
    exit: 1,
  },
  {
    title: 'macOS 10.13: the certificate is refused in the words of that time, without a host',
    evidence: {
      'log.txt':
        columns +
        shown('08:15:02.110301', 'Default', 871, 'zoom.us', '(CFNetwork) TIC SSL Trust Error [7:0x600000172300]: 3:0') +
        shown(
          '08:15:02.110401',
          'Error',
          871,
          'zoom.us',
          '(CFNetwork) NSURLSession/NSURLConnection HTTP load failed (kCFStreamErrorDomainSSL, -9807)',
        ),
    },
    top: { class: 'tls-clock' },
    never: ['network', 'firewall'],
    exit: 1,
  },
  {
    title: 'macOS, printed in a terminal: a socket that went away in sleep is opened again',
    evidence: {
      'zoom-terminal.txt':
        `2026-08-11 06:12:30.118204+0900 zoom.us[871:40291] [Default] ${task} finished with error [53] Error Domain=NSPOSIXErrorDomain Code=53 "Software caused connection abort" UserInfo={_NSURLErrorFailingURLSessionTaskErrorKey=<private>}\n` +
        `2026-08-11 06:12:31.118204+0900 zoom.us[871:40291] [Default] ${task} received response, status 200 content K\n`,
    },
    top: null,
    verdicts: { network: unproved, firewall: unproved },
    exit: 0,
  },
] satisfies readonly Sibling[];
