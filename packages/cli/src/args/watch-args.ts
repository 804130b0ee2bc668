/** The options of `watch`. */
import type { FailureClass } from '@zoomlog/parser';
import type { Command } from 'commander';
import { addJudging } from './judging-args.ts';
import type { ScanArguments } from './scan-args.ts';
import { UsageError } from './usage-error.ts';
import { oneOf, parseDuration, parseSpeed, parseTime } from './values.ts';

export interface WatchArguments
  extends Pick<
    ScanArguments,
    | 'classes'
    | 'since'
    | 'timezone'
    | 'os'
    | 'minConfidence'
    | 'failOn'
    | 'redact'
    | 'redactPaths'
    | 'color'
    | 'followLinks'
  > {
  readonly format: 'text' | 'ndjson';
  /** Also reads what is already in the files. */
  readonly fromStart: boolean;
  /** Ends at the first diagnosis at or above `failOn`. */
  readonly once: boolean;
  /** Milliseconds after which it ends; null: never. */
  readonly forMs: number | null;
  /** A command to be run for each new diagnosis. */
  readonly exec: string | null;
  /** A bundle to play as if it were being written right now, instead of following files. */
  readonly replay: string | null;
  /** How many times faster than real time. */
  readonly speed: number;
}

export interface WatchAsked {
  readonly command: 'watch';
  readonly paths: readonly string[];
  readonly options: WatchArguments;
}

const watchNotes = `
Stops on Ctrl-C, when the time of --for is up, or, with --once, at the first diagnosis. It then prints a report and
exits as scan does.

Examples:
  zoomlog watch                             the Zoom folders on this machine, while the user tries again
  zoomlog watch logs/ --once --for 5m       until something breaks, for at most five minutes
  journalctl -f -o json | zoomlog watch -
  zoomlog watch --replay bundle.zip --speed 10

A replay shortens pauses to two seconds; sources whose clocks cannot be compared start together.`;

const liveFormats = ['text', 'ndjson'] as const;

export function addWatch(program: Command, ask: (asked: WatchAsked) => void): void {
  const command = program
    .command('watch')
    .description('follow log files as they grow and report what broke as soon as the evidence is written')
    .argument('[path...]', 'files and folders; - is standard input; default: the Zoom folders on this machine')
    .option('--format <format>', 'text, or ndjson: one object per event', oneOf('--format', liveFormats), 'text')
    .option('--from-start', 'also read what is already in the files')
    .option('--follow-links', 'also follow what links lead to outside of the given paths')
    .option(
      '--since <time>',
      'only what was seen at or after this time: 10m for ten minutes ago, 2026-03-06T09:14',
      parseTime('--since'),
    )
    .option('--once', 'end at the first diagnosis at or above --fail-on')
    .option('--for <duration>', 'end after this long: 30s, 5m, 2h', parseDuration('--for'))
    .option(
      '--exec <command>',
      'run a command for each new diagnosis, with the diagnosis as JSON on its standard input',
    )
    .option('--replay <bundle>', 'play a folder, file or archive as if it were being written right now')
    .option('--speed <times>', 'with --replay: how many times faster than real time', parseSpeed)
    .addHelpText('after', watchNotes);
  addJudging(command).action((paths: string[], { class: classes, for: forMs, ...options }: GivenToWatch) => {
    if (options.replay !== undefined && paths.length > 0)
      throw new UsageError(
        `--replay ${options.replay} cannot be combined with other paths`,
        `remove ${paths.join(' ')}`,
      );
    if (options.speed !== undefined && options.replay === undefined)
      throw new UsageError('--speed only applies to a replay', 'add --replay BUNDLE');
    const missing = {
      since: null,
      timezone: null,
      os: null,
      redactPaths: false,
      exec: null,
      fromStart: false,
      followLinks: false,
      once: false,
      replay: null,
      speed: 1,
    };
    ask({
      command: 'watch',
      paths,
      options: { ...missing, ...options, classes: classes ?? null, forMs: forMs ?? null },
    });
  });
}

type GivenToWatch = Pick<WatchArguments, 'format' | 'minConfidence' | 'failOn' | 'redact' | 'color'> &
  Partial<Omit<WatchArguments, 'classes' | 'forMs'>> & {
    readonly class?: readonly FailureClass[];
    readonly for?: number;
  };
