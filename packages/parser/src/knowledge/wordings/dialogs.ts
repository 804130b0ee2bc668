/** What Zoom's dialogs show, as users copy or type it: the words before a code, and sentences that are Zoom's own. */
import type { Pattern } from '../../define.ts';

/** The words before the code, language by language. */
const codeWord =
  "(?:[Ee]rror[ -][Cc]ode|ERROR CODE|[Ee]rror(?= ?\\(\\d)|[Zz]oom [Ee]rror|[Ff]ehlercode|[Ff]ehler-Code|[Cc]ode d['’]erreur|[Cc][óo]digo de erro?r?|[Cc]odice (?:di )?errore|[Ff]outcode|[Ff]elkod|[Kk]od błędu|[Кк]од ошибки|[Hh]ata kodu|エラー ?コード|错误代码|错误码|錯誤代碼|錯誤碼|오류 코드|[Ff]e[ij]lkode|[Vv]irhekoodi|[Kk]ód chyby|[Hh]ibakód|[Cc]od(?:ul)? de eroare|[Кк]од помилки|[Kk]ode (?:kesalahan|galat)|[Mm]ã lỗi|รหัสข้อผิดพลาด|رمز الخطأ|קוד שגיאה|[Κκ]ωδικός σφάλματος)";
/** With its number; the group is the number. */
export const shownCode = `${codeWord}[ \\t]{0,2}[:：#(（]{0,2}[ \\t]{0,2}(\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,10})(?![\\d.,]*\\d)`;

/** Sentences that stand with a code only. */
export const withCode = 'ミーティングで予期しないエラーが発生しました|[Ff]ailed to sign in\\. Please try again\\.';

/** Shorter words, which count before a number of four digits and more that is Zoom's, where Zoom is named; and a number alone in brackets. */
const shortWord =
  '(?:(?<!\\b(?:[Ee]xit|[Ss]tatus|HTTP|[Rr]eturn|[Ss]ystem|Windows|[Rr]esponse|net) )\\b(?:[Ee]rror|ERROR|[Ee]rrorcode|[Cc]ode|[Ff]ehler|[Ee]rreur|[Ee]rrore|[Ff]out|[Bb]łąd)|[Оо]шибка|[Кк]од|エラー|错误|錯誤|오류)[ \\t]{0,2}(?:[Nn](?:o|r|º|°)\\.? ?)?[:：#=(（\\[]{0,2}[ \\t]{0,2}';
const bracket = '[(（\\[][ \\t]?(?=\\d,?\\d{3}[ \\d,]{0,8}[)）\\]])';
export const likelyCode = `(?:${shortWord}|${bracket})(\\d{1,3}(?:,\\d{3}){1,3}|\\d{4,10})(?![\\d.,]*\\d)`;

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
