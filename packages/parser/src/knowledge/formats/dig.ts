import { defineFormat } from '../../define.ts';
import { sections } from '../../reading/framings/sections.ts';
import {
  address,
  hostName,
  hostsIn,
  type Lookup,
  publicResolver,
  resultOf,
  withLookup,
} from '../wordings/name-lookup.ts';

const banner = /^; <<>> DiG \S{1,60} <<>> ([^\n]{0,300})/m;
const status = /^;; ->>HEADER<<- opcode: QUERY, status: ([A-Z]{4,10})/m;
const lost = /^;; (?:connection timed out|no servers could be reached|communications error to [^\n]{1,100}timed out)/m;
/** `zoom.us.  60  IN  A  192.0.2.1`, `zoom.us has address 192.0.2.1`. */
const answers = new RegExp(
  `^(?:\\S{1,255}\\s{1,40}\\d{1,10}\\s{1,20}IN\\s{1,20}(?:A|AAAA)\\s{1,20}|${hostName} has (?:IPv6 )?address )(${address})[ \\t\\r]{0,8}$`,
  'gim',
);
const question = new RegExp(`^;(${hostName})\\.?\\s{1,40}IN\\s{1,20}(A|AAAA)\\b`, 'im');
/** What `host` says of a name. */
const hostSays = new RegExp(`^(?:Host )?(${hostName}) (?:has (?:IPv6 )?address|not found:|is an alias for) `, 'i');
const notFound = new RegExp(`^Host (${hostName}) not found: \\d{1,2}\\(([A-Z]{4,10})\\)`, 'im');
const answeredBy = /^;; SERVER: ([\da-f.:]{3,45})#\d/im;
/** Extended errors of a resolver that filters (RFC 8914). */
const filtered = /^; EDE: (?:1[5-8]) \((?:Blocked|Censored|Filtered|Prohibited)\)/m;

/** `dig +short zoom.us`, which prints addresses and names alone: what is typed shows what was asked. */
const typedShort = /^(?:[^\r\n]{0,200}[ \t/])?dig[ \t](?=[^\r\n]{0,300}\+short\b)([^\r\n|>]{1,300})/m;
const bareAnswer = new RegExp(`^(?:(${address})|${hostName}\\.)[ \\t\\r]{0,8}$`, 'i');
/** Records of other kinds, and the name of an address. */
const otherKind = /(?:^|\s)(?:-x|ANY|CAA|CNAME|DNSKEY|DS|HTTPS|MX|NS|PTR|SOA|SRV|TXT)(?=\s|$)/i;

const ends: Readonly<Record<string, Lookup['result']>> = { NXDOMAIN: 'missing', NOERROR: 'missing' };

/** `host` prints no heading: what it says of another name is the next lookup. */
function begins(line: string, block: readonly string[]): boolean {
  if (typedShort.test(line)) return block.length > 0;
  if (banner.test(line)) return block.some((one) => banner.test(one) || status.test(one));
  const host = hostSays.exec(line)?.[1];
  if (host === undefined) return false;
  const before = block.findLast((one) => hostSays.test(one));
  // The lines of a chain of names follow one another.
  return before !== undefined && hostSays.exec(before)![1] !== host && !before.endsWith(`${host}.`);
}

