/**
 * Heads: how the lines of a format begin. Each is declared in its format's file, as tokens and a rule; one Chevrotain parser
 * is made of them all when the first line is read. Smallest example: knowledge/formats/zoom-monitor.ts.
 */
import { EmbeddedActionsParser, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { Head, LineStart } from '../../define.ts';
import { afterHead, gap, rest } from './tokens.ts';

/**
 * What a rule is written with: Chevrotain's CONSUME, OPTION, OR and ACTION. What occurs in a rule again (the same token,
 * another option) takes the next number as its occurrence, from 0. What computes on tokens goes into `action`: Chevrotain
 * runs each rule once without any text, to learn its grammar.
 */
export interface HeadRules {
  consume(type: TokenType, occurrence?: number): IToken;
  option<Result>(step: () => Result, occurrence?: number): Result | undefined;
  or<Result>(alternatives: readonly (() => Result)[], occurrence?: number): Result;
  action<Result>(step: () => Result): Result;
}

export interface HeadDeclaration {
  /** A cheap look at the first characters: most lines of a mixed log have no such head, and a failed parse is expensive. */
  readonly begins: RegExp;
  /** Only these are looked for, in this order: a date means a date only where the head has one. */
  readonly tokens: readonly TokenType[];
  /** No token of the head is always its last one: what follows it may look like any of them. */
  readonly openEnded?: true;
  /** What the head states; what it does not is null, and its message starts where it ends. */
  rule(rules: HeadRules): Partial<LineStart>;
}

const nothing = { time: null, level: null, process: null, component: null };

class HeadParser extends EmbeddedActionsParser {
  private readonly heads: readonly (() => LineStart)[];

  constructor(declared: readonly HeadDeclaration[]) {
    const types = new Set(declared.flatMap(({ tokens }) => [...tokens, rest]));
    // By number: the names of tokens are for error messages, and several heads may use the same.
    super(Object.fromEntries([...types].entries()), { recoveryEnabled: false, maxLookahead: 3 });
    const rules: HeadRules = {
      consume: (type, occurrence = 0) => this.consume(occurrence, type),
      option: (step, occurrence = 0) => this.option(occurrence, step),
      or: (alternatives, occurrence = 0) =>
        this.or(
          occurrence,
          alternatives.map((ALT) => ({ ALT })),
        ),
      action: (step) => this.ACTION(step),
    };
    const message = this.RULE('message', (): number => this.OPTION(() => this.CONSUME(rest))?.startOffset ?? -1);
    this.heads = declared.map((head, index) => {
      const behind = head.openEnded ? this.openMessage(head, index) : message;
      return this.RULE(`head${index}`, (): LineStart => {
        const stated = head.rule(rules);
        const messageStart = this.SUBRULE(behind);
        return this.ACTION(() => ({ ...nothing, messageStart, ...stated }));
      });
    });
    this.performSelfAnalysis();
  }

  /** A message that may be made of any tokens of its head; blanks before it are no part of it. */
  private openMessage({ tokens }: HeadDeclaration, index: number): () => number {
    const types = [...tokens, rest];
    return this.RULE(`message${index}`, (): number => {
      const next = this.LA(1);
      const start = this.ACTION(() => next.startOffset + (next.tokenType === gap ? next.image.length : 0));
      this.MANY(() => this.OR(types.map((type, i) => ({ ALT: () => this.consume(i, type) }))));
      return start;
    });
  }

  /** What the tokens state by one of the heads, or null when they are not as it has them. */
  read(head: number, tokens: IToken[]): LineStart | null {
    this.input = tokens;
    const start: LineStart | undefined = this.heads[head]!.call(this);
    return this.errors.length > 0 || start === undefined ? null : start;
  }
}

/** A mode for each head, so that only its own tokens are looked for; `afterHead` takes what remains as one token. */
function createLexer(declared: readonly HeadDeclaration[]): Lexer {
  const modes = Object.fromEntries(declared.map(({ tokens }, index) => [index, [...tokens, rest]]));
  return new Lexer(
    { modes: { ...modes, [afterHead]: [rest] }, defaultMode: afterHead },
    { positionTracking: 'onlyOffset', ensureOptimizations: true },
  );
}

const declared: HeadDeclaration[] = [];
let lexer: Lexer | null = null;
let parser: HeadParser | null = null;

/** One more head of the parser, which is made when it is needed first. */
export function defineHead(declaration: HeadDeclaration): Head {
  const { tokens, openEnded } = declaration;
  if (!openEnded && !tokens.some(({ PUSH_MODE }) => PUSH_MODE === afterHead))
    throw new Error('a head ends with a lastToken, or is openEnded: its message may look like one of its tokens');
  const index = declared.push(declaration) - 1;
  lexer = null;
  parser = null;
  const begins = (line: string): boolean => declaration.begins.test(line);
  return {
    begins,
    read(line) {
      if (!begins(line)) return null;
      lexer ??= createLexer(declared);
      parser ??= new HeadParser(declared);
      const start = parser.read(index, lexer.tokenize(line, String(index)).tokens);
      // A head without a message ends with its line.
      return start === null || start.messageStart >= 0 ? start : { ...start, messageStart: line.length };
    },
  };
}
