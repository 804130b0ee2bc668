/** What must stand in a text for a RegExp to match it, so that most need not be tried: worked out when the indexes are generated. */
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import type { Signs } from '../packages/parser/src/define.ts';

/** Literals of one alternative, one of which is in every text that it matches. */
type AnyOf = readonly string[];

/** A longer list costs more than it saves. */
const most = 64;

/** A shorter one is in most texts, unless it has a sign that few have. */
const isRare = (literal: string): boolean => literal.length >= 3 || /[@\\|~^$%&*+=<>{}[\]#!?`]/.test(literal);

/** The literals of a RegExp's alternatives, and those alternatives that have none, as one source. Null when none has any. */
export function signsOf({ source, flags }: RegExp): Signs | null {
  // Such an expression takes a few letters beyond ASCII for some within it.
  if (flags.includes('u') && flags.includes('i')) return null;
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u') });
  const alternatives = pattern.alternatives.map((one) => ({ raw: one.raw, anyOf: inAlternative(one) }));
  const literals = new Set(alternatives.flatMap(({ anyOf }) => anyOf ?? []));
  const bare = alternatives.filter(({ anyOf }) => anyOf === null).map(({ raw }) => raw);
  return literals.size === 0 ? null : { literals: [...literals].sort(), bare: bare.length > 0 ? bare.join('|') : null };
}

/** The best of what stands in it; null when nothing must. */
function inAlternative({ elements }: AST.Alternative): AnyOf | null {
  const found: AnyOf[] = [];
  let run = '';
  const endRun = (): void => {
    if (isRare(run)) found.push([run.toLowerCase()]);
    run = '';
  };
  for (const element of elements) {
    const text = characterOf(element);
    if (text !== null) {
      run += text;
      continue;
    }
    endRun();
    const inner = inElement(element);
    if (inner) found.push(inner);
  }
  endRun();
  return found.toSorted((a, b) => worthOf(b) - worthOf(a))[0] ?? null;
}

/** The shortest of them decides how often one is met by chance, and then how many there are. */
const worthOf = (anyOf: AnyOf): number => Math.min(8, ...anyOf.map(({ length }) => length)) * 100 - anyOf.length;

/** ASCII alone: a text that is no UTF-8 may write other characters in several ways; a line feed stands in no line. */
function characterOf(element: AST.Element): string | null {
  if (element.type !== 'Character') return null;
  return element.value >= 32 && element.value < 127 ? String.fromCharCode(element.value) : null;
}

function inElement(element: AST.Element): AnyOf | null {
  if (element.type === 'Quantifier') return element.min > 0 ? inElement(element.element) : null;
  const isAhead = element.type === 'Assertion' && element.kind === 'lookahead' && !element.negate;
  if (!isAhead && element.type !== 'Group' && element.type !== 'CapturingGroup') return null;
  const inner = element.alternatives.map(inAlternative);
  const all = inner.flatMap((one) => one ?? []);
  return inner.every((one) => one !== null) && all.length <= most ? all : null;
}