/** Addresses that nothing else stands with: of the name that was typed, or that the name of the file tells. */
function readShort(text: string): Lookup | null {
  const command = typedShort.exec(text);
  const typed = command?.[1] ?? '';
  const below = command ? text.slice(command.index + command[0].length).replace(/^[^\n]{0,400}\n?/, '') : text;
  const rows = below.split('\n', 100).filter((line) => line.trim() !== '' && !/^\S{0,80}[$#%>] ?$/.test(line));
  const addresses = rows.flatMap((line) => bareAnswer.exec(line)?.[1] ?? []);
  if (addresses.length === 0 || otherKind.test(typed) || !rows.every((line) => bareAnswer.test(line))) return null;
  const server = /@(\S{1,255})/.exec(typed)?.[1] ?? null;
  const hosts = hostsIn(typed.replace(/@\S{1,255}/g, ''));
  return { hosts, addresses, server, result: resultOf(addresses), sign: addresses[0]! };
}

function read(text: string): Lookup | null {
  const typed = banner.exec(text)?.[1] ?? '';
  const asked = question.exec(text);
  const named = /@(\S{1,255})/.exec(typed)?.[1] ?? null;
  const server = publicResolver.test(named ?? '') ? named : (answeredBy.exec(text)?.[1] ?? named);
  const said = text.split('\n').flatMap((line) => hostSays.exec(line)?.[1] ?? []);
  const hosts = [...(asked ? [asked[1]!] : hostsIn(typed.replace(/@\S{1,255}/g, ''))), ...said];
  const addresses = Array.from(text.matchAll(answers), ([, one]) => one!);
  const told = { hosts, addresses, server };
  if (filtered.test(text)) return { ...told, result: 'nowhere', sign: filtered.exec(text)![0] };
  if (addresses.length > 0) return { ...told, result: resultOf(addresses), sign: addresses[0]! };
  const none = notFound.exec(text);
  if (none) return { ...told, result: ends[none[2]!] ?? 'failed', sign: none[0] };
  const code = status.exec(text);
  if (code) {
    // Many names have no IPv6 address; records of other kinds are not what connects.
    if (code[1] === 'NOERROR' && asked?.[2]?.toUpperCase() !== 'A') return null;
    return { ...told, result: ends[code[1]!] ?? 'failed', sign: code[0] };
  }
  const gaveUp = lost.exec(text);
  if (!gaveUp) return typed === '' && said.length === 0 ? readShort(text) : null;
  const short = typedShort.exec(text)?.[1] ?? '';
  return { ...told, hosts: hosts.length > 0 ? hosts : hostsIn(short), result: 'silent', sign: gaveUp[0] };
}

export default defineFormat({
  id: 'dig',
  title: 'dig and host: what a name server answers',
  origin: 'probe',
  framing: sections({ begins }),
  names: ['dig-*zoom*', 'dig_*zoom*', 'dig *zoom*', '*dig-short*', '*dig_short*'],
  recognise: {
    // Bare addresses in a file of such a name only.
    marks: ['.', ':', '>>HEADER<<-'],
    atLeast: 4,
    starts:
      /^; <<>> DiG |^(?:[^\r\n]{0,200}[ \t/])?dig[ \t][^\r\n]{0,300}\+short\b|^;; ->>HEADER<<- opcode: QUERY|^;; (?:connection timed out; no|no) servers could be reached|^(?:[\w-]{1,63}\.){1,8}[a-z]{2,24} (?:has (?:IPv6 )?address [\da-f.:]{3,45}|is an alias for \S{1,255}\.$)|^Host \S{1,255} not found: \d{1,2}\([A-Z]{4,10}\)/m,
    // BIND's nslookup ends alike.
    unless: /^Server:[ \t]{1,20}\S{1,255}[ \t]{0,8}\nAddress:[ \t]|^\*\* server can't find /m,
  },
  witness: () => 'dig',
  derives: ['host', 'result', 'server'],
  derive: (entry, carry) => {
    const lookup = read(entry.pieces[0]!.text);
    return lookup ? withLookup(entry, carry, lookup) : entry;
  },
  samples: [
    {
      text: '; <<>> DiG 9.18.28 <<>> zoom.us\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 12345\n;; QUESTION SECTION:\n;zoom.us.\t\t\tIN\tA\n\n;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)',
      entry: { fields: { host: 'zoom.us', result: 'failed', server: 'own' } },
    },
    {
      text: '; <<>> DiG 9.10.6 <<>> @dns.google zoom.us\n; (1 server found)\n;; connection timed out; no servers could be reached',
      entry: { fields: { host: 'zoom.us', result: 'silent', server: 'public' } },
    },
    {
      text: 'dig +short www.zoom.us\nwww.zoom.us.cdn.example.net.\n0.0.0.0',
      entry: { fields: { host: 'www.zoom.us', result: 'nowhere' } },
    },
    {
      text: 'www.zoom.us is an alias for zoom.us.\nzoom.us has address 203.0.113.40\nzoom.us has IPv6 address 2001:db8::170',
      entry: { fields: { host: 'www.zoom.us', result: 'answered' } },
    },
  ],
});
