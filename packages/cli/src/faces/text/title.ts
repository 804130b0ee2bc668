import type { Severity } from '@zoomlog/parser';
import { prose } from '../../terminal/escape.ts';
import { wrap } from '../../terminal/layout.ts';
import { glyphsOf, painterOf, type Style } from '../../terminal/style.ts';
import { widthOf } from '../../terminal/width.ts';
import { proseWidth } from './row.ts';
import { severityColors } from './severity-colors.ts';

/** `error: what broke` or `fact: what is known`, and what to see at a glance: on the right where there is room, else below. */
export function drawTitle(
  kind: Severity | 'fact',
  title: string,
  facts: readonly string[],
  style: Style,
): readonly string[] {
  const paint = painterOf(style);
  const aside = prose(facts.join(` ${glyphsOf(style).dot} `), style.unicode);
  const [first = '', ...others] = wrap(prose(`${kind}: ${title}`, style.unicode), proseWidth(style));
  const head =
    paint(kind === 'fact' ? 'bold' : [severityColors[kind], 'bold'], `${kind}:`) +
    paint('bold', first.slice(kind.length + 1));
  const gap = proseWidth(style) - widthOf(first) - widthOf(aside);
  if (others.length === 0 && gap >= 2) return [head + ' '.repeat(gap) + paint('dim', aside)];
  const below = wrap(aside, proseWidth(style) - 2).map((line) => `  ${paint('dim', line)}`);
  return [head, ...others.map((line) => paint('bold', line)), ...below];
}
