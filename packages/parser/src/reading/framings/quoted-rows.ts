/** Lines, or rows of a table whose cells may hold line feeds between quotes: the first line tells, which has no values. */
import type { Cutter } from '../../define.ts';
import type { Piece } from '../../model.ts';
import { cutLinesInto } from './lines.ts';

/** A quote that never ends does not swallow the file. */
const mostLines = 400;
const longestRow = 1 << 18;

export function cutRows(emit: (piece: Piece) => void): Cutter {
  let row: string[] = [];
  let first = 0;
  let size = 0;
  let isOpen = false;
  let isTable: boolean | null = null;
  const flush = (): void => {
    if (row.length > 0) emit({ line: first, text: row.join('\n') });
    row = [];
    size = 0;
    isOpen = false;
  };
  return cutLinesInto(({ line, text }) => {
    isTable ??= !/[{:<]/.test(text);
    if (!isTable) return emit({ line, text });
    if (row.length === 0) first = line;
    row.push(text);
    size += text.length;
    for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOpen = !isOpen;
    if (!isOpen || row.length >= mostLines || size >= longestRow) flush();
  }, flush);
}
