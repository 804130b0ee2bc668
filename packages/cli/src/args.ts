import type { Confidence, FailureClass, Os, Severity } from '@zoomlog/parser';
import { Command, CommanderError } from 'commander';
import type { ColorChoice } from './style.ts';
import { UsageError } from './usage-error.ts';
import { oneOf, parseClasses, parseSize, parseTime, parseTimezone } from './values.ts';

export interface ScanArguments {
  readonly format: 'text' | 'json';
  /** File that takes the report; null: standard output. */
  readonly output: string | null;
  readonly classes: readonly FailureClass[] | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly timezone: string | null;
  readonly os: Os | null;
  readonly minConfidence: Confidence;
  readonly failOn: Severity | 'never';
  readonly redact: boolean;
  /** Bytes. */
  readonly maxSize: number | null;
  readonly hash: boolean;
  readonly quiet: boolean;
  readonly color: ColorChoice;
}

export const topics = ['failures', 'codes', 'formats', 'paths', 'commands'] as const;
export type Topic = (typeof topics)[number];

export interface KnowledgeArguments {
  readonly format: 'text' | 'json';
  readonly os: Os | null;
  readonly color: ColorChoice;
}

const commands = ['scan', 'explain', 'list'] as const;

/** What the command line asks for. */
export type Invocation =
  | { readonly command: 'scan'; readonly paths: readonly string[]; readonly options: ScanArguments }
  | { readonly command: 'explain'; readonly query: string; readonly options: KnowledgeArguments }
  | { readonly command: 'list'; readonly topic: Topic; readonly options: KnowledgeArguments }
  /** Help or the version; `isAnswer` is false when nothing was asked, and the text belongs on standard error. */
  | { readonly command: 'print'; readonly text: string; readonly isAnswer: boolean };

export interface Surroundings {
  readonly now: Date;
  /** Columns for help texts. */
  readonly width: number;
  readonly version: string;
}

/** What `argv`, the words after the program's name, asks for. Throws UsageError. */
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
    if (printed.length === 0) throw toUsageError(error, argv);
    return { command: 'print', text: printed.join(''), isAnswer: error.exitCode === 0 };
  }
  return asked[0]!;
}

type Ask = (invocation: Invocation) => void;

function buildProgram({ now, width, version }: Surroundings, ask: Ask, print: (text: string) => void): Command {
  const program = new Command('zoomlog')
    .description(
      'Says what broke a Zoom client, on which log line, and what to do about it. Changes and sends nothing.',
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
  addScan(program, now, ask);
  addExplain(program, ask);
  addList(program, ask);
  return program;
}

const formats = ['text', 'json'] as const;
const systems = ['windows', 'macos', 'linux'] as const satisfies readonly Os[];
const confidences = ['low', 'medium', 'high'] as const satisfies readonly Confidence[];
const failOn = ['error', 'warning', 'info', 'never'] as const satisfies readonly (Severity | 'never')[];
const colors = ['auto', 'always', 'never'] as const satisfies readonly ColorChoice[];

const scanNotes = `
Exit status:
  0  nothing at or above --fail-on
  1  a diagnosis at or above --fail-on
  2  a bad option, no such path, or nothing readable
  3  evidence is missing: something is encrypted, unreadable, cut, or of no known format

Examples:
  zoomlog scan                              the Zoom folders of this machine
  zoomlog scan bundle.zip --since 2h        an archive, the last two hours
  zoomlog scan logs/ --class firewall,proxy --format json
  journalctl -k -o json | zoomlog scan -`;

function addScan(program: Command, now: Date, ask: Ask): void {
  program
    .command('scan')
    .description('say what broke, from log files, folders, globs or archives')
    .argument('[path...]', 'what to read; - is standard input; none: the Zoom folders of this machine')
    .option('--format <format>', 'text or json', oneOf('--format', formats), 'text')
    .option('--output <file>', 'write the report to a file')
    .option('--class <classes>', 'only diagnoses of these classes: proxy,firewall', parseClasses)
    .option('--since <time>', 'only what was seen later: 2026-03-06, 2026-03-06T09:14, 2h', parseTime('--since', now))
    .option('--until <time>', 'only what was seen earlier', parseTime('--until', now))
    .option('--timezone <zone>', "zone of the log's local times: Europe/Berlin, +01:00", parseTimezone)
    .option('--os <system>', 'the system the logs come from: windows, macos or linux', oneOf('--os', systems))
    .option('--min-confidence <level>', 'low, medium or high', oneOf('--min-confidence', confidences), 'low')
    .option('--fail-on <severity>', 'error, warning, info or never', oneOf('--fail-on', failOn), 'error')
    .option('--no-redact', 'leave secrets and names in the log lines unmasked')
    .option('--max-size <size>', 'read no more of each file: 500MB', parseSize)
    .option('--hash', 'add the SHA-256 of each source')
    .option('--quiet', 'print errors only')
    .option('--color <when>', 'auto, always or never', oneOf('--color', colors), 'auto')
    .addHelpText('after', scanNotes)
    .action((paths: string[], given: Given) => {
      const { class: classes, ...options } = given;
      checkOrder(given);
      ask({ command: 'scan', paths, options: { ...unset, ...options, classes: classes ?? null } });
    });
}

/** What commander hands over: an option that was not given and has no default is absent. */
type Given = Pick<ScanArguments, 'format' | 'minConfidence' | 'failOn' | 'redact' | 'color'> &
  Partial<Omit<ScanArguments, 'classes'>> & { readonly class?: readonly FailureClass[] };

const unset = {
  output: null,
  since: null,
  until: null,
  timezone: null,
  os: null,
  maxSize: null,
  hash: false,
  quiet: false,
};

function checkOrder({ since, until }: Given): void {
  const isZoned = (time: string) => /(?:Z|[+-]\d\d:\d\d)$/.test(time);
  if (!since || !until || isZoned(since) !== isZoned(until) || Date.parse(since) <= Date.parse(until)) return;
  throw new UsageError(`--since ${since} is later than --until ${until}`, 'swap them');
}

function addExplain(program: Command, ask: Ask): void {
  const explain = program
    .command('explain')
    .description('say what a code or a failure means, its causes, and how to fix it')
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
    .addHelpText('after', '\nlist commands prints read-only commands that collect evidence, as one script.');
  withKnowledgeOptions(list).action((topic: Topic, { os, ...options }: GivenToKnowledge) => {
    ask({ command: 'list', topic, options: { ...options, os: os ?? null } });
  });
}

type GivenToKnowledge = Omit<KnowledgeArguments, 'os'> & { readonly os?: Os };

const withKnowledgeOptions = (command: Command): Command =>
  command
    .option('--os <system>', "windows, macos or linux instead of this machine's", oneOf('--os', systems))
    .option('--format <format>', 'text or json', oneOf('--format', formats), 'text')
    .option('--color <when>', 'auto, always or never', oneOf('--color', colors), 'auto');

/** Commander's own words on one line, with the way out. */
function toUsageError({ message, code }: CommanderError, [first = '']: readonly string[]): UsageError {
  const text = message
    .replace(/^error: /, '')
    .replace('\n(Did', ' (did')
    .replace(/\.$/, '');
  if (code === 'commander.unknownCommand' && /[\\/.*]/.test(first)) {
    return new UsageError(text, `to read logs: zoomlog scan ${first}`);
  }
  const isCommand = commands.some((command) => command === first);
  return new UsageError(text, `see 'zoomlog ${isCommand ? `${first} ` : ''}--help'`);
}
