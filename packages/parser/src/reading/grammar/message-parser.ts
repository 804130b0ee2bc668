/**
 * What a message states: key–value pairs, and under fixed keys its symbols, hosts, addresses, URLs and HRESULTs.
 * Zoom codes stand under `code` when they were read from a code key or from the wording of an error dialog.
 */
import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import { zoomCode } from '../../codes/resolve.ts';
import type { Field } from '../../model.ts';
import * as t from './message-tokens.ts';

/** A longer message is read up to here; real ones reach 10 kB, and what lies beyond is payload. */
const longestMessage = 16_384;

type Pair = readonly [key: string, value: string | number, start: number, end: number];

/** Keys under which Zoom writes a result code; `error code` after a system's name is not Zoom's (see `foreignCode`). */
const codeKey = /(?:^| )(?:error|result|respond_result|ping_result|connect_result|code|error_code|ret_code|err_code)$/;
const proseKey = /(?:^| )(?:error code|zoom error|errorcode|internalerrorcode|iresult|joinmeetingresult)$/;
const foreignCode = /\b(?:system|ssl|http|exit|windows|win32|msi|curl) (?:error )?code$/;

const keyText = (image: string): string =>
  image
    .replace(/ {0,2}(?:[:=] ?)?$/, '')
    .replace(/\([\w ]{0,20}\)$/, '')
    .replace(/^.*->/, '')
    .replace(/ is$/i, '')
    .toLowerCase();

const startOf = (token: IToken): number => token.startOffset;
const endOf = (token: IToken): number => token.startOffset + token.image.length;

const unquoted = (image: string): string => (image.startsWith('\\') ? image.slice(2, -2) : image.slice(1, -1));

export class MessageParser extends EmbeddedActionsParser {
  /** A test makes one with the validations of Chevrotain. */
  constructor(skipValidations = true) {
    super(t.messageVocabulary, { recoveryEnabled: false, maxLookahead: 2, skipValidations });
    this.performSelfAnalysis();
  }

  message = this.RULE('message', (): Pair[][] => {
    const pairs: Pair[][] = [];
    this.MANY(() => {
      this.OR([
        { ALT: () => pairs.push(this.SUBRULE(this.pair)) },
        { ALT: () => pairs.push(this.SUBRULE(this.parenthesised)) },
        { ALT: () => pairs.push(this.SUBRULE(this.value)) },
        { ALT: () => this.CONSUME(t.Blank) },
        { ALT: () => this.CONSUME(t.Mark) },
      ]);
    });
    return pairs;
  });

  /** `key: value`; the value is one token, and may be missing. */
  private pair = this.RULE('pair', (): Pair[] => {
    const key = this.OR([
      { ALT: () => this.CONSUME(t.Key) },
      { ALT: () => this.CONSUME(t.KeyEquals) },
      { ALT: () => this.CONSUME(t.BareKey) },
    ]);
    const values = this.OPTION(() => this.SUBRULE(this.value)) ?? [];
    return this.ACTION(() => {
      const own = values[0];
      if (!own) return [];
      const name = keyText(key.image);
      const start = startOf(key);
      const words = name.split(' ');
      const pairs: Pair[] = [
        ...words
          .map((_, i): Pair => [words.slice(i).join(' '), own[1], start, own[3]])
          .filter(([key]) => key !== 'code'),
        ...values.slice(1),
      ];
      const code = readCode(name, own[1]);
      if (code !== null) pairs.push(['code', code, start, own[3]]);
      return pairs;
    });
  });

  /** `Error (5003)`, `(1,003)`, `Fehlercode: 5003` */
  private parenthesised = this.RULE('parenthesised', (): Pair[] => {
    const open = this.OR([
      { ALT: () => this.CONSUME(t.CodeInParens) },
      { ALT: () => this.CONSUME(t.BareParens) },
      { ALT: () => this.CONSUME(t.ForeignCode) },
    ]);
    const number = this.OR2([{ ALT: () => this.CONSUME(t.Thousands) }, { ALT: () => this.CONSUME(t.Integer) }]);
    return this.ACTION(() => {
      const code = zoomCode(number.image, 'prose');
      return code === null ? [] : [['code', code, startOf(open), endOf(number)]];
    });
  });

