/**
 * Messages of one shape: the same text but for digits, so that the lexer takes them apart at the same offsets and the grammar
 * finds the same in them. A failing client writes some dozens of them again and again, and each is parsed once.
 */

const zero = 48;
const nine = 57;
const anyDigit = 49;
const anyHexLetter = 97;
const hyphen = 45;
const colon = 58;
const x = 120;

/** UTF-16 units of the longest message that is remembered. */
const longest = 2048;
/** Shapes that are remembered at most: a power of two; and the UTF-16 units of all of them. */
const mostShapes = 4096;
const mostHeld = 1 << 20;

const isDigit = (unit: number): boolean => unit >= zero && unit <= nine;
const isHexLetter = (unit: number): boolean => (unit >= 97 && unit <= 102) || (unit >= 65 && unit <= 70);
const isHex = (unit: number): boolean => isDigit(unit) || isHexLetter(unit);
const isWord = (unit: number): boolean =>
  isDigit(unit) || (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 95;

const hexUnits = Uint8Array.from({ length: 128 }, (_, unit) => (isHex(unit) ? 1 : 0));

/** What a value stands behind; of a port's colon another digit stands before. */
const opening = new Set(Array.from('\t "([{=,:', (character) => character.charCodeAt(0)));
const begins = (text: string, at: number, from: number): boolean =>
  at === from ||
  (opening.has(text.charCodeAt(at - 1)) &&
    (text.charCodeAt(at - 1) !== colon || at - 1 === from || !isDigit(text.charCodeAt(at - 2))));

/** Where the hexadecimal digits from `at` on end. */
function hexEnd(text: string, at: number, end: number): number {
  let behind = at;
  while (behind < end && isHex(text.charCodeAt(behind))) behind++;
  return behind;
}

const isGuid = (text: string, at: number, end: number): boolean => {
  let from = at;
  for (const length of [8, 4, 4, 4, 12]) {
    if (from > at && text.charCodeAt(from++) !== hyphen) return false;
    if (hexEnd(text, from, end) !== from + length) return false;
    from += length;
  }
  return from === end || !isWord(text.charCodeAt(from));
};

/**
 * Writes the shape of `text` in `[from, end)` to `into`, unit by unit, and returns its hash. All digits are one, but the zero of `0x`.
 * Behind a `0x`, and in a GUID, letters are digits as well, where no token can begin or end inside: a value stands there,
 * and nothing goes on behind it. The first of a GUID stays a letter or a digit, as keys without a separator ask which.
 */
function writeShape(text: string, from: number, end: number, into: Uint16Array): number {
  let hash = 0;
  for (let at = from; at < end; ) {
    const unit = text.charCodeAt(at);
    let first = unit;
    let behind = at + 1;
    if (unit < 128 && hexUnits[unit] === 1) {
      if (unit === zero && text.charCodeAt(at + 1) === x) {
        const digitsEnd = hexEnd(text, at + 2, end);
        const isPlain =
          begins(text, at, from) && digitsEnd - at <= 18 && (digitsEnd === end || !isWord(text.charCodeAt(digitsEnd)));
        if (isPlain) behind = Math.min(digitsEnd, end);
      } else if (text.charCodeAt(at + 8) === hyphen && begins(text, at, from) && isGuid(text, at, end)) {
        first = isDigit(unit) ? anyDigit : anyHexLetter;
        behind = at + 36;
      } else if (isDigit(unit)) {
        first = anyDigit;
      }
    }
    into[at - from] = first;
    hash = Math.imul(hash ^ first, 0x01000193);
    for (at++; at < behind; at++) {
      const inner = text.charCodeAt(at);
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
  const known: (Known<Places> | undefined)[] = [];
  const own = new Uint16Array(longest);
  let held = 0;
  return (text, from, end) => {
    const length = end - from;
    if (length > longest) return parse(text.slice(from, end));
    const hash = writeShape(text, from, end, own);
    const slot = (hash ^ (hash >>> 16)) & (mostShapes - 1);
    const before = known[slot];
    if (before?.shape.length === length) {
      let same = 0;
      while (same < length && before.shape[same] === own[same]) same++;
      if (same === length) return before.places;
    }
    const places = parse(text.slice(from, end));
    held += length - (before?.shape.length ?? 0);
    if (held > mostHeld) {
      known.length = 0;
      held = length;
    }
    known[slot] = { shape: own.slice(0, length), places };
    return places;
  };
}
