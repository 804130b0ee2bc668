/**
 * Heads of one shape: the same text but for digits, so that the lexer and the rule do the same with them. What a rule did
 * with the first of them (where its tokens stand, which way it went) is done again with the others, without lexer or parser.
 */
import type { IToken, TokenType } from 'chevrotain';
import type { LineStart } from '../../define.ts';

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

/** Shapes of one head that are remembered, those that were used last. */
const mostShapes = 32;
/** Units of the longest one. */
const longest = 256;

const anyDigit = 49;
const shapeOf = (unit: number): number => (unit >= 48 && unit <= 57 ? anyDigit : unit);

interface Shape {
  readonly units: Uint16Array;
  readonly messageStart: number;
  /** In the order of the rule: start and end of each token, 1 for an option that is there, the number of an alternative. */
  readonly tape: readonly number[];
}

export interface HeadShapes {
  /** What a line states whose head is of a known shape. */
  read(line: string): LineStart | null;
  keep(line: string, messageStart: number, tape: readonly number[]): void;
}

/** @param reach units behind the head that count for its shape. */
export function openHeadShapes(rule: (rules: HeadRules) => Partial<LineStart>, reach: number): HeadShapes {
  const known: Shape[] = [];
  let text = '';
  let tape: readonly number[] = [];
  let at = 0;
  const rules: HeadRules = {
    consume(tokenType): IToken {
      const startOffset = tape[at++]!;
      const image = text.slice(startOffset, tape[at++]!);
      return { image, startOffset, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx! };
    },
    option: (step) => (tape[at++] === 1 ? step() : undefined),
    or: (alternatives) => alternatives[tape[at++]!]!(),
    action: (step) => step(),
  };

  const isOf = (line: string, { units }: Shape): boolean => {
    if (line.length < units.length) return false;
    // From the end: their dates are alike.
    for (let i = units.length - 1; i >= 0; i--) if (shapeOf(line.charCodeAt(i)) !== units[i]) return false;
    return true;
  };

  return {
    read(line) {
      for (let i = 0; i < known.length; i++) {
        const shape = known[i]!;
        if (!isOf(line, shape)) continue;
        if (i > 0) [known[i - 1], known[i]] = [shape, known[i - 1]!];
        text = line;
        ({ tape } = shape);
        at = 0;
        // Property by property: spreading one object into another costs more than all the rest.
        const { time = null, level = null, process = null, component = null, messageStart } = rule(rules);
        return { time, level, process, component, messageStart: messageStart ?? shape.messageStart };
      }
      return null;
    },
    keep(line, messageStart, done) {
      const end = messageStart + reach;
      if (messageStart < 0 || end > line.length || end > longest) return;
      const units = Uint16Array.from({ length: end }, (_, i) => shapeOf(line.charCodeAt(i)));
      if (known.length === mostShapes) known.pop();
      known.push({ units, messageStart, tape: done });
    },
  };
}
