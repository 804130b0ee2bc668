import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LineSearch } from '../../packages/parser/src/define.ts';
import { compileLiterals, type LiteralSet } from '../../packages/parser/src/reading/search.ts';
import { runsOf } from '../helpers/runs.ts';

interface Line {
  readonly number: number;
  readonly text: string;
}

const utf8 = new TextEncoder();
const runs = runsOf(2000);

/** One character for each byte, ASCII letters in lower case. */
const plain = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => String.fromCharCode(byte >= 65 && byte <= 90 ? byte + 32 : byte)).join('');

/** What `findLines` is to find, in the plainest words. */
function slowly(literals: readonly string[], bytes: Uint8Array): Line[] {
  const wanted = literals.map((literal) => plain(utf8.encode(literal)));
  return plain(bytes)
    .split('\n')
    .map((text, number) => ({ number, text }))
    .filter(({ text }) => wanted.some((literal) => text.includes(literal)));
}

type Search = (set: LiteralSet, bytes: Uint8Array, from?: number, to?: number) => { lines: Line[]; lineFeeds: number };

const searchBy =
  (searchOf: (set: LiteralSet) => LineSearch): Search =>
  (set, bytes, from = 0, to = bytes.length) => {
    const lines: Line[] = [];
    const lineFeeds = searchOf(set)(bytes, from, to, (number, start, end) => {
      lines.push({ number, text: plain(bytes.subarray(start, end)) });
    });
    return { lines, lineFeeds };
  };

const searches: readonly (readonly [name: string, search: Search])[] = [
  ['in JavaScript', searchBy((set) => set.plainly())],
  ['in WebAssembly', searchBy((set) => set.swiftly()!)],
];

const countOf = (bytes: Uint8Array): number => bytes.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);

/**
 * Small alphabets make literals meet, overlap and begin one another. They hold what a hash without bit 5 confuses
 * (`@` and backquote, `J`, `j`, `*` and LF, NUL and blank), parts of UTF-8, and letters whose case is not ASCII's.
 */
const alphabet = fc.constantFrom(
  ...['aA', 'abAB', 'abc', 'zZ[{', '@`a', 'jJ*', '\0 a', 'ab\r.'],
  ...['éÉa', 'kK\u212a', 'sSſ', 'iIİı', 'e😀\ud83d', '€a\ufffd'],
);
/** Literals no shorter than some length, which decides how far the looks lie apart; some are parts of others. */
const literalsOf = (letters: string): fc.Arbitrary<string[]> =>
  fc
    .integer({ min: 1, max: 10 })
    .chain((minLength) =>
      fc.array(fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength: 12 }), { maxLength: 8 }),
    );
/** Letters, LFs, and now and then a literal. */
const partsOf = (letters: string, literals: readonly string[]): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom(...letters, '\n', ...literals, ...literals.map((literal) => literal.toUpperCase())), {
    maxLength: 60,
  });
const literalsAndParts = alphabet.chain((letters) =>
  literalsOf(letters).chain((literals) => fc.tuple(fc.constant(literals), partsOf(letters, literals))),
);
const literalsAndText = literalsAndParts.map(([literals, parts]) => [literals, parts.join('')] as const);
/** The same as bytes, some of which are lost: halves of characters. */
const literalsAndBytes = fc
  .tuple(literalsAndText, fc.array(fc.nat(300), { maxLength: 5 }))
  .map(([[literals, text], lost]) => [literals, utf8.encode(text).filter((_, at) => !lost.includes(at))] as const);