  /** The first pair's value is the token's own; more follow when the token also is a host, an address, a symbol. */
  private value = this.RULE('value', (): Pair[] =>
    this.OR([
      { ALT: () => this.number(this.CONSUME(t.Integer)) },
      { ALT: () => this.number(this.CONSUME(t.Decimal)) },
      { ALT: () => this.number(this.CONSUME(t.Thousands)) },
      { ALT: () => this.named('version', this.CONSUME(t.Version)) },
      { ALT: () => this.named('hresult', this.CONSUME(t.Hex)) },
      { ALT: () => this.named('address', this.CONSUME(t.Address)) },
      { ALT: () => this.named('host', this.CONSUME(t.Host)) },
      { ALT: () => this.url(this.CONSUME(t.Url)) },
      { ALT: () => this.named('guid', this.CONSUME(t.Guid)) },
      { ALT: () => this.named('symbol', this.CONSUME(t.Symbol_)) },
      { ALT: () => this.named('quoted', this.CONSUME(t.Quoted)) },
      { ALT: () => this.named('word', this.CONSUME(t.Word)) },
    ]),
  );

  private number(token: IToken): Pair[] {
    return this.ACTION(() => {
      const value = Number(token.image.replaceAll(',', ''));
      return [
        [
          'number',
          Number.isSafeInteger(value) || token.image.includes('.') ? value : token.image,
          startOf(token),
          endOf(token),
        ],
      ];
    });
  }

  private named(key: string, token: IToken): Pair[] {
    return this.ACTION(() => [
      [key, key === 'quoted' ? unquoted(token.image) : token.image, startOf(token), endOf(token)],
    ]);
  }

  private url(token: IToken): Pair[] {
    return this.ACTION(() => {
      const pairs: Pair[] = [['url', token.image, startOf(token), endOf(token)]];
      const host = /:\/\/(?:[^/@]*@)?([^/:?#]+)/.exec(token.image)?.[1];
      if (host) pairs.push(['host', host.toLowerCase(), startOf(token), endOf(token)]);
      return pairs;
    });
  }
}

/** The Zoom code that a pair states, or null: bare numbers, system codes and unknown numbers are none. */
function readCode(name: string, value: string | number): string | null {
  if (foreignCode.test(name)) return null;
  if (proseKey.test(name)) return zoomCode(value, 'prose');
  return codeKey.test(name) ? zoomCode(value, 'key') : null;
}

/** Keys that say nothing by themselves: they only carry a token's text to its pair. */
const anonymous = new Set(['number', 'word', 'quoted']);

let parser: MessageParser | null = null;
let lexer: ReturnType<typeof t.createMessageLexer> | null = null;

/**
 * The fields of `text` from `from` on, added to `fields`; positions are offsets into `text`, which is piece `piece` of
 * its entry. Keys are lower-cased; a key of several words also stands under each of its endings (`system error code`,
 * `error code`), but `code` is only what `readCode` takes for one of Zoom's. Never throws.
 */
export function readMessage(text: string, from: number, piece: number, fields: Map<string, Field[]>): void {
  lexer ??= t.createMessageLexer();
  parser ??= new MessageParser();
  parser.input = lexer.tokenize(text.slice(from, from + longestMessage)).tokens;
  const pairs = parser.message() ?? [];
  for (const [key, value, start, end] of pairs.flat()) {
    if (anonymous.has(key)) continue;
    const field: Field = { value, piece, start: from + start, end: from + end };
    const known = fields.get(key);
    if (known) known.push(field);
    else fields.set(key, [field]);
  }
}
