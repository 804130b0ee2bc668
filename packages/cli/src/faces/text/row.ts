import { formatCount } from '@zoomlog/parser/telling/labels';
import { printable, printablePath } from '../../terminal/escape.ts';
import { cutStart, padTo, wrap } from '../../terminal/layout.ts';
import { glyphsOf, painterOf, type Style } from '../../terminal/style.ts';
import { widthOf } from '../../terminal/width.ts';

/** Prose wider than this is hard to read, however wide the terminal. */
const widestProse = 100;
const pathsShown = 3;

/** Columns before the text of a row of a diagnosis, `  why   `: as many as before a log line. */
export const rowIndent = 8;
/** Columns before the text of a row at the end of a report: the longest label is `not enough evidence`. */
export const endingIndent = 23;

export const proseWidth = (style: Style): number => Math.min(style.width, widestProse);

/** Printable text, wrapped, after a label indented by two columns; the text is indented by `indent` columns. */
export function drawRow(label: string, text: string, indent: number, style: Style): readonly string[] {
  return labelled(label, wrap(text, proseWidth(style) - indent), indent, style);
}

/** Addresses, a line each, never wrapped: one that is broken cannot be opened. */
export const drawAddresses = (label: string, addresses: readonly string[], indent: number, style: Style) =>
  labelled(
    label,
    addresses.map((address) => printable(address, style.unicode)),
    indent,
    style,
  );

export interface NotedPath {
  readonly path: string;
  readonly note: string | null;
}

/** Paths, a line each and the first few only, shortened from the left; notes follow where there is room, else below. */
export function drawPaths(label: string, paths: readonly NotedPath[], indent: number, style: Style): readonly string[] {
  const room = style.width - indent;
  const lines = paths.slice(0, pathsShown).flatMap(({ path, note }) => {
    const place = cutStart(printablePath(path, style.platform, style.unicode), room, glyphsOf(style).ellipsis);
    if (note === null) return [place];
    const remark = printable(note, style.unicode);
    if (widthOf(place) + 2 + widthOf(remark) <= room) return [`${place}: ${remark}`];
    return [place, ...wrap(remark, proseWidth(style) - indent - 2).map((line) => `  ${line}`)];
  });
  const others = paths.length - pathsShown;
  return labelled(label, others > 0 ? [...lines, `+${formatCount(others)} more`] : lines, indent, style);
}

function labelled(label: string, lines: readonly string[], indent: number, style: Style): readonly string[] {
  const gap = padTo(label, indent - 2).slice(label.length);
  return lines.map((line, at) =>
    at === 0 ? `  ${painterOf(style)('bold', label)}${gap}${line}` : ' '.repeat(indent) + line,
  );
}
