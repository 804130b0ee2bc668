import { defineFailure } from '../../../define.ts';
import { references } from '../../references.ts';
import { remoteAddress } from '../../wordings/addresses.ts';
import { forwardedDrop } from '../../wordings/netfilter.ts';
import { journalKernel } from '../../wordings/samples.ts';
import { zoomPorts } from '../../zoom-ports.ts';

const forwarded =
  '[FORWARD DROP] IN=lan0 OUT=wan0 SRC=192.0.2.5 DST=198.51.100.6 LEN=60 TTL=63 ID=1 DF PROTO=UDP SPT=40000 DPT=8801 LEN=40 ';

/** Its clock is not the workstation's, and addresses may be translated between the two: it is never proof. */
export default defineFailure({
  id: 'gateway-drop',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: "A gateway drops this machine's traffic to Zoom",
  cause: "A gateway's log shows dropped packets from this machine to an address that its evidence ties to Zoom.",
  remedy: "Ask the network team to allow Zoom's hosts and ports on the gateway.",
  likelyCodes: ['104103', '5003'],
  subject: { kind: 'host', fields: ['dst'] },
  zoomAddress: true,
  ofSender: true,
  by: ['kernel'],
  match: [
    {
      has: 'DPT=',
      fields: { dpt: zoomPorts, dst: remoteAddress },
      text: forwardedDrop,
      formats: ['syslog', 'journal-json'],
      layout: 'documented',
      see: [references.netfilterLog],
      hits: [`Nov  9 07:08:09 gw kernel: ${forwarded}`, journalKernel(forwarded)],
    },
  ],
  explains: ['connect-timed-out', 'connect-refused'],
  fixes: ['firewall-compare-hotspot', 'firewall-open-ports'],
  misses: [
    { text: `Nov  9 07:08:09 gw kernel: ${forwarded.replace('DROP', 'ACCEPT')}`, why: 'let through' },
    { text: `Nov  9 07:08:09 gw kernel: ${forwarded.replace('DPT=8801', 'DPT=445')}`, why: 'not a port of Zoom' },
    { text: `Nov  9 07:08:09 gw kernel: ${forwarded.replace('IN=lan0', 'IN=')}`, why: "the gateway's own packet" },
  ],
});
