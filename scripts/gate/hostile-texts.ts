/** Texts that make careless reading slow: repeats of what every reader meets, and of what a format looks for. */
import type { Format } from '../../packages/parser/src/define.ts';

/** A text of this length holds two of the pieces, each repeated in its half: the first bytes of a large file are as many. */
export const hostileSize = 1 << 19;

export type Pieces = readonly [string, string];

export const hostileText = (pieces: Pieces, size: number): string =>
  pieces.map((piece) => piece.repeat(Math.ceil(size / 2 / piece.length))).join('\n');

/** Blank lines, comments, marks, digits, and what opens and does not close. */
const anyPieces = [
  '\n', '\r\n', '\n ', '\t\n', ' \r\n', '\u2028', ' ', '\t', '\u3000', '\ufeff',
  '<', '<!--t-->', '<!--', '<Event><!--t-->', '<Event>', '<a b="', '&#65;', ']]>', '<Event><System>',
  '{', '[', '"', '\\"', '{"a":', '[{"a":1},', '{"a":1}\n', '"a": "', ',',
  '0', '0.', '0:00:00\n', '1/1/2026 ', '-', '--\n', '-----------------------------\n', '=', '== ', '#', '#\n', ';\n', '/', '\\', '%',
  'a', 'a-', 'a.', 'a b ', 'a@', 'a:', 'a: ', 'a: b\n', 'a=b ', 'a : b\n\n', '： ', '    a\n', 'é', '\u202e',
  '>', '> a\n', '$ a\n', 'C:\\>', '```\n', '- a\n', '| a ', 'From: a\n', 'a, b.\n', '(', ')', '\\\\a\\', 'http://', '%40', 'password:',
]; // biome-ignore format: a table

const inPairs = (pieces: readonly string[]): Pieces[] =>
  pieces.flatMap((piece, i): Pieces[] => (i % 2 === 0 ? [[piece, pieces[i + 1] ?? ' ']] : []));

export const anyPairs: readonly Pieces[] = inPairs(anyPieces);

/** Runs of characters that a pattern looks for as they stand. */
const literalsOf = ({ source = '' }: Partial<RegExp> = {}): readonly string[] =>
  source
    .replace(/\(\?(?:[:=!]|<[=!]|<\w{1,40}>)|\[(?:\\[\s\S]|[^\]\\])*\]|\{[\d,]+\}|\\[a-zA-Z]/g, '\0')
    .split(/[\0^$()|*+?.]/)
    .map((literal) => literal.replace(/\\(.)/g, '$1'))
    .filter((literal) => literal.length > 2);

/** Of a long list of words one is as good as another. */
const mostLiterals = 8;

const spread = (items: readonly string[]): readonly string[] =>
  items.filter((_, i) => i % Math.ceil(items.length / mostLiterals) === 0);

/** What a format looks for, and how its own files begin: in one line, and line after line. */
export function ownPairs({ recognise, samples }: Format): readonly Pieces[] {
  const { starts, unless, path, marks = [] } = recognise;
  const looked = [starts, unless, path].flatMap((pattern) => spread(literalsOf(pattern)));
  const begins = samples.slice(0, 3).map(({ text }) => text.trimStart().split('\n')[0]!.slice(0, 80));
  return [...new Set([...spread(marks), ...looked, ...begins])].map((piece): Pieces => [piece, `${piece}\n`]);
}
