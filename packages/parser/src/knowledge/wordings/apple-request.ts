/**
 * What the networking of macOS logs of a request: CFNetwork by its task and its connection, Network.framework by its
 * socket, BoringSSL by its alert. The numbers tell what went wrong in every language; whose it was, a failing address or the
 * process.
 */
import type { Entry } from '../../model.ts';
import { addField, withFields } from '../../reading/entry.ts';
import { zoomHost } from '../zoom-identity.ts';
import { publicAddress } from './addresses.ts';
import { isOfZoomProcess } from './apple-process.ts';

/** A number of NSURLErrorDomain, as an error is printed, described in any language, or named by its task. */
const urlError =
  /NSURLErrorDomain\D{0,14}?(-\d{3,4})\b|finished with error(?: \[| - code:? )(-\d{3,4})\b|error code: (-\d{3,4}) \[/;
/** One of kCFErrorDomainCFNetwork that speaks of a proxy. */
const proxyError =
  /kCFErrorDomainCFNetwork\D{0,14}?(30[6-9]|31[01])\b|finished with error \[(30[6-9]|31[01])\]|error code: (30[6-9]|31[01]) \[/;
/** The script that selects a proxy could not be fetched or run: the number is of that, and of no request to Zoom. */
const scriptError =
  /nw_proxy_resolver_create_parsed_array (?:\[[^\]\n]{1,80}\] )?(?:PAC e|E)valuation error: (?:NSURLErrorDomain|kCFErrorDomainCFNetwork): (-?\d{1,4})\b/;
/** A number of SecureTransport: of a stream, of a connection, of the evaluation of a certificate. */
const tlsError =
  /(?:_kCFStreamErrorCodeKey|_kCFNetworkCFStreamSSLErrorOriginalValue)(?:\\?")? ?= ?(?:\\?")?(-98\d\d)\b|\b3:(-98\d\d)\b|kCFStreamErrorDomainSSL, (-98\d\d)\b|evaluation failed\((-98\d\d)\)/;
/** A number of errno: of a stream beside its domain, of a connection, of a socket. */
const socketError =
  /SO_ERROR \[(\d{1,3}):|(?:\[|\(|connect |Conn Failed \[\d{1,9}:0x[\da-f]{1,16}\]: )1:(\d{1,3})\b|\bconnectx\([^\n]{1,300}\) failed: \[(\d{1,3}):/;
const streamError = /_kCFStreamErrorCodeKey(?:\\?")? ?= ?(?:\\?")?(\d{1,3})\b/;
const posixError = /NSPOSIXErrorDomain Code=(\d{1,3})\b/;
const ofSockets = /_kCFStreamErrorDomainKey(?:\\?")? ?= ?(?:\\?")?1\b/;
/** A number of the resolver. */
const nameError = /(?:\[|\(|connect |Conn Failed \[\d{1,9}:0x[\da-f]{1,16}\]: )12:\d{1,2}\b/;
/** A TLS alert: `read`, the other side sent it; `write`, this one did. */
const alertLine = /\b(read|write) alert, level: \w{1,10}, description: ([A-Za-z ]{3,40})/;
const noRoute = /unsatisfied \(No network route/;
const proxyLogin = /received response, status 407\b/;
const well = /received response, status [23]\d\d\b|summary for task success \{[^}]{0,400}response_status=[23]\d\d\b/;

const failing =
  /NSErrorFailingURL(?:String)?Key(?:\\?")? ?= ?(?:\\?")?[a-z]{2,5}:\\?\/\\?\/([^\s/\\"',;:}]{1,253})|\burl: [a-z]{2,5}:\\?\/\\?\/([^\s/\\"',;:}]{1,253})|\[C[\d.]{1,20} (?:[0-9A-F-]{36} )?(localhost|(?:\d{1,3}\.){3}\d{1,3}|[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[A-Za-z]{2,24})[:.]\d{1,5} /;

const groupOf = (match: RegExpExecArray | null): string | null => match?.slice(1).find((one) => one) ?? null;

const byTls: Readonly<Record<string, string>> = {
  '-9807': 'untrusted', '-9812': 'untrusted', '-9813': 'untrusted', '-9843': 'untrusted', '-9814': 'date', '-9815': 'date',
}; // biome-ignore format: a table
const bySocket: Readonly<Record<string, string>> = {
  '1': 'forbidden', '13': 'forbidden', '50': 'unreachable', '51': 'unreachable', '54': 'reset', '60': 'timed out', '61': 'refused', '64': 'unreachable',
  '65': 'unreachable',
}; // biome-ignore format: a table
const byUrl: Readonly<Record<string, string>> = {
  '-1001': 'timed out', '-1003': 'name', '-1004': 'no connection', '-1005': 'lost', '-1006': 'name', '-1009': 'unreachable',
  '-1200': 'tls', '-1201': 'date', '-1202': 'untrusted', '-1203': 'untrusted', '-1204': 'date', '-1205': 'tls', '-1206': 'tls',
}; // biome-ignore format: a table
const byProxy: Readonly<Record<string, string>> = {
  '306': 'proxy', '307': 'proxy login', '308': 'proxy script', '309': 'proxy script', '310': 'proxy', '311': 'proxy tunnel',
}; // biome-ignore format: a table

/** What an alert tells: what this side refused, it says; of what the other side refused, only that it did. */
function ofAlert(side: string, description: string): string | null {
  if (/^close notify/i.test(description)) return null;
  if (side === 'read') return 'tls';
  if (/^certificate expired/i.test(description)) return 'date';
  return /^(?:unknown ca|bad certificate|certificate unknown|unsupported certificate)/i.test(description)
    ? 'untrusted'
    : 'tls';
}

/** Programs that open Zoom's pages; the rest only print what another one logged. */
const browsers = /^(?:com\.apple\.WebKit\.Networking|Safari(?: Networking)?|nsurlsessiond)$/;

const isRetold = (entry: Entry): boolean =>
  typeof entry.witness === 'string' && !browsers.test(entry.witness) && !isOfZoomProcess(entry);

interface Trouble {
  readonly kind: string;
  readonly told: RegExpExecArray;
  /** A request tells it, not a connection or a socket, which may lead anywhere. */
  readonly isRequest: boolean;
}

/** Of the script that selects a proxy: without any way out it is not to blame, and one that nobody waits for has not failed. */
function scriptTrouble(text: string): Trouble | null | undefined {
  const script = scriptError.exec(text);
  if (!script) return undefined;
  const kind = script[1] === '-1009' ? 'unreachable' : script[1] === '-999' ? null : 'proxy script';
  return kind && { kind, told: script, isRequest: false };
}

function troubleOf(text: string): Trouble | null {
  const script = scriptTrouble(text);
  if (script !== undefined) return script;
  const proxy = proxyError.exec(text);
  if (proxy) return { kind: byProxy[groupOf(proxy)!]!, told: proxy, isRequest: true };
  const login = proxyLogin.exec(text);
  if (login) return { kind: 'proxy login', told: login, isRequest: true };
  const tls = tlsError.exec(text);
  const ofTls = tls && (byTls[groupOf(tls)!] ?? 'tls');
  const posix = posixError.exec(text);
  const socket = socketError.exec(text) ?? (ofSockets.test(text) ? streamError.exec(text) : null) ?? posix;
  const ofSocket = (socket && bySocket[groupOf(socket)!]) ?? null;
  const url = urlError.exec(text);
  const ofUrl = (url && byUrl[groupOf(url)!]) ?? null;
  if (url && ofUrl === null) return null;
  if (url && ofUrl) {
    const closer =
      ofUrl === 'tls' || ofUrl === 'untrusted'
        ? ofTls === 'tls'
          ? null
          : ofTls
        : ofUrl === 'no connection' || (ofUrl === 'lost' && ofSocket === 'reset')
          ? ofSocket
          : null;
    return { kind: closer ?? ofUrl, told: url, isRequest: true };
  }
  if (posix && ofSocket) return { kind: ofSocket, told: posix, isRequest: true };
  if (tls && ofTls) return { kind: ofTls, told: tls, isRequest: /HTTP load failed \(kCFStream/.test(text) };
  const alert = alertLine.exec(text);
  const ofTheAlert = alert && ofAlert(alert[1]!, alert[2]!);
  if (alert && ofTheAlert) return { kind: ofTheAlert, told: alert, isRequest: false };
  const name = nameError.exec(text);
  if (name) return { kind: 'name', told: name, isRequest: false };
  if (socket && ofSocket) return { kind: ofSocket, told: socket, isRequest: false };
  const route = noRoute.exec(text);
  return route && { kind: 'unreachable', told: route, isRequest: false };
}

/**
 * Adds to what a request of Zoom's left in the log `trouble`: what went wrong (`date`, `untrusted`, `tls`, `name`, `unreachable`,
 * `timed out`, `refused`, `forbidden`, `reset`, `no connection`, `lost`, `proxy`, `proxy login`, `proxy script`, `proxy tunnel`), or `answer`: it went
 * well; `of`: whose it is (`zoom`, to a host of Zoom's; `client`, of Zoom's process, to a host that is hidden; `socket`, the same
 * where no request tells it); and the host as `host`. Of other programs' requests to other hosts it adds nothing.
 */
export function nameRequest(entry: Entry): Entry {
  const texts = entry.pieces.map(({ text }) => text);
  const piece = texts.findLastIndex((text) => troubleOf(text) !== null || well.test(text));
  if (piece < 0) return entry;
  const text = texts[piece]!;
  const trouble = troubleOf(text);
  const told = trouble?.told ?? well.exec(text)!;
  const named = texts.map((one) => failing.exec(one)).find((match) => match !== null) ?? null;
  const host = groupOf(named)?.toLowerCase().replace(/\.$/, '') ?? null;
  const isAddress = host !== null && /^[\d.]{7,15}$/.test(host) && publicAddress.test(host);
  const isOfZoom = host !== null && zoomHost.test(host) && !isRetold(entry);
  if (!isOfZoom && (!isOfZoomProcess(entry) || (host !== null && !isAddress))) return entry;
  const owner = isOfZoom ? 'zoom' : (trouble?.isRequest ?? true) && !isAddress ? 'client' : 'socket';
  const place = { piece, start: told.index, end: told.index + told[0].length };
  return withFields(entry, (fields) => {
    fields.delete('host');
    addField(fields, trouble ? 'trouble' : 'answer', { value: trouble?.kind ?? 'well', ...place });
    addField(fields, 'of', { value: owner, ...place });
    if (isOfZoom) addField(fields, 'host', { value: host, ...place });
  });
}
