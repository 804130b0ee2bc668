import { defineFailure } from '../../../define.ts';
import { probe } from '../../wordings/samples.ts';
import { closedProbe } from '../../wordings/test-netconnection.ts';

/** The same test as of `port-closed-now`, on a machine that is to go through a proxy: there it says nothing of a firewall. */
export default defineFailure({
  id: 'direct-way-closed',
  class: 'proxy',
  role: 'cause',
  strength: 'weak',
  severity: 'info',
  title: 'Zoom can be reached through the proxy only, if at all',
  cause:
    'A proxy is set on this machine and the direct way to Zoom is closed, as it is by design where a proxy is the only way out.',
  remedy: 'Test through the proxy: let a browser on this machine open zoom.us and record what it does.',
  likelyCodes: ['5003', '104103'],
  onlyWith: ['proxy-set', 'proxy-set-by-policy', 'winhttp-proxy-set'],
  match: [closedProbe],
  standing: true,
  fixes: ['proxy-show-windows', 'firewall-test-https', 'proxy-record-netlog', 'proxy-ask-settings'],
  alternatives: [
    { class: 'firewall', why: 'where the proxy is not the only way out, something on the way blocks Zoom' },
  ],
  misses: [
    { text: probe('zoom.us', '192.0.2.30', 443, 'True'), why: 'it opened' },
    { text: probe('www.example.com', '192.0.2.30', 443, 'False'), why: 'the host is not Zoom’s' },
  ],
});
