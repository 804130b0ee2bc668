/** How a browser says that a request failed: Chromium by a code, Firefox by a symbol, Safari by a sentence of the system. */
import { netErrorNumber } from '../../codes/net-error.ts';

/** The network errors of Chromium that mean the same. What is in no row says nothing of where the request failed. */
export const netErrorsOf = {
  'timed-out': [-118, -7],
  refused: [-102],
  reset: [-101, -100, -103, -324],
  dns: [-105, -137],
  offline: [-106, -109],
  forbidden: [-138],
  'blocked-by-policy': [-22, -24],
  'proxy-unreachable': [-130],
  'proxy-refused': [-111, -120, -121, -140],
  'proxy-login': [-127, -338, -115, -364],
  'proxy-script': [-131, -327, -367],
  'proxy-none': [-336],
  date: [-201],
  untrusted: [-202, -200, -150, -207, -217],
  'tls-failed': [-107, -113],
} as const satisfies Readonly<Record<string, readonly [number, ...number[]]>>;

/** `answered`: a page came; `filtered`: a web filter answered instead; `server-error`: an HTTP status of 500 to 599; `unanswered`: it failed, and no reason is given. */
export type Outcome =
  | keyof typeof netErrorsOf
  | 'answered'
  | 'filtered'
  | 'server-error'
  | 'not-allowed'
  | 'unanswered';

const byNumber: ReadonlyMap<number, Outcome> = new Map(
  Object.entries(netErrorsOf).flatMap(([outcome, numbers]) =>
    numbers.map((number): [number, Outcome] => [number, outcome as Outcome]),
  ),
);

/** Symbols of Firefox (nsresult, NSS, mozilla::pkix). */
const symbols: readonly (readonly [outcome: Outcome, symbol: RegExp])[] = [
  ['timed-out', /\bNS_ERROR_NET_TIMEOUT(?:_EXTERNAL)?\b/],
  ['refused', /\bNS_ERROR_CONNECTION_REFUSED\b/],
  ['reset', /\b(?:NS_ERROR_NET_(?:RESET|INTERRUPT|EMPTY_RESPONSE)|PR_(?:CONNECT_RESET|END_OF_FILE)_ERROR)\b/],
  ['dns', /\bNS_ERROR_UNKNOWN_HOST\b/],
  ['offline', /\bNS_ERROR_OFFLINE\b/],
  ['proxy-unreachable', /\bNS_ERROR_(?:PROXY_CONNECTION_REFUSED|UNKNOWN_PROXY_HOST)\b/],
  ['proxy-login', /\bNS_ERROR_PROXY_AUTHENTICATION_FAILED\b/],
  ['proxy-refused', /\bNS_ERROR_PROXY_(?:FORBIDDEN|BAD_GATEWAY|GATEWAY_TIMEOUT|SERVICE_UNAVAILABLE)\b/],
  ['date', /\b(?:SEC_ERROR_EXPIRED_(?:ISSUER_)?CERTIFICATE|MOZILLA_PKIX_ERROR_NOT_YET_VALID_(?:ISSUER_)?CERTIFICATE)\b/],
  ['untrusted', /\b(?:SEC_ERROR_(?:UNKNOWN_ISSUER|UNTRUSTED_(?:ISSUER|CERT)|CA_CERT_INVALID|BAD_SIGNATURE)|MOZILLA_PKIX_ERROR_(?:SELF_SIGNED_CERT|MITM_DETECTED|KEY_PINNING_FAILURE)|SSL_ERROR_BAD_CERT_DOMAIN)\b/],
  ['tls-failed', /\bSSL_ERROR_(?:NO_CYPHER_OVERLAP|UNSUPPORTED_VERSION|RX_RECORD_TOO_LONG|PROTOCOL_VERSION_ALERT)\b/],
]; // biome-ignore format: a table

