/** The Markdown elements of the generated pages. Every text from a declaration passes through one of them. */

import { markdownBlock, markdownCode, markdownProse } from '../../packages/parser/src/telling/markdown.ts';

export const prose = markdownProse;

export const code = markdownCode;

export const fence = (text: string): string => markdownBlock(text, 'text');

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

/** A heading and its content; empty without content. */
export const section = (heading: string, ...parts: readonly string[]): string => {
  const body = parts.filter((part) => part !== '');
  return body.length > 0 ? [`## ${heading}`, ...body].join('\n\n') : '';
};
