/** Lines of a source by number: the same as splitting the whole text, whatever its encoding and size. */
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesFrom, linesIn, openLines } from '@zoomlog/parser/node';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runsOf } from '../helpers/runs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Text that no encoding loses: no lone halves, no NUL, no mark at its start. */
const line = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => text.replace(/[\r\n\0\ufeff]/g, ' ').toWellFormed());
const texts = fc.tuple(
  fc.array(line, { minLength: 1, maxLength: 30 }),
  fc.constantFrom('\n', '\r\n'),
  fc.integer({ min: 1, max: 200 }),
);
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const encodings: readonly [name: string, encode: (text: string) => Buffer][] = [
  ['utf-8', (text) => Buffer.from(text)],
  ['utf-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['utf-16le', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf-16be', (text) => utf16be(`\ufeff${text}`)],
];

describe.each(encodings)('%s', (_, encode) => {
  test('any window is what splitting gives', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(6000), fc.nat(60), async ([lines, ending, repeats], first, count) => {
        const all = Array.from({ length: repeats }, () => lines).flat();
        const source = linesIn(encode(all.map((one) => one + ending).join('')));
        expect(await source.read(first + 1, first + 1 + count)).toEqual(all.slice(first, first + 1 + count));
      }),
      runsOf(150),
    );
  });

  test('a file is read on as it grows, and its last line needs no end', async () => {
    const path = join(folder, 'growing.log');
    writeFileSync(path, encode('one\ntwo\nthr'));
    const source = await openLines(path);
    try {
      expect(await source.read(2, 9)).toEqual(['two', 'thr']);
      appendFileSync(path, encode('ee\nfour\n').subarray(encode('').length));
      expect(await source.read(3, 9)).toEqual(['three', 'four']);
      expect(await source.read(5, 9)).toEqual([]);
    } finally {
      await source.close();
    }
  });
});

test('a large file: lines on both sides of what is kept, and of a block', async () => {
  const path = join(folder, 'large.log');
  const all = Array.from({ length: 60_000 }, (_, at) => `line ${at + 1} ${'x'.repeat(at % 50)}`);
  writeFileSync(path, all.join('\n'));
  const source = await openLines(path);
  try {
    for (const first of [1, 1024, 1025, 1026, 30_000, 59_990])
      expect(await source.read(first, first + 20)).toEqual(all.slice(first - 1, first + 20));
  } finally {
    await source.close();
  }
});

test('a file that is written anew, shorter or longer, is read anew', async () => {
  const path = join(folder, 'anew.log');
  const lines = (word: string, count: number): string =>
    Array.from({ length: count }, (_, at) => `${word} ${at + 1}\n`).join('');
  writeFileSync(path, lines('old', 5000));
  const source = await openLines(path);
  try {
    expect(await source.read(4000, 4000)).toEqual(['old 4000']);
    writeFileSync(path, lines('newer', 6000));
    expect(await source.read(4000, 4000)).toEqual(['newer 4000']);
    writeFileSync(path, lines('x', 10));
    expect(await source.read(9, 20)).toEqual(['x 9', 'x 10']);
  } finally {
    await source.close();
  }
});

test('UTF-16 that grows by odd bytes', async () => {
  const path = join(folder, 'odd.log');
  const bytes = Buffer.from(Array.from({ length: 4000 }, (_, at) => `line ${at + 1}\n`).join(''), 'utf16le');
  writeFileSync(path, '');
  const source = await openLines(path);
  try {
    for (let at = 0; at < bytes.length; at += 7001) {
      appendFileSync(path, bytes.subarray(at, at + 7001));
      await source.read(5000, 5000);
    }
    expect(await source.read(3210, 3211)).toEqual(['line 3210', 'line 3211']);
  } finally {
    await source.close();
  }
});

test('a very long line costs no more than its length, and is cut', async () => {
  const source = linesIn(Buffer.from(`${'x'.repeat(40_000_000)}\nnext\n`));
  const [long, next] = await source.read(1, 2);
  expect([long!.length, next]).toEqual([1 << 20, 'next']);
});

test('after a survey no line is far away', async () => {
  const lines = Array.from({ length: 1_000_000 }, (_, at) => `line ${at + 1}`);
  const bytes = Buffer.from(lines.join('\n'));
  const source = linesIn(bytes);
  const reads = vi.spyOn(bytes, 'subarray');
  const bytesRead = (): number => reads.mock.results.reduce((sum, { value }) => sum + value.length, 0);
  await source.survey(
    () => true,
    () => null,
  );
  expect(bytesRead()).toBeGreaterThan(bytes.length);
  reads.mockClear();
  expect(await source.read(999_999, 1_000_001)).toEqual(lines.slice(-2));
  expect(bytesRead()).toBeLessThan(bytes.length / 20);
});

test('a survey gives way, and ends when nobody wants it', async () => {
  const bytes = Buffer.from('some line\n'.repeat(2_000_000));
  const source = linesIn(bytes);
  let turns = 0;
  let isRead = false;
  await source.survey(
    () => !isRead,
    async () => {
      turns++;
      if (turns === 1)
        void source.read(1, 1).then(() => {
          isRead = true;
        });
    },
  );
  expect(isRead).toBe(true);
  expect(turns).toBeLessThan(4);
});

test('what can only be read from its start gives the same lines', async () => {
  const bytes = Buffer.from(Array.from({ length: 300 }, (_, at) => `line ${at + 1}`).join('\r\n'));
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 37) yield bytes.subarray(at, at + 37);
  }
  expect(await linesFrom(pieces(), 299, 400)).toEqual(['line 299', 'line 300']);
  expect(await linesFrom(pieces(), 1, 1)).toEqual(['line 1']);
});

test('a file that is not there', async () => {
  await expect(openLines(join(folder, 'nowhere.log'))).rejects.toThrow('ENOENT');
});
