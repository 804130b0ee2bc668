/** The Markdown elements of the generated pages. Every text from a declaration passes through one of them. */

import { markdownBlock, markdownCode } from '../../packages/parser/src/telling/markdown.ts';

/** Prose: nothing in it reads as markup. */
export const prose = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/\s*\n\s*/g, ' ');

export const code = markdownCode;

/** A fenced block, indented by `indent` spaces inside a list item. */
export const fence = (text: string, indent = 0): string =>
  markdownBlock(text, 'text').replace(/^(?=.)/gm, ' '.repeat(indent));

/** A table whose cells are Markdown except for their bars. No rows, no table. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The same with aligned columns, as `npm run format` leaves tables in pages that are only partly generated. */
export function alignedTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => cell(row[column]!).length)));
  const pad = (cells: readonly string[]): string[] => cells.map((text, column) => text.padEnd(widths[column]!));
  const rule = widths.map((width) => '-'.repeat(width));
  return [heads, rule, ...rows].map((cells) => `| ${pad(cells.map(cell)).join(' | ')} |`).join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** Parts with an empty line between them; empty parts vanish. */
export const page = (...parts: readonly string[]): string => `${parts.filter((part) => part !== '').join('\n\n')}\n`;

/** A list of those that are given. */
export const bullets = (lines: readonly (string | number | false | undefined)[]): string =>
  lines
    .filter((line) => line)
    .map((line) => `- ${line}`)
    .join('\n');

/** A heading and its content; empty without content. */
export const section = (heading: string, ...parts: readonly string[]): string => {
  const body = parts.filter((part) => part !== '');
  return body.length > 0 ? [`## ${heading}`, ...body].join('\n\n') : '';
};
