import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lowerAscii, openTextSearch } from '../../packages/parser/src/reading/text-search.ts';

const alphabet = fc.constantFrom(...'abAB01 .:éÉK\u212aſ'.split(''));
const words = (minLength: number) => fc.string({ unit: alphabet, minLength, maxLength: 7 });

it('finds where each literal stands first, as a look for each one does', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.array(words(1), { maxLength: 8 }), fc.array(words(3), { maxLength: 8 })),
      fc.string({ unit: alphabet, maxLength: 60 }),
      fc.nat(60),
      (some, text, at) => {
        const literals = [...new Set(some.map(lowerAscii))];
        const whole = `${text.slice(0, at)}${some[0] ?? ''}${text.slice(at)}${some[1] ?? ''}`;
        const { find, starts } = openTextSearch(literals);
        for (const text of [whole, `${some[0] ?? ''}${whole}`, whole]) {
          const found = find(text);
          expect(found).not.toEqual([]);
          expect(new Set(found ?? []).size).toBe(found?.length ?? 0);
          const read = literals.map((_, i) => (found?.includes(i) ? starts[i] : -1));
          expect(read).toEqual(literals.map((literal) => lowerAscii(text).indexOf(literal)));
        }
      },
    ),
    { numRuns: 3000 },
  );
});
