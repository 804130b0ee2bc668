/** The command line: what each one asks for, and what is said of a wrong one. */
import { describe, expect, test } from 'vitest';
import { type Invocation, parseArguments } from '../../packages/cli/src/args/args.ts';
import type { ScanArguments } from '../../packages/cli/src/args/scan-args.ts';
import { UsageError } from '../../packages/cli/src/args/usage-error.ts';
import { reportFormats } from '../../packages/cli/src/args/values.ts';
import type { WatchArguments } from '../../packages/cli/src/args/watch-args.ts';

const parse = (line: string): Invocation =>
  parseArguments(line === '' ? [] : line.split(' '), { width: 100, platform: 'linux', version: '9.8.7' });

const defaults: ScanArguments = {
  format: 'text',
  output: null,
  classes: null,
  since: null,
  until: null,
  at: null,
  around: 600_000,
  together: false,
  labels: {},
  timezone: null,
  os: null,
  minConfidence: 'low',
  failOn: 'error',
  redact: true,
  redactPaths: false,
  maxSize: null,
  jobs: null,
  hash: false,
  followLinks: false,
  asLog: false,
  quiet: false,
  color: 'auto',
};

describe('scan', () => {
  const cases: readonly (readonly [line: string, paths: readonly string[], options: Partial<ScanArguments>])[] = [
    ['scan', [], {}],
    ['scan - a.zip logs/*.log', ['-', 'a.zip', 'logs/*.log'], {}],
    ['scan --quiet --hash --no-redact x', ['x'], { quiet: true, hash: true, redact: false }],
    ['scan --redact-paths x', ['x'], { redactPaths: true }],
    ['scan x --format json --output r.json --color never', ['x'], { format: 'json', output: 'r.json', color: 'never' }],
    ['scan --format JSON', [], { format: 'json' }],
    ['scan --class proxy', [], { classes: ['proxy'] }],
    ['scan --class tls-clock,Proxy --class proxy,crash,', [], { classes: ['tls-clock', 'proxy', 'crash'] }],
    [
      'scan --os linux --min-confidence medium --fail-on never',
      [],
      { os: 'linux', minConfidence: 'medium', failOn: 'never' },
    ],
    ['scan --since 2025-11-02', [], { since: '2025-11-02T00:00:00' }],
    ['scan --until 2025-11-02', [], { until: '2025-11-02T23:59:59.999' }],
    ['scan --since 2025-11-02T09:14', [], { since: '2025-11-02T09:14:00' }],
    ['scan --since 2025-11-02T09:14:05,5z', [], { since: '2025-11-02T09:14:05.5Z' }],
    ['scan --since 2025-11-02T09:14+0100', [], { since: '2025-11-02T09:14:00+01:00' }],
    ['scan --since 90m', [], { since: { ago: 5_400_000 } }],
    ['scan --since 3d --until 12h', [], { since: { ago: 259_200_000 }, until: { ago: 43_200_000 } }],
    ['scan --at 2025-11-02T09:14+0100', [], { at: '2025-11-02T09:14:00+01:00' }],
    ['scan --at 30m --around 2m', [], { at: { ago: 1_800_000 }, around: 120_000 }],
    ['scan a.zip b.zip --together', ['a.zip', 'b.zip'], { together: true }],
    ['scan --label case=47=11 --label who=helpdesk', [], { labels: { case: '47=11', who: 'helpdesk' } }],
    ['scan --timezone europe/berlin', [], { timezone: 'Europe/Berlin' }],
    ['scan --timezone -0330', [], { timezone: '-03:30' }],
    ['scan --max-size 500MB', [], { maxSize: 500_000_000 }],
    ['scan --max-size 1.5GiB', [], { maxSize: 1_610_612_736 }],
    ['scan --max-size 65536', [], { maxSize: 65_536 }],
    ['scan --jobs 2', [], { jobs: 2 }],
  ];
  test.each(cases)('%s', (line, paths, options) => {
    expect(parse(line)).toEqual({ command: 'scan', paths, options: { ...defaults, ...options } });
  });
});

test('watch', () => {
  const options: WatchArguments = {
    format: 'text',
    classes: null,
    since: null,
    timezone: null,
    os: null,
    minConfidence: 'low',
    failOn: 'error',
    redact: true,
    redactPaths: false,
    color: 'auto',
    followLinks: false,
    fromStart: false,
    once: false,
    forMs: null,
    exec: null,
    replay: null,
    speed: 1,
  };
  expect(parse('watch')).toEqual({ command: 'watch', paths: [], options });
  expect(
    parse('watch logs - --once --for 5m --from-start --format ndjson --exec cat --class proxy --since 10m'),
  ).toEqual({
    command: 'watch',
    paths: ['logs', '-'],
    options: {
      ...options,
      once: true,
      forMs: 300_000,
      fromStart: true,
      format: 'ndjson',
      exec: 'cat',
      classes: ['proxy'],
      since: { ago: 600_000 },
    },
  });
  expect(parse('watch --replay bundle.zip --speed 0.5')).toEqual({
    command: 'watch',
    paths: [],
    options: { ...options, replay: 'bundle.zip', speed: 0.5 },
  });
});

describe('explain and list', () => {
  const options = { format: 'text', os: null, color: 'auto' };
  test.each([
    ['explain 5,003', { command: 'explain', query: '5,003', options }],
    ['explain -201', { command: 'explain', query: '-201', options }],
    [
      'explain net_error: -201 --os windows',
      { command: 'explain', query: 'net_error: -201', options: { ...options, os: 'windows' } },
    ],
    ['list codes --format json', { command: 'list', topic: 'codes', options: { ...options, format: 'json' } }],
    ['list commands --os macos', { command: 'list', topic: 'commands', options: { ...options, os: 'macos' } }],
  ])('%s', (line, invocation) => {
    expect(parse(line)).toEqual(invocation);
  });
});

