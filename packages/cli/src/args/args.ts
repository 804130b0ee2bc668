import { type Os, systems } from '@zoomlog/parser/model';
import { Command, CommanderError } from 'commander';
import type { ColorChoice } from '../terminal/style.ts';
import { addCollect, type CollectAsked } from './collect-args.ts';
import { quoted } from './quote.ts';
import { addScan, type ScanAsked } from './scan-args.ts';
import { UsageError } from './usage-error.ts';
import { colors, formats, oneOf } from './values.ts';
import { addWatch, type WatchAsked } from './watch-args.ts';

export const topics = ['failures', 'facts', 'codes', 'formats', 'paths', 'commands'] as const;
export type Topic = (typeof topics)[number];

export interface KnowledgeArguments {
  readonly format: 'text' | 'json';
  readonly os: Os | null;
  readonly color: ColorChoice;
}

const commands = ['scan', 'watch', 'collect', 'explain', 'list'] as const;

/** A parsed command line. */
export type Invocation =
  | ScanAsked
  | WatchAsked
  | CollectAsked
  | { readonly command: 'explain'; readonly query: string; readonly options: KnowledgeArguments }
  | { readonly command: 'list'; readonly topic: Topic; readonly options: KnowledgeArguments }
  /** Help or the version; `isAnswer` is false when no command was given: the text then goes to standard error. */
  | { readonly command: 'print'; readonly text: string; readonly isAnswer: boolean };

export interface Surroundings {
  /** Columns for help texts. */
  readonly width: number;
  readonly version: string;
  readonly platform: NodeJS.Platform;
}

/** Parses `argv`, the arguments after the program name. Throws UsageError. */
export function parseArguments(argv: readonly string[], surroundings: Surroundings): Invocation {
  const asked: Invocation[] = [];
  const printed: string[] = [];
  const program = buildProgram(
    surroundings,
    (invocation) => asked.push(invocation),
    (text) => printed.push(text),
  );
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (printed.length === 0) throw toUsageError(error, argv, surroundings.platform);
    return { command: 'print', text: printed.join(''), isAnswer: error.exitCode === 0 };
  }
  return asked[0]!;
}

type Ask = (invocation: Invocation) => void;

function buildProgram({ width, version }: Surroundings, ask: Ask, print: (text: string) => void): Command {
  const program = new Command('zoomlog')
    .description(
      'Find out what broke a Zoom client, which log lines show it, and what to do about it. Changes nothing, sends nothing.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride()
    .configureOutput({
      writeOut: print,
      writeErr: print,
      outputError: () => {},
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
    });
  addScan(program, ask);
  addWatch(program, ask);
  addCollect(program, ask);
  addExplain(program, ask);
  addList(program, ask);
  return program;
}

function addExplain(program: Command, ask: Ask): void {
  const explain = program
    .command('explain')
    .description('explain what a code, a failure or a fact means, what can cause it, and how to fix it')
    .argument('<query...>', '5003, 0x8889000A, -201, net_error:-201, proxy-auth-required');
  withKnowledgeOptions(explain).action((words: string[], { os, ...options }: GivenToKnowledge) => {
    ask({ command: 'explain', query: words.join(' '), options: { ...options, os: os ?? null } });
  });
}

function addList(program: Command, ask: Ask): void {
  const list = program
    .command('list')
    .description('list what zoomlog knows')
    .argument('<topic>', topics.join(', '), oneOf('list', topics))
    .addHelpText(
      'after',
      '\n`list commands` prints read-only commands that collect evidence, as one script; `collect` runs them.',
    );
  withKnowledgeOptions(list).action((topic: Topic, { os, ...options }: GivenToKnowledge) => {
    ask({ command: 'list', topic, options: { ...options, os: os ?? null } });
  });
}

type GivenToKnowledge = Omit<KnowledgeArguments, 'os'> & { readonly os?: Os };

const withKnowledgeOptions = (command: Command): Command =>
  command
    .option('--os <system>', "windows, macos or linux; default: this machine's", oneOf('--os', systems))
    .option('--format <format>', 'text or json', oneOf('--format', formats), 'text')
    .option('--color <when>', 'auto, always or never', oneOf('--color', colors), 'auto');

/** Commander's error on one line, with a hint at what to do instead. */
function toUsageError(
  { message, code }: CommanderError,
  [first = '']: readonly string[],
  platform: NodeJS.Platform,
): UsageError {
  const text = message
    .replace(/^error: /, '')
    .replace('\n(Did', ' (did')
    .replace(/\.$/, '');
  if (code === 'commander.unknownCommand' && /[\\/.*]/.test(first)) {
    return new UsageError(text, `to read logs: zoomlog scan ${quoted(first, platform)}`);
  }
  const isCommand = commands.some((command) => command === first);
  return new UsageError(text, `see 'zoomlog ${isCommand ? `${first} ` : ''}--help'`);
}
