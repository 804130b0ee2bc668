/** The page that a browser shows in place of a site that it could not open: Chromium's has a code, the others have sentences. */
import { netErrorNumber } from '../../codes/net-error.ts';
import { blockedBy } from './block-page.ts';
import { type Outcome, outcomeOf, outcomeOfNetError, outcomeOfStatus } from './browser-outcome.ts';

type Sentence = readonly [outcome: Outcome, words: readonly string[]];

/** Firefox in seven languages, and Safari. What is translated elsewhere still names the host and the browser. */
const sentences: readonly Sentence[] = [
  ['timed-out', ['is taking too long to respond', 'took too long to respond', 'braucht zu lange, um eine Antwort zu senden', 'hat zu lange zum Antworten gebraucht', 'met trop de temps à répondre', 'está tardando demasiado en responder', 'demorou muito para responder', 'sta impiegando troppo tempo a rispondere', 'からの応答が一定時間以内に', '応答に時間がかかりすぎ', 'the server where this page is located isn[’\']t responding']],
  ['refused', ['can[’\']t establish a connection to the server at', 'kann keine Verbindung zu dem Server unter', 'ne peut (?:pas )?établir de connexion avec le serveur', 'no puede establecer una conexión con el servidor', 'não conseguiu estabelecer uma conexão com o servidor', 'non può stabilire una connessione con il server', 'のサーバーへの接続を確立できません', '(?:can[’\']t|couldn[’\']t) connect to the server “']],
  ['dns', ['[Ww]e can[’\']t connect to the server at', 'can[’\']t find the server', 'trouble finding that site', 'Die Verbindung mit dem Server [^\\s]{1,253} schlug fehl', 'Impossible de se connecter au serveur à l[’\']adresse', 'no puede encontrar el servidor', 'não conseguiu localizar', 'non riesce a contattare il server', 'という名前のサーバーに接続できません', 'Server Not Found\\n', 'Server (?:wurde )?nicht gefunden', 'server can[’\']t be found']],
  ['reset', ['connection to the server was reset while', '[Tt]he connection to [^\\s]{1,253} was interrupted while', 'Die Verbindung zum Server wurde zurückgesetzt', 'La connexion avec le serveur a été réinitialisée', 'La conexión al servidor fue reiniciada', 'conexão (?:para|com) o servidor foi reiniciada', 'connessione al server è stata annullata', 'サーバーへの接続がリセットされました', 'server unexpectedly dropped the connection']],
  ['proxy-unreachable', ['configured to use a proxy server that', 'einen Proxy-Server zu nutzen, der', 'utiliser un serveur proxy mais celui-ci', 'usar un servidor proxy que (?:no puede|está rechazando)', 'usar um servidor proxy que (?:não|está recusando)', 'utilizzare un server proxy che (?:non|sta rifiutando)', 'プロキシーサーバー(?:が見つかりませんでした|への接続を拒否されました)']],
  ['blocked-by-policy', ['[Yy]our organi[sz]ation has blocked access to this page', 'Ihre Organisation hat den Zugriff auf diese Seite', 'Votre organisation a bloqué l[’\']accès à cette page', '所属組織が、このページ']],
  ['offline', ['is currently in offline mode', '[Yy]ou(?: are|[’\']re) not connected to the [Ii]nternet', 'No internet\\n', 'Kein Internet\\n', 'Pas d[’\']Internet\\n', 'Sin conexión a Internet\\n', 'インターネットに接続されていません']],
  ['tls-failed', ['can[’\']t establish a secure connection to the server']],
  ['untrusted', ['[Tt]his website may be impersonating', 'Software is [Pp]reventing \\w{1,20} [Ff]rom [Ss]afely [Cc]onnecting', 'issue is caused by [^\\n]{1,120}, which is either software']],
]; // biome-ignore format: a table

/** Chromium's code; the first group has no prefix or that of a certificate. A console writes `net::`. */
const code = String.raw`(?<![\w:])(?:NET::)?(ERR_[A-Z_\d]{4,60})\b(?!["'])`;
const probe = String.raw`\bDNS_PROBE_(?:STARTED|POSSIBLE|FINISHED_[A-Z_]{2,30})\b`;
const status = String.raw`\bHTTP ERROR (\d{3})\b`;
const symbol = String.raw`\b((?:MOZILLA_PKIX|SEC|SSL|NS)_ERROR_[A-Z_]{4,60}|PR_(?:CONNECT_RESET|END_OF_FILE)_ERROR)\b`;
const codes = new RegExp(`${code}|${probe}|${status}|${symbol}`);
const spoken: readonly (readonly [Outcome, RegExp])[] = sentences.map(([outcome, words]) => [
  outcome,
  new RegExp(words.join('|')),
]);
/** Any of these, as the source of an expression. */
export const pageSign = [code, probe, status, symbol, ...sentences.flatMap(([, words]) => words)].join('|');

interface Shown {
  readonly outcome: Outcome;
  readonly start: number;
  readonly end: number;
  /** Of the site, as far as the page names one. */
  readonly host: string | null;
}

/** What such a page says; null when it says nothing that counts. A code says more than a sentence. */
export function shownBy(text: string): Shown | null {
  const told = codeOf(text) ?? blockedBy(text) ?? sentenceOf(text);
  return told && { ...told, host: hostNear(text, told.start) };
}

type Told = Omit<Shown, 'host'>;

function codeOf(text: string): Told | null {
  const found = codes.exec(text);
  if (!found) return null;
  const [all, netError, http, named] = found;
  const outcome = netError
    ? outcomeOfNetError(netErrorNumber(netError) ?? 0)
    : http
      ? outcomeOfStatus(Number(http))
      : named
        ? (outcomeOf(named)?.outcome ?? null)
        : /NO_INTERNET/.test(all)
          ? 'offline'
          : 'dns';
  return outcome && { outcome, start: found.index, end: found.index + all.length };
}

function sentenceOf(text: string): Told | null {
  for (const [outcome, words] of spoken) {
    const found = words.exec(text);
    if (found) return { outcome, start: found.index, end: found.index + found[0].length };
  }
  return null;
}

const hosts = /(?<![\w.@%-])(?:[a-z\d](?:[\w-]{0,61}[a-z\d])?\.){1,8}[a-z]{2,24}(?![\w@-]|\.\w)/gi;
const fileEnding = /\.(?:exe|msi|dll|txt|log|png|jpe?g|pdf|html?|js|zip|pkg|dmg|deb|rpm|app|har|json)$/i;
/** What a certificate and a mail are about and from whom: no site that was to be opened. */
const label =
  /^[ \t>]{0,8}(?:subject|issuer|issued (?:to|by)|common name|CN|SAN|DNS name|from|to|cc|reply-to|betreff|von|an|aussteller|antragsteller|ausgestellt (?:für|von)|objet|émetteur|émis (?:pour|par)|asunto|emisor|oggetto|emittente)[ \t]{0,3}[:=：]/i;
/** Between a page's host and what it says of it. */
const farthest = 900;

const lineAt = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at) + 1, at);

/** The host that is named nearest to the place. */
function hostNear(text: string, place: number): string | null {
  const near = [...text.matchAll(hosts)]
    .slice(0, 60)
    .filter(
      ({ 0: host, index }) =>
        !fileEnding.test(host) && Math.abs(index - place) <= farthest && !label.test(lineAt(text, index)),
    )
    .toSorted((a, b) => Math.abs(a.index - place) - Math.abs(b.index - place));
  return near[0]?.[0].toLowerCase() ?? null;
}
