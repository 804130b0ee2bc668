/** What must stand in a text for a RegExp to match it, so that most need not be tried: worked out when the indexes are generated. */
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import type { Sign } from '../packages/parser/src/define.ts';

/** Literals one of which is in every text that matches. */
type AnyOf = readonly string[];

/** A longer list costs more than it saves, and so do more lists. */
const mostLiterals = 64;
const mostLists = 4;

/** A shorter one is in most texts, unless it has a sign that few have. */
const isRare = (literal: string): boolean => literal.length >= 3 || /[@\\|~^$%&*+=<>{}[\]#!?`]/.test(literal);

/** Each alternative of a RegExp, with what must stand in a text that it matches. Null when nothing must for any of them. */
export function signsOf({ source, flags }: RegExp): readonly Sign[] | null {
  // Such an expression takes a few letters beyond ASCII for some within it.
  if (flags.includes('u') && flags.includes('i')) return null;
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const signs = pattern.alternatives.map((one): Sign => ({ end: one.end, all: bestOf(inAlternative(one)) }));
  return signs.every(({ all }) => all.length === 0) ? null : signs;
}

const bestOf = (found: readonly AnyOf[]): readonly AnyOf[] =>
  found.toSorted((a, b) => worthOf(b) - worthOf(a)).slice(0, mostLists);

/** Everything that must stand in it. */
function inAlternative({ elements }: AST.Alternative): AnyOf[] {
  const found: AnyOf[] = [];
  let run = '';
  const endRun = (): void => {
    if (isRare(run)) found.push([run]);
    run = '';
  };
  for (const element of elements) {
    const text = characterOf(element);
    if (text !== null) {
      run += text;
      continue;
    }
    endRun();
    found.push(...inElement(element));
  }
  endRun();
  return found;
}

/** The shortest of them decides how often one is met by chance, and then how many there are. */
const worthOf = (anyOf: AnyOf): number => Math.min(8, ...anyOf.map(({ length }) => length)) * 100 - anyOf.length;

/** ASCII alone: a text that is no UTF-8 may write other characters in several ways; a line feed stands in no line. */
function characterOf(element: AST.Element): string | null {
  if (element.type !== 'Character') return null;
  return element.value >= 32 && element.value < 127 ? String.fromCharCode(element.value) : null;
}

function inElement(element: AST.Element): AnyOf[] {
  if (element.type === 'Quantifier') return element.min > 0 ? inElement(element.element) : [];
  const isAhead = element.type === 'Assertion' && element.kind === 'lookahead' && !element.negate;
  if (!isAhead && element.type !== 'Group' && element.type !== 'CapturingGroup') return [];
  const inner = element.alternatives.map(inAlternative);
  if (inner.length === 1) return inner[0]!;
  // One of each alternative's: which one is taken is not known.
  const best = inner.map((lists) => bestOf(lists)[0]);
  const all = best.flatMap((one) => one ?? []);
  return best.every((one) => one !== undefined) && all.length <= mostLiterals ? [all] : [];
}
