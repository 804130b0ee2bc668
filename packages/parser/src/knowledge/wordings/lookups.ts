/** Lookups of a host of Zoom's, as the tools for it print them: what is so now, not what was when Zoom failed. */
import type { Pattern, Provenance } from '../../define.ts';
import { references } from '../references.ts';
import { zoomHost } from '../zoom-identity.ts';
import { connectionTest, wget } from './connection-tests.ts';
import { curl, curlError, curlOnlyIpv6, curlRequest } from './curl.ts';
import type { LookupResult } from './name-lookup.ts';

type Tool = 'nslookup' | 'dig' | 'resolvectl' | 'resolve-dnsname' | 'ping';

interface Choice {
  readonly server?: 'own' | 'public';
  readonly strength?: Pattern['strength'];
  readonly provenance?: Provenance;
}

/** A lookup that ended so, in the formats that are given with their hits. */
export const lookups = (
  results: readonly LookupResult[],
  hits: Partial<Record<Tool, readonly string[]>>,
  { server = 'own', strength, provenance = { layout: 'constructed' } }: Choice = {},
): Pattern => ({
  formats: Object.keys(hits) as Tool[],
  has: 'zoom',
  fields: { host: zoomHost, result: results, server: [server] },
  ...(strength ? { strength } : {}),
  ...provenance,
  hits: Object.values(hits).flat(),
});

/** An address alone (`dig +short`): the name is above it, or in the name of the file. */
export const shortAnswer = (results: readonly LookupResult[], has: string, found: string): Pattern => ({
  formats: ['dig'],
  has,
  fields: { host: zoomHost, result: results, server: ['own'] },
  layout: 'constructed',
  hits: [`dig +short zoom.us\n${found}`],
});

/** A row of the hosts file, which comes before every name server. */
export const hostsRow = (result: LookupResult, rows: readonly string[], strength?: Pattern['strength']): Pattern => ({
  formats: ['hosts-file'],
  has: 'zoom',
  fields: { result: [result], host: zoomHost },
  ...(strength ? { strength } : {}),
  layout: 'constructed',
  hits: rows.map((row) => `127.0.0.1\tlocalhost\n${row}`),
});

/** nslookup of Windows, with what comes below the server. */
export const nslookup = (below: string, server = 'UnKnown'): string =>
  `Server:  ${server}\nAddress:  192.0.2.53\n\n${below}`;
/** dig, of a question for \`host\` that ended with \`status\`, and the address that was found. */
export const dig = (host: string, status: string, found?: string, server = ''): string =>
  `; <<>> DiG 9.18.28 <<>> ${server}${host}\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 12345\n;; QUESTION SECTION:\n;${host}.\t\t\tIN\tA\n${
    found === undefined ? '' : `\n;; ANSWER SECTION:\n${host}.\t\t60\tIN\tA\t${found}\n`
  }\n;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)`;
/** Resolve-DnsName: a row of its table, or its error. */
export const resolved = (host: string, found: string): string =>
  `\nName                                           Type   TTL   Section    IPAddress\n----                                           ----   ---   -------    ---------\n${host.padEnd(46)} A      60    Answer     ${found}`;
const notResolved = (host: string, words: string, id: string): string =>
  `Resolve-DnsName : ${host} : ${words}\nAt line:1 char:1\n+ Resolve-DnsName ${host}\n+ ~~~~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : ResourceUnavailable: (${host}:String) [Resolve-DnsName], Win32Exception\n    + FullyQualifiedErrorId : ${id},Microsoft.DnsClient.Commands.ResolveDnsName`;
export const pinged = (host: string, found: string, below = ''): string =>
  `PING ${host} (${found}) 56(84) bytes of data.\n${below}`;

/** The name has no address, by the server that this machine asks. */
export const lookupsFailed: readonly Pattern[] = [
  connectionTest(['dns'], 'zoom', ["wget: unable to resolve host address 'zoom.us'"]),
  curlError('dns', ['curl: (6) Could not resolve host: zoom.us']),
  curl('dns', ['* Could not resolve host: zoom.us\n* Closing connection 0']),
  lookups(
    ['missing', 'failed', 'silent'],
    {
      nslookup: [
        "Server:\t\t192.0.2.53\nAddress:\t192.0.2.53#53\n\n** server can't find zoom.us: NXDOMAIN",
        "Server:\t\t192.0.2.53\nAddress:\t192.0.2.53#53\n\n** server can't find zoom.us: SERVFAIL",
      ],
      resolvectl: ["zoom.us: resolve call failed: 'zoom.us' not found"],
      'resolve-dnsname': [notResolved('zoom.us', 'DNS name does not exist', 'DNS_ERROR_RCODE_NAME_ERROR')],
    },
    {
      provenance: {
        layout: 'documented',
        see: [references.nslookupBind, references.resolvectl, references.resolveDnsName],
      },
    },
  ),
  lookups(['missing', 'failed', 'silent'], {
    nslookup: [nslookup("*** UnKnown can't find zoom.us: Server failed")],
    dig: [dig('us04web.zoom.us', 'NXDOMAIN'), 'Host zoom.us not found: 2(SERVFAIL)'],
    ping: ['ping: zoom.us: Temporary failure in name resolution'],
  }),
  // The name is above the output, or in the name of its file.
  {
    formats: ['nslookup'],
    has: 'timed out',
    fields: { result: ['silent'], host: zoomHost, server: ['own'] },
    layout: 'constructed',
    hits: [
      '> zoom.us\n服务器:  UnKnown\nAddress:  192.0.2.53\n\nDNS request timed out.\n    timeout was 2 seconds.\n*** 请求 UnKnown 超时',
    ],
  },
];

const noRouteLines = {
  'transmit failed': 'PING: transmit failed. General failure.',
  'is unreachable': 'ping: connect: Network is unreachable',
} as const;

/** No packet could be sent to a host of Zoom's. */
export const noRouteNow: readonly Pattern[] = [
  curl(
    'unreachable',
    [curlRequest('* connect to 203.0.113.40 port 443 failed: Network is unreachable'), curlOnlyIpv6],
    {
      provenance: { layout: 'constructed' },
    },
  ),
  connectionTest(['unreachable'], 'zoom', [wget('failed: Network is unreachable.')]),
  lookups(['unreachable'], {
    ping: ['\nPinging zoom.us [203.0.113.40] with 32 bytes of data:\nGeneral failure.\nGeneral failure.'],
  }),
  // The name is above the output, in the name of its file, or nowhere.
  ...(['transmit failed', 'is unreachable'] as const).flatMap((has): Pattern[] => [
    {
      formats: ['ping'],
      has,
      fields: { result: ['unreachable'], host: zoomHost },
      layout: 'constructed',
      hits: [`PING zoom.us (203.0.113.40): 56 data bytes\n${noRouteLines[has]}`],
    },
    {
      formats: ['ping'],
      has,
      fields: { result: ['unreachable'], host: ['unknown'] },
      strength: 'weak',
      layout: 'constructed',
      hits: [noRouteLines[has]],
    },
  ]),
];
