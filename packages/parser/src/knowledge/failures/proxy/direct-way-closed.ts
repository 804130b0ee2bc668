import { defineFailure } from '../../../define.ts';
import { probe } from '../../wordings/samples.ts';
import { closedProbe } from '../../wordings/test-netconnection.ts';

/** The same test as in `port-closed-now`, on a machine that is set to use a proxy: there it shows nothing about a firewall. */
export default defineFailure({
  id: 'direct-way-closed',
  class: 'proxy',
  role: 'cause',
  strength: 'weak',
  severity: 'info',
  title: 'Zoom is not reachable directly; a proxy is set',
  cause:
    'The direct path to Zoom is closed, by design on a network where a proxy is the only route out. Zoom is reachable only through the proxy, if at all.',
  remedy: 'Test through the proxy: open zoom.us in a browser on this machine and record what the browser does.',
  likelyCodes: ['5003', '104103'],
  when: { nothing: { without: ['proxy-set', 'proxy-set-by-policy', 'winhttp-proxy-set'] } },
  match: [closedProbe],
  standing: true,
  fixes: ['proxy-show-windows', 'firewall-test-https', 'proxy-record-netlog', 'proxy-ask-settings'],
  alternatives: [
    { class: 'firewall', why: 'where the proxy is not the only route out, a device in between blocks Zoom' },
  ],
  misses: [
    { text: probe('zoom.us', '192.0.2.30', 443, 'True'), why: 'the connection opened' },
    { text: probe('www.example.com', '192.0.2.30', 443, 'False'), why: 'not a Zoom host' },
  ],
});
