/** Text measured and folded by the columns that it takes on a terminal. All of it expects printable text. */
import { charactersOf, widthOf } from './width.ts';

export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** The start of `text` in at most `width` columns, ending in `ellipsis` when something is left out. */
export function cutEnd(text: string, width: number, ellipsis: string): string {
  if (widthOf(text) <= width) return text;
  return headWithin(text, width - ellipsis.length) + ellipsis.slice(0, Math.max(0, width));
}

/** The end of `text` in at most `width` columns, beginning with `ellipsis` when something is left out. */
export function cutStart(text: string, width: number, ellipsis: string): string {
  if (widthOf(text) <= width) return text;
  return ellipsis.slice(0, Math.max(0, width)) + tailWithin(text, width - ellipsis.length);
}

function headWithin(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const character of charactersOf(text)) {
    used += widthOf(character);
    if (used > width) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function tailWithin(text: string, width: number): string {
  let used = 0;
  let start = text.length;
  for (const character of charactersOf(text).toReversed()) {
    used += widthOf(character);
    if (used > width) break;
    start -= character.length;
  }
  return text.slice(start);
}

/** Lines of at most `width` columns, broken at blanks; a word that is longer than a line is broken inside. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    if (line && widthOf(line) + 1 + widthOf(word) <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line) lines.push(line);
    line = word;
    while (widthOf(line) > width) {
      // At least one character a line, or a wide one would never fit into a single column.
      const head = headWithin(line, width) || charactersOf(line)[0]!;
      if (head === line) break;
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return line || lines.length === 0 ? [...lines, line] : lines;
}

/** `text` wrapped behind `label`, which fills the first `indent` columns of the first line only. */
function hang(label: string, text: string, indent: number, width: number): readonly string[] {
  return wrap(text, Math.max(1, width - indent)).map((line, at) => padTo(at === 0 ? label : '', indent) + line);
}

/** Rows under aligned columns, two blanks apart; the last column is wrapped into what is left of `width`. */
export function table(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns - 1 }, (_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  const indent = widths.reduce((sum, each) => sum + each + 2, 0);
  return rows.flatMap((row) => {
    const head = widths.map((each, at) => `${padTo(row[at] ?? '', each)}  `).join('');
    return hang(head, row[columns - 1] ?? '', indent, width).map((line) => line.trimEnd());
  });
}

/** Cells in as many lines of at most `width` columns as they need, `separator` between two on one line. */
export function flow(cells: readonly string[], separator: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const cell of cells) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(line + separator + cell) <= width)
      lines[lines.length - 1] = line + separator + cell;
    else lines.push(...wrap(cell, width));
  }
  return lines;
}
