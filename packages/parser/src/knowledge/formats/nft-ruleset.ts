import { defineFormat } from '../../define.ts';
import { closes } from '../wordings/port-rules.ts';
import { logLine, type Told, tell, wholeOutput } from '../wordings/whole-output.ts';

/** A chain for outbound packets: from its name to the brace that closes it. */
const chain =
  /^[ \t]{0,16}chain (\S{1,80}) \{[ \t\r]{0,4}\n((?:(?![ \t]{0,16}\})[^\n]{0,2000}\n){0,400}?)(?=[ \t]{0,16}\})/gm;
const outbound = /type (?:filter|route) hook output priority [^;\n]{1,60};(?: policy (accept|drop);)?/;
const verdict = /\b(drop|reject|accept)\b(?: with [^\n]{1,60})?(?: comment "[^"\n]{0,200}")?[ \t\r]{0,4}$/;
const protocolPorts = /\b(tcp|udp|th) dport (\{[^}\n]{1,400}\}|[\d-]{1,12})/;
/** Protocol alone: every port of it. */
const protocolAlone = /\b(?:meta l4proto|ip protocol) (tcp|udp)\b/;
/** What a rule asks for beyond protocol and ports: it then closes a part only. */
const narrowed =
  /\b(?:ip6? (?:s|d)addr|ct state (?!new\b)|skuid|skgid|socket|oif(?:name)? "?lo\b|@|limit rate|meta mark|icmp)/;

export default defineFormat({
  id: 'nft-ruleset',
  title: 'nft list ruleset: the packet filter of Linux',
  framing: wholeOutput,
  os: 'linux',
  names: ['*nft*'],
  recognise: {
    unless: logLine,
    starts:
      /^table (?:inet|ip6?|arp|bridge|netdev) \S{1,80} \{|^[ \t]{1,16}type filter hook (?:output|input|forward) priority /m,
  },
  derives: ['closes', 'rule'],
  /** `closes` (media, web, all): what of Zoom a chain for outbound packets closes first; `rule`. */
  derive: (entry) =>
    tell(entry, (text): readonly Told[] => {
      for (const found of text.matchAll(chain)) {
        const body = found[2]!;
        const hook = outbound.exec(body);
        if (!hook) continue;
        const from = found.index + found[0].length - body.length;
        const passed = new Set<string>();
        let at = from;
        for (const line of body.split('\n')) {
          const place = { index: at, 0: line };
          at += line.length + 1;
          const end = verdict.exec(line)?.[1];
          if (!end || narrowed.test(line) || outbound.test(line)) continue;
          const named = protocolPorts.exec(line);
          const kind = closes(
            named?.[1]?.replace('th', 'all') ?? protocolAlone.exec(line)?.[1] ?? null,
            named?.[2] ?? null,
          );
          if (!kind) continue;
          if (end === 'accept') passed.add(kind);
          else if (!passed.has(kind) && !passed.has('all'))
            return [
              ['closes', kind, place],
              ['rule', line.trim(), place],
            ];
        }
        if (hook[1] === 'drop' && !passed.has('all') && !passed.has('web')) {
          const place = { index: from + hook.index, 0: hook[0] };
          return [
            ['closes', 'all', place],
            ['rule', `chain ${found[1]}: policy drop`, place],
          ];
        }
      }
      return [];
    }),
  samples: [
    {
      text: 'table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy accept;\n\t\tudp dport 8801-8810 drop\n\t}\n\n\tchain output {\n\t\ttype filter hook output priority filter; policy accept;\n\t\toifname "lo" accept\n\t\tudp dport { 3478, 8801-8810 } counter packets 4 bytes 512 drop\n\t}\n}\n',
      entry: { fields: { closes: 'media' } },
    },
    {
      text: 'table ip filter {\n\tchain OUTPUT {\n\t\ttype filter hook output priority 0; policy drop;\n\t\tct state established,related accept\n\t}\n}\n',
      entry: { fields: { closes: 'all', rule: 'chain OUTPUT: policy drop' } },
    },
  ],
});
