import { defineFormat } from '../../define.ts';
import { type Closes, closes } from '../wordings/port-rules.ts';
import { logLine, type Told, tell, wholeOutput } from '../wordings/whole-output.ts';

/** `-P OUTPUT DROP`, `:OUTPUT DROP [0:0]`, `Chain OUTPUT (policy DROP 12 packets, 800 bytes)`. */
const policy = /^(?:-P OUTPUT |:OUTPUT |Chain OUTPUT \(policy )(ACCEPT|DROP|REJECT)\b[^\n]{0,80}$/m;
/** Of `-S` and of a saved file. */
const written =
  /^(?:\[\d{1,15}:\d{1,15}\] )?-A (?:OUTPUT|ufw6?-(?:user|before|after|reject)-output) ([^\n]{0,400}?)-j (DROP|REJECT|ACCEPT)\b[^\n]{0,200}$/gm;
/** Of `-L`: with `-v` counters come first, and interfaces behind the protocol. */
const chain = /^Chain (\S{1,60}) \([^)\n]{1,100}\)[ \t\r]{0,4}$/gm;
const listed =
  /^ {0,8}(?:[\d.]{1,12}[KMGT]? {1,8}[\d.]{1,12}[KMGT]? {1,8})?(DROP|REJECT|ACCEPT) {1,12}(\S{1,12}) {1,8}(?:--|-f) {1,8}(?:\S{1,20} {1,12}\S{1,20} {1,12})?(\S{1,50}) {1,20}(\S{1,50})(?: {1,8}([^\n]{0,300}))?$/gm;
const everywhere = /^(?:0\.0\.0\.0\/0|::\/0|anywhere)$/;
/** What a rule asks for beyond protocol and ports: it then closes a part only. */
const narrowed =
  /-(?:s|d|m (?:owner|set|geoip|string|time|limit|recent))\b|--(?:src|dst|uid|gid|ctstate (?!NEW)|state (?!NEW))|match-set|owner |state (?!NEW)|ctstate (?!NEW)|(?:^| )-o lo\b/;
const port = /(?:--dports? |dpts?:|dports )([\d:,-]{1,100})/;

interface Rule {
  readonly at: RegExpExecArray;
  readonly kind: Closes;
  readonly isOpen: boolean;
}

function rulesIn(text: string): Rule[] {
  const rules: Rule[] = [];
  const add = (at: RegExpExecArray, target: string, protocol: string | null, more: string): void => {
    const kind = closes(protocol, port.exec(more)?.[1] ?? null);
    if (kind && !narrowed.test(more)) rules.push({ at, kind, isOpen: target === 'ACCEPT' });
  };
  for (const at of text.matchAll(written)) add(at, at[2]!, /-p (\w{1,8})/.exec(at[1]!)?.[1] ?? null, at[1]!);
  const chains = [...text.matchAll(chain)];
  let open = -1;
  for (const at of text.matchAll(listed)) {
    while (open + 1 < chains.length && chains[open + 1]!.index < at.index) open++;
    const name = chains[open]?.[1] ?? '';
    const isOut = /^(?:OUTPUT|ufw6?-(?:user|before|after|reject)-output)$/.test(name);
    if (isOut && everywhere.test(at[3]!) && everywhere.test(at[4]!)) add(at, at[1]!, at[2]!, at[5] ?? '');
  }
  return rules;
}

export default defineFormat({
  id: 'iptables',
  title: 'iptables -S, iptables -L: the packet filter of Linux',
  framing: wholeOutput,
  os: 'linux',
  names: ['*iptables*', '*ip6tables*'],
  recognise: {
    unless: logLine,
    starts:
      /^-P (?:INPUT|FORWARD|OUTPUT) (?:ACCEPT|DROP)[ \r]{0,4}$|^Chain (?:INPUT|FORWARD|OUTPUT) \(policy (?:ACCEPT|DROP)|^:(?:INPUT|FORWARD|OUTPUT) (?:ACCEPT|DROP) \[\d{1,15}:\d{1,15}\]|^-A OUTPUT [^\n]{0,400}-j [A-Z]/m,
  },
  derives: ['closes', 'rule'],
  /** `closes` (media, web, all): what of Zoom the first rule for outbound packets closes that closes some of it; `rule`. */
  derive: (entry) =>
    tell(entry, (text): readonly Told[] => {
      const rules = rulesIn(text);
      const first = rules.findIndex(({ isOpen }) => !isOpen);
      const closing = rules[first];
      const isPassed = rules
        .slice(0, Math.max(0, first))
        .some(({ isOpen, kind }) => isOpen && (kind === 'all' || kind === closing!.kind));
      if (closing && !isPassed)
        return [
          ['closes', closing.kind, closing.at],
          ['rule', closing.at[0].trim().replace(/ {2,}/g, ' '), closing.at],
        ];
      const shut = policy.exec(text);
      if (closing || !shut || shut[1] === 'ACCEPT' || rules.some(({ isOpen, kind }) => isOpen && kind !== 'media'))
        return [];
      return [
        ['closes', 'all', shut],
        ['rule', shut[0].trim(), shut],
      ];
    }),
  samples: [
    {
      text: '-P INPUT ACCEPT\n-P FORWARD ACCEPT\n-P OUTPUT ACCEPT\n-A OUTPUT -o lo -j ACCEPT\n-A OUTPUT -p udp -m udp --dport 8801:8810 -j REJECT --reject-with icmp-port-unreachable\n',
      entry: { fields: { closes: 'media' } },
    },
    {
      text: 'Chain INPUT (policy ACCEPT 10 packets, 800 bytes)\n pkts bytes target     prot opt in     out     source               destination         \n    4   240 DROP       udp  --  *      *       0.0.0.0/0            0.0.0.0/0            udp dpts:8801:8810\n\nChain OUTPUT (policy ACCEPT 12 packets, 800 bytes)\n pkts bytes target     prot opt in     out     source               destination         \n    3   180 DROP       tcp  --  *      eth0    0.0.0.0/0            0.0.0.0/0            tcp dpt:443\n',
      entry: { fields: { closes: 'web' } },
    },
    {
      text: '*filter\n:INPUT DROP [0:0]\n:FORWARD DROP [0:0]\n:OUTPUT DROP [3:180]\n-A INPUT -i lo -j ACCEPT\n-A OUTPUT -o lo -j ACCEPT\nCOMMIT\n',
      entry: { fields: { closes: 'all' } },
    },
  ],
});
