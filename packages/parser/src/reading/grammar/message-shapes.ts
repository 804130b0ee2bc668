/**
 * Messages of one shape: the same text but for digits, so that the lexer takes them apart at the same offsets and the grammar
 * finds the same in them. A failing client writes some dozens of them again and again, and each is parsed once.
 */
import { unitsOf } from '../text-units.ts';

const zero = 48;
const nine = 57;
const anyDigit = 49;
const anyHexLetter = 97;
const hyphen = 45;
const colon = 58;
const x = 120;

/** UTF-16 units of the longest message that is remembered. */
const longest = 2048;
/** Shapes of one generation, and the UTF-16 units of all of them. Two generations are remembered. */
const mostShapes = 4096;
const mostHeld = 1 << 19;

type Units = Uint8Array | Uint16Array;

const isDigit = (unit: number): boolean => unit >= zero && unit <= nine;
const isHexLetter = (unit: number): boolean => (unit >= 97 && unit <= 102) || (unit >= 65 && unit <= 70);
const isHex = (unit: number): boolean => isDigit(unit) || isHexLetter(unit);
const isWord = (unit: number): boolean =>
  isDigit(unit) || (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95;

/** What stands for each unit: all digits are one, and every other unit is itself. */
const shownAs = Uint16Array.from({ length: 1 << 16 }, (_, unit) => (isDigit(unit) ? anyDigit : unit));

/** What a value stands behind; of a port's colon another digit stands before. */
const opening = new Set(Array.from('\t "([{=,:', (character) => character.charCodeAt(0)));
const begins = (units: Units, at: number, from: number): boolean =>
  at === from ||
  (opening.has(units[at - 1]!) && (units[at - 1] !== colon || at - 1 === from || !isDigit(units[at - 2]!)));

/** Where the hexadecimal digits from `at` on end. */
function hexEnd(units: Units, at: number, end: number): number {
  let behind = at;
  while (behind < end && isHex(units[behind]!)) behind++;
  return behind;
}

const isGuid = (units: Units, at: number, end: number): boolean => {
  if (at + 36 > end) return false;
  let from = at;
  for (const length of [8, 4, 4, 4, 12]) {
    if (from > at && units[from++] !== hyphen) return false;
    if (hexEnd(units, from, end) !== from + length) return false;
    from += length;
  }
  return from === end || !isWord(units[from]!);
};

/**
 * Writes the shape of `units` in `[from, end)` to `into`, unit by unit, and returns its hash. All digits are one, but the zero of `0x`.
 * Behind a `0x`, and in a GUID, letters are digits as well, where no token can begin or end inside: a value stands there,
 * and nothing goes on behind it. The first of a GUID stays a letter or a digit, as keys without a separator ask which.
 */
function writeShape(units: Units, from: number, end: number, into: Uint16Array): number {
  let hash = 0;
  for (let at = from; at < end; ) {
    const unit = units[at]!;
    let first = shownAs[unit]!;
    let behind = at + 1;
    // Rare things first: which letters are hexadecimal digits, a processor cannot foresee.
    if (units[at + 8] === hyphen && isHex(unit) && begins(units, at, from) && isGuid(units, at, end)) {
      first = isDigit(unit) ? anyDigit : anyHexLetter;
      behind = at + 36;
    } else if (unit === zero && behind < end && units[behind] === x) {
      const digitsEnd = hexEnd(units, at + 2, end);
      const isPlain =
        begins(units, at, from) && digitsEnd - at <= 18 && (digitsEnd === end || !isWord(units[digitsEnd]!));
      if (isPlain) behind = digitsEnd;
      first = unit;
    }
    into[at - from] = first;
    hash = Math.imul(hash ^ first, 0x01000193);
    for (at++; at < behind; at++) {
      const inner = units[at]!;
      const shown = inner === hyphen || inner === x ? inner : anyDigit;
      into[at - from] = shown;
      hash = Math.imul(hash ^ shown, 0x01000193);
    }
  }
  return hash;
}

interface Known<Places> {
  readonly shape: Uint16Array;
  readonly places: Places;
}

/** Remembers what `parse` finds in a text, by the text's shape. What it returns must follow from the shape alone. */
export function rememberShapes<Places>(
  parse: (text: string) => Places,
): (text: string, from: number, end: number) => Places {
  /** By hash: those that were met of late, and those before them. */
  let young = new Map<number, Known<Places>>();
  let old = new Map<number, Known<Places>>();
  let held = 0;
  const own = new Uint16Array(longest);

  const isOwn = ({ shape }: Known<Places>, length: number): boolean => {
    if (shape.length !== length) return false;
    for (let i = 0; i < length; i++) if (shape[i] !== own[i]) return false;
    return true;
  };
  const remember = (hash: number, one: Known<Places>): void => {
    if (young.size === mostShapes || held > mostHeld) [old, young, held] = [young, new Map(), 0];
    young.set(hash, one);
    held += one.shape.length;
  };

  return (text, from, end) => {
    const length = end - from;
    if (length > longest) return parse(text.slice(from, end));
    const hash = writeShape(unitsOf(text), from, end, own);
    const late = young.get(hash);
    if (late && isOwn(late, length)) return late.places;
    const early = old.get(hash);
    const known = early && isOwn(early, length) ? early : null;
    const one = known ?? { shape: own.slice(0, length), places: parse(text.slice(from, end)) };
    remember(hash, one);
    return one.places;
  };
}
