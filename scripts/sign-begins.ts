/** How a line must begin for an alternative of a RegExp to match in it: worked out when the indexes are generated. */
import type { AST } from '@eslint-community/regexpp';
import { beyondAscii, endOfText, mostBegins } from '../packages/parser/src/reading/search/line-begins.ts';

/** By character of ASCII, and then for all others and for the end of the text, whether it may stand there. */
type Characters = boolean[];

const slots = endOfText + 1;
const every = (): Characters => new Array<boolean>(slots).fill(true);
const none = (): Characters => new Array<boolean>(slots).fill(false);

/** As `begins` of a Sign has them; null when it can match elsewhere than at the begin of a line. Its flags are none of `u`, `v` and `y`. */
export function beginsOf({ elements }: AST.Alternative, flags: string): readonly string[] | null {
  if (!isLineStart(elements[0])) return null;
  const sets = Array.from({ length: mostBegins }, none);
  const ends = walk(elements, new Set([0]), sets, flags);
  for (const end of ends) for (let at = end; at < mostBegins; at++) sets[at] = every();
  const written = sets.map(rangesOf);
  return written.slice(0, written.findLastIndex((ranges) => ranges !== '') + 1);
}

/** Whatever is taken, it is at the begin of a line, or of the text. */
function isLineStart(element: AST.Element | undefined): boolean {
  if (element?.type === 'Group' || element?.type === 'CapturingGroup')
    return element.alternatives.every(({ elements: [first] }) => isLineStart(first));
  return element?.type === 'Assertion' && (element.kind === 'start' || element.raw === '(?<![^])');
}

/** Adds what may stand at each place, if the elements begin at these; the places at which they may end, as far as they are looked at. */
function walk(
  elements: readonly AST.Element[],
  from: ReadonlySet<number>,
  sets: Characters[],
  flags: string,
): Set<number> {
  return elements.reduce<Set<number>>((places, element) => step(element, places, sets, flags), new Set(from));
}

function step(element: AST.Element, from: Set<number>, sets: Characters[], flags: string): Set<number> {
  switch (element.type) {
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass': {
      const characters = charactersOf(element, flags);
      for (const at of from) for (let slot = 0; slot < slots; slot++) sets[at]![slot] ||= characters[slot]!;
      return new Set([...from].map((at) => at + 1).filter((at) => at < mostBegins));
    }
    case 'Group':
    case 'CapturingGroup':
      return new Set(element.alternatives.flatMap(({ elements }) => [...walk(elements, from, sets, flags)]));
    case 'Quantifier':
      return repeated(element, from, sets, flags);
    // What looks ahead or behind takes nothing, and may only forbid more.
    case 'Assertion':
      return from;
    default:
      for (let at = Math.min(mostBegins, ...from); at < mostBegins; at++) sets[at] = every();
      return new Set();
  }
}

function repeated({ min, max, element }: AST.Quantifier, from: Set<number>, sets: Characters[], flags: string) {
  const ends = new Set(min === 0 ? from : []);
  let places = from;
  // Whatever is taken, so many are as many as are looked at, but for what takes nothing.
  for (let count = 1; count <= Math.min(max, min + mostBegins) && places.size > 0; count++) {
    places = step(element, places, sets, flags);
    if (count >= min) for (const at of places) ends.add(at);
  }
  return ends;
}

type One = AST.Character | AST.CharacterSet | AST.CharacterClass;

/** Asked of the RegExp itself, which knows its classes and its capitals best. */
function charactersOf(one: One, flags: string): Characters {
  const expression = new RegExp(`^${one.raw}$`, flags.replace(/[gmy]/g, ''));
  const matches = (character: number): boolean => expression.test(String.fromCharCode(character));
  const found = none();
  for (let character = 0; character < beyondAscii; character++) found[character] = matches(character);
  found[beyondAscii] = isBeyond(one);
  return found;
}

/** Whether a character beyond ASCII may be meant; without the flag `u` a letter of ASCII has no capital there. */
function isBeyond(one: AST.ClassRangesCharacterClassElement | One): boolean {
  switch (one.type) {
    case 'Character':
      return one.value >= beyondAscii;
    case 'CharacterClassRange':
      return one.max.value >= beyondAscii;
    case 'CharacterSet':
      return !((one.kind === 'digit' || one.kind === 'word') && !one.negate);
    default:
      return one.negate || one.unicodeSets || one.elements.some(isBeyond);
  }
}

function rangesOf(characters: Characters): string {
  if (characters.every((may) => may)) return '';
  let ranges = '';
  for (let slot = 0; slot < slots; slot++) {
    if (!characters[slot]) continue;
    if (!characters[slot - 1]) ranges += String.fromCharCode(slot);
    if (!characters[slot + 1]) ranges += String.fromCharCode(slot);
  }
  return ranges;
}
