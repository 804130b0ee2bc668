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
        const places = literals.map((literal) => lowerAscii(whole).indexOf(literal));
        const found = openTextSearch(literals).find(whole);
        expect(found && [...found]).toEqual(places.some((place) => place >= 0) ? places : null);
      },
    ),
    { numRuns: 3000 },
  );
});
