/** Account names as programs lay them out: installers, proxies, firewalls, VPNs, session managers. */
import { account, login } from './accounts.ts';
import { is, pattern, quote, raw, type SecretRule } from './patterns.ts';
import { domains, noAccounts, systemAccounts } from './system-accounts.ts';

const address = raw`\d{1,3}(?:\.\d{1,3}){3}`;
const paloAlto = 'TRAFFIC|THREAT|URL|SYSTEM|CONFIG|GLOBALPROTECT|USERID|HIPMATCH|AUTHENTICATION|DECRYPTION';
/** A request in a proxy's log: what became of it, bytes, method, target. */
const squid = raw`\b(?:TCP|UDP|NONE|TAG)_?[A-Z_]{0,32}\/\d{3} \d{1,12} [A-Z_]{1,16} \S{1,512} `;
const installed = raw`\b(?:Adding|Modifying) (?:\w{0,16}User(?:Name)?|\w{0,16}USER(?:NAME)?) property\. Its (?:current )?value is '`;

export const loginRules: readonly SecretRule[] = [
  account(
    pattern('g', raw`(?:${installed}|(?<=${installed}[^'\r\n]{1,64})'\. Its new value: ')`),
    /[^'\r\n]{1,128}(?=')/y,
    systemAccounts,
  ),
  // Objects of JSON that are users: `"user":{"name":"carol"`.
  account(
    pattern('g', raw`${quote}user${quote}\s{0,4}:\s{0,4}\{[^{}]{0,256}?${quote}name${quote}\s{0,4}:\s{0,4}${quote}`),
    pattern('yu', raw`${login}(?=\\{0,3}")`),
    systemAccounts,
  ),
  // Proxies and web servers: squid, and `192.0.2.7 - carol [06/Mar/2026:09:14:22 +0100]`.
  account(
    pattern('g', squid),
    /[^\s"'<>]{1,128}(?= (?:HIER|DIRECT|NONE|DEFAULT|FIRSTUP|ROUNDROBIN|TIMEOUT|CLOSEST|CARP|ORIGINAL|PINNED)[A-Z_]{0,24}\/)/y,
  ),
  account(/^[\w.:]{2,64} (?:-|[\w.]{1,32}) /gm, /[^\s"'<>[\]]{1,64}(?= \[\d\d\/[A-Z][a-z]{2}\/\d{4}:)/y),
  // Firewalls.
  account(
    pattern('g', raw`,(?!${domains}\\)[A-Za-z][\w.-]{0,31}\\{1,2}(?<=,(?:${paloAlto}),[^\r\n]{0,512})`),
    pattern('yu', raw`${login}(?=,)`),
  ),
  account(/\bUser </g, pattern('yu', raw`${login}(?=>)`), noAccounts),
  // VPNs.
  account(
    /\b(?:[Ll]og[io]n|[Aa]uth|[Aa]uthenticate|[Pp]ortal|[Gg]ateway|[Tt]unnel) user /g,
    pattern('yu', raw`${login}(?=[,;)]|[\s.]{0,4}$| (?:from|at|in domain|domain)\b)`),
    noAccounts,
  ),
  account(
    /(?<![\w./@-])(?=[a-z_])/g,
    pattern('yu', raw`${login}(?=\/${address}:\d{1,5} (?:MULTI|TLS|PUSH|SENT|VERIFY|Control|Data|peer info|\[))`),
  ),
  account(/\b(?:CHAP|PAP|EAP) [^\r\n"]{1,64}?(?:name|user) ?= ?"?/g, pattern('yu', raw`${login}(?=["'\]\s]|$)`)),
  // Session managers.
  account(/\bManager for UID \d{1,10} \(/g, pattern('yu', raw`${login}(?=\))`)),
  account(/^ {0,8}c?\d{1,6} {1,6}\d{3,10} (?=[a-z_])/gm, pattern('yu', raw`${login}(?= {1,16}seat\d{1,2}(?: |\r?$))`)),
  account(/\bunix-user:/g),
  account(/\bUser Slice of (?!UID )|\bprocesses of user /g),
  account(
    /\b(?:user|group)(?:mod|add|del)(?:\[\d{1,8}\])?: (?:add|delete|remove|change|lock|unlock)\w{0,2} (?:user )?'/g,
  ),
  account(/\) (?:LIST|REPLACE|DELETE|BEGIN EDIT|END EDIT) \(/g, pattern('yu', raw`${login}(?=\))`)),
  account(/^/gm, /[a-z_][\w.-]{0,31}(?=:[x*!]:\d{1,10}:\d{1,10}:)/y),
  account(/(?<=\bUser Name: [^()\r\n:]{1,64} )\(/g, /[\w.-]{1,32}(?=\))/y),
  account(pattern('gi', raw`\bx-(?:authenticated|forwarded|remote|webauth|auth)-user(?:name)?${is}`)),
  account(/\bConnected as /g, pattern('yu', raw`${login}(?= to [\w-]{1,63}\.)`), noAccounts),
  account(/\bLogin (?:OK|incorrect[^[\r\n]{0,64}): \[/g, /[^\]/\r\n]{1,64}(?=[\]/])/y),
];
