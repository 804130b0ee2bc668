import type { Explanation, Os } from '@zoomlog/parser';
import { type Block, type Item, type Outline, outlineOf } from '@zoomlog/parser/telling/outline';
import { prose } from '../../terminal/escape.ts';
import { table, wrap } from '../../terminal/layout.ts';
import { painterOf, type Style } from '../../terminal/style.ts';
import { drawCollect } from './collect.ts';
import { drawAddresses, drawRow, proseWidth, rowIndent } from './row.ts';
import { drawSteps } from './steps.ts';
import { drawTitle } from './title.ts';

type Lines = readonly string[];

/** The page on a code, a failure or a fact. `os` is the system of its commands; null: all. */
export function drawExplanation(explanation: Explanation, os: Os | null, style: Style): string {
  const outline = outlineOf(explanation);
  const drawn = [drawHead(outline, style)];
  // What follows from a title or a heading stands right below it.
  for (const block of outline.blocks) {
    const lines = drawBlock(block, outline.mark === null ? 2 : rowIndent, os, style);
    const begins = block.kind === 'heading' || (block.kind === 'commands' && block.label !== null);
    if (lines.length > 0 && begins) drawn.push(lines);
    else drawn.push([...drawn.pop()!, ...lines]);
  }
  return `${drawn.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const drawHead = ({ title, mark, tags }: Outline, style: Style): Lines =>
  mark === null ? drawHeading(title, style) : drawTitle(mark, title, tags, style);

function drawBlock(block: Block, indent: number, os: Os | null, style: Style): Lines {
  switch (block.kind) {
    case 'heading':
      return drawHeading(block.text, style);
    case 'sentence':
      return drawRow(block.label.short, prose(block.text, style.unicode), indent, style);
    case 'names':
      return block.names.length === 0
        ? []
        : drawRow(block.label.short, prose(block.names.join(', '), style.unicode), indent, style);
    case 'list':
      return block.label.short === ''
        ? table(
            block.items.map(({ term, text }) => [`  ${term}`, prose(text, style.unicode)]),
            proseWidth(style),
          )
        : block.items.flatMap((item, at) =>
            drawRow(at === 0 ? block.label.short : '', prose(sentenceOf(item), style.unicode), indent, style),
          );
    case 'commands':
      return [
        ...(block.label === null || block.commands.length === 0 ? [] : drawHeading(block.label.long, style)),
        ...block.commands.flatMap(({ what, collect }) =>
          drawCollect(block.label === null ? `To check: ${what}` : what, collect, 2, style),
        ),
      ];
    case 'steps': {
      const lines = drawSteps(block.steps, os, proseWidth(style) - indent, style);
      const more = block.others > 0 ? [`+${block.others} more with --format json`] : [];
      return [...lines, ...more].map((line) => ' '.repeat(indent) + line);
    }
    case 'addresses':
      return drawAddresses(block.label.short, block.addresses, indent, style);
  }
}

const sentenceOf = ({ term, text, names }: Item): string => {
  const said = [...(term === null ? [] : [term]), ...(text === '' ? [] : [text])].join(': ');
  return names.length === 0 ? said : `${said}: ${names.join(', ')}.`;
};

const drawHeading = (text: string, style: Style): Lines =>
  wrap(prose(text, style.unicode), proseWidth(style)).map((line) => painterOf(style)('bold', line));
