import { asJson, columns, compact, shown } from './apple-lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const task = (number: number): string => `Task <5B0E0000-0000-4000-8000-00000000000${number}>.<${number}>`;

export default [
  {
    title: 'macOS: another issuer signs for Zoom, told in German and with the chain below',
    evidence: {
      'unified.txt':
        columns +
        shown(
          '08:15:02.110301',
          'Error',
          871,
          'zoom.us',
          '(CFNetwork) [com.apple.CFNetwork:Default] Connection 12: default TLS Trust evaluation failed(-9813)',
        ) +
        shown(
          '08:15:02.110401',
          'Error',
          871,
          'zoom.us',
          `(CFNetwork) [com.apple.CFNetwork:Default] ${task(2)} HTTP load failed, 0/0 bytes (error code: -1202 [3:-9813])`,
        ) +
        shown(
          '08:15:02.112001',
          'Error',
          871,
          'zoom.us',
          `(CFNetwork) [com.apple.CFNetwork:Default] ${task(2)} finished with error [-1202] Error Domain=NSURLErrorDomain Code=-1202 "Das Zertifikat für diesen Server ist ungültig." UserInfo={NSErrorPeerCertificateChainKey=(\n    "<cert(0x7f8a00000000) s: *.zoom.us i: Example Inspection CA>",\n    "<cert(0x7f8a00000200) s: Example Inspection CA i: Example Inspection CA>"\n), NSErrorClientCertificateStateKey=0, NSErrorFailingURLKey=https://us04web.zoom.us/releasenotes, _kCFStreamErrorDomainKey=3, _kCFStreamErrorCodeKey=-9813}`,
        ),
    },
    top: { class: 'tls-clock' },
    never: ['firewall', 'network', 'proxy'],
    exit: 1,
  },
  {
    title: 'macOS: maps, a tracker in Zoom and a browser fail in all ways; none of it is a host of Zoom',
    evidence: {
      'log-show.txt':
        columns +
        shown(
          '09:00:00.000101',
          'Error',
          311,
          'geod',
          `(CFNetwork) ${task(1)} finished with error [-1001] Error Domain=NSURLErrorDomain Code=-1001 "The request timed out." UserInfo={_kCFStreamErrorCodeKey=-2102, NSErrorFailingURLKey=https://gsp.example.com/}`,
        ) +
        shown(
          '09:00:01.000101',
          'Error',
          871,
          'zoom.us',
          `(CFNetwork) ${task(2)} finished with error [-1202] Error Domain=NSURLErrorDomain Code=-1202 "The certificate for this server is invalid." UserInfo={_kCFStreamErrorDomainKey=3, _kCFStreamErrorCodeKey=-9813, NSErrorFailingURLKey=https://events.tracker.example.com/v1}`,
        ) +
        shown(
          '09:00:02.000101',
          'Error',
          602,
          'Safari Networking',
          '(libboringssl.dylib) [com.apple.network:boringssl] boringssl_context_handle_fatal_alert(1938) [C4.1.1:2][0x10c0a4b60] write alert, level: fatal, description: certificate expired',
        ) +
        shown(
          '09:00:03.000101',
          'Error',
          602,
          'Safari Networking',
          '(Network) [com.apple.network:] nw_socket_handle_socket_event [C9.1:2] Socket SO_ERROR [61: Connection refused]',
        ),
    },
    top: null,
    exit: 0,
  },
  {
    title: 'macOS, ndjson: the proxy that is set does not answer',
    evidence: {
      'log-show.ndjson':
        asJson(
          '11:00:00.100000',
          '/Applications/zoom.us.app/Contents/MacOS/zoom.us',
          `${task(3)} HTTP load failed, 0/0 bytes (error code: 310 [4:-2096])`,
        ) +
        asJson(
          '11:00:00.101000',
          '/Applications/zoom.us.app/Contents/MacOS/zoom.us',
          `${task(3)} finished with error [310] Error Domain=kCFErrorDomainCFNetwork Code=310 "(null)" UserInfo={_kCFStreamErrorDomainKey=4, NSErrorFailingURLStringKey=<private>, _kCFStreamErrorCodeKey=-2096}`,
        ) +
        '{"count":2,"finished":1}\n',
    },
    top: { class: 'proxy' },
    never: ['firewall', 'tls-clock'],
    exit: 1,
  },
  {
    title: 'macOS, compact: offline after the lid was opened; a minute later Zoom gets its answers',
    evidence: {
      'wake.txt':
        compact(
          '07:58:02.100',
          'zoom.us[871:2c11]',
          `[com.apple.CFNetwork:Default] ${task(4)} finished with error [-1009] Error Domain=NSURLErrorDomain Code=-1009 "The Internet connection appears to be offline." UserInfo={_kCFStreamErrorCodeKey=50, _kCFStreamErrorDomainKey=1, NSErrorFailingURLKey=<private>}`,
        ) +
        compact(
          '07:59:10.400',
          'zoom.us[871:2c11]',
          `[com.apple.CFNetwork:Default] ${task(5)} received response, status 200 content K`,
        ) +
        compact('07:59:10.420', 'zoom.us[871:2c11]', `[com.apple.CFNetwork:Default] ${task(5)} finished successfully`),
    },
    verdicts: { network: unproved },
    never: ['firewall', 'tls-clock', 'proxy'],
    exit: 0,
  },
  {
    title: 'macOS, printed by Zoom in a terminal: the certificate is not valid yet',
    evidence: {
      'zoom-terminal.txt':
        '2026-08-11 06:12:30.118204+0900 zoom.us[871:40291] [boringssl] boringssl_session_errorlog(233) [C3.1:2][0x7f8a0001] [boringssl_session_handshake_incomplete] SSL_ERROR_SSL(1): operation failed within the library\n' +
        `2026-08-11 06:12:30.120011+0900 zoom.us[871:40291] [Default] ${task(6)} finished with error [-1204] Error Domain=NSURLErrorDomain Code=-1204 "このサーバの証明書はまだ有効ではありません。" UserInfo={_kCFStreamErrorCodeKey=-9815, NSErrorFailingURLStringKey=https://us04web.zoom.us/\n    , _kCFStreamErrorDomainKey=3}\n`,
    },
    top: { class: 'tls-clock' },
    never: ['firewall', 'network'],
    exit: 1,
  },
] satisfies readonly Sibling[];
