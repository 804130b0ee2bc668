import {
  type Coverage,
  counted,
  formatCount,
  formatRange,
  missingText,
  type Report,
  type Verdict,
  type VerdictState,
  verdictNames,
} from '@zoomlog/parser';
import { printable, prose } from '../../terminal/escape.ts';
import { wrap } from '../../terminal/layout.ts';
import { painterOf, type Style } from '../../terminal/style.ts';
import { drawCollect } from './collect.ts';
import { drawRow, endingIndent, proseWidth } from './row.ts';

const commandsShown = 5;

/** Each machine's ten classes by verdict. One that is resolved or ruled out shows why. */
export function drawVerdicts({ verdicts, machines, coverage }: Report, style: Style): readonly string[] {
  return [...Map.groupBy(verdicts, ({ machine }) => machine)].flatMap(([id, own]) => {
    const machine = machines.length > 1 ? machines.find((one) => one.id === id) : undefined;
    const name = machine?.name == null ? '' : ` (${printable(machine.name, style.unicode)})`;
    const heading = machine ? `Verdicts for machine ${machine.id}${name}` : 'Verdicts';
    const searched = coverage.filter(({ machine }) => machine === id);
    return [
      painterOf(style)('bold', heading),
      ...drawStates(own, style),
      ...drawCoverage(searched, machines.find((one) => one.id === id)?.timezone ?? null, style),
    ];
  });
}

function drawStates(verdicts: readonly Verdict[], style: Style): readonly string[] {
  const row = (label: string, text: string) => drawRow(label, prose(text, style.unicode), endingIndent, style);
  const inState = (state: VerdictState) => verdicts.filter((verdict) => verdict.state === state);
  const listed = (state: VerdictState) => {
    const names = inState(state).map(nameOf);
    return names.length > 0 ? row(verdictNames[state], names.join(', ')) : [];
  };
  const explained = (state: VerdictState) =>
    inState(state).flatMap(({ class: name, because }, at) =>
      row(at === 0 ? verdictNames[state] : '', `${name}: ${because}`),
    );
  return [
    ...listed('confirmed'),
    ...listed('suspected'),
    ...explained('resolved'),
    ...explained('ruled-out'),
    ...listed('not-assessable'),
  ];
}

/** When each class was looked for: nothing found means nothing then. Classes of one time share a row. */
function drawCoverage(coverage: readonly Coverage[], timezone: string | null, style: Style): readonly string[] {
  const row = (label: string, text: string) => drawRow(label, prose(text, style.unicode), endingIndent, style);
  const spans = Map.groupBy(coverage, ({ first, last, timeBasis }) =>
    first === null ? 'undated' : formatRange(first, last ?? first, timeBasis, timezone),
  );
  const gaps = [...new Set(coverage.flatMap((one) => one.gaps))];
  return [
    ...[...spans].flatMap(([span, classes], at) =>
      row(
        at === 0 ? 'searched for' : '',
        `${classes.map((one) => one.class).join(', ')}: ${span}, ${counted(Math.max(...classes.map(({ count }) => count)), 'source')}`,
      ),
    ),
    ...gaps.flatMap((gap, at) => row(at === 0 ? 'gaps' : '', gap)),
  ];
}

const nameOf = ({ class: name, state, cleared }: Verdict): string =>
  state === 'not-assessable' && cleared.length > 0 ? `${name} (ruled out: ${cleared.join(', ')})` : name;

/**
 * How to check the remaining causes: the first command for each class, each command once. Without a system to choose
 * commands for, only where to find them.
 */
export function drawMissing({ verdicts, machines }: Report, style: Style): readonly string[] {
  const systems = new Set(machines.map(({ os }) => os));
  const os = systems.size === 1 ? machines[0]!.os : null;
  const heading = (text: string) => wrap(text, proseWidth(style)).map((line) => painterOf(style)('bold', line));
  const open = verdicts.flatMap(({ class: name, state, missing }) => {
    const isOpen = state === 'suspected' || state === 'not-assessable';
    return isOpen && missing[0] ? [{ name, ...missing[0] }] : [];
  });
  if (open.length === 0) return [];
  if (os === null) return heading('To check the remaining causes: zoomlog list commands --os windows, macos or linux');
  const commands = [...Map.groupBy(open, ({ collect }) => collect)];
  const others = commands.length - commandsShown;
  return [
    ...heading(
      `To check the remaining causes (read-only commands; to list them all: zoomlog list commands --os ${os})`,
    ),
    ...commands
      .slice(0, commandsShown)
      .flatMap(([collect, wanted]) =>
        drawCollect(`${wanted.map(({ name }) => name).join(', ')}: ${missingText(wanted[0]!)}`, collect, 2, style),
      ),
    ...(others > 0 ? [`  +${formatCount(others)} more`] : []),
  ];
}
