import { defineFormat } from '../../define.ts';
import { sections } from '../../reading/framings/sections.ts';
import { address, hostsIn, type Lookup, publicResolver, resultOf, withLookup } from '../wordings/name-lookup.ts';

/** `Server:  dns.example.com`, in any language: the label differs, `Address:` below it does not. */
const pair = /^(?:> ?)?([^\n:：*>;]{2,30}?) {0,3}[:：][ \t]{1,20}(\S{1,255})[ \t]{0,8}$/;
const addressLine = new RegExp(
  `^(?:Address(?:es)?|Adresse[ns]?)[ \\t]{0,4}[:：][ \\t]{1,16}(${address})(?:#\\d{1,5})?[ \\t]{0,8}$`,
  'i',
);
const moreAddress = new RegExp(`^[ \\t]{2,30}(${address})[ \\t]{0,8}$`, 'i');
const alias = /^(?:Aliases|Aliase|Alias)[ \t]{0,4}[:：][ \t]{1,16}(\S{1,255})/i;
/** The reason is English in every language of Windows; BIND gives the name of the code. */
const refusal =
  /^\*{2,3} ?([^\n]{1,300}?) ?[:：] ?(Non-existent domain|Server failed|Query refused|No response from server|Timed out|Unspecified error|No answer|Format error|NXDOMAIN|SERVFAIL|REFUSED|[A-Z]{5,12})\.?[ \t]{0,8}$/;
const lost =
  /^;; (?:connection timed out|communications error|no servers could be reached)|^nslookup: (?:can't resolve|write to)/;
/** `*** Request to UnKnown timed-out`, in any language: it gives no reason. The name of the server was asked for, too. */
const gaveUp = /^\*{3} [^\n:：]{4,200}$/;

const labelIn = (block: readonly string[]): string | null => {
  for (const line of block) {
    const label = pair.exec(line)?.[1];
    if (label !== undefined) return label;
  }
  return null;
};

/** Each lookup begins with its server, or with a prompt; where the output was redirected, errors come first. */
function begins(line: string, block: readonly string[]): boolean {
  if (/^> ?\S/.test(line)) return block.length > 1;
  const label = labelIn(block.slice(0, 12));
  if (label === null) return false;
  if (line.startsWith('***')) return block[0]!.startsWith('***');
  return pair.exec(line)?.[1] === label && !/^[ \t]/.test(line);
}

const reasons: Readonly<Record<string, Lookup['result']>> = {
  'Non-existent domain': 'missing',
  NXDOMAIN: 'missing',
  'No answer': 'missing',
  'No response from server': 'silent',
  'Timed out': 'silent',
};

function read(text: string): Lookup | null {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const prompted = /^> ?(\S{1,255})$/.exec(lines[0]!)?.[1];
  let server: string | null = null;
  let serverName: string | null = null;
  const addresses: string[] = [];
  const names: string[] = prompted ? hostsIn(prompted) : [];
  let failure: Pick<Lookup, 'result' | 'sign'> | null = null;
  let isLost = false;
  for (const line of lines) {
    const found = addressLine.exec(line)?.[1] ?? moreAddress.exec(line)?.[1];
    const refused = refusal.exec(line);
    const named = pair.exec(line);
    if (found !== undefined && server === null) server = found;
    else if (found !== undefined) addresses.push(found);
    else if (refused) {
      const hosts = hostsIn(refused[1]!).filter((one) => one !== serverName);
      // The name of the server itself, asked for by its address, is nobody's concern.
      if (hosts.length === 0) continue;
      names.push(...hosts);
      failure = { result: reasons[refused[2]!] ?? 'failed', sign: line };
    } else if (alias.test(line)) names.push(...hostsIn(line));
    else if (named && server === null) serverName = named[2]!;
    else if (named) names.push(...hostsIn(named[2]!));
    else if (lost.test(line)) {
      names.push(...hostsIn(line));
      failure = { result: 'silent', sign: line };
    } else if (line.startsWith('DNS request timed out')) isLost = true;
    else if (gaveUp.test(line) && isLost) failure = { result: 'silent', sign: line };
  }
  const told = { hosts: names, addresses, server: publicResolver.test(serverName ?? '') ? serverName : server };
  if (addresses.length > 0) return { ...told, result: resultOf(addresses), sign: addresses[0]! };
  return failure && { ...told, ...failure };
}

export default defineFormat({
  id: 'nslookup',
  title: 'nslookup: what a name server answers',
  origin: 'probe',
  framing: sections({ begins }),
  names: ['*nslookup*.txt'],
  recognise: {
    starts:
      /^(?:> ?)?[^\n:：*>;]{2,30}[:：][ \t]{1,20}\S{1,255}[ \t\r]{0,8}\n(?:Address|Adresse)(?:es)?[ \t]{0,4}[:：][ \t]{1,16}[\da-f.:]{3,45}(?:#\d{1,5})?[ \t\r]{0,8}$|^\*\*\* [^\n]{1,300}[:：] (?:Non-existent domain|Server failed|Query refused|No response from server)\b|^\*\* server can't find |^nslookup: can't resolve|^DNS request timed out\./m,
    // Only the server: why there is no answer was printed elsewhere.
    unless:
      /^\s{0,10}[^\s:：*>;][^\n:：*>;]{1,30}[:：][ \t]{1,20}\S{1,255}[ \t\r]{0,8}\nAddress:[ \t]{1,16}[\da-f.:#]{3,50}\s{0,20}$/,
  },
  /** The one of Windows puts blanks behind its labels, BIND's a tab and the port. */
  learn: (head, carry) => {
    if (/^Address(?:es)?: {2}[\da-f.:]{3,45}[ \r]{0,4}$/im.test(head)) carry.os ??= 'windows';
  },
  witness: () => 'nslookup',
  derives: ['host', 'result', 'server'],
  derive: (entry, carry) => {
    const lookup = read(entry.pieces[0]!.text);
    return lookup ? withLookup(entry, carry, lookup) : entry;
  },
  samples: [
    {
      text: 'Server:  dns.example.com\nAddress:  192.0.2.53\n\nNon-authoritative answer:\nName:    zoom.us\nAddresses:  2001:db8::170\n          203.0.113.40\nAliases:  www.zoom.us',
      entry: { fields: { host: 'zoom.us', result: 'answered', server: 'own' } },
    },
    {
      text: 'Serveur :   UnKnown\nAddress:  192.0.2.53\n\n*** UnKnown ne parvient pas à trouver zoom.us : Non-existent domain',
      entry: { fields: { host: 'zoom.us', result: 'missing' } },
    },
    {
      text: 'Server:\t\tdns.google\nAddress:\t192.0.2.53#53\n\nNon-authoritative answer:\nName:\tzoom.us\nAddress: 0.0.0.0',
      entry: { fields: { host: 'zoom.us', result: 'nowhere', server: 'public' } },
    },
    {
      text: 'DNS request timed out.\n    timeout was 2 seconds.\nServer:  UnKnown\nAddress:  192.0.2.53\n\nDNS request timed out.\n    timeout was 2 seconds.\n*** Request to UnKnown timed-out',
      entry: { fields: { result: 'silent' } },
    },
  ],
});
