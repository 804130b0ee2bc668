/** The options of `scan`. */
import type { Bound, Confidence, FailureClass, Os, Severity } from '@zoomlog/parser';
import type { Command } from 'commander';
import type { ColorChoice } from '../terminal/style.ts';
import { addJudging } from './judging-args.ts';
import { UsageError } from './usage-error.ts';
import {
  oneOf,
  parseDuration,
  parseJobs,
  parseLabel,
  parseSize,
  parseTime,
  type ReportFormat,
  reportFormats,
} from './values.ts';

export interface ScanArguments {
  readonly format: ReportFormat;
  /** File to write the report to; null: standard output. */
  readonly output: string | null;
  readonly classes: readonly FailureClass[] | null;
  readonly since: Bound | null;
  readonly until: Bound | null;
  /** The moment to look at; null: all of the evidence. */
  readonly at: Bound | null;
  /** Milliseconds before and after that moment. */
  readonly around: number;
  /** Several archives or collections are one case. */
  readonly together: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly timezone: string | null;
  readonly os: Os | null;
  readonly minConfidence: Confidence;
  readonly failOn: Severity | 'never';
  readonly redact: boolean;
  readonly redactPaths: boolean;
  /** Bytes. */
  readonly maxSize: number | null;
  readonly hash: boolean;
  /** Threads that read; null: as many as the machine has processors, up to 4. */
  readonly jobs: number | null;
  /** Reads what links lead to out of the named paths. */
  readonly followLinks: boolean;
  /** Judges log lines that a document quotes like those of a log file. */
  readonly asLog: boolean;
  readonly quiet: boolean;
  readonly color: ColorChoice;
}

export interface ScanAsked {
  readonly command: 'scan';
  readonly paths: readonly string[];
  readonly options: ScanArguments;
}

const scanNotes = `
Exit status:
  0  no diagnosis at or above --fail-on
  1  a diagnosis at or above --fail-on
  2  bad option, no such path, or no source could be read
  3  evidence is missing: a source is encrypted, unreadable or incomplete, none shows whether Zoom works, or none
     covers the time of --since, --until or --at

Links: a path may itself be a link. Below it, a link that leads out is named and not followed; for a pattern such as
logs/*.log, that is one that leads out of logs/. --follow-links reads them, with a note on each source.
--output may name a new file in a folder that is read, but no file that is there already.

Examples:
  zoomlog scan                              the Zoom folders on this machine
  zoomlog scan bundle.zip --since 2h        an archive, its last two hours
  zoomlog scan bundle.zip --at 2026-03-06T09:14      what held and happened then
  zoomlog scan pc1.zip pc2.zip              two cases, judged apart
  zoomlog scan logs/ --class firewall,proxy --format json
  journalctl -k -o json | zoomlog scan -`;

export function addScan(program: Command, ask: (asked: ScanAsked) => void): void {
  const command = program
    .command('scan')
    .description('find out what broke, from log files, folders, globs or archives')
    .argument('[path...]', 'what to read; - is standard input; default: the Zoom folders on this machine')
    .option(
      '--format <format>',
      `shape of the report: ${reportFormats.join(', ')}`,
      oneOf('--format', reportFormats),
      'text',
    )
    .option('--output <file>', 'write the report to a file; never over a file that is read')
    .option(
      '--since <time>',
      'only what was seen at or after this time: 2026-03-06, 2026-03-06T09:14, or 2h for the last two hours of the evidence',
      parseTime('--since'),
    )
    .option('--until <time>', 'only what was seen at or before this time', parseTime('--until'))
    .option('--at <time>', 'judge this moment: only what held or was seen then counts', parseTime('--at'))
    .option(
      '--around <duration>',
      'with --at: how long before and after it to look (default: 10m)',
      parseDuration('--around'),
    )
    .option('--together', 'judge several archives or collections as one case')
    .option('--label <name=value>', 'add a label, such as case=4711, to the report', parseLabel)
    .option('--max-size <size>', 'read at most this much of each file: 500MB', parseSize)
    .option('--follow-links', 'also read what links lead to outside of the given paths')
    .option('--as-log', 'judge log lines quoted in a ticket or an e-mail as if they were the log file')
    .option('--hash', 'add the SHA-256 of each source and archive, as stored')
    .option('--jobs <number>', 'threads that read (default: one a processor, at most 4)', parseJobs)
    .option('--quiet', 'print no report, only error messages')
    .addHelpText('after', scanNotes);
  addJudging(command).action((paths: string[], given: Given) => {
    const { class: classes, label: labels = {}, ...options } = given;
    checkTimes(given);
    ask({ command: 'scan', paths, options: { ...unset, ...options, classes: classes ?? null, labels } });
  });
}

/** What commander passes on: an option without a value and without a default is absent. */
type Given = Pick<ScanArguments, 'format' | 'minConfidence' | 'failOn' | 'redact' | 'color'> &
  Partial<Omit<ScanArguments, 'classes' | 'labels'>> & {
    readonly class?: readonly FailureClass[];
    readonly label?: Readonly<Record<string, string>>;
  };

const unset = {
  output: null,
  since: null,
  until: null,
  at: null,
  around: 10 * 60_000,
  together: false,
  timezone: null,
  os: null,
  maxSize: null,
  jobs: null,
  hash: false,
  followLinks: false,
  asLog: false,
  redactPaths: false,
  quiet: false,
};

function checkTimes({ since, until, at, around }: Given): void {
  if (at && (since || until))
    throw new UsageError(
      '--at cannot be combined with --since or --until',
      '--around 2h sets how far around it to look',
    );
  if (around !== undefined && !at) throw new UsageError('--around only applies to a moment', 'add --at TIME');
  const isLate =
    typeof since === 'object' && typeof until === 'object' && since !== null && until !== null && since.ago < until.ago;
  if (isLate) throw new UsageError('--since is later than --until', 'swap them');
  const isZoned = (time: string) => /(?:Z|[+-]\d\d:\d\d)$/.test(time);
  if (typeof since !== 'string' || typeof until !== 'string' || isZoned(since) !== isZoned(until)) return;
  if (Date.parse(since) > Date.parse(until))
    throw new UsageError(`--since ${since} is later than --until ${until}`, 'swap them');
}
