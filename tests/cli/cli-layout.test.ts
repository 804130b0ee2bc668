/** What the faces draw with: widths, escaping, cutting and folding of text. */
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { printable, prose } from '../../packages/cli/src/terminal/escape.ts';
import { cutEnd, cutStart, flow, table, wrap } from '../../packages/cli/src/terminal/layout.ts';
import { charactersOf, widthOf } from '../../packages/cli/src/terminal/width.ts';
import { runsOf } from '../helpers/runs.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme-composite' }),
  fc
    .array(fc.constantFrom('a', ' ', '字', '한', '한', '👩‍👩‍👧', '🇩🇪', '❤️', '⌚︎', '1️⃣', 'e\u0301', 'नि', 'ｶﾞ', '👍🏽'))
    .map((parts) => parts.join('')),
);

describe('width', () => {
  test('agrees with string-width on each character of the first plane', () => {
    const characters = Array.from({ length: 0xd800 }, (_, code) => printable(String.fromCharCode(code), true));
    const differ = characters.filter((character) => widthOf(character) !== stringWidth(character));
    expect(differ).toEqual([]);
    const plain = characters.filter((_, code) => code < 0x2600).join('');
    expect(charactersOf(plain)).toEqual(Array.from(new Intl.Segmenter().segment(plain), ({ segment }) => segment));
  });

  test('agrees with string-width on all printable text', () => {
    const property = fc.property(anyText, (text) => {
      const shown = printable(text, true);
      expect(widthOf(shown)).toBe(stringWidth(shown));
    });
    fc.assert(property, runsOf(5000));
  });
});

describe('escaping', () => {
  test.each([
    ['\u001b[31mred', '\\x1b[31mred'],
    ['a\tb\r\n', 'a b\\x0d\\x0a'],
    ['\u009b2J', '\\x9b2J'],
    ['\u202eexe.gpj\u2066', '\\u{202e}exe.gpj\\u{2066}'],
    ['zero\u200bwidth\ufeff', 'zero\\u{200b}width\\u{feff}'],
    ['half\ud83d', 'half\\u{d83d}'],
    ['tag\u{e0041}', 'tag\\u{e0041}'],
    ['C:\\Users\\user', 'C:\\Users\\user'],
    ['नि 👩‍👩‍👧 ❤️ می‌خواهم', 'नि 👩‍👩‍👧 ❤️ می‌خواهم'],
  ])('%j', (text, shown) => {
    expect(printable(text, true)).toBe(shown);
  });

  test('ASCII for a terminal that takes no more', () => {
    expect(printable('Käse – 日本', false)).toBe('K\\xe4se \\u{2013} \\u{65e5}\\u{672c}');
    expect(prose('“Zoom” → Café… – it’s 2 × 3', false)).toBe('"Zoom" -> Caf\\xe9... - it\'s 2 x 3');
    fc.assert(fc.property(anyText, (text) => /^[\x20-\x7e]*$/.test(printable(text, false))));
  });
});

describe('cutting and folding', () => {
  test.each([
    ['abcdef', 6, 'abcdef', 'abcdef'],
    ['abcdef', 4, 'abc…', '…def'],
    ['日本語です', 6, '日本…', '…です'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…', '…e\u0301'],
    ['abc', 0, '', ''],
  ])('%s in %d columns', (text, width, end, start) => {
    expect(cutEnd(text, width, '…')).toBe(end);
    expect(cutStart(text, width, '…')).toBe(start);
  });

  test('wrapped lines fit and lose nothing but blanks', () => {
    const property = fc.property(anyText, fc.integer({ min: 2, max: 30 }), (text, width) => {
      const shown = printable(text, true);
      const lines = wrap(shown, width);
      expect(lines.join('').replaceAll(' ', '')).toBe(shown.replaceAll(' ', ''));
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(Math.max(width, widestCharacter(line)));
    });
    fc.assert(property, runsOf(500));
  });

  /** Some clusters are wider than two columns and cannot be broken. */
  const widestCharacter = (line: string) =>
    Math.max(0, ...Array.from(new Intl.Segmenter().segment(line), ({ segment }) => widthOf(segment)));

  test('a table aligns its columns and wraps the last', () => {
    const rows = [
      ['a', '日本', 'one two three'],
      ['long', 'b', 'four'],
    ];
    expect(table(rows, 20)).toEqual(['a     日本  one two', '            three', 'long  b     four']);
    expect(table(rows, Number.POSITIVE_INFINITY)).toEqual(['a     日本  one two three', 'long  b     four']);
  });

  test('cells flow over lines', () => {
    expect(flow(['aaa', 'bbb', 'ccc'], ' - ', 9)).toEqual(['aaa - bbb', 'ccc']);
    expect(flow(['aaaa bbbb', 'c'], ' - ', 5)).toEqual(['aaaa', 'bbbb', 'c']);
  });
});