/** What macOS says of a failed request, in English, German and French. */
const sentences: readonly (readonly [outcome: Outcome, sentence: RegExp])[] = [
  ['timed-out', /The request timed out\.|Zeitüberschreitung bei der Anforderung\.|Le délai de la requête est dépassé\./],
  ['refused', /Could not connect to the server\.|Verbindung zum Server konnte nicht hergestellt werden\.|Impossible de se connecter au serveur\./],
  ['reset', /The network connection was lost\.|Die Netzwerkverbindung wurde unterbrochen\.|La connexion réseau a été perdue\./],
  ['dns', /A server with the specified hostname could not be found\.|kein Server mit dem angegebenen Hostnamen gefunden\.|nom d[’']hôte précisé est introuvable\./],
  ['offline', /The Internet connection appears to be offline\.|Die Internetverbindung ist (?:anscheinend|scheinbar) offline\.|La connexion Internet semble interrompue\./],
  ['untrusted', /The certificate for this server is invalid\.|Das Zertifikat für diesen Server ist ungültig\.|Le certificat de ce serveur n[’']est pas valide\./],
  ['tls-failed', /An SSL error has occurred and a secure connection to the server cannot be made\.|Ein SSL-Fehler ist aufgetreten|Une erreur SSL s[’']est produite/],
]; // biome-ignore format: a table

/** What Chromium says of a web socket in words of its own. */
const ofSockets: readonly (readonly [outcome: Outcome, words: RegExp])[] = [
  ['proxy-refused', /Establishing a tunnel via proxy server failed/],
  ['proxy-login', /Proxy authentication failed/],
  ['timed-out', /WebSocket opening handshake timed out/],
  // In the words of Firefox's error page, which are translated; and where Chromium gives no reason.
  [
    'unanswered',
    /\b(?:Firefox|LibreWolf|Waterfox)\b[^\n:]{5,90}\bwss:\/\/|WebSocket connection to '[^'\n]{1,500}' failed:? {0,2}$/,
  ],
];

/** nsresult numbers as the logs of Firefox write them. */
const results: Readonly<Record<string, Outcome>> = {
  '804b000d': 'refused', '804b000e': 'timed-out', '804b001e': 'dns', '804b0010': 'offline', '804b0014': 'reset',
  '804b0047': 'reset', '804b0048': 'proxy-unreachable', '804b002a': 'proxy-unreachable', '804b0193': 'proxy-refused',
  '804b0197': 'proxy-login', '804b01f6': 'proxy-refused', '804b01f8': 'proxy-refused', '805a1ff5': 'date',
  '805a1fe2': 'date', '805a3ffb': 'date', '805a1ff3': 'untrusted', '805a1fec': 'untrusted', '805a1feb': 'untrusted',
  '805a3ff2': 'untrusted', '805a3ff1': 'untrusted', '805a2ff4': 'untrusted',
}; // biome-ignore format: a table

export interface Told {
  readonly outcome: Outcome;
  readonly start: number;
  readonly end: number;
}

/** How the request ended that a line tells of, by the first sign on it; null when it tells nothing, or nothing that counts. */
export function outcomeOf(text: string): Told | null {
  const named = /net::(ERR_[A-Z_0-9]{1,80})/.exec(text);
  if (named) return told(byNumber.get(netErrorNumber(named[1]!) ?? 0), named);
  const numbered = /\bnet_error (-\d{1,4})\b/.exec(text);
  if (numbered) return told(byNumber.get(Number(numbered[1])), numbered);
  const answer = /(?:responded with a status of|Unexpected response code:) (\d{3})\b/.exec(text);
  if (answer) return told(outcomeOfStatus(Number(answer[1])), answer);
  for (const [outcome, words] of [...symbols, ...sentences, ...ofSockets]) {
    const match = words.exec(text);
    if (match) return told(outcome, match);
  }
  return null;
}

/** What an answer with this HTTP status says of the way to the host. */
export function outcomeOfStatus(status: number): Outcome | null {
  if (status === 407) return 'proxy-login';
  if (status === 403) return 'not-allowed';
  return status >= 500 && status <= 599 ? 'server-error' : null;
}

/** What an error of Chromium's network stack says of the way to the host. */
export const outcomeOfNetError = (number: number): Outcome | null => byNumber.get(number) ?? null;

/** The same by Firefox's number of a result, in hexadecimal digits. */
export const outcomeOfResult = (digits: string): Outcome | null => results[digits.toLowerCase()] ?? null;

const told = (outcome: Outcome | null | undefined, { index, 0: text }: RegExpExecArray): Told | null =>
  outcome ? { outcome, start: index, end: index + text.length } : null;

/** The host of a URL; null when it has none with a domain. */
export const hostOf = (url: string): string | null =>
  /^(?:https?|wss?):\/\/((?:[\w-]{1,63}\.){1,10}[A-Za-z]{2,24})(?=[:/?#]|$)/.exec(url)?.[1]?.toLowerCase() ?? null;
