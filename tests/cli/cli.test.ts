/** The command as people run it: its exit status, what goes to which stream, and how it ends when nobody listens. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitStatusOf } from '../../packages/cli/src/exit-status.ts';
import type { Sink } from '../../packages/cli/src/io.ts';
import { startProgress } from '../../packages/cli/src/terminal/progress.ts';
import type { Report, Severity, Source } from '../../packages/parser/src/model.ts';
import { zoomlogCommand } from '../helpers/command.ts';
import { root } from '../helpers/places.ts';
import { type CliRun, quietIo, runCli } from '../helpers/run-cli.ts';
import { covered, diagnosis, report } from '../helpers/text-face-reports.ts';

const command = zoomlogCommand();

let folder: string;
const at = (name: string) => join(folder, name);

const kernel = ['Nov  3 08:01:02 desk-7 kernel: usb 3-2: new high-speed USB device number 5 using xhci_hcd'];
const broken = [
  ...kernel,
  'Nov  3 08:01:09 desk-7 kernel: usb 3-2: device descriptor read/64, error -71',
  'Nov  3 08:01:12 desk-7 kernel: usb 3-2-port1: unable to enumerate USB device',
];
const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;

/** A ticket that quotes log lines in a fence. */
const ticket = (lines: readonly string[]) =>
  `Hello,\n\nnobody here can join a meeting, and this is in the log:\n\n\`\`\`\n${text(lines)}\`\`\`\n\nThank you.\n`;
