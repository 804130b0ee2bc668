import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passes } from '../../packages/parser/src/reading/matchers.ts';

const isOneOf = (value: string | number, ...wanted: (string | number)[]): boolean =>
  passes({ value, piece: 0, start: 0, end: 0 }, wanted);

it('compares words as their lower case', () => {
  const word = fc.string({ unit: fc.constantFrom(...'aAkK1sS-éÉſσςΣİi\u0307\u212a'), maxLength: 4 });
  const other = fc.constantFrom('lower', 'upper', 'same');
  fc.assert(
    fc.property(word, word, other, (wanted, random, how) => {
      for (const text of [
        random,
        how === 'lower' ? wanted.toLowerCase() : how === 'upper' ? wanted.toUpperCase() : wanted,
      ])
        expect(isOneOf(text, wanted)).toBe(text.toLowerCase() === wanted.toLowerCase());
    }),
    { numRuns: 3000 },
  );
});

it.each([
  [7, 7, true],
  ['7', 7, true],
  [' 07.0 ', 7, true],
  ['', 0, false],
  [' ', 0, false],
  [0, 0, true],
  [-0, 0, true],
  [7, '7', true],
  [7, '07', false],
  [8, 7, false],
])('%j is %j: %s', (value, wanted, expected) => {
  expect(isOneOf(value, wanted)).toBe(expected);
  expect(isOneOf(value, 'x', wanted)).toBe(expected);
});
