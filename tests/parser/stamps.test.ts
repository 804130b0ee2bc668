import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readClock, readStamp } from '../../packages/parser/src/reading/grammar/stamps.ts';

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });

it('reads a clock as its numbers say, and the fraction as it is written', () => {
  const clocks = fc.tuple(digits(1, 2), digits(2, 2), digits(2, 2), fc.constantFrom('', '.', ',', ':'), digits(1, 9));
  fc.assert(
    fc.property(clocks, fc.constantFrom('', ' ', '['), (parts, before) => {
      const [hour, minute, second, mark, fraction] = parts;
      const read = readClock(`${before}${hour}:${minute}:${second}${mark}${mark && fraction}`);
      const numbers = { hour: Number(hour), minute: Number(minute), second: Number(second) };
      expect(read).toEqual({ ...numbers, digits: mark && fraction });
    }),
  );
});

it.each([
  ['07/08/2025', '9:05:01,250', undefined, '2025-07-08T09:05:01.250'],
  ['2025/7/8', '12:32:25:079', undefined, '2025-07-08T12:32:25.079'],
  ['13/07/2025', '23:59:59', undefined, '2025-07-13T23:59:59'],
  ['8.7.2025', '23:59', undefined, '2025-07-08T23:59:00'],
  ['2025-07-08', '00:00:00.5', '+0130', '2025-07-08T00:00:00.5+01:30'],
])('reads %s %s', (date, clock, zone, text) => {
  expect(readStamp(date, clock, zone).text).toBe(text);
});