describe.each(searches)('the search %s', (_, search) => {
  test('finds the lines that a plain search finds, in order, once, with their numbers', () => {
    fc.assert(
      fc.property(literalsAndBytes, ([literals, bytes]) => {
        const { lines, lineFeeds } = search(compileLiterals(literals), bytes);
        expect(lines).toEqual(slowly(literals, bytes));
        expect(lineFeeds).toBe(countOf(bytes));
      }),
      runs,
    );
  });

  test('finds literals in long lines among many', () => {
    const word = fc.string({ unit: fc.constantFrom(...'eEtTrR _'), minLength: 4, maxLength: 12 });
    const filler = fc.string({ unit: fc.constantFrom(...'eEtTrR _0123456789abcdef'), minLength: 500, maxLength: 4000 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 20 }),
        filler,
        fc.infiniteStream(fc.nat()),
        (literals, text, random) => {
          // Literals from the text's middle and end are sure to be there.
          const literal = [...literals, text.slice(-9), text.slice(200, 207)];
          const bytes = utf8.encode(text.replace(/\d/g, () => (random.next().value % 9 === 0 ? '\n' : '7')));
          const { lines, lineFeeds } = search(compileLiterals(literal), bytes);
          expect(lines).toEqual(slowly(literal, bytes));
          expect(lineFeeds).toBe(countOf(bytes));
        },
      ),
      runsOf(1000),
    );
  });

  test('keeps to its range', () => {
    fc.assert(
      fc.property(literalsAndBytes, fc.nat(200), fc.nat(200), fc.nat(7), ([literals, bytes], a, b, lead) => {
        const [from, to] = [Math.min(a, b, bytes.length), Math.min(Math.max(a, b), bytes.length)];
        // The view begins anywhere in its buffer, and what lies around the range must not count.
        const view = new Uint8Array(lead + bytes.length + 3).subarray(lead, lead + bytes.length);
        view.set(bytes);
        const range = bytes.subarray(from, to);
        expect(search(compileLiterals(literals), view, from, to)).toEqual({
          lines: slowly(literals, range),
          lineFeeds: countOf(range),
        });
      }),
      runs,
    );
  });

  test('gives the same lines however the bytes are cut between lines', () => {
    fc.assert(
      fc.property(literalsAndBytes, fc.array(fc.nat(200)), ([literals, bytes], near) => {
        const set = compileLiterals(literals);
        const cuts = near.map((at) => bytes.indexOf(10, at) + 1).filter((cut) => cut > 0);
        const borders = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const lines: Line[] = [];
        let before = 0;
        for (let i = 1; i < borders.length; i++) {
          const part = search(set, bytes, borders[i - 1], borders[i]);
          for (const { number, text } of part.lines) lines.push({ number: before + number, text });
          before += part.lineFeeds;
        }
        expect({ lines, lineFeeds: before }).toEqual(search(set, bytes));
      }),
      runs,
    );
  });

  test('gives the same lines whatever the sample', () => {
    fc.assert(
      fc.property(literalsAndBytes, fc.uint8Array({ maxLength: 300 }), ([literals, bytes], other) => {
        const expected = search(compileLiterals(literals), bytes);
        expect(search(compileLiterals(literals, bytes), bytes)).toEqual(expected);
        expect(search(compileLiterals(literals, other), bytes)).toEqual(expected);
      }),
      runs,
    );
  });

  test.each([
    ['nothing to look for', [], 'a\n\nb\n', [], 3],
    ['no bytes', ['a'], '', [], 0],
    ['a last line without LF', ['b'], 'a\nb', ['1:b'], 1],
    ['a line with many hits', ['a', 'aa', 'b'], 'aaabaa\n', ['0:aaabaa'], 1],
    ['lines in a row', ['x'], 'x\nx\nX', ['0:x', '1:x', '2:x'], 2],
    ['a CR, which belongs to its line', ['x'], 'ax\r\n', ['0:ax\r'], 1],
    ['no literal across lines', ['ab'], 'a\nb', [], 1],
    ['no literal with a LF', ['a\nb', 'zz'], 'a\nb', [], 1],
    ['no other case than that of ASCII', ['é', 'k'], 'É\n\u212a\n', [], 2],
    ['a short literal beside long ones', ['e', 'long enough to stride'], 'ab\ncde\n', ['1:cde'], 2],
  ])('%s', (_, literals, text, expected, lineFeeds) => {
    const found = search(compileLiterals(literals), utf8.encode(text));
    expect(found.lines.map(({ number, text }) => `${number}:${text}`)).toEqual(expected);
    expect(found.lineFeeds).toBe(lineFeeds);
  });

  test('counts every LF of a long range', () => {
    const isLineFeed = (at: number) => at % 1499 === 0 || at > 90_000;
    const bytes = Uint8Array.from({ length: 100_003 }, (_, at) =>
      isLineFeed(at) ? 10 : (at & 0xff) === 10 ? 0x8a : at & 0xff,
    );
    expect(search(compileLiterals([]), bytes).lineFeeds).toBe(countOf(bytes));
  });
});

test('refuses an empty literal', () => {
  expect(() => compileLiterals(['a', ''])).toThrow(RangeError);
});
