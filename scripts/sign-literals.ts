/** What must stand in a text for a RegExp to match it, so that most need not be tried: worked out when the indexes are generated. */
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import type { Sign } from '../packages/parser/src/define.ts';
import { beginsOf } from './sign-begins.ts';

/** Literals one of which is in every text that matches. */
type AnyOf = readonly string[];

/** Which literals are worth looking for, and where. */
interface Search {
  /** Shorter ones are in most texts, unless they have a sign that few have. In UTF-16 units, from 1 on. */
  readonly least: number;
  /** A longer list costs more than it saves. From 1 on. */
  readonly most: number;
  /** Whether a character, by its code point, always stands in a text as it is written, but for capitals. */
  readonly isSure: (character: number) => boolean;
}

/** A line feed stands in no line. */
const inLines = (flags: string): Search => ({
  least: 3,
  most: 64,
  isSure: (character) => character >= 32 && character < (flags.includes('i') ? 127 : 0xd800) && character !== 127,
});

/** Of an alternative; more lists cost more than they save. */
const mostLists = 4;

const fewHave = /[@\\|~^$%&*+=<>{}[\]#!?`]|[^ -~]|0x/;

/** Each alternative of a RegExp, with what must stand in a text that it matches. Null when nothing must for any of them. */
export function signsOf({ source, flags }: RegExp): readonly Sign[] | null {
  // To these a character may be two units, and some letters beyond ASCII are those within it in another case; `y` looks in one place.
  if (/[uvy]/.test(flags)) return null;
  // Of an alternative alone a reference back has another number.
  if (/\\[1-9k]/.test(source)) return null;
  const signs = parsed({ source, flags }).map((one): Sign => {
    const begins = beginsOf(one, flags);
    return { end: one.end, all: bestOf(inAlternative(one, inLines(flags))), ...(begins && { begins }) };
  });
  return signs.every(({ all, begins }) => all.length === 0 && !begins) ? null : signs;
}

/** Literals, one of which is in every text in small letters that a RegExp matches in any; null when none must. */
export function literalsOf(expression: Pick<RegExp, 'source' | 'flags'>): readonly string[] | null {
  const isSure = (character: number): boolean => isLowered(character, expression.flags);
  const [anyOf] = bestOf(inAll(parsed(expression), { least: 2, most: 200, isSure }));
  return anyOf ? [...new Set(anyOf.map((literal) => literal.toLowerCase()))].sort() : null;
}

const lowered = new Map<string, boolean>();

/** Whether all that a character of a RegExp matches is the same in small letters. */
function isLowered(character: number, flags: string): boolean {
  if (character > 0xffff || character === sigma) return false;
  if (!flags.includes('i')) return true;
  const units = flags.includes('u') ? 'iu' : 'i';
  const key = `${units}${character}`;
  const known = lowered.get(key);
  if (known !== undefined) return known;
  const one = new RegExp(`^\\u${character.toString(16).padStart(4, '0')}$`, units);
  const small = String.fromCharCode(character).toLowerCase();
  let isSame = true;
  for (let other = 0; other <= 0xffff && isSame; other++) {
    const text = String.fromCharCode(other);
    isSame = !one.test(text) || (text.toLowerCase() === small && other !== sigma);
  }
  lowered.set(key, isSame);
  return isSame;
}

/** The only letter whose small one depends on what follows it. */
const sigma = 'Σ'.charCodeAt(0);

const parsed = ({ source, flags }: Pick<RegExp, 'source' | 'flags'>): readonly AST.Alternative[] =>
  new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u') }).alternatives;

const bestOf = (found: readonly AnyOf[]): readonly AnyOf[] =>
  found.toSorted((a, b) => worthOf(b) - worthOf(a)).slice(0, mostLists);

/** The shortest of them decides how often one is met by chance, and then how many there are. */
const worthOf = (anyOf: AnyOf): number => Math.min(8, ...anyOf.map(({ length }) => length)) * 100 - anyOf.length;

/** Everything that must stand in it. */
function inAlternative({ elements }: AST.Alternative, search: Search): AnyOf[] {
  const found: AnyOf[] = [];
  let run = '';
  const endRun = (): void => {
    if (run.length >= search.least || fewHave.test(run)) found.push([run]);
    run = '';
  };
  for (const element of elements) {
    const text = characterOf(element, search);
    if (text !== null) {
      run += text;
      continue;
    }
    endRun();
    found.push(...inElement(element, search));
  }
  endRun();
  return found;
}

function characterOf(element: AST.Element, { isSure }: Search): string | null {
  return element.type === 'Character' && isSure(element.value) ? String.fromCharCode(element.value) : null;
}

function inElement(element: AST.Element, search: Search): AnyOf[] {
  if (element.type === 'Quantifier') return element.min > 0 ? inElement(element.element, search) : [];
  const isAhead = element.type === 'Assertion' && element.kind === 'lookahead' && !element.negate;
  if (!isAhead && element.type !== 'Group' && element.type !== 'CapturingGroup') return [];
  return inAll(element.alternatives, search);
}

/** Of several alternatives one list with the best of each: which one is taken is not known. */
function inAll(alternatives: readonly AST.Alternative[], search: Search): AnyOf[] {
  const inner = alternatives.map((one) => inAlternative(one, search));
  if (inner.length === 1) return inner[0]!;
  const best = inner.map((lists) => bestOf(lists)[0]);
  const all = best.flatMap((one) => one ?? []);
  return best.every((one) => one !== undefined) && all.length <= search.most ? [all] : [];
}
