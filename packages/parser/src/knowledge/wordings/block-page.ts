/** What stands in the way of a site answers in its place: a proxy, or a web filter. How its answers give it away. */
import type { Outcome } from './browser-outcome.ts';

export interface Blocked {
  readonly outcome: Extract<Outcome, 'proxy-login' | 'proxy-refused' | 'filtered'>;
  readonly start: number;
  readonly end: number;
}

/** Sentences of the pages, and names of the products at their foot. A proxy makes the request itself; a filter watches it. */
const pages: readonly (readonly [outcome: Blocked['outcome'], words: RegExp])[] = [
  ['proxy-login', /\bid=["']?ERR_CACHE_ACCESS_DENIED|Cache Access Denied\.|Sorry, you are not currently allowed to request \S{1,300} from this cache/],
  // Squid, ProxySG, Web Gateway, Secure Web Appliance, Zscaler, E2guardian, Privoxy.
  ['proxy-refused', /\bid=["']?ERR_[A-Z_]{4,40}\b|The requested URL could not be retrieved|Access control configuration prevents your request|\(squid(?:\/[\d.]{1,20})?\)/],
  ['proxy-refused', /Your system policy has denied access to the requested URL|\(policy_denied\)/],
  ['proxy-refused', /(?:McAfee|Skyhigh|Trellix) (?:Secure )?Web Gateway|Based on your organization['’]s (?:access )?polic(?:y|ies), (?:access to )?this web ?site|\bBLOCK-(?:URLCAT|WEBCAT|ADMIN|DEST)\b/],
  ['proxy-refused', /[Zz]scaler[^\n]{0,300}(?:[Bb]lock|not allowed|permission)|(?:not allowed|permission) (?:to )?(?:browse|visit|access)[\s\S]{0,600}?[Zz]scaler|gateway\.zscaler\w{0,10}\.net/],
  ['proxy-refused', /\b(?:DansGuardian|e2guardian)\b|Request for blocked URL|Blocked by Privoxy/],
  ['filtered', /FortiGuard|(?:web ?page|application) (?:which|that) is in violation of your [Ii]nternet usage policy/],
  ['filtered', /[Ww]eb ?(?:page|site) you (?:were|are) trying to (?:visit|access) has been blocked in accordance with/],
  ['filtered', /This website is blocked by your network operator|wired\.meraki\.com:8090\/blocked/],
  ['filtered', /block\.(?:opendns|sse\.cisco)\.com|This site is blocked due to (?:content filtering|a security threat)/],
  ['filtered', /[Bb]locked by (?:the |your )?(?:SonicW(?:ALL|all)|Barracuda|ContentKeeper|Check Point|iboss|Lightspeed|Securly|GoGuardian|Sophos|Untangle|WatchGuard|Netskope|Forcepoint|Websense|Cisco Umbrella|ESET|Kaspersky|Bitdefender|Norton|AdGuard|Pi-hole|pfBlockerNG|DNSFilter|NextDNS)/],
  ['filtered', /Request denied by WatchGuard|\/php\/urlblock\.php|\/webadmin\/deny\//],
]; // biome-ignore format: a table

/** Any of these, as the source of an expression. */
export const blockSign = pages.map(([, words]) => words.source).join('|');

/** The block page that a text holds; null when it holds none. */
export function blockedBy(text: string): Blocked | null {
  for (const [outcome, words] of pages) {
    const found = words.exec(text);
    if (found) return { outcome, start: found.index, end: found.index + found[0].length };
  }
  return null;
}

const named = String.raw`"name"\s{0,8}:\s{0,8}"`;
const value = String.raw`"\s{0,8},\s{0,8}"value"\s{0,8}:\s{0,8}"`;
const proxies = String.raw`(?:squid\b|Zscaler\b|BlueCoat|McAfee Web Gateway|Skyhigh|Cisco-WSA|privoxy|tinyproxy)`;
/** Headers of an answer that a proxy made itself, as JSON (HAR) or as lines (NetLog). What it only passes on has a Server of the site's. */
const headers = new RegExp(
  `${named}X-Squid-Error${value}[^"\\n]{0,80}|${named}Server${value}${proxies}[^"\\n]{0,80}|"X-Squid-Error: [^"\\n]{0,80}|"Server: ${proxies}[^"\\n]{0,80}`,
  'i',
);

/** The same of the headers of a failed answer, in the text of its record. */
export function blockedByHeader(record: string): Blocked | null {
  const found = headers.exec(record);
  if (!found) return null;
  const outcome = found[0].includes('ERR_CACHE_ACCESS_DENIED') ? 'proxy-login' : 'proxy-refused';
  return { outcome, start: found.index, end: found.index + found[0].length };
}
