/** What Zoom's dialogs show, as users copy or type it: the words before a code, and sentences that are Zoom's own. */
import type { Pattern } from '../../define.ts';

/** The words before the code, language by language. */
const codeWord =
  "(?:[Ee]rror[ -][Cc]ode|ERROR CODE|[Ee]rror(?= ?\\(\\d)|[Zz]oom [Ee]rror|[Ff]ehlercode|[Ff]ehler-Code|[Cc]ode d['’]erreur|[Cc][óo]digo de erro?r?|[Cc]odice (?:di )?errore|[Ff]outcode|[Ff]elkod|[Kk]od błędu|[Кк]од ошибки|[Hh]ata kodu|エラー ?コード|错误代码|错误码|錯誤代碼|오류 코드)";
/** With its number; the group is the number. */
export const shownCode = `${codeWord}[ \\t]{0,2}[:：#(（]{0,2}[ \\t]{0,2}(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,10})(?![\\d.,]*\\d)`;

export type DialogKind = 'connection' | 'camera';

/** Sentences by what failed. English and Japanese: as public pages show them; the others are translations. */
export const dialogSentences: Readonly<Record<DialogKind, readonly string[]>> = {
  connection: [
    '[Mm]ake sure (?:that )?you(?: are|.re) connected to (?:the )?internet,? and (?:that )?(?:your )?[Cc]onnection to [Zz]oom is not blocked',
    'We can.?t connect to Zoom',
    "[Cc]an(?:no|'|’)t connect to (?:our|the Zoom) service",
    'Your connection has timed out and you cannot join the meeting',
    '[Uu]nable to connect to Zoom',
    '(?:当社の|Zoom ?)サービスに接続できません',
    'Es kann keine Verbindung zu Zoom hergestellt werden',
    'Impossible de se connecter à Zoom',
    'No (?:se puede conectar|podemos conectarnos) a Zoom',
    'Não (?:é possível|foi possível) conectar ao Zoom',
    'Impossibile connettersi a Zoom',
    '无法连接(?:到)? ?Zoom',
  ],
  camera: [
    '[Ff]ailed to start the video camera',
    'Die Videokamera konnte nicht gestartet werden',
    'Échec du démarrage de la caméra vidéo',
    'No se pudo iniciar la cámara de video',
    'ビデオ ?カメラを?の?起動(?:に失敗|できません)',
  ],
};
/** Sentences that stand with a code only. */
export const withCode = 'ミーティングで予期しないエラーが発生しました|[Ff]ailed to sign in\\. Please try again\\.';
export const anySentence = Object.values(dialogSentences).flat().join('|');

/** A dialog with one of these fields; each literal with a dialog that has it, since no word is in all of them. */
export const dialogs = (fields: Pattern['fields'] & object, hits: Readonly<Record<string, string>>): Pattern[] =>
  Object.entries(hits).map(([has, hit]) => ({
    formats: ['dialog'],
    has,
    fields,
    strength: 'weak',
    layout: 'constructed',
    hits: [hit],
  }));
