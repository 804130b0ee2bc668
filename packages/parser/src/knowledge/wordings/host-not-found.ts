/** How ping and its like say, in the language of the system, that a name has no address. */
import { nameUnknown } from './c-library.ts';
import { hostName } from './name-lookup.ts';

const host = `["'«„"“]?(?:${hostName})["'»“"”]?`;

/** ping of Windows, language by language; English, and German, as public logs show them, the others as translated. */
const windowsPing = [
  `Ping request could not find host ${host}`,
  `Ping-Anforderung konnte (?:den )?Host ${host} nicht finden`,
  `La requête Ping n.{1,3}a pas pu trouver l.{1,3}hôte ${host}`,
  `(?:La solicitud de ping|Ping) no (?:pudo|ha podido) encontrar (?:el )?host ${host}`,
  `A solicitação (?:de )?ping não (?:pôde|conseguiu) encontrar o host ${host}`,
  `Impossibile trovare l.{1,3}host ${host}`,
  `Ping-aanvraag kan host ${host} niet vinden`,
  `Żądanie polecenia ping nie może (?:znaleźć|odnaleźć) hosta ${host}`,
  `(?:При проверке связи|Ping) не удалось обнаружить узел ${host}`,
  `ping 要求ではホスト ${host}.{0,3}が?見つかりません`,
  `Ping 请求找不到主机 ${host}`,
  `Ping 要求找不到主機 ${host}`,
  `ping 요청에서 ${host} 호스트를 찾을 수 없`,
  `Ping isteği ${host} ana bilgisayarını bulamadı`,
];

/** tracert and pathping of Windows. */
const windowsTrace = [
  `Unable to resolve target system name ${host}`,
  `Der Zielname ${host} konnte nicht aufgelöst werden`,
  `Impossible de résoudre le nom du système cible ${host}`,
  `No se puede resolver el nombre del sistema de destino ${host}`,
  `Não (?:é|foi) possível resolver o nome do sistema de destino ${host}`,
  `Impossibile risolvere il nome del sistema di destinazione ${host}`,
  `ターゲット システム名 ${host} を解決できません`,
  `无法解析目标系统名称 ${host}`,
];

/** What getaddrinfo of glibc, macOS and BSD says of a name. */
const reason = `(?:${nameUnknown}|Unknown host|nodename nor servname provided, or not known)`;
const unix = [
  `(?:ping6?|traceroute6?|tracepath|mtr|telnet|nc|ssh|getent): (?:cannot resolve |could not resolve |unknown host )?${host}:? ?(?:${reason}|$)`,
  `(?:ping6?|traceroute6?): (?:unknown host|bad address|unknown) ${host}`,
  `${host}: ${reason}`,
  `mtr: Failed to resolve host: ${host}`,
];

/** Each as the source of an expression; the name is in it. */
export const hostNotFound: readonly string[] = [...windowsPing, ...windowsTrace, ...unix];
