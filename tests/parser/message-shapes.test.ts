import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { knowledge } from '../../packages/parser/src/knowledge/index.ts';
import { Message, readMessage } from '../../packages/parser/src/reading/grammar/message.ts';
import { placesIn } from '../../packages/parser/src/reading/grammar/message-parser.ts';
import { rememberShapes } from '../../packages/parser/src/reading/grammar/message-shapes.ts';

/** What the lexer tells apart by digits, hexadecimal letters, their number, and what stands beside them. */
const parts = [
  '0', '1', '7', '12', '192', '5003', '12345', '1234567', '0x', '0x1', '0x00c4d200', '0xab', '0xfade', 'x', 'a', 'e', 'f',
  'ab', '1f', 'beef', 'abcdef12', '12345678', 'a1b2c3d4', '00000001', '1b2c', 'dead', 'abcdefabcdef', '123456789012',
  '3f2504e0-4f89-11d3-9a0c-0305e82c3301', 'ff2504e0-4f89-11d3-9a0c-0305e82c33ff', '.', ',', ':', '::', '-', '->', '+',
  '=', ' = ', ' ', '  ', '(', ')', '{', '}', '[', ']', '"', '\\"', '/', '://', '_', '|', ';', '\n', '\t', 'é', 'コ',
  'error', 'error code', 'Error (', 'errno', 'net_error', 'result: ', 'exit code is ', 'Fehlercode: ', 'url:https://', 'us04web.zoom.us',
  'zoom.us:443', '1.2.3.4', '192.0.2.49:8802', '5.16.10.26186', '1,003', '1.5', 'vc::on_ping()', 'key8: ', 'key(4) = ', 'this = ', 'Two Words->KEY is: ',
]; // biome-ignore format: a table
const messages = fc.array(fc.constantFrom(...parts), { maxLength: 14 }).map((some) => some.join(''));

/** The same message as the next run of a program would write it. */
const others = (text: string, seed: number): string => {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state >>> 16;
  };
  return text
    .replace(/\d/g, () => String(next() % 10))
    .replace(/(?<=0x\w*)[0-9a-f]/g, () => (next() % 16).toString(16))
    .replace(/[0-9a-f](?=[0-9a-f-]{12,36}(?![\w-]))/g, () => (next() % 16).toString(16));
};

it('finds in a message what it finds in another one of that shape', () => {
  const remembered = rememberShapes(placesIn);
  fc.assert(
    fc.property(messages, fc.nat(), (text, seed) => {
      for (const one of [text, others(text, seed), others(text, seed + 1), `>${text}`]) {
        expect(remembered(one, 0, one.length)).toEqual(placesIn(one));
        const from = Math.min(3, one.length);
        expect(remembered(one, from, one.length)).toEqual(placesIn(one.slice(from)));
      }
    }),
    { numRuns: 3000 },
  );
});

it('finds the same in what the fixtures hold, with other numbers as well', () => {
  const folder = join(import.meta.dirname, '../../fixtures');
  const remembered = rememberShapes(placesIn);
  const lines = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.log'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, 40));
  const samples = knowledge.formats.flatMap(({ samples }) => samples.map(({ text }) => text));
  for (const [seed, line] of [...samples, ...lines].entries())
    for (const text of [line, others(line, seed), others(line, seed + 1)].map((one) => one.slice(0, 2000)))
      expect(remembered(text, 0, text.length)).toEqual(placesIn(text));
});

it('reads under one key what it reads when it reads everything', () => {
  fc.assert(
    fc.property(messages, fc.nat(3), (text, from) => {
      const fields = new Map();
      readMessage(text, from, 2, fields);
      const message = new Message(text, from, 2);
      for (const key of new Set([...fields.keys(), 'code', 'host', 'number', 'error'])) {
        expect(new Message(text, from, 2).under(key)).toEqual(fields.get(key) ?? []);
        expect(message.under(key)).toEqual(fields.get(key) ?? []);
      }
    }),
    { numRuns: 2000 },
  );
});

it('reads values from the message itself', () => {
  const read = (text: string): Record<string, unknown> => {
    const fields = new Map();
    readMessage(text, 0, 0, fields);
    return Object.fromEntries([...fields].map(([key, values]) => [key, values[0].value]));
  };
  expect(read('v7 result: 5003, at 192.0.2.10')).toMatchObject({ result: 5003, code: '5003', address: '192.0.2.10' });
  expect(read('v7 result: 5999, at 192.0.2.71')).toMatchObject({ result: 5999, address: '192.0.2.71' });
  expect(read('v7 result: 5999, at 192.0.2.71')).not.toHaveProperty('code');
  expect(read('key1: 12')).toMatchObject({ key1: 12 });
  expect(read('key2: 34')).toEqual({ key2: 34 });
});

it('parses one message of a shape, and keeps few', () => {
  let parsed = 0;
  const remembered = rememberShapes((text) => {
    parsed++;
    return text.length;
  });
  for (let n = 1000; n < 1100; n++) {
    const text = `connect failed, errno = ${n}, this = 0x${(n * 7919).toString(16).padStart(8, '0')}, req ${n}a2b-4f89-11d3-9a0c-0305e82c${n}`;
    expect(remembered(text, 0, text.length)).toBe(text.length);
  }
  expect(parsed).toBe(1);
  for (let n = 0; n < 9000; n++) remembered('x'.repeat(n % 3000), 0, n % 3000);
  expect(parsed).toBeGreaterThan(3000);
});

it('keeps a shape that comes again and again, however many come between', () => {
  const parsed: string[] = [];
  const remembered = rememberShapes((text) => parsed.push(text));
  const often = 'connect failed, errno = 61';
  for (let n = 0; n < 20_000; n++) {
    if (n % 1000 === 0) remembered(often, 0, often.length);
    const once = `never ${n.toString(26).replace(/\d/g, (digit) => String.fromCharCode(113 + Number(digit)))}`;
    remembered(once, 0, once.length);
  }
  expect(parsed.filter((text) => text === often)).toHaveLength(1);
});
