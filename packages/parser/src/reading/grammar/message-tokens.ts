/** Tokens of log messages. Prose is skipped word by word; what a failure can want is a token of its own. */
import { createToken, Lexer, type TokenType } from 'chevrotain';
import { anyCharacter as any } from './tokens.ts';

const token = (name: string, pattern: RegExp, more: object = {}): TokenType => createToken({ name, pattern, ...more });

/** `https://…`, `zoommtg://…`, `PKG|TCP://…`; it ends before what can close a sentence or a list. */
export const Url = token('Url', /[A-Za-z][\w+.|-]{0,40}:\/\/[^\s,;"'<>\])}]+/);
export const Guid = token('Guid', /[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}/);
/** HRESULTs and other hexadecimal numbers. */
export const Hex = token('Hex', /0x[0-9A-Fa-f]{1,16}(?![0-9A-Za-z])/);
/** IPv4 with an optional port. */
export const Address = token('Address', /\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?![\d.]*\d)/);
/** A name under a top-level domain that Zoom and its surroundings use; file names such as `a.exe` are none. */
export const Host = token(
  'Host',
  /(?:[A-Za-z0-9][\w-]{0,62}\.){1,8}(?:us|com|net|org|io|gov|edu|cn|local)(?::\d{1,5})?(?![\w.-]*\w)/i,
);
/** `CmmConfAgent::on_start_confirm`, `vc::set_opt()`. */
export const Symbol_ = token('Symbol', /[A-Za-z_]\w*(?:::~?[A-Za-z_]\w*)+(?:\(\))?/);
/** `result: `, `Error code: `, `client build version: `: at most four words and a colon. Another key may follow at once. */
export const Key = token(
  'Key',
  /[A-Za-z_]\w*(?:\.\w+)*(?:(?: |->)[A-Za-z_]\w*(?:\.\w+)*){0,3}(?:\([\w ]{0,20}\))? ?:(?![:/\\]) ?/,
);
/** `errno = `, `gai_strerror(rv) = `, `DPT=`: what follows is a value and nothing else; a blank after a tight `=` means none. */
export const KeyEquals = token(
  'KeyEquals',
  /[A-Za-z_]\w*(?:\.\w+)*(?:(?: |->)[A-Za-z_]\w*(?:\.\w+)*){0,3}(?:\([\w ]{0,20}\))?(?: = ?|=)(?!=)/,
  { push_mode: 'value' },
);
/** Keys that come without a separator: `net_error -201`, `exit code is 127`, `status is 256`, `error -71`. */
export const BareKey = token('BareKey', /(?:net_error|error code|exit code is|status is|error|errno) {1,2}(?=-?\d)/i);
/** `Error (5003)` */
export const CodeInParens = token('CodeInParens', /Error \((?=\d[\d,]{0,12}\))/i);
/** `Support (1,003)`: a number with thousands separators alone in brackets is how the client prints a code. */
export const BareParens = token('BareParens', /\((?=\d{1,3}(?:,\d{3})+\))/);
/** The dialog's "error code" in other languages, with or without a colon: `Fehlercode: 5003`, `エラーコード: 104103`. */
export const ForeignCode = token(
  'ForeignCode',
  /(?:Fehlercode|Code d['’]erreur|C[óo]digo de erro?r?|Codice (?:di )?errore|Foutcode|Felkod|Kod błędu|Код ошибки|エラー ?コード|错误代码|錯誤代碼|오류 코드)[ :：(]{0,3}(?=\d)/i,
  any,
);
export const Thousands = token('Thousands', /\d{1,3}(?:,\d{3})+(?![\w,])/);
export const Version = token('Version', /\d+(?:\.\d+){2,}/);
export const Decimal = token('Decimal', /[-+]?\d+\.\d+/);
export const Integer = token('Integer', /[-+]?\d+(?![\w])/);
/** Also as it is written inside a JSON string: `\"DENIED\"`. */
export const Quoted = token('Quoted', /"[^"\r\n]{0,400}"|\\"[^"\\\r\n]{0,400}\\"/);
export const Word = token('Word', /[^\s,;:=()[\]{}"<>|\u0080-\uffff]+|[\u0080-\uffff]/, any);
export const Blank = token('Blank', /[^\S\r\n]+/, any);
export const Mark = token('Mark', /[\s\S]/, { ...any, line_breaks: true });

/** Order matters: Chevrotain takes the first that matches. */
const values: readonly TokenType[] = [Hex, Address, Host, Version, Decimal, Thousands, Integer, Quoted];
const texts: readonly TokenType[] = [
  Guid,
  Url,
  CodeInParens,
  BareParens,
  BareKey,
  ForeignCode,
  Symbol_,
  KeyEquals,
  Key,
  ...values,
  Blank,
  Word,
  Mark,
];

/** The same tokens where a value stands: each is the whole value, and leads back to the text. */
const inValue: readonly TokenType[] = [Guid, Url, Symbol_, ...values, Blank, Word, Mark].map((type) =>
  createToken({
    ...any,
    name: `Value${type.name}`,
    pattern: type.PATTERN as RegExp,
    categories: [type],
    pop_mode: true,
    line_breaks: true,
  }),
);

export const messageVocabulary: TokenType[] = [...texts, ...inValue];

export function createMessageLexer(skipValidations = true): Lexer {
  const modes = { text: [...texts], value: [...inValue] };
  return new Lexer(
    { modes, defaultMode: 'text' },
    { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations },
  );
}
