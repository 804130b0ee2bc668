import { defineFormat } from '../../define.ts';
import { addField, locate, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';
import { connectionRefused, connectionReset, connectionTimedOut, nameUnknown, noRoute } from '../wordings/c-library.ts';
import { hostNotFound } from '../wordings/host-not-found.ts';
import { hostsIn } from '../wordings/name-lookup.ts';
import {
  issuerUnknown,
  lookupTimedOut,
  noAddress,
  noSecureConnection,
  notTrusted,
  otherName,
  outOfDates,
} from '../wordings/wget.ts';
import { isZoomFile, zoomHost } from '../zoom-identity.ts';

/** What the programs say of how it ended; the first one that is there counts. Errors of .NET are translated, its HTTP statuses are not. */
/** An HTTP status: of wget behind its request, in any language; of PowerShell. */
function answer(digit: string): RegExp {
  const request = String.raw`^(?=[^\n]{0,80}(?:HTTP|Proxy))[^\n]{1,160}(?:\.\.\.|…) ?`;
  return new RegExp(
    String.raw`${request}${digit}\d\d\b|^StatusCode {1,20}: ${digit}\d\d|\(${digit === '5' ? 5 : 'none'}\d\d\)`,
    'm',
  );
}

const results: readonly (readonly [result: string, line: RegExp])[] = [
  ['proxy-login', /\(407\)|\b407 Proxy Authentication Required/],
  [
    'untrusted',
    /Could not establish trust relationship for the SSL\/TLS|keine Vertrauensstellung|relation d.approbation|relación de confianza|relação de confiança|信頼関係を確立できません|未能为 SSL\/TLS 安全通道建立信任关系|UntrustedRoot|PartialChain/,
  ],
  ['untrusted', new RegExp(issuerUnknown)],
  ['date', new RegExp(`${outOfDates}|NotTimeValid`)],
  ['untrusted', new RegExp(`${otherName}|${notTrusted}`)],
  ['tls', new RegExp(noSecureConnection)],
  ['answered', answer('[23]')],
  [
    'dns',
    new RegExp(
      `${noAddress}|^[^\\n]{1,300}(?:\\.{3}|…) ?(?:${lookupTimedOut})|^Resolving [^\\n]{1,300}\\.\\.\\. failed: |${nameUnknown}|The remote name could not be resolved|Der Remotename konnte nicht aufgelöst werden|Le nom distant n.a pas pu être résolu|No se puede resolver el nombre remoto|O nome remoto não pôde ser resolvido|Impossibile risolvere il nome remoto|リモート名を解決できませんでした|未能解析此远程名称|No such host is known|nodename nor servname provided|Der angegebene Host ist unbekannt|Hôte inconnu|Host desconocido`,
      'm',
    ),
  ],
  ['refused', new RegExp(`(?:: |：)(?:${connectionRefused})|Connection refused$|actively refused|Verbindung verweigerte`, 'm')],
  ['timed-out', new RegExp(`(?:: |：)(?:${connectionTimedOut})|Connection timed out\\.?$|did not properly respond after a period of time`, 'm')],
  ['reset', new RegExp(`(?:: |：|\\()(?:${connectionReset})`)],
  // One family of addresses may have no way out while the other has.
  ['unreachable', new RegExp(`^(?![^\\n]{0,200}[|(\\[][\\da-f]{0,4}:[\\da-f:.]{2,45}[|)\\]])[^\\n]{0,300}(?:: |：)(?:${noRoute})`, 'm')],
  ['failed', /Unable to connect to the remote server|Verbindung mit dem Remoteserver kann nicht hergestellt werden|Impossible de se connecter au serveur distant|No es posible conectar con el servidor remoto|Impossibile effettuare la connessione al server remoto|Impossível conectar-se ao servidor remoto|リモート サーバーに接続できません|无法连接到远程服务器|Could not open connection to the host/],
  ['server-error', answer('5')],
  ['opened', /^Connection to \S{1,255} (?:\([\d.a-f:]{3,45}\) )?(?:\d{1,5} )?port [^\n]{1,60} succeeded|^Ncat: Connected to |^Connected to (?:\S{1,255})\.[ \t\r]{0,4}$|\(\S{1,60}\) open\b/m],
]; // biome-ignore format: a table

/** The host that was asked for, where each program names it. */
const asked =
  /(?:https?:\/\/|Connection to |connect to |connectx to |Connected to |Connecting To |Resolving |verify |host address .|Invoke-\w{1,12} (?:-Uri )?["']?|\(|')((?:[\w-]{1,63}\.){1,8}[a-z]{2,20})(?![\w.-]*[\w])/gi;
const begin =
  /^--\d{4}-\d\d-\d\d \d\d:\d\d:\d\d-- {2}https?:\/\/|^(?:Invoke-(?:WebRequest|RestMethod)|iwr|irm|wget|curl) ?: \S|^nc: (?:connect|getaddrinfo)|^Ncat: |^telnet: |^Trying [\da-f.:]{3,45}\.\.\.[ \t\r]{0,4}$|^Connection to \S{1,255} [^\n]{0,80}succeeded|^StatusCode {1,20}: \d{3}/m;

/** Programs other than curl that try one connection. */
const notFound = new RegExp(hostNotFound.join('|'), 'i');

export default defineFormat({
  id: 'connection-test',
  title: 'wget, Invoke-WebRequest, nc and telnet: a test of one connection',
  origin: 'probe',
  framing: sections({
    begins: (line, block) => /^--\d{4}-|^(?:Invoke-\w{1,12}) ?: /.test(line) && block.some((one) => begin.test(one)),
  }),
  names: ['*wget*.txt', '*telnet*.txt', '*iwr*.txt', '*webrequest*.txt'],
  recognise: {
    starts:
      /^--\d{4}-\d\d-\d\d \d\d:\d\d:\d\d-- {2}https?:\/\/|^wget: unable to resolve host address|^Invoke-(?:WebRequest|RestMethod) ?: \S|^nc: (?:connect to|connectx to|getaddrinfo)|^Ncat: |^telnet: (?:Unable|could not|connect)|^Connecting To \S{1,255}\.\.\.\s{0,4}Could not open connection to the host|^Trying [\da-f.:]{3,45}\.\.\.[ \t\r]{0,4}$|^Connection to \S{1,255} [^\n]{0,80}succeeded!|^StatusCode {1,20}: \d{3}/m,
  },
  derives: ['host', 'result'],
  derive: (entry, carry) => {
    const { text } = entry.pieces[0]!;
    const told = results.find(([, line]) => line.test(text));
    const none = told ? null : notFound.exec(text);
    if (!told && !none) return entry;
    const sign = told ? told[1].exec(text)![0] : none![0];
    const hosts = [...Array.from(text.matchAll(asked), ([, one]) => one!), ...(none ? hostsIn(none[0]) : [])];
    const host = hosts.find((one) => zoomHost.test(one)) ?? (isZoomFile(carry.path) ? 'zoom.us' : hosts[0]);
    return withFields(entry, (fields) => {
      const place = { piece: 0, ...locate(text, sign) };
      for (const key of ['host', 'result']) fields.delete(key);
      addField(fields, 'host', { value: (host ?? 'unknown').toLowerCase(), ...place });
      addField(fields, 'result', { value: told?.[0] ?? 'dns', ...place });
    });
  },
  samples: [
    {
      text: '--2026-03-02 09:10:11--  https://zoom.us/\nResolving zoom.us (zoom.us)... 203.0.113.40\nConnecting to zoom.us (zoom.us)|203.0.113.40|:443... failed: Connection refused.',
      entry: { fields: { host: 'zoom.us', result: 'refused' } },
    },
    {
      text: "Invoke-WebRequest : Der Remotename konnte nicht aufgelöst werden: 'zoom.us'\nIn Zeile:1 Zeichen:1\n+ Invoke-WebRequest https://zoom.us\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : InvalidOperation: (System.Net.HttpWebRequest:HttpWebRequest) [Invoke-WebRequest], WebException",
      entry: { fields: { host: 'zoom.us', result: 'dns' } },
    },
    {
      text: 'Connection to zoom.us (203.0.113.40) 443 port [tcp/https] succeeded!',
      entry: { fields: { host: 'zoom.us', result: 'opened' } },
    },
    {
      text: '--2026-03-02 09:10:11--  https://zoom.us/\nAuflösen des Hostnamens zoom.us (zoom.us)… 203.0.113.40, 2001:db8::170\nVerbindungsaufbau zu zoom.us (zoom.us)|203.0.113.40|:443 … verbunden.\nFEHLER: Dem Zertifikat von »zoom.us« wird nicht vertraut.\nFEHLER: Das Zertifikat von »zoom.us« ist abgelaufen.',
      entry: { fields: { host: 'zoom.us', result: 'date' } },
    },
    {
      text: '--2026-03-02 09:10:11--  https://zoom.us/\nConnexion à zoom.us (zoom.us)|2001:db8::170|:443… échec : Le réseau n’est pas accessible.\nConnexion à zoom.us (zoom.us)|203.0.113.40|:443… connecté.\nrequête HTTP transmise, en attente de la réponse… 200 OK',
      entry: { fields: { host: 'zoom.us', result: 'answered' } },
    },
    {
      text: 'nc: connect to zoom.us port 443 (tcp) failed: Connection timed out',
      entry: { fields: { host: 'zoom.us', result: 'timed-out' } },
    },
  ],
});
