/** The options of `scan`. */
import type { Confidence, FailureClass, Os, Severity } from '@zoomlog/parser';
import type { Command } from 'commander';
import type { ColorChoice } from '../terminal/style.ts';
import { addJudging } from './judging-args.ts';
import { UsageError } from './usage-error.ts';
import { oneOf, parseSize, parseTime, type ReportFormat, reportFormats } from './values.ts';

export interface ScanArguments {
  readonly format: ReportFormat;
  /** File to write the report to; null: standard output. */
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
  3  evidence is missing: a source is encrypted, unreadable or incomplete, or none has a known format

Examples:
  zoomlog scan                              the Zoom folders on this machine
  zoomlog scan bundle.zip --since 2h        an archive, the last two hours
  zoomlog scan logs/ --class firewall,proxy --format json
  journalctl -k -o json | zoomlog scan -`;

export function addScan(program: Command, now: Date, ask: (asked: ScanAsked) => void): void {
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
    .option('--output <file>', 'write the report to a file')
    .option(
      '--since <time>',
      'only entries at or after this time: 2026-03-06, 2026-03-06T09:14, or 2h for two hours ago',
      parseTime('--since', now),
    )
    .option('--until <time>', 'only entries at or before this time', parseTime('--until', now))
    .option('--max-size <size>', 'read at most this much of each file: 500MB', parseSize)
    .option('--hash', 'add the SHA-256 of each source')
    .option('--quiet', 'print no report, only error messages')
    .addHelpText('after', scanNotes);
  addJudging(command).action((paths: string[], given: Given) => {
    const { class: classes, ...options } = given;
    checkOrder(given);
    ask({ command: 'scan', paths, options: { ...unset, ...options, classes: classes ?? null } });
  });
}

/** What commander passes on: an option without a value and without a default is absent. */
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
