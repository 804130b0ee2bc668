/**
 * What a message states: key–value pairs, and under fixed keys its symbols, hosts, addresses, URLs and HRESULTs.
 * Zoom codes stand under `code` when they were read from a code key or from the wording of an error dialog.
 */
import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import * as t from './message-tokens.ts';

/** What a token is as a value, and the key under which it stands alone; `code` is the number of an error dialog. */
export type Kind =
  | 'number'
  | 'version'
  | 'hresult'
  | 'address'
  | 'host'
  | 'url'
  | 'guid'
  | 'symbol'
  | 'quoted'
  | 'word'
  | 'code';

/** Where something stands in a message, `[start, end)`: it says nothing of the digits that stand there. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a message states something. */
export interface Place {
  readonly kind: Kind;
  readonly value: Range;
  /** What stands before it: its key, or the words of an error dialog. */
  readonly before: (Range & { readonly name: Name | null }) | null;
}

/** A key: all under which its value stands, and whether it is the key of one of Zoom's codes. */
interface Name {
  readonly keys: readonly string[];
  readonly code: 'prose' | 'key' | null;
}

/** Keys under which Zoom writes a result code; `error code` after a system's name is not Zoom's (see `foreignCode`). */
const codeKey = /(?:^| )(?:error|result|respond_result|ping_result|connect_result|code|error_code|ret_code|err_code)$/;
const proseKey = /(?:^| )(?:error code|zoom error|errorcode|internalerrorcode|iresult|joinmeetingresult)$/;
const foreignCode = /\b(?:system|ssl|http|exit|windows|win32|msi|curl) (?:error )?code$/;

/** Keys that say nothing by themselves: they only carry a token's text to its pair. */
const anonymous = new Set(['number', 'word', 'quoted']);

export function nameOf(image: string): Name {
  const name = image
    .replace(/ {0,2}(?:[:=] ?)?$/, '')
    .replace(/\([\w ]{0,20}\)$/, '')
    .replace(/^.*->/, '')
    .replace(/ is$/i, '')
    .toLowerCase();
  const words = name.split(' ');
  const keys = words.map((_, i) => words.slice(i).join(' ')).filter((key) => key !== 'code' && !anonymous.has(key));
  // Bare numbers, system codes and unknown numbers are no codes of Zoom's.
  const code = foreignCode.test(name) ? null : proseKey.test(name) ? 'prose' : codeKey.test(name) ? 'key' : null;
  return { keys, code };
}

const rangeOf = ({ startOffset, image }: IToken): Range => ({ start: startOffset, end: startOffset + image.length });

export class MessageParser extends EmbeddedActionsParser {
  /** A test makes one with the validations of Chevrotain. */
  constructor(skipValidations = true) {
    super(t.messageVocabulary, { recoveryEnabled: false, maxLookahead: 2, skipValidations });
    this.performSelfAnalysis();
  }

  message = this.RULE('message', (): Place[] => {
    const places: Place[] = [];
    const add = (place: Place | null): void => {
      if (place) places.push(place);
    };
    this.MANY(() => {
      this.OR([
        { ALT: () => add(this.SUBRULE(this.pair)) },
        { ALT: () => add(this.SUBRULE(this.parenthesised)) },
        { ALT: () => add(this.SUBRULE(this.value)) },
        { ALT: () => this.CONSUME(t.Blank) },
        { ALT: () => this.CONSUME(t.Mark) },
      ]);
    });
    return this.ACTION(() => places.filter(({ kind, before }) => before !== null || !anonymous.has(kind)));
  });

  /** `key: value`; the value is one token, and may be missing. */
  private pair = this.RULE('pair', (): Place | null => {
    const key = this.OR([
      { ALT: () => this.CONSUME(t.Key) },
      { ALT: () => this.CONSUME(t.KeyEquals) },
      { ALT: () => this.CONSUME(t.BareKey) },
    ]);
    const own = this.OPTION(() => this.SUBRULE(this.value));
    return this.ACTION(() => {
      if (!own) return null;
      // A digit in a key may be another one in the next message of this shape.
      const name = /\d/.test(key.image) ? null : nameOf(key.image);
      return { ...own, before: { ...rangeOf(key), name } };
    });
  });

  /** `Error (5003)`, `(1,003)`, `Fehlercode: 5003` */
  private parenthesised = this.RULE('parenthesised', (): Place => {
    const open = this.OR([
      { ALT: () => this.CONSUME(t.CodeInParens) },
      { ALT: () => this.CONSUME(t.BareParens) },
      { ALT: () => this.CONSUME(t.ForeignCode) },
    ]);
    const number = this.OR2([{ ALT: () => this.CONSUME(t.Thousands) }, { ALT: () => this.CONSUME(t.Integer) }]);
    return this.ACTION(() => ({ kind: 'code', value: rangeOf(number), before: { ...rangeOf(open), name: null } }));
  });

  private value = this.RULE(
    'value',
    (): Place =>
      this.OR([
        { ALT: () => this.is('number', this.CONSUME(t.Integer)) },
        { ALT: () => this.is('number', this.CONSUME(t.Decimal)) },
        { ALT: () => this.is('number', this.CONSUME(t.Thousands)) },
        { ALT: () => this.is('version', this.CONSUME(t.Version)) },
        { ALT: () => this.is('hresult', this.CONSUME(t.Hex)) },
        { ALT: () => this.is('address', this.CONSUME(t.Address)) },
        { ALT: () => this.is('host', this.CONSUME(t.Host)) },
        { ALT: () => this.is('url', this.CONSUME(t.Url)) },
        { ALT: () => this.is('guid', this.CONSUME(t.Guid)) },
        { ALT: () => this.is('symbol', this.CONSUME(t.Symbol_)) },
        { ALT: () => this.is('quoted', this.CONSUME(t.Quoted)) },
        { ALT: () => this.is('word', this.CONSUME(t.Word)) },
      ]),
  );

  private is(kind: Kind, token: IToken): Place {
    return this.ACTION(() => ({ kind, value: rangeOf(token), before: null }));
  }
}

let parser: MessageParser | null = null;
let lexer: ReturnType<typeof t.createMessageLexer> | null = null;

/** Where a message states something, which follows from its shape. Never throws. */
export function placesIn(message: string): readonly Place[] {
  lexer ??= t.createMessageLexer();
  parser ??= new MessageParser();
  parser.input = lexer.tokenize(message).tokens;
  return parser.message() ?? [];
}
