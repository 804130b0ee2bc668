import type { Fix, Os } from '@zoomlog/parser';
import { cautionsOf, osNames } from '@zoomlog/parser/telling/labels';
import { isCommand } from '@zoomlog/parser/telling/markdown-outline';
import { printable, prose } from '../../terminal/escape.ts';
import { wrap } from '../../terminal/layout.ts';
import { painterOf, type Style } from '../../terminal/style.ts';

/** A fix step of a report or of the knowledge. */
export type Step = Omit<Fix, 'class' | 'kind' | 'harm'>;

/**
 * Fix steps as a numbered list. Titles are wrapped to `width`; commands never are, so that they can be copied.
 * `os` null: the system is unknown, and each step names the ones it is for.
 */
export function drawSteps(steps: readonly Step[], os: Os | null, width: number, style: Style): readonly string[] {
  const paint = painterOf(style);
  return steps.flatMap((step, at) => {
    const number = `${at + 1}. `;
    const indent = ' '.repeat(number.length);
    const room = width - number.length;
    const title = wrap(prose(`${step.title} [${tagsOf(step, os).join(', ')}]`, style.unicode), room);
    const command = step.command?.split('\n').map((line) => printable(line, style.unicode)) ?? [];
    const undo = step.undo === null ? [] : drawUndo(step.undo, room, style);
    return [
      ...title.map((line, row) => (row === 0 ? number : indent) + line),
      ...command.map((line) => indent + paint('green', line)),
      ...undo.map((line) => indent + paint('dim', line)),
    ];
  });
}

function drawUndo(undo: string, room: number, { unicode }: Style): readonly string[] {
  return isCommand(undo) ? [printable(`undo: ${undo}`, unicode)] : wrap(prose(`undo: ${undo}`, unicode), room);
}

/** Where the system is unknown, a step that is not for all systems names its own. */
const tagsOf = (step: Step, os: Os | null): readonly string[] => [
  ...cautionsOf(step),
  ...(os === null && step.os.length < Object.keys(osNames).length
    ? [step.os.map((each) => osNames[each]).join(' and ')]
    : []),
];
