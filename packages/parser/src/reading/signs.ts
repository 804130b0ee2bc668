/** Where in a document a format gives itself away, that one of its blocks can be looked for there. */
import type { Format } from '../define.ts';
import { hasLineSign } from './sniff.ts';

/** UTF-16 units of a line in which a sign is looked for. */
const longestLook = 1000;

const signs = new Map<Format, RegExp | null>();

/** What gives a format away, wherever it stands. */
function signOf(format: Format): RegExp | null {
  const known = signs.get(format);
  if (known !== undefined) return known;
  const { starts, marks = [] } = format.recognise;
  const literals = marks.map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const sources = [...(starts ? [starts.source] : []), ...literals];
  const made =
    sources.length === 0 ? null : new RegExp(sources.join('|'), `gm${(starts?.flags ?? '').replace(/[gm]/g, '')}`);
  signs.set(format, made);
  return made;
}

/** The lines at which one of the formats gives itself away, in their order, from 0. Blank lines are left out: they tell nothing. */
export function signLines(lines: readonly string[], formats: readonly Format[]): number[] {
  const written = [...lines.entries()].filter(([, line]) => line.trim() !== '');
  const starts: number[] = [];
  let text = '';
  for (const [, line] of written) {
    starts.push(text.length);
    text += `${line.slice(0, longestLook)}\n`;
  }
  const found = new Set<number>();
  for (const format of formats) {
    let at = 0;
    for (const { index, 0: sign } of text.matchAll(signOf(format) ?? /(?!)/g)) {
      const place = index + Math.max(0, sign.search(/\S/));
      while (at + 1 < starts.length && starts[at + 1]! <= place) at++;
      found.add(written[at]![0]);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The line at which the format gives itself away first, from 0; the first one when none does. */
export function signIn(lines: readonly string[], format: Format): number {
  const [sign = lines.findIndex((line) => hasLineSign(format, line))] = signLines(lines, [format]);
  return Math.max(0, sign);
}
