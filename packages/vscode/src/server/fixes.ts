/** What can be done about a diagnosis, as actions that the editor carries out at the user's request. */
import { cautionsOf, counted, type Diagnosis, type FixStep, type Missing, type Os } from '@zoomlog/parser';
import { type Action, commands } from '../protocol.ts';
import { uriOfPage } from '../source-uri.ts';
import type { Bundle } from './bundle.ts';
import { ticketText } from './pages/ticket.ts';

/** The system that the editor's own terminal runs on. */
const here: Os | null =
  ({ win32: 'windows', darwin: 'macos', linux: 'linux' } as Partial<Record<NodeJS.Platform, Os>>)[process.platform] ??
  null;

const isAddress = (command: string): boolean => /^[a-z][a-z-]*:\/\//.test(command);

/** The fixes of a diagnosis as one text, in the order to try them. */
const stepsText = ({ title, code, remedy, fixes }: Diagnosis): string =>
  [
    `${title}${code ? ` (${code})` : ''}`,
    remedy,
    ...fixes.map(
      (fix, at) =>
        `${at + 1}. ${fix.title} [${cautionsOf(fix).join(', ')}]${fix.command === null ? '' : `\n   ${fix.command}`}`,
    ),
    '',
  ].join('\n');

/** One fix: pasted into a terminal where it is for this system, else copied or opened. */
export function fixAction(fix: FixStep): Action | null {
  const { title, command, os } = fix;
  if (command === null) return null;
  const detail = cautionsOf(fix).join(', ');
  if (isAddress(command))
    return { title: `Open: ${title}`, detail, command: commands.openAddress, arguments: [command] };
  return here !== null && os.includes(here)
    ? { title: `Paste into terminal: ${title}`, detail, command: commands.toTerminal, arguments: [command] }
    : { title: `Copy command: ${title}`, detail, command: commands.copyText, arguments: [command, 'The command'] };
}

export const explainAction = ({ code, failure }: Pick<Diagnosis, 'code' | 'failure'>): Action => ({
  title: `Explain ${code ?? failure}`,
  detail: 'what it means, what can cause it, how to check',
  command: commands.openPage,
  arguments: [uriOfPage(`explain ${code ?? failure}`)],
});

/** Commands whose output would settle what a diagnosis leaves open. */
export function missingFor({ report }: Bundle, { machine, class: name, alternatives }: Diagnosis): readonly Missing[] {
  const classes = new Set([name, ...alternatives.map((other) => other.class)]);
  return report.verdicts
    .filter((verdict) => verdict.machine === machine && classes.has(verdict.class))
    .flatMap(({ missing }) => missing);
}

/** Everything that can be done about a diagnosis, the most likely first. */
export function actionsFor(bundle: Bundle, diagnosis: Diagnosis): Action[] {
  const actions = diagnosis.fixes.flatMap((fix) => fixAction(fix) ?? []);
  return [
    ...actions.slice(0, 3),
    {
      title: 'Copy all fix steps',
      detail: counted(diagnosis.fixes.length, 'step'),
      command: commands.copyText,
      arguments: [stepsText(diagnosis), 'The fix steps'],
    },
    explainAction(diagnosis),
    {
      title: 'Copy a ticket for the network team',
      detail: 'hosts, ports, times',
      command: commands.copyText,
      arguments: [ticketText(bundle, diagnosis), 'The ticket'],
    },
    ...missingFor(bundle, diagnosis)
      .slice(0, 3)
      .map(({ what, collect }) => ({
        title: `Copy the command that collects: ${what}`,
        detail: collect,
        command: commands.copyText,
        arguments: [collect, 'The command'],
      })),
    {
      title: `Mute ${diagnosis.failure} in this workspace`,
      detail: 'zoomlog.severity: off',
      command: commands.mute,
      arguments: [diagnosis.failure],
    },
  ];
}
