/**
 * Heads: how the lines of a format begin. Each is declared in its format's file, as tokens and a rule; a Chevrotain parser
 * is made of it when the first line begins like that. Smallest example: knowledge/formats/zoom-monitor.ts.
 */
import { EmbeddedActionsParser, EOF, type IToken, Lexer, MismatchedTokenException, type TokenType } from 'chevrotain';
import type { Head, LineStart } from '../../define.ts';
import { type HeadRules, openHeadShapes } from './head-shapes.ts';
import { afterHead, gap, rest } from './tokens.ts';

export interface HeadDeclaration {
  /** A cheap look at the first characters: most lines of a mixed log have no such head, and a failed parse is expensive. */
  readonly begins: RegExp;
  /** Only these are looked for, in this order: a date means a date only where the head has one. */
  readonly tokens: readonly TokenType[];
  /** No token of the head is always its last one: what follows it may look like any of them. */
  readonly openEnded?: true;
  /**
   * How many units behind the head any of its tokens can look at, whether it matches or not, where that is so few: lines whose
   * heads differ in digits alone are then taken apart once.
   */
  readonly reach?: number;
  /** What the head states; what it does not is null, and its message starts where it ends. */
  rule(rules: HeadRules): Partial<LineStart>;
}

const nothing = { time: null, level: null, process: null, component: null };

const nowhere: IToken = { image: '', startOffset: Number.NaN, tokenType: EOF, tokenTypeIdx: 0 };
const otherHead = new MismatchedTokenException('begins otherwise', nowhere, nowhere);

class HeadParser extends EmbeddedActionsParser {
  private readonly head: () => LineStart;
  /** What the rule did, see head-shapes.ts. */
  private tape: number[] = [];

  constructor(declared: HeadDeclaration, skipValidations: boolean) {
    const types = new Set([...declared.tokens, rest]);
    // By number: the names of tokens are for error messages.
    super(Object.fromEntries([...types].entries()), { recoveryEnabled: false, maxLookahead: 3, skipValidations });
    const noted = <Result>(at: number, choice: number, step: () => Result): Result => {
      this.tape[at] = choice;
      return step();
    };
    const rules: HeadRules = {
      consume: (type, occurrence = 0) => {
        const token = this.consume(occurrence, type);
        this.tape.push(token.startOffset, token.startOffset + token.image.length);
        return token;
      },
      option: (step, occurrence = 0) => {
        const at = this.tape.push(0) - 1;
        return this.option(occurrence, () => noted(at, 1, step));
      },
      or: (alternatives, occurrence = 0) => {
        const at = this.tape.push(0) - 1;
        return this.or(
          occurrence,
          alternatives.map((step, choice) => ({ ALT: () => noted(at, choice, step) })),
        );
      },
      action: (step) => this.ACTION(step),
    };
    const message = declared.openEnded ? this.openMessage(declared) : this.lastMessage();
    this.head = this.RULE('head', (): LineStart => {
      const stated = declared.rule(rules);
      const messageStart = this.SUBRULE(message);
      return this.ACTION(() => ({ ...nothing, messageStart, ...stated }));
    });
    this.performSelfAnalysis();
  }

  private lastMessage(): () => number {
    return this.RULE('message', (): number => this.OPTION(() => this.CONSUME(rest))?.startOffset ?? -1);
  }

  /** A message that may be made of any tokens of its head; blanks before it are no part of it. */
  private openMessage({ tokens }: HeadDeclaration): () => number {
    const types = [...tokens, rest];
    return this.RULE('message', (): number => {
      const next = this.LA(1);
      const start = this.ACTION(() => next.startOffset + (next.tokenType === gap ? next.image.length : 0));
      this.MANY(() => this.OR(types.map((type, i) => ({ ALT: () => this.consume(i, type) }))));
      return start;
    });
  }

  /** Called by Chevrotain. It would work out what it had expected: most lines begin otherwise, and nobody asks why. */
  protected raiseNoAltException(): never {
    throw otherHead;
  }

  protected consumeInternalError(): never {
    throw otherHead;
  }

  /** What the tokens state by the head, or null when they are not as it has them. */
  read(tokens: IToken[]): LineStart | null {
    this.input = tokens;
    this.tape = [];
    const start: LineStart | undefined = this.head();
    return this.errors.length > 0 || start === undefined ? null : start;
  }

  /** What the rule did when it read the last head. */
  done(): readonly number[] {
    return this.tape;
  }
}

/** In the head only its own tokens are looked for; `afterHead` takes what remains as one token. */
const createLexer = ({ tokens }: HeadDeclaration, skipValidations: boolean): Lexer =>
  new Lexer(
    { modes: { head: [...tokens, rest], [afterHead]: [rest] }, defaultMode: 'head' },
    { positionTracking: 'onlyOffset', ensureOptimizations: true, skipValidations },
  );

/** What reads a head. A test makes all of them with the validations of Chevrotain, which cost a third of making one. */
export const createHeadReader = (declared: HeadDeclaration, skipValidations = true) => ({
  lexer: createLexer(declared, skipValidations),
  parser: new HeadParser(declared, skipValidations),
});

/** Every head that was declared. */
export const declaredHeads: HeadDeclaration[] = [];

/** A head, read by a lexer and a parser that are made when a line begins like it. */
export function defineHead(declaration: HeadDeclaration): Head {
  const { tokens, openEnded } = declaration;
  if (!openEnded && !tokens.some(({ PUSH_MODE }) => PUSH_MODE === afterHead))
    throw new Error('a head ends with a lastToken, or is openEnded: its message may look like one of its tokens');
  declaredHeads.push(declaration);
  let reader: ReturnType<typeof createHeadReader> | null = null;
  const shapes = declaration.reach === undefined ? null : openHeadShapes(declaration.rule, declaration.reach);
  const begins = (line: string): boolean => declaration.begins.test(line);
  return {
    begins,
    read(line) {
      if (!begins(line)) return null;
      const known = shapes?.read(line);
      if (known) return known;
      reader ??= createHeadReader(declaration);
      const start = reader.parser.read(reader.lexer.tokenize(line).tokens);
      if (start !== null) shapes?.keep(line, start.messageStart, reader.parser.done());
      // A head without a message ends with its line.
      return start === null || start.messageStart >= 0 ? start : { ...start, messageStart: line.length };
    },
  };
}
