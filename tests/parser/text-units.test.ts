import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unitsOf } from '../../packages/parser/src/reading/text-units.ts';

const expectUnits = (text: string): void => {
  const units = unitsOf(text);
  expect(Array.from({ length: text.length }, (_, i) => units[i])).toEqual(
    Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
  );
};

it('gives the units of any text', () => {
  const unit = fc.constantFrom('a', '\0', '\x7f', '\x80', 'é', '\uffff', '\ud83d', '\ude00', '😀');
  fc.assert(fc.property(fc.string({ unit, maxLength: 30 }), expectUnits));
});

it.each([1 << 14, (1 << 14) + 1])('gives those of a text of %i units', (length) => {
  for (const last of ['b', 'é', '\ud83d']) expectUnits(`${'a'.repeat(length - 1)}${last}`);
});
