/** What only the search in WebAssembly has: windows, a memory that searches share, and an environment without it. */
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readBuffers, windowBytes } from '../../packages/parser/src/reading/search/simd-search.ts';
import { compileLiterals, type LiteralSet } from '../../packages/parser/src/reading/search.ts';
import { runsOf } from '../helpers/runs.ts';

type Found = readonly [number: number, start: number, end: number];

const utf8 = new TextEncoder();

function search(set: LiteralSet, how: 'plainly' | 'swiftly', bytes: Uint8Array, from = 0, to = bytes.length) {
  const lines: Found[] = [];
  const lineFeeds = set[how]()!(bytes, from, to, (...line) => {
    lines.push(line);
  });
  return { lines, lineFeeds };
}

/** Literals of all lengths, of any bytes that UTF-8 can have, up to fifty in a bucket; some are parts of others. */
const literals = fc
  .tuple(
    fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 9 }), { maxLength: 4 }),
    fc.array(fc.string({ unit: fc.constantFrom(...'aAbé\r=0_ '), minLength: 3, maxLength: 24 }), {
      minLength: 1,
      maxLength: 400,
    }),
  )
  .map(([few, many]) => [...few, ...many, many[0]!.slice(0, 3)]);

/** A little more than two windows: a line over and over, and at some places, windows' borders among them, other bytes. */
const texts = fc
  .record({
    lead: fc.nat(40),
    line: fc.uint8Array({ minLength: 1, maxLength: 300 }),
    extra: fc.array(fc.tuple(fc.constantFrom(0, 1, 2), fc.integer({ min: -400, max: 400 }), fc.nat(400)), {
      maxLength: 12,
    }),
  })
  .map(({ lead, line, extra }) => (words: readonly string[]) => {
    const view = new Uint8Array(lead + 2 * windowBytes + 5000).subarray(lead);
    for (let at = 0; at < view.length; at += line.length + 1) {
      view.set(line.subarray(0, view.length - at), at);
      if (at > 0) view[at - 1] = 10;
    }
    for (const [border, by, index] of extra) {
      const word = utf8.encode(words[index % words.length]);
      view.set(word, Math.max(0, border * windowBytes + by));
      view.set(word, view.length - word.length - (index % 5));
    }
    return view;
  });

describe('the search in WebAssembly', () => {
  test('finds what the one in JavaScript finds, over windows and with many literals', () => {
    fc.assert(
      fc.property(literals, texts, fc.nat(3000), fc.nat(3000), fc.boolean(), (words, make, a, b, learns) => {
        const bytes = make(words);
        const set = compileLiterals(words, learns ? bytes.subarray(0, 1 << 16) : undefined);
        const range = [a, bytes.length - b] as const;
        expect(search(set, 'swiftly', bytes, ...range)).toEqual(search(set, 'plainly', bytes, ...range));
      }),
      runsOf(300),
    );
  });

  test('finds lines that are longer than a window, and those around them', () => {
    const long = `${'b'.repeat(windowBytes)}a${'b'.repeat(windowBytes)}`;
    const bytes = utf8.encode(['xa', long, 'a', long.replace('a', 'b'), 'b', 'xa'].join('\n'));
    const set = compileLiterals(['a']);
    const found = search(set, 'swiftly', bytes);
    expect(found).toEqual(search(set, 'plainly', bytes));
    expect(found.lines.map(([number]) => number)).toEqual([0, 1, 2, 5]);
  });

  test('finds every line where each is as short as can be', () => {
    const bytes = utf8.encode('a\n'.repeat(windowBytes));
    const found = search(compileLiterals(['a']), 'swiftly', bytes);
    expect(found.lineFeeds).toBe(windowBytes);
    expect(found.lines.map(([number, start, end]) => [number, start, end])).toEqual(
      Array.from({ length: windowBytes }, (_, number) => [number, 2 * number, 2 * number + 1]),
    );
  });

  test('leaves others to search while it tells what it found', () => {
    const bytes = utf8.encode('a line with one\nanother\n'.repeat(20_000));
    const [outer, inner] = [compileLiterals(['one']), compileLiterals(['another', 'line'])];
    const alone = search(outer, 'swiftly', bytes);
    const lines: Found[] = [];
    outer.swiftly()!(bytes, 0, bytes.length, (...line) => {
      lines.push(line);
      if (line[0] % 1000 === 0) expect(search(inner, 'swiftly', bytes.subarray(0, 48)).lines.length).toBe(4);
    });
    expect(lines).toEqual(alone.lines);
  });

  test('reads what lies in its own memory where it lies', () => {
    const text = utf8.encode('some text\nwith a literal\n'.repeat(9000));
    const set = compileLiterals(['a literal']);
    const buffers = readBuffers(3, text.length);
    expect(new Set(buffers.map(({ buffer }) => buffer)).size).toBe(1);
    for (const buffer of buffers) buffer.set(text);
    for (const buffer of buffers) expect(search(set, 'swiftly', buffer)).toEqual(search(set, 'plainly', text));
  });

  test('hands out other buffers when its memory is full', () => {
    const buffers = readBuffers(40, 1 << 20);
    expect(buffers.map(({ length }) => length)).toEqual(Array.from({ length: 40 }, () => 1 << 20));
    expect(new Set(buffers.map(({ buffer }) => buffer)).size).toBeGreaterThan(20);
  });
});

describe('without WebAssembly', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  test.each([
    ['at all', undefined],
    ['that compiles this', { Memory: Object }],
    ['that gets memory', {}],
  ])('%s, JavaScript searches', async (_, there) => {
    vi.stubGlobal('WebAssembly', there);
    vi.resetModules();
    const { compileLiterals, findLines } = await import('../../packages/parser/src/reading/search.ts');
    const bytes = utf8.encode('some text\nwith a literal\n'.repeat(9000));
    const set = compileLiterals(['a literal']);
    let lines = 0;
    expect(findLines(set, bytes, 0, bytes.length, () => lines++)).toBe(18_000);
    expect([set.swiftly(), lines]).toEqual([null, 9000]);
  });
});
