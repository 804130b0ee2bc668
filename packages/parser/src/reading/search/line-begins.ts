/** Which of many expressions can match at the begin of a line, by the first characters of it: all of them in one look. */

/** Characters of a line that are looked at, from 1 to 8: more would seldom decide. */
export const mostBegins = 6;
/** What stands in a Sign's `begins` for every character beyond ASCII. */
export const beyondAscii = 0x80;
/** What stands there for the end of the text. */
export const endOfText = 0x81;

const slots = endOfText + 1;
const wordBits = 32;

export interface LineBegins {
  /** How many words a set of the expressions has. */
  readonly words: number;
  /** Leaves those of the expressions in `set` that can match in a text there, the begin of a line. */
  narrow(text: string, at: number, set: Uint32Array): void;
}

/** For expressions, numbered from 0, the `begins` of their signs. */
export function compileBegins(expressions: readonly (readonly string[])[]): LineBegins {
  const words = Math.ceil(expressions.length / wordBits);
  const tables = Array.from({ length: mostBegins }, () => new Uint32Array(slots * words).fill(0xffffffff));
  for (const [number, begins] of expressions.entries())
    for (const [place, ranges] of begins.entries()) if (ranges !== '') forbid(tables[place]!, words, number, ranges);
  return {
    words,
    narrow(text, at, set) {
      for (let place = 0; place < mostBegins; place++) {
        const unit = at + place < text.length ? text.charCodeAt(at + place) : endOfText;
        const row = (at + place < text.length ? Math.min(unit, beyondAscii) : endOfText) * words;
        const table = tables[place]!;
        let left = 0;
        for (let word = 0; word < words; word++) left |= set[word]! &= table[row + word]!;
        if (left === 0) return;
      }
    },
  };
}

/** Takes an expression out at each character that is in none of its ranges. */
function forbid(table: Uint32Array, words: number, number: number, ranges: string): void {
  const word = Math.floor(number / wordBits);
  const bit = 1 << (number % wordBits);
  let slot = 0;
  for (let i = 0; i < ranges.length; i += 2) {
    for (; slot < ranges.charCodeAt(i); slot++) table[slot * words + word]! &= ~bit;
    slot = ranges.charCodeAt(i + 1) + 1;
  }
  for (; slot < slots; slot++) table[slot * words + word]! &= ~bit;
}

/** Calls back for each number in a set. */
export function eachOf(set: Uint32Array, call: (number: number) => void): void {
  for (let word = 0; word < set.length; word++)
    for (let bits = set[word]!; bits !== 0; bits &= bits - 1) call(word * wordBits + 31 - Math.clz32(bits & -bits));
}
