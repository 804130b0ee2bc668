import { printable } from '../../terminal/escape.ts';
import { cutEnd, cutStart } from '../../terminal/layout.ts';
import { widthOf } from '../../terminal/width.ts';

/** A log line cut around its mark, ready for one line of a terminal. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/**
 * Cuts a log line to `room` columns. The mark, `[start, end)` in UTF-16 units, stays visible; so does the start of the
 * line, which holds the time, when both fit.
 */
export function excerptOf(
  text: string,
  [start, end]: readonly [number, number],
  room: number,
  unicode: boolean,
  ellipsis: string,
): Excerpt {
  const from = Math.min(Math.max(0, start), text.length);
  const to = Math.min(Math.max(from, end), text.length);
  const before = printable(text.slice(0, from), unicode).trimStart();
  const after = printable(text.slice(to), unicode).trimEnd();
  const lead = Math.min(widthOf(before), ellipsis.length);
  const tail = Math.min(widthOf(after), ellipsis.length);
  const marked = cutEnd(printable(text.slice(from, to), unicode), room - lead - tail, ellipsis);
  // An empty mark still takes a caret.
  const spare = room - Math.max(1, widthOf(marked));
  if (widthOf(before) + tail <= spare) {
    return { before, marked, after: cutEnd(after, spare - widthOf(before), ellipsis) };
  }
  // Both sides are too long: the text after the mark (its value, its reason) gets a third, unless it needs less.
  const right = cutEnd(after, Math.max(tail, Math.floor(spare / 3)), ellipsis);
  return { before: cutStart(before, spare - widthOf(right), ellipsis), marked, after: right };
}
