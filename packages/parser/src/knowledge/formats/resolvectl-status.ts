import { defineFormat } from '../../define.ts';
import { logLine, type Told, tell, wholeOutput } from '../wordings/whole-output.ts';

const link = /^Link \d{1,5} \([^)\n]{1,60}\)/gm;
const servers = /^ {0,24}(?:Current DNS Server|DNS Servers): {0,4}(\S[^\n]{0,400})$/m;

export default defineFormat({
  id: 'resolvectl-status',
  title: 'resolvectl status: the name servers of systemd-resolved',
  framing: wholeOutput,
  os: 'linux',
  names: ['*resolvectl*', '*resolved*'],
  recognise: {
    unless: logLine,
    starts:
      /^Link \d{1,5} \([^)\n]{1,60}\)\r?\n {1,24}Current Scopes: |^Global\r?\n(?: {1,24}[^\n]{1,200}\n){0,3}? {1,24}(?:Protocols|LLMNR setting|resolv\.conf mode): /m,
  },
  derives: ['name_servers'],
  /** `name_servers`: some or none. */
  derive: (entry) =>
    tell(entry, (text): readonly Told[] => {
      const links = [...text.matchAll(link)];
      const known = servers.exec(text);
      return [['name_servers', known ? 'some' : links.length > 0 ? 'none' : null, known ?? links[0]]];
    }),
  samples: [
    {
      text: 'Global\n         Protocols: +LLMNR +mDNS -DNSOverTLS DNSSEC=no/unsupported\n  resolv.conf mode: stub\n\nLink 2 (wlp2s0)\n    Current Scopes: none\n         Protocols: -DefaultRoute +LLMNR\n',
      entry: { fields: { name_servers: 'none' } },
    },
  ],
});
