/**
 * What a message states: key–value pairs, and under fixed keys its symbols, hosts, addresses, URLs and HRESULTs.
 * Zoom codes stand under `code` when they were read from a code key or from the wording of an error dialog.
 */
import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import { zoomCode } from '../../codes/resolve.ts';
import type { Field } from '../../model.ts';
import { addField } from '../entry.ts';
import { rememberShapes } from './message-shapes.ts';
import * as t from './message-tokens.ts';

/** A longer message is read up to here; real ones reach 10 kB, and what lies beyond is payload. */
const longestMessage = 16_384;

/** What a token is as a value, and the key under which it stands alone; `code` is the number of an error dialog. */
type Kind =
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
interface Place {
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

function nameOf(image: string): Name {
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

const unquoted = (image: string): string => (image.startsWith('\\') ? image.slice(2, -2) : image.slice(1, -1));

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

const remembered = rememberShapes(placesIn);

/** The value of a token, by what it is. */
function plainOf(kind: Kind, image: string): string | number {
  if (kind === 'quoted') return unquoted(image);
  if (kind !== 'number') return image;
  const value = Number(image.replaceAll(',', ''));
  return Number.isSafeInteger(value) || image.includes('.') ? value : image;
}

/**
 * The fields of `text` from `from` on, added to `fields`; positions are offsets into `text`, which is piece `piece` of
 * its entry. Keys are lower-cased; a key of several words also stands under each of its endings (`system error code`,
 * `error code`), but `code` is only what one of Zoom's keys states. Never throws.
 */
export function readMessage(text: string, from: number, piece: number, fields: Map<string, Field[]>): void {
  const end = Math.min(text.length, from + longestMessage);
  const add = (key: string, value: string | number, start: number, end: number): void =>
    addField(fields, key, { value, piece, start: from + start, end: from + end });
  for (const { kind, value: place, before } of remembered(text, from, end)) {
    const image = text.slice(from + place.start, from + place.end);
    const start = before?.start ?? place.start;
    if (kind === 'code') {
      const code = zoomCode(image, 'prose');
      if (code !== null) add('code', code, start, place.end);
      continue;
    }
    const value = plainOf(kind, image);
    const name = before && (before.name ?? nameOf(text.slice(from + before.start, from + before.end)));
    for (const key of name?.keys ?? [kind]) add(key, value, start, place.end);
    const host = kind === 'url' ? /:\/\/(?:[^/@]*@)?([^/:?#]+)/.exec(image)?.[1] : undefined;
    if (host) add('host', host.toLowerCase(), place.start, place.end);
    const code = name?.code ? zoomCode(value, name.code) : null;
    if (code !== null) add('code', code, start, place.end);
  }
}
