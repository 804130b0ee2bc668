import { launcher } from './lines.ts';
import { type Sibling, unproved } from './sibling.ts';

const handshake = (pid: number, clock: string, error: number): string =>
  `[${pid}:${pid + 40}:0408/${clock}:ERROR:ssl_client_socket_impl.cc(985)] handshake failed; returned -1, SSL error code 1, net_error ${error}\n`;
const started = 'Start subprocess: /opt/zoom/zoom sucessfully,  process pid: 5521 \n';
const ended = 'zoom exited normally, exit code is 0 .';

export default [
  {
    title: "Linux: the client's own browser is cut off in each handshake",
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log': launcher(
        started + handshake(5521, '150001.120455', -101) + handshake(5521, '150004.120455', -101) + ended,
      ),
    },
    top: { class: 'firewall' },
    verdicts: { firewall: ['confirmed', 'suspected'] },
    never: ['tls-clock', 'crash'],
    exit: 1,
  },
  {
    title: 'Linux: another program, started from a link in the client, is cut off',
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log': launcher(
        started + handshake(7788, '150001.120455', -101) + handshake(7788, '150004.120455', -118) + ended,
      ),
    },
    top: null,
    verdicts: { firewall: unproved },
    exit: 0,
  },
  {
    title: "Linux: the client's own browser gets no answer",
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log': launcher(
        `${started}[5521:5521:0408/150001.120455:ERROR:browser_host.cc(403)] Page load failed: net::ERR_CONNECTION_TIMED_OUT\n${ended}`,
      ),
    },
    top: { class: 'firewall' },
    verdicts: { firewall: ['confirmed', 'suspected'] },
    exit: 1,
  },
  {
    title: "Linux: the client's own browser cancels a page and closes",
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log': launcher(
        `${started}[5521:5521:0408/150001.120455:ERROR:browser_host.cc(403)] Page load failed: net::ERR_ABORTED\n${handshake(5521, '150002.120455', -3)}${ended}`,
      ),
    },
    top: null,
    exit: 0,
  },
  {
    title: "Linux: the proxy wants a login from the client's own browser",
    evidence: {
      '.zoom/logs/zoom_stdout_stderr.log': launcher(
        `${started}[5521:5521:0408/150001.120455:ERROR:browser_host.cc(403)] Page load failed: net::ERR_PROXY_AUTH_REQUESTED\n${ended}`,
      ),
    },
    top: { class: 'proxy' },
    never: ['firewall', 'service'],
    exit: 1,
  },
] satisfies readonly Sibling[];
