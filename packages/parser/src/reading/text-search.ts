/**
 * Which of several literals a text holds, and where each stands first, ASCII case ignored: one look every few units, as the
 * search over bytes does it (search.ts), instead of a pass for each literal.
 */
import { unitsOf } from './text-units.ts';

export interface TextSearch {
  readonly literals: readonly string[];
  /** The numbers of the literals that stand in the text, each once; null when none does. */
  find(text: string): readonly number[] | null;
  /** Where each of those that were found last begins first. */
  readonly starts: Int32Array;
}

const hashBits = 12;
/** Units that a look compares. Literals that are shorter, in small files only, are looked for one by one. */
const gram = 3;

/** ASCII only, as the search over bytes does it: a full lower-casing would change lengths and find more. */
export function lowerAscii(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase();
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

export const lowerUnit = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit);
/** Bit 5 is set in each unit: upper and lower case are one, and comparing tells the rest apart. */
const hashOf = (a: number, b: number, c: number): number =>
  Math.imul(((a | 32) << 16) ^ ((b | 32) << 8) ^ (c | 32), 0x9e3779b1) >>> (32 - hashBits);

type Units = Uint8Array | Uint16Array;

const isAt = (units: Units, length: number, start: number, literal: string): boolean => {
  if (start < 0 || start + literal.length > length) return false;
  for (let i = 0; i < literal.length; i++) if (lowerUnit(units[start + i]!) !== literal.charCodeAt(i)) return false;
  return true;
};

/** The next look from `at` on that shows a gram of a literal; behind `last` where none does. */
function nextUse(units: Units, at: number, last: number, stride: number, firstUse: Int32Array): number {
  while (at <= last && firstUse[hashOf(units[at]!, units[at + 1]!, units[at + 2]!)] === 0) at += stride;
  return at;
}

/** @param literals none is empty, ASCII letters are in lower case. */
export function openTextSearch(literals: readonly string[]): TextSearch {
  const long = [...literals.entries()].filter(([, literal]) => literal.length >= gram);
  const short = [...literals.entries()].filter(([, literal]) => literal.length < gram);
  const stride = Math.min(...long.map(([, literal]) => literal.length)) - gram + 1;
  const firstUse = new Int32Array(1 << hashBits);
  /** Three numbers a use: the literal, the gram's place in it, the next use; 0 is none. */
  const list: number[] = [0, 0, 0];
  const starts = new Int32Array(literals.length);
  for (const [index, literal] of long)
    for (let offset = 0; offset < stride; offset++) {
      const hash = hashOf(literal.charCodeAt(offset), literal.charCodeAt(offset + 1), literal.charCodeAt(offset + 2));
      list.push(index, offset, firstUse[hash]!);
      firstUse[hash] = list.length - 3;
    }
  const uses = Int32Array.from(list);

  return {
    literals,
    starts,
    find(text) {
      let found: number[] | null = null;
      const lowered = short.length > 0 ? lowerAscii(text) : '';
      for (const [index, literal] of short) {
        const start = lowered.indexOf(literal);
        if (start < 0) continue;
        starts[index] = start;
        found ??= [];
        found.push(index);
      }
      const units = unitsOf(text);
      const { length } = text;
      const last = length - gram;
      for (
        let at = nextUse(units, 0, last, stride, firstUse);
        at <= last;
        at = nextUse(units, at + stride, last, stride, firstUse)
      ) {
        let use = firstUse[hashOf(units[at]!, units[at + 1]!, units[at + 2]!)]!;
        for (; use !== 0; use = uses[use + 2]!) {
          const index = uses[use]!;
          const start = at - uses[use + 1]!;
          const isKnown = found?.includes(index) === true;
          if ((isKnown && starts[index]! <= start) || !isAt(units, length, start, literals[index]!)) continue;
          starts[index] = start;
          if (isKnown) continue;
          found ??= [];
          found.push(index);
        }
      }
      return found;
    },
  };
}
