/** What tools print that look up a name or try to reach a host, read into the same fields for all of them. */
import type { Carry } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, locate, remember, withFields } from '../../reading/entry.ts';
import { isZoomFile, zoomHost } from '../zoom-identity.ts';
import { privateAddress, publicAddress } from './addresses.ts';

/**
 * How a lookup ended. `answered`: an address of the internet; `reached`: the host answered, too; `nowhere`: an address that
 * leads nowhere, or to the page of a filter; `private`, `synthetic`: an address of a private network, or one that a client
 * of a VPN made up; `missing`: no such name; `failed`: the server failed or refused; `silent`: no server answered;
 * `unreachable`: the name resolved, and the network is not there.
 */
export type LookupResult =
  | 'answered'
  | 'reached'
  | 'nowhere'
  | 'private'
  | 'synthetic'
  | 'missing'
  | 'failed'
  | 'silent'
  | 'unreachable';

export interface Lookup {
  /** Names that the output gives for what was asked; one of Zoom's counts first. */
  readonly hosts: readonly string[];
  readonly result: LookupResult;
  /** The line that says so. */
  readonly sign: string;
  readonly addresses?: readonly string[];
  /** The address of the server that answered, or should have. */
  readonly server?: string | null;
}

/** A name with a domain, as the source of an expression. */
export const hostName = String.raw`(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}`;
export const address = String.raw`(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}:[\da-f:.]{1,43})`;

const nowhere = /^(?:0\.0\.0\.0|127\.[\d.]+|::1?|0(?::0){6}:[01])$/;
/** Where resolvers that filter send who is refused: Umbrella, FortiGuard, Palo Alto Networks. */
const blockPage = /^(?:146\.112\.61\.(?:10[4-9]|110)|208\.91\.112\.55|72\.5\.65\.111)$/;
/** Resolvers that anybody may ask: what they answer is not always what this machine is told. */
export const publicResolver =
  /^(?:dns\.google|one\.one\.one\.one|(?:family|security)\.cloudflare-dns\.com|dns\d{0,2}\.quad9\.net|resolver\d\.opendns\.com|8\.8\.(?:8\.8|4\.4)|1\.[01]\.[01]\.[123]|9\.9\.9\.\d{1,2}|149\.112\.112\.\d{1,3}|208\.67\.22[02]\.\d{1,3}|94\.140\.1[45]\.1[45]|2001:4860:4860::88(?:88|44)|2606:4700:4700::\d{4}|2620:fe::\S{1,4})$/i;

/** What the addresses of an answer say. */
export function resultOf(addresses: readonly string[]): LookupResult {
  if (addresses.some((one) => publicAddress.test(one) && !blockPage.test(one))) return 'answered';
  if (addresses.some((one) => nowhere.test(one) || blockPage.test(one))) return 'nowhere';
  return addresses.some((one) => privateAddress.test(one) && !/^(?:198\.1[89]|100)\./.test(one))
    ? 'private'
    : 'synthetic';
}

/** Names in a text. */
export const hostsIn = (text: string): string[] =>
  text.match(new RegExp(`(?<![\\w.-])${hostName}(?![\\w-])`, 'gi')) ?? [];

/** The names behind a command: what it asks for. A file named after Zoom asks for a host of Zoom's, when it does not say. */
const askedIn = (carry: Carry): string[] => (isZoomFile(carry.path) ? ['zoom.us'] : []);

/** The entry with `host`, `result` and `server` (public, own). */
export const withLookup = (entry: Entry, carry: Carry, lookup: Lookup): Entry => {
  const named = lookup.hosts.length > 0 ? lookup.hosts : askedIn(carry);
  const host = (named.find((one) => zoomHost.test(one.replace(/\.$/, ''))) ?? named[0] ?? 'unknown').replace(/\.$/, '');
  if (lookup.result === 'answered' || lookup.result === 'reached')
    for (const one of lookup.addresses ?? [])
      if (zoomHost.test(host) && publicAddress.test(one)) remember(carry.zoomAddresses, one);
  return withFields(entry, (fields) => {
    const place = { piece: 0, ...locate(entry.pieces[0]!.text, lookup.sign) };
    for (const key of ['host', 'result', 'server']) fields.delete(key);
    addField(fields, 'host', { value: host.toLowerCase(), ...place });
    addField(fields, 'result', { value: lookup.result, ...place });
    addField(fields, 'server', { value: publicResolver.test(lookup.server ?? '') ? 'public' : 'own', ...place });
  });
};
