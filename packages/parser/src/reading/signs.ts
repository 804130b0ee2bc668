/** Where in a document a format gives itself away, that one of its blocks can be looked for there. */
import type { Format } from '../define.ts';
import { signsIn } from './search/sign-search.ts';
import { hasLineSign } from './sniff.ts';

/** UTF-16 units of a line in which a sign is looked for. */
const longestLook = 1000;

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
  const signs = signsIn(text, formats);
  for (const format of formats) {
    // Marks that count only under a name give nothing away.
    const { marks = [], atLeast = 1 } = format.recognise;
    let at = 0;
    for (const [index, sign] of signs.placesOf(format, marks.length >= atLeast ? signs.marksOf(format) : [])) {
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
