/** Values of a binary event log are searched as bytes: they say what their text does. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPage } from '../../packages/parser/src/reading/evtx/page.ts';
import { readValue } from '../../packages/parser/src/reading/evtx/values.ts';
import { runsOf } from '../helpers/runs.ts';

test('a value is written as bytes as it is as text', () => {
  const page = openPage();
  const types = [0x01, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0d, 0x0e, 0x0f, 0x10, 0x13, 0x14, 0x15];
  const byte = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 9, 0x80, 0xff));
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.array(byte, { minLength: 1, maxLength: 40 }), (type, bytes) => {
      // No text has half a unit.
      if (type === 0x01 && bytes.length % 2 === 1) return;
      const view = new DataView(Uint8Array.from([...bytes, ...Array<number>(8).fill(0)]).buffer);
      const text = readValue(view, 0, bytes.length, type) as string;
      page.clear();
      page.value(view, 0, bytes.length, type);
      const { bytes: written, size } = page.all();
      const plain = new TextDecoder('utf-8', { ignoreBOM: true }).decode(written.subarray(0, size));
      // A line feed would end the record's line.
      const sameFeeds = (value: string): string => value.replaceAll(/[\n \0]|<>/g, '_');
      expect(sameFeeds(plain.slice(1, -1)).replace(/_+$/, '')).toBe(sameFeeds(text).replace(/_+$/, ''));
    }),
    runsOf(20_000),
  );
});
