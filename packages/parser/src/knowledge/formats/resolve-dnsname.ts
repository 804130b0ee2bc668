import { defineFormat } from '../../define.ts';
import { sections } from '../../reading/framings/sections.ts';
import { address, hostName, type Lookup, resultOf, withLookup } from '../wordings/name-lookup.ts';

/** Names of columns and properties are English in every language; what an error says is not. */
const row = new RegExp(
  `^(${hostName})[ \\t]{1,80}(?:A|AAAA)[ \\t]{1,20}\\d{1,10}[ \\t]{1,20}\\w{1,12}[ \\t]{1,20}(${address})[ \\t\\r]{0,8}$`,
  'gim',
);
const property = new RegExp(
  `^(?:Name[ \\t]{1,20}: (${hostName})|IP[46]?Address[ \\t]{1,20}: (${address}))[ \\t\\r]{0,8}$`,
  'gim',
);
const alias = new RegExp(`^(${hostName})[ \\t]{1,80}CNAME[ \\t]`, 'im');
const error = new RegExp(`^Resolve-DnsName ?: (${hostName}) : [^\\n]{1,300}`, 'im');
const target = new RegExp(`: \\((${hostName}):String\\) \\[Resolve-`, 'i');
const errorId = /([A-Z]{3,8}_?[A-Z_]{3,60}),Microsoft\.DnsClient\.Commands\.ResolveDnsName/;

const isError = (line: string): boolean => /^Resolve-DnsName ?: /i.test(line);

const results: Readonly<Record<string, Lookup['result']>> = {
  DNS_ERROR_RCODE_NAME_ERROR: 'missing',
  DNS_INFO_NO_RECORDS: 'missing',
  ERROR_TIMEOUT: 'silent',
  DNS_ERROR_NO_DNS_SERVERS: 'silent',
};
/** Errors of who typed it, and of a check that the client does not make. */
const ofTheQuestion = /INVALID|ParameterArgument|UNSECURE|ParameterBinding/i;
/** The same in words, where no identifier is printed. */
const wordings: readonly (readonly [words: RegExp, result: Lookup['result']])[] = [
  [
    /does not exist|nicht vorhanden|n['’]existe pas|no existe|não existe|non esiste|存在しません|不存在|не существует|nie istnieje|bestaat niet/i,
    'missing',
  ],
  [/timeout|timed out|Zeitlimit|délai|tiempo de espera|tempo limite|タイムアウト|超时|истек/i, 'silent'],
];

function read(text: string): Lookup | null {
  const rows = Array.from(text.matchAll(row), ([, host, found]) => ({ host: host!, found: found! }));
  const properties = [...text.matchAll(property)];
  const found = [...rows.map((one) => one.found), ...properties.flatMap(([, , one]) => one ?? [])];
  const cname = alias.exec(text)?.[1];
  const hosts = [
    ...(cname ? [cname] : []),
    ...rows.map((one) => one.host),
    ...properties.flatMap(([, one]) => one ?? []),
  ];
  if (found.length > 0) return { hosts, addresses: found, result: resultOf(found), sign: found[0]! };
  // PowerShell breaks its errors into lines of the window's width, wherever that is.
  const joined = text.replace(/\r?\n[ \t]{0,8}/g, '');
  const [, asked] = error.exec(text) ?? error.exec(joined) ?? target.exec(joined) ?? [];
  const id = errorId.exec(joined)?.[1];
  if (asked === undefined || ofTheQuestion.test(id ?? '')) return null;
  const said = wordings.find(([words]) => words.test(text))?.[1];
  return { hosts: [asked], result: results[id ?? ''] ?? said ?? 'failed', sign: text.split('\n', 1)[0]!.trim() };
}

export default defineFormat({
  id: 'resolve-dnsname',
  title: 'PowerShell Resolve-DnsName',
  origin: 'probe',
  framing: sections({ begins: (line, block) => isError(line) && block.length > 0 }),
  os: 'windows',
  names: ['resolve-*.txt'],
  recognise: {
    starts:
      /^(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}[ \t]{1,80}(?:A|AAAA|CNAME)[ \t]{1,20}\d{1,10}[ \t]{1,20}(?:Answer|Question|Additional)[ \t]|^Name {1,80}Type {1,40}TTL {1,40}Section {1,40}(?:IPAddress|NameHost)|^Resolve-DnsName ?: \S|ResolveDnsName$|,Microsoft\.DnsClient\.Commands\.|^QueryType[ \t]{1,20}: (?:A|AAAA|CNAME)$/im,
  },
  witness: () => 'Resolve-DnsName',
  derives: ['host', 'result', 'server'],
  derive: (entry, carry) => {
    const lookup = read(entry.pieces[0]!.text);
    return lookup ? withLookup(entry, carry, lookup) : entry;
  },
  samples: [
    {
      text: '\nName                                           Type   TTL   Section    IPAddress\n----                                           ----   ---   -------    ---------\nzoom.us                                        AAAA   60    Answer     2001:db8::170\nzoom.us                                        A      60    Answer     203.0.113.40',
      entry: { fields: { host: 'zoom.us', result: 'answered', server: 'own' } },
    },
    {
      text: 'Resolve-DnsName : zoom.us : Der DNS-Name ist nicht vorhanden\nIn Zeile:1 Zeichen:1\n+ Resolve-DnsName zoom.us\n+ ~~~~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : ResourceUnavailable: (zoom.us:String) [Resolve-DnsName], Win32Exc\n   eption\n    + FullyQualifiedErrorId : DNS_ERROR_RCODE_NAME_ERROR,Microsoft.DnsClient.Commands.Resolve\n   DnsName',
      entry: { fields: { host: 'zoom.us', result: 'missing' } },
    },
    {
      text: 'Name       : zoom.us\nQueryType  : A\nTTL        : 60\nSection    : Answer\nIP4Address : 192.168.7.7',
      entry: { fields: { host: 'zoom.us', result: 'private' } },
    },
  ],
});
