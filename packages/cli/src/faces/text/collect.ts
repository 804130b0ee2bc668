import { printable, prose } from '../../terminal/escape.ts';
import { wrap } from '../../terminal/layout.ts';
import { painterOf, type Style } from '../../terminal/style.ts';
import { proseWidth } from './row.ts';

/** What a read-only command gathers, and the command. Never wrapped, so that it can be copied. */
export function drawCollect(what: string, collect: string, indent: number, style: Style): readonly string[] {
  const margin = ' '.repeat(indent);
  return [
    ...wrap(prose(what, style.unicode), proseWidth(style) - indent).map((line) => margin + line),
    `${margin}  ${painterOf(style)('green', printable(collect, style.unicode))}`,
  ];
}
