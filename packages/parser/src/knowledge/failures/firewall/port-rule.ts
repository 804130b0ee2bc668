import { defineFailure } from '../../../define.ts';

const iptables = '-P INPUT ACCEPT\n-P FORWARD ACCEPT\n-P OUTPUT ACCEPT\n';
const ufw = (rule: string, outgoing = 'allow'): string =>
  `Status: active\nLogging: on (low)\nDefault: deny (incoming), ${outgoing} (outgoing), disabled (routed)\nNew profiles: skip\n\nTo                         Action      From\n--                         ------      ----\n${rule}\n`;
const nft = (rule: string): string =>
  `table inet filter {\n\tchain output {\n\t\ttype filter hook output priority filter; policy accept;\n\t\t${rule}\n\t}\n}\n`;

/** The list shows no packet: another rule, or another way, may let Zoom through. */
export default defineFailure({
  id: 'port-rule',
  class: 'firewall',
  role: 'cause',
  strength: 'strong',
  severity: 'warning',
  title: 'A firewall rule closes outbound ports that Zoom uses',
  cause:
    "A rule of this machine's firewall blocks outbound traffic on ports of Zoom, whatever program sends it. No dropped packet was seen.",
  remedy: 'Find out who set the rule and why, then allow the ports that Zoom needs before it.',
  likelyCodes: ['104103', '5003'],
  subject: { kind: 'rule', fields: ['rule'] },
  match: [
    {
      formats: ['ufw-status', 'iptables', 'nft-ruleset'],
      has: '88',
      fields: { closes: ['media'] },
      layout: 'constructed',
      hits: [
        ufw('8801:8810/udp              DENY OUT    Anywhere'),
        `${iptables}-A OUTPUT -p udp -m udp --dport 8801:8810 -j DROP`,
        nft('udp dport 8801-8810 drop'),
      ],
    },
    {
      formats: ['ufw-status', 'iptables', 'nft-ruleset'],
      has: 't',
      fields: { closes: ['web', 'all'] },
      layout: 'constructed',
      // Most people would notice that nothing on the web opens.
      strength: 'weak',
      hits: [
        ufw('443/tcp                    REJECT OUT  Anywhere'),
        ufw('53                         ALLOW OUT   Anywhere', 'deny'),
        `${iptables}-A OUTPUT -p tcp -m tcp --dport 443 -j REJECT --reject-with tcp-reset`,
        nft('tcp dport { 80, 443 } reject with tcp reset'),
      ],
    },
  ],
  standing: true,
  explains: ['connect-forbidden'],
  fixes: ['firewall-drops-linux', 'firewall-compare-hotspot', 'firewall-allow-ports-ufw'],
  misses: [
    { text: ufw('8801:8810/udp              DENY IN     Anywhere'), why: 'inbound: it does not break meetings' },
    { text: ufw('25/tcp                     DENY OUT    Anywhere'), why: 'mail' },
    { text: ufw('203.0.113.9 443/tcp        DENY OUT    Anywhere'), why: 'one address' },
    { text: ufw('443/tcp                    ALLOW OUT   Anywhere', 'deny'), why: 'Zoom can use TCP 443' },
    {
      text: `${iptables}-A OUTPUT -p udp -j ACCEPT\n-A OUTPUT -p udp --dport 8801:8810 -j DROP`,
      why: 'an earlier rule allows it',
    },
    { text: `${iptables}-A OUTPUT -d 203.0.113.0/24 -p udp --dport 8801:8810 -j DROP`, why: 'some addresses' },
    { text: nft('udp dport 8801-8810 ip daddr 203.0.113.9 drop'), why: 'one address' },
    { text: nft('meta skuid 1001 udp dport 8801-8810 drop'), why: 'of one user' },
  ],
});