describe('help and version', () => {
  test.each(['--version', '-V'])('%s', (line) => {
    expect(parse(line)).toEqual({ command: 'print', text: '9.8.7\n', isAnswer: true });
  });

  test('each command has help that names its options', () => {
    for (const line of ['scan --help', 'help scan', 'scan -h']) {
      expect(parse(line)).toMatchObject({
        command: 'print',
        isAnswer: true,
        text: expect.stringContaining('--min-confidence'),
      });
    }
  });

  test('help is offered, as an error, when nothing is asked', () => {
    expect(parse('')).toMatchObject({ isAnswer: false, text: expect.stringContaining('Usage: zoomlog') });
  });

  test('help names nothing that does not exist yet', () => {
    for (const line of ['--help', 'scan --help', 'watch --help']) {
      expect(parse(line)).toMatchObject({
        text: expect.not.stringMatching(/zoomlog test|--failures/),
      });
    }
  });
});

describe('a wrong command line is one line: what, and what is accepted', () => {
  test.each([
    ['scna', "unknown command 'scna' (did you mean scan?)", "see 'zoomlog --help'"],
    ['watch x --for soon', "--for: cannot parse 'soon'", expect.stringContaining('5m')],
    ['watch --replay x --speed 0', "--speed: cannot parse '0'", expect.stringContaining('0.5')],
    ['watch --speed 10', '--speed only applies to a replay', 'add --replay BUNDLE'],
    ['watch a --replay x', '--replay x cannot be combined with other paths', 'remove a'],
    ['watch --format json', "--format: unknown value 'json' (did you mean 'ndjson'?)", 'accepted: text, ndjson'],
    ['watch --until 2h', expect.stringContaining("unknown option '--until'"), "see 'zoomlog watch --help'"],
    ['logs/bundle.zip', "unknown command 'logs/bundle.zip'", 'to read logs: zoomlog scan logs/bundle.zip'],
    ['scan --fromat json', "unknown option '--fromat' (did you mean --format?)", "see 'zoomlog scan --help'"],
    ['scan --output', "option '--output <file>' argument missing", "see 'zoomlog scan --help'"],
    ['--quiet', "unknown option '--quiet'", "see 'zoomlog --help'"],
    ['list', "missing required argument 'topic'", "see 'zoomlog list --help'"],
    [
      'list code',
      "list: unknown value 'code' (did you mean 'codes'?)",
      'accepted: failures, facts, codes, formats, paths, commands',
    ],
    ['scan --format yaml', "--format: unknown value 'yaml'", `accepted: ${reportFormats.join(', ')}`],
    [
      'scan --class proxi',
      "--class: unknown value 'proxi' (did you mean 'proxy'?)",
      expect.stringMatching(/^accepted: firewall, proxy, .*, crash$/),
    ],
    ['scan --os win', "--os: unknown value 'win' (did you mean 'windows'?)", 'accepted: windows, macos, linux'],
    ['scan --min-confidence sure', "--min-confidence: unknown value 'sure'", 'accepted: low, medium, high'],
    [
      'scan --fail-on errors',
      "--fail-on: unknown value 'errors' (did you mean 'error'?)",
      'accepted: error, warning, info, never',
    ],
    ['scan --color red', "--color: unknown value 'red'", 'accepted: auto, always, never'],
    ['scan --timezone Berlin', "--timezone: unknown time zone 'Berlin'", expect.stringContaining('Europe/Berlin')],
    ['scan --timezone +25:00', "--timezone: unknown time zone '+25:00'", expect.stringContaining('+01:00')],
    ['scan --jobs 0', "--jobs: cannot parse '0'", 'accepted: a number from 1 to 64'],
    ['scan --jobs all', "--jobs: cannot parse 'all'", 'accepted: a number from 1 to 64'],
    ['scan --max-size 0', "--max-size: cannot parse '0'", expect.stringContaining('500MB')],
    ['scan --max-size 5 --max-size lots', "--max-size: cannot parse 'lots'", expect.stringContaining('500MB')],
    ['scan --since yesterday', "--since: cannot parse 'yesterday'", expect.stringContaining('2026-03-06')],
    ['scan --since 2025-02-30', "--since: cannot parse '2025-02-30'", expect.stringContaining('2h')],
    ['scan --until 2025-02-03T25:00', "--until: cannot parse '2025-02-03T25:00'", expect.stringContaining('2h')],
    ['scan --since 99999999999d', "--since: cannot parse '99999999999d'", expect.stringContaining('2h')],
    ['scan --at 2025-11-02', "--at: cannot parse '2025-11-02'", expect.stringContaining('2026-03-06T09:14')],
    [
      'scan --at 1h --since 2h',
      expect.stringContaining('--at cannot be combined'),
      expect.stringContaining('--around'),
    ],
    ['scan --around 5m', expect.stringContaining('--around only applies'), 'add --at TIME'],
    ['scan --label case', "--label: cannot parse 'case'", expect.stringContaining('case=4711')],
    ['scan --since 1h --until 2h', expect.stringContaining('is later than --until'), 'swap them'],
  ])('%s', (line, message, hint) => {
    const error = errorOf(line);
    expect(error).toMatchObject({ message, hint });
    expect(`${error.message}${error.hint}`).not.toContain('\n');
  });

  function errorOf(line: string): UsageError {
    try {
      parse(line);
    } catch (error) {
      if (error instanceof UsageError) return error;
      throw error;
    }
    throw new Error(`'${line}' was taken`);
  }
});
