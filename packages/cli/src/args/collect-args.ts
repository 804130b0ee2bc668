/** The options of `collect`. */
import type { Command } from 'commander';
import type { ColorChoice } from '../terminal/style.ts';
import { colors, formats, oneOf } from './values.ts';

export interface CollectArguments {
  /** The zip; null: a new one in the current folder. */
  readonly output: string | null;
  /** Other machines may be asked. */
  readonly network: boolean;
  /** Only says what would be read. */
  readonly dryRun: boolean;
  readonly format: 'text' | 'json';
  readonly color: ColorChoice;
}

export interface CollectAsked {
  readonly command: 'collect';
  readonly options: CollectArguments;
}

const collectNotes = `
Copies the Zoom folders on this machine and what the commands of \`list commands\` print into one zip, with a manifest
(collection.json) of what was asked and how each question ended. It changes nothing, and without --network it asks no
other machine. The zip is not masked: it holds names and addresses.

Exit status:
  0    the zip was written
  2    a bad option, or the zip cannot be written
  3    the zip was written, but something could not be read: a question was refused, failed or took too long, or a file
       was left out. A program that is not installed, or a folder that is not there, does not count
  130  interrupted; nothing was written

Examples:
  zoomlog collect                      as the user whose Zoom fails
  zoomlog collect --network            also whether Zoom's servers, name servers and time servers answer
  zoomlog collect --dry-run            what would be read
  zoomlog scan zoomlog-PC01-20260306T081431Z.zip`;

type Given = Pick<CollectArguments, 'format' | 'color'> & Partial<Omit<CollectArguments, 'format' | 'color'>>;

export function addCollect(program: Command, ask: (asked: CollectAsked) => void): void {
  program
    .command('collect')
    .description('gather the Zoom logs on this machine and the evidence around them into one zip, read-only')
    .option('--output <file>', 'the zip, a new file; default: zoomlog-HOST-TIME.zip in the current folder')
    .option('--network', 'also ask other machines: Zoom, the name server, a time server')
    .option('--dry-run', 'only print what would be read; run nothing, write nothing')
    .option('--format <format>', 'text or json', oneOf('--format', formats), 'text')
    .option('--color <when>', 'auto, always or never', oneOf('--color', colors), 'auto')
    .addHelpText('after', collectNotes)
    .action(({ output = null, network = false, dryRun = false, ...options }: Given) => {
      ask({ command: 'collect', options: { ...options, output, network, dryRun } });
    });
}
