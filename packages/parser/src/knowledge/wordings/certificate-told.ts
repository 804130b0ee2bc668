/** What `curl -v` tells of the certificate that the other side presented, and of who answered below it. */
import type { Piece } from '../../model.ts';
import { issuedBy } from './certificate-issuers.ts';

interface Told {
  readonly value: string;
  readonly piece: number;
  readonly start: number;
  readonly end: number;
}

export interface CertificateTold {
  readonly issuer: Told;
  readonly issuedBy: 'public' | 'inspector' | 'private';
  /** How the check of it ended; null when that is not told. */
  readonly check: 'ok' | 'failed' | null;
}

const begins = /^\*[ \t]{0,4}(Server|Proxy) certificate:/;
const issuerLine = /^\*[ \t]{1,8}issuer: ([^\n]{1,1000})/;
/** `-k` goes on in spite of a certificate that is not trusted. */
const checks = [
  ['ok', /SSL certificate verif(?:y ok|ied)|server certificate verification OK/],
  [
    'failed',
    /SSL certificate verify result: (?:self.signed|unable to get (?:local )?issuer|unable to verify)[^\n]{0,100}continuing anyway/,
  ],
] as const;

/** The last one of a server; the proxy has a certificate of its own. */
export function certificateIn(pieces: readonly Piece[]): CertificateTold | null {
  let isProxys = false;
  let issuer: Told | null = null;
  let check: CertificateTold['check'] = null;
  for (const [piece, { text }] of pieces.entries()) {
    const whose = begins.exec(text)?.[1];
    if (whose !== undefined) isProxys = whose === 'Proxy';
    if (isProxys) continue;
    const found = issuerLine.exec(text);
    if (found) {
      const start = text.indexOf(found[1]!);
      issuer = { value: found[1]!, piece, start, end: start + found[1]!.length };
      check = null;
    }
    check = checks.find(([, sign]) => sign.test(text))?.[0] ?? check;
  }
  if (!issuer) return null;
  const by = issuedBy(issuer.value);
  return { issuer, issuedBy: by, check };
}

/** Headers that only a gateway sends which answers in place of a site, and addresses of its pages. */
const gateway =
  /^< (?:server: (?:Zscaler|BlueCoat|ProxySG|FortiGate|McAfee Web Gateway|Skyhigh|Netskope|Cisco-?WSA|Sophos|Barracuda|WatchGuard|iboss|ContentKeeper|Smoothwall)[^\n]{0,100}|x-squid-error: ERR_(?:ACCESS_DENIED|BLOCKED)[^\n]{0,60}|location: https?:\/\/(?:[\w-]{1,63}\.){0,4}(?:zscaler(?:one|two|three|gov|beta)?\.(?:net|com)|zscloud\.net|opendns\.com|fortiguard\.com|goskope\.com|mcafee\.com|securly\.com|lightspeedsystems\.com|iboss\.com|menlosecurity\.com)[/:?][^\n]{0,200})/i;

/** Where a gateway gives itself away as the one who answered; behind the first `from` pieces. */
export function gatewayIn(pieces: readonly Piece[], from: number): Told | null {
  for (const [piece, { text }] of pieces.entries()) {
    const match = piece < from ? null : gateway.exec(text);
    if (match) return { value: 'blocked', piece, start: 0, end: match[0].length };
  }
  return null;
}