const dropped = ['00', '02', '03'].map(
  (second) => `2025-11-03 08:01:${second} DROP UDP 192.0.2.7 198.51.100.9 50001 8801 0 - - - - - - - SEND`,
);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-cli-'));
  const files: Record<string, string | Uint8Array> = {
    'good/kern.log': text(kernel),
    'bad/kern.log': text(broken),
    'beside/kern.log': text(kernel),
    'beside/notes.txt': 'Buy milk.\n',
    'beside/empty.log': '',
    'beside/store.db': Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * 7919) % 256)),
    'notes/notes.txt': 'Buy milk.\n',
    'harmless/ticket.md': ticket(dropped.map((line) => line.replace('DROP', 'ALLOW'))),
    'accusing/ticket.md': ticket(dropped),
    // RFC 1952: a gzip header, then no deflate stream.
    'garbled/kern.log.gz': Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff, 0xff]),
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
  }
  mkdirSync(at('nothing'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a command line with the test's folder as home. */
/** A report tells when it was made. */
const noon = new Date('2026-03-06T12:00:00Z');
const run: typeof runCli = (argv, options) => runCli(argv, { home: folder, now: () => noon, ...options });

describe('exit status', () => {
  const bad = () => at('bad');
  test.each<[why: string, argv: () => string[], status: number]>([
    ['nothing found', () => [at('good')], 0],
    ['a healthy log beside what is unrecognised, binary and empty', () => [at('beside')], 0],
    ['a diagnosis', () => [bad()], 1],
    ['a diagnosis beside a missing path', () => [bad(), at('no-such')], 1],
    ['a diagnosis that is not to fail', () => [bad(), '--fail-on', 'never'], 0],
    ['a diagnosis of another class', () => [bad(), '--class', 'proxy'], 0],
    ['a bad option', () => [bad(), '--class', 'weather'], 2],
    ['no path exists', () => [at('no-such'), at('nor-this')], 2],
    ['every source is unreadable', () => [at('garbled')], 2],
    ['an unreadable source beside a readable one', () => [at('garbled'), at('good')], 3],
    ['a missing path beside a good one', () => [at('no-such'), at('good')], 3],
    ['a source is cut', () => [at('good'), '--max-size', '20'], 3],
    ['no source of a known format', () => [at('notes')], 3],
    ['nothing found in what a ticket quotes', () => [at('harmless')], 0],
    ['a suspicion from a ticket', () => [at('accusing'), '--fail-on', 'warning'], 1],
    ['an empty folder', () => [at('nothing')], 3],
  ])('%s', async (_, argv, status) => {
    const { stdout, stderr, ...ended } = await run(['scan', ...argv()]);
    expect(ended.status, `${stdout}\n${stderr}`).toBe(status);
  });
});

describe('exit status of a report', () => {
  const read = report().sources[0]!;
  const encrypted: Source = { ...read, state: 'encrypted' };
  const info = diagnosis({ severity: 'info' });
  test.each<[why: string, parts: Partial<Report>, failOn: Severity | 'never', status: number]>([
    ['encrypted beside read', { sources: [read, encrypted] }, 'error', 3],
    ['not complete', { sources: [{ ...read, complete: false }] }, 'error', 3],
    ['read, but as no known format', { sources: [{ ...read, format: null }] }, 'error', 3],
    [
      'only quoted',
      {
        sources: [
          { ...read, state: 'unrecognised', format: null },
          { ...read, state: 'quoted' },
        ],
      },
      'error',
      0,
    ],
    ['a lesser diagnosis', { diagnoses: [info], coverage: covered }, 'warning', 0],
    ['read, but nothing was looked for in it', {}, 'error', 3],
    ['a diagnosis at the bar', { diagnoses: [info] }, 'info', 1],
    ['a diagnosis counts before what is missing', { diagnoses: [diagnosis()], sources: [encrypted] }, 'warning', 1],
    [
      'never fails for a diagnosis, still for what is missing',
      { diagnoses: [diagnosis()], sources: [encrypted] },
      'never',
      3,
    ],
    ['no source, no path named', { sources: [] }, 'error', 3],
  ])('%s', (_, parts, failOn, status) => {
    expect(exitStatusOf(report(parts), [], [], failOn)).toBe(status);
  });
});

test('--as-log takes the lines that a ticket quotes for a log file', async () => {
  const verdict = async (...options: string[]) => {
    const { stdout } = await run(['scan', '--format', 'json', ...options, at('accusing')]);
    const { verdicts, sources } = JSON.parse(stdout) as Report;
    expect(sources.map(({ state }) => state)).toEqual(['unrecognised', 'quoted']);
    return verdicts.find(({ class: name }) => name === 'firewall')?.state;
  };
  expect(await verdict()).toBe('suspected');
  expect(await verdict('--as-log')).toBe('confirmed');
  const { stdout } = await run(['scan', at('accusing')]);
  expect(stdout).toMatch(/the original\s+file is wanted/);
  // An editor opens the document, not a part of it.
  expect(stdout).toMatch(/ticket\.md:6:\d+\n/);
});

describe('streams', () => {
  test('a missing path costs one line and not the scan', async () => {
    const { stdout, stderr } = await run(['scan', at('no-such'), at('bad')]);
    expect(stderr).toMatch(/^zoomlog: [^\n]*no-such: no such file or folder\. [^\n]+\n$/);
    expect(stdout).toContain('unable to enumerate USB device');
    expect(stdout).toMatch(/missing +.*no-such/);
  });

  test('when no path exists, the errors are all there is to say', async () => {
    const { stdout, stderr } = await run(['scan', '--format', 'json', at('no-such'), at('nor-this')]);
    expect(stdout).toBe('');
    expect(stderr.split('\n')).toHaveLength(3);
  });

  test('a bad option is one line on standard error', async () => {
    const { stdout, stderr } = await run(['scan', '--class', 'weather\u001b[2J']);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^zoomlog: --class: unknown value 'weather\\x1b\[2J'; accepted: firewall, [^\n]+\n$/);
  });

  test('--quiet leaves the errors and the status', async () => {
    expect(await run(['scan', '--quiet', at('bad'), at('no-such')])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('no-such'),
    });
  });

  test('JSON is the whole report', async () => {
    const { stdout } = await run(['scan', '--format', 'json', at('bad')]);
    expect(stdout).toMatch(/^\{\n {2}"schemaVersion": 2,[\s\S]*\}\n$/);
    expect(JSON.parse(stdout)).toMatchObject({
      tool: { version: '9.8.7' },
      sources: [{ format: 'syslog', state: 'read' }],
      diagnoses: [{ class: 'device-usb' }],
      verdicts: { length: 10 },
    });
  });

  test('--output takes the report instead of standard output', async () => {
    const asked = ['scan', '--format', 'json', at('bad')];
    const { stdout } = await run(asked);
    expect(await run([...asked, '--output', at('report.json')])).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(readFileSync(at('report.json'), 'utf8')).toBe(stdout);
  });

  test('an output file that cannot be written is an error', async () => {
    expect(await run(['scan', at('good'), '--output', at('no-such/report.txt')])).toEqual({
      status: 2,
      stdout: '',
      stderr: `zoomlog: --output: cannot write '${at('no-such/report.txt')}' (ENOENT); its folder does not exist\n`,
    });
    expect((await run(['scan', at('good'), '--output', folder])).stderr).toContain('it is a folder');
  });

  test('- is standard input', async () => {
    const stdin = (async function* () {
      yield Buffer.from(text(broken));
    })();
    const { status, stdout } = await run(['scan', '-'], { stdin });
    expect(status).toBe(1);
    expect(stdout).toMatch(/──► -:3:\d+\n/);
  });

  test('a terminal gets colours, unless NO_COLOR or --color says otherwise', async () => {
    const seen = async (argv: readonly string[], io: Parameters<typeof run>[1]) =>
      (await run(['scan', at('bad'), ...argv], io)).stdout;
    const env = { LANG: 'C.UTF-8' };
    const plain = await seen([], { tty: true, env: { ...env, NO_COLOR: '1' } });
    const colored = await seen([], { tty: true, env });
    expect(colored).toContain('\u001b[31m');
    expect(stripVTControlCharacters(colored)).toBe(plain);
    expect(await seen(['--color', 'never'], { tty: true, env })).toBe(plain);
    expect(await seen(['--color', 'always'], { tty: true, env: { ...env, NO_COLOR: '1' } })).toBe(colored);
    expect(await seen([], { env })).not.toContain('\u001b');
    expect(await seen([], { env: { ...env, FORCE_COLOR: '1' } })).toBe(await seen(['--color', 'always'], { env }));
    expect(await seen([], { tty: true, env: { ...env, FORCE_COLOR: '0' } })).toBe(plain);
    expect(await seen([], { tty: true, env: { ...env, FORCE_COLOR: '1', NO_COLOR: '1' } })).toBe(plain);
  });

  test('a terminal that is not UTF-8 gets ASCII', async () => {
    const { stdout } = await run(['scan', at('bad')], { tty: true, env: { LC_ALL: 'C', LANG: 'en_US.UTF-8' } });
    expect(stripVTControlCharacters(stdout)).toMatch(/^[\x20-\x7e\n]+$/);
  });

  test.each<[what: string, tty: boolean, codePage: number | null, unicode: boolean]>([
    ['a console', true, 437, true],
    ['a pipe under an OEM code page', false, 850, false],
    ['a pipe under UTF-8', false, 65001, true],
    ['a pipe without a console', false, null, false],
  ])('Windows: %s', async (_, tty, codePage, unicode) => {
    const windows = { tty, platform: 'win32', env: {}, codePage: () => codePage } as const;
    const { stdout } = await run(['scan', at('bad')], windows);
    expect(stdout.includes('──►')).toBe(unicode);
    expect(stripVTControlCharacters(stdout)).toMatch(unicode ? /[^\x20-\x7e\n]/ : /^[\x20-\x7e\n]+$/);
    // A path as Windows writes it, in text; JSON is the same everywhere.
    mkdirSync(at('Straße'), { recursive: true });
    copyFileSync(at('bad/kern.log'), at('Straße/kern.log'));
    const drawn = await run(['scan', at('Straße')], { ...windows, columns: 200 });
    expect(drawn.stdout).toContain(unicode ? '\\Straße\\kern.log:' : '\\Stra\\xdfe\\kern.log:');
    const json = (await run(['scan', at('Straße'), '--format', 'json'], windows)).stdout;
    expect(/[^\0-\x7f]/.test(json)).toBe(unicode);
    expect(JSON.parse(json)).toEqual(JSON.parse((await run(['scan', at('Straße'), '--format', 'json'])).stdout));
  });

  test('progress shows on a terminal once work lasts half a second, and is erased', async () => {
    let time = 0;
    const now = () => {
      time += 300;
      return new Date(time);
    };
    const { stderr } = await run(['scan', at('good'), at('beside'), at('bad')], { tty: true, now });
    expect(stderr).toMatch(/^(?:\r\u001b\[2K\d+ sources?, 0 MB [^\r\n]+)+\r\u001b\[2K$/);
    expect((await run(['scan', at('bad')], { tty: true, now: () => new Date(0) })).stderr).toBe('');
    expect((await run(['scan', at('good'), at('bad')], { now })).stderr).toBe('');
    expect((await run(['scan', '--quiet', at('good'), at('bad')], { tty: true, now })).stderr).toBe('');
  });
});

test('progress is drawn at most ten times a second', () => {
  let time = 0;
  let drawn = 0;
  const stderr: Sink = { isTTY: true, columns: 80, write: () => void drawn++ };
  const progress = startProgress({ ...quietIo, stderr, now: () => new Date(time) });
  for (time = 0; time < 1500; time += 10) progress.show({ sources: 1, bytes: time, path: 'a.log' });
  expect(drawn).toBe(10);
});

describe('explain', () => {
  test('a code: its readings, causes, evidence and fixes', async () => {
    const { status, stdout } = await run(['explain', '5,003', '--os', 'windows']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^5003: most often a firewall, but the code alone proves nothing/);
    expect(stdout).toMatch(/Meaning\n {2}zoom-client /);
    expect(stdout).toMatch(/Cause 1, firewall: .+[\s\S]+To check: [\s\S]+1\. [\s\S]+\[read-only\]/);
  });

  test('the system decides the commands', async () => {
    expect((await run(['explain', 'proxy-auth-required'])).stdout).not.toContain('netsh');
    expect((await run(['explain', 'proxy-auth-required', '--os', 'windows'])).stdout).toContain('netsh');
  });

  test('JSON is the same as data', async () => {
    const { stdout } = await run(['explain', 'proxy-auth-required', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'failure', id: 'proxy-auth-required', class: 'proxy' });
  });

  test('a fact: why, what follows from it, where it is documented', async () => {
    const { status, stdout } = await run(['explain', 'proxy-off']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^fact: The manual proxy .+ proxy-off · proxy · rules out a cause\n {2}why {3}\w/);
    expect(stdout).toContain(
      '\n  how   It rules out as the cause: manual proxy.\n        It has no effect on a machine that shows one of: proxy-set, proxy-set-by-policy.\n',
    );
    expect(stdout).toMatch(/\n {2}see {3}https:\/\/\S+\n {8}https:\/\/\S+\n/);
  });

  test('an address stays in one piece, however narrow the terminal', async () => {
    const { stdout } = await run(['explain', 'usb-device-lost'], { tty: true });
    expect(stripVTControlCharacters(stdout)).toMatch(/ {2}see {3}https:\S+\/drivers\/usb\/core\/hub\.c\n/);
  });

  test('what is not known is an error with a suggestion', async () => {
    expect(await run(['explain', 'proxy-auth-requird'])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        "zoomlog: unknown code, failure or fact: 'proxy-auth-requird' (did you mean 'proxy-auth-required'?); see 'zoomlog list failures', 'zoomlog list facts' and 'zoomlog list codes'\n",
    });
  });
});

describe('list', () => {
  test.each(['failures', 'facts', 'codes', 'formats', 'paths', 'commands'])('%s as JSON', async (topic) => {
    const { status, stdout } = await run(['list', topic, '--format', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).length).toBeGreaterThan(0);
  });

  test('one row is one line, unless a terminal folds it', async () => {
    const rows = JSON.parse((await run(['list', 'failures', '--format', 'json'])).stdout);
    const lines = (await run(['list', 'failures'])).stdout.trimEnd().split('\n');
    expect(lines.length).toBe(rows.length + 1);
    const folded = stripVTControlCharacters((await run(['list', 'codes'], { tty: true })).stdout).split('\n');
    expect(Math.max(...folded.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('paths says which exist here', async () => {
    mkdirSync(at('.zoom/logs'), { recursive: true });
    const { stdout } = await run(['list', 'paths']);
    expect(stdout).toMatch(/^exists +.*\/\.zoom\/logs /m);
    expect(stdout).toMatch(/^missing +.*snap\/zoom-client/m);
    expect((await run(['list', 'paths', '--os', 'windows'])).stdout).toMatch(/^other system +%APPDATA%/m);
  });

  test('commands is a script: each command once, the rest is comment', async () => {
    const { stdout } = await run(['list', 'commands', '--os', 'linux']);
    const lines = stdout.split('\n').filter((line) => line !== '');
    const commands = lines.filter((line) => !line.startsWith('#'));
    const known = JSON.parse((await run(['list', 'commands', '--os', 'linux', '--format', 'json'])).stdout);
    expect(new Set(commands)).toEqual(new Set(known.map(({ collect }: { collect: string }) => collect)));
    expect(commands.length).toBe(new Set(commands).size);
  });
});

describe('the process', () => {
  /** Starts a process; `onStart` may meddle with it. */
  const start = (argv: readonly string[], onStart?: (child: ReturnType<typeof spawn>) => void): Promise<CliRun> =>
    new Promise((resolve, reject) => {
      const child = spawn(argv[0]!, argv.slice(1), { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
      const written = { stdout: '', stderr: '' };
      child.stdout.on('data', (part) => {
        written.stdout += part;
      });
      child.stderr.on('data', (part) => {
        written.stderr += part;
      });
      child.on('error', reject).on('close', (status) => resolve({ status: status ?? -1, ...written }));
      onStart?.(child);
      child.stdin.end();
    });

  test('it prints and ends with the status', async () => {
    const { status, stdout, stderr } = await start([...command, 'scan', at('bad')]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('unable to enumerate USB device');
  });

  test('a closed pipe ends it quietly', async () => {
    const closed = await start([...command, 'list', 'codes'], (child) => child.stdout?.destroy());
    expect(closed).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('the launcher says what is wrong with the Node, or that the build is missing', async () => {
    const launcher = at('package/bin/zoomlog.js');
    mkdirSync(dirname(launcher), { recursive: true });
    writeFileSync(at('package/package.json'), '{ "type": "module" }');
    copyFileSync(join(root, 'packages/cli/bin/zoomlog.js'), launcher);
    const old = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'22.21.9'})";
    expect(await start([process.execPath, '--import', old, launcher])).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(
        /^zoomlog: Node\.js 22\.21\.9 at [^\n]+ is too old; install 22\.22 or newer [^\n]+\n$/,
      ),
    });
    expect(await start([process.execPath, launcher, '--version'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'zoomlog: dist/zoomlog.js is missing; make it with `npm run build` in the root of the repository\n',
    });
  });
});
