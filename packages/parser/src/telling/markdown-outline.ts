/** An outline's blocks in Markdown: for pages of the editor and for those that are generated. */
import type { Fix } from '../define.ts';
import type { Os } from '../model.ts';
import { cautionsOf, osNames } from './labels.ts';
import { markdownBlock, markdownCode } from './markdown.ts';
import type { Block, Item } from './outline.ts';

export interface MarkdownStyle {
  /** Text as it is to be read: escaped. */
  text(text: string): string;
  /** An id, a class, a code or a cause: as code, or as a link to its page. */
  name(name: string): string;
  /** The system of the reader; null when it is unknown: each step then names its own. */
  readonly os: Os | null;
}

/** Empty when there is nothing to say. */
export function drawMarkdownBlock(block: Block, style: MarkdownStyle): string {
  switch (block.kind) {
    case 'heading':
      return `## ${style.text(block.text)}`;
    case 'sentence':
      return `**${block.label.long}:** ${style.text(block.text)}`;
    case 'list':
      return section(block.label.long, block.items.map((item) => `- ${drawItem(item, style)}`).join('\n'));
    case 'names':
      return block.names.length === 0 ? '' : `**${block.label.long}:** ${block.names.map(style.name).join(', ')}`;
    case 'commands':
      return section(
        block.label?.long ?? '',
        block.commands
          .map(
            ({ what, collect, os }) =>
              `To check (${osNames[os]}): ${style.text(what)}\n\n${markdownBlock(collect, 'sh')}`,
          )
          .join('\n\n'),
      );
    case 'steps':
      return section(block.label?.long ?? '', drawMarkdownSteps(block.steps, style, block.others));
    case 'addresses':
      return section(block.label.long, block.addresses.map((address, at) => `${at + 1}. <${address}>`).join('\n'));
  }
}

const section = (heading: string, body: string): string =>
  body === '' || heading === '' ? body : `## ${heading}\n\n${body}`;

function drawItem({ term, text, names }: Item, style: MarkdownStyle): string {
  const said = [...(term === null ? [] : [style.name(term)]), ...(text === '' ? [] : [style.text(text)])].join(': ');
  return names.length === 0 ? said : `${said}: ${names.map(style.name).join(', ')}.`;
}

/** A numbered list. `others`: how many steps are left out. */
export const drawMarkdownSteps = (
  steps: readonly Omit<Fix, 'class' | 'kind' | 'harm'>[],
  style: MarkdownStyle,
  others = 0,
): string =>
  [...steps.map((step, at) => drawStep(step, at, style)), ...(others > 0 ? [`*${others} more*`] : [])].join('\n\n');

function drawStep(step: Omit<Fix, 'class' | 'kind' | 'harm'>, at: number, { text, os }: MarkdownStyle): string {
  const number = `${at + 1}. `;
  const systems =
    step.os.length === Object.keys(osNames).length ? 'all systems' : step.os.map((one) => osNames[one]).join(', ');
  const marks = [...(os === null ? [systems] : []), ...cautionsOf(step)];
  const parts = [
    `${text(step.title)}\n*${marks.join(' · ')}*`,
    ...(step.command === null ? [] : [markdownBlock(step.command, 'sh')]),
    ...(step.undo === null ? [] : [`To undo: ${isCommand(step.undo) ? markdownCode(step.undo) : text(step.undo)}`]),
    `Source: ${text(step.source)}`,
  ];
  // What belongs to a step is indented as far as its text.
  return number + parts.join('\n\n').replace(/\n(?=.)/g, `\n${' '.repeat(number.length)}`);
}

/** An undo is a command or a sentence; sentences begin with a capital, and cmdlets with `Verb-Noun`. */
export const isCommand = (undo: string): boolean => /^(?:[a-z]|[A-Z]\w*-[A-Z])/.test(undo);
