/** `zoomlog collect` as people run it: what it writes, what it says, and how it ends. */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { zoomlogCommand } from '../helpers/command.ts';
import { emptyPath, stubProgram } from '../helpers/stub-commands.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-collect-cli-'));
  for (const name of ['home', 'here', 'tmp']) mkdirSync(at(name));
  emptyPath(at('bin'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A machine with nothing on it. */
const env = (): NodeJS.ProcessEnv => ({ PATH: at('bin'), HOME: at('home'), TMPDIR: at('tmp'), LANG: 'C.UTF-8' });

function run(...args: readonly string[]) {
  const [node, script] = zoomlogCommand();
  const { status, stdout, stderr } = spawnSync(node, [script, ...args], {
    cwd: at('here'),
    env: env(),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const written = (): string[] => readdirSync(at('here'));
const logsOfZoom = process.platform === 'darwin' ? 'home/Library/Logs/zoom.us' : 'home/.zoom/logs';
/** A program that the commands of this system ask, without another machine. */
const program = process.platform === 'darwin' ? 'scutil' : 'lsusb';

describe.skipIf(process.platform === 'win32')('collect', { timeout: 60_000 }, () => {
  test('a machine with nothing on it: a zip that a scan reads', () => {
    const { status, stdout, stderr } = run('collect');
    const [zip] = written();
    expect([status, stderr]).toEqual([0, '']);
    expect(zip).toMatch(/^zoomlog-[\w-]+-\d{8}T\d{6}Z\.zip$/);
    expect(stdout).toContain(`Written: ${zip} (`);
    expect(stdout).toMatch(/^\d+ of \d+ questions? w(?:as|ere) answered\.$/m);
    expect(stdout).toMatch(/^ {2}.*: it needs --network, to ask another machine$/m);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(`Next: zoomlog scan ${zip}`);
    expect(readdirSync(at('tmp'))).toEqual([]);

    const read = run('scan', zip!, '--format', 'json');
    const { sources, verdicts } = JSON.parse(read.stdout);
    expect(read.stderr).toBe('');
    expect([0, 3]).toContain(read.status);
    expect(sources[0]).toMatchObject({ path: `${zip}!/collection.json`, format: 'zoomlog-collection', complete: true });
    expect(JSON.stringify(verdicts)).toContain('is not installed');
  });

  test('--dry-run says what would be read, and does nothing', () => {
    stubProgram(at('bin'), program, `echo > ${at('ran')}`);
    const { status, stdout } = run('collect', '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('Nothing was run or written.');
    expect(stdout).toContain('asks another machine: only with --network');
    expect(stdout).toContain('private: the name');
    const plan = JSON.parse(run('collect', '--dry-run', '--network', '--format', 'json').stdout);
    expect(plan.commands.every(({ skipped }: { skipped: unknown }) => skipped === null)).toBe(true);
    expect([written(), existsSync(at('ran')), readdirSync(at('tmp'))]).toEqual([[], false, []]);
  });

  test('what was refused is named, and the status is 3', () => {
    stubProgram(at('bin'), program, 'echo "Operation not permitted" >&2; exit 1');
    mkdirSync(at(logsOfZoom), { recursive: true });
    writeFileSync(join(at(logsOfZoom), 'zoom.log'), 'x\n');
    const { status, stdout } = run('collect', '--output', 'new.zip', '--format', 'json');
    const { file, private: secrets, collection } = JSON.parse(stdout);
    expect([status, file, written()]).toEqual([3, 'new.zip', ['new.zip']]);
    expect(statSync(at('here/new.zip')).mode & 0o777).toBe(0o600);
    expect(secrets).toEqual(['names of people and meetings, account names, settings']);
    const states = collection.items.map(({ state }: { state: string }) => state);
    expect(states).toContain('not-allowed');
  });

  test('a file that exists, a zip among the logs, or in no folder: refused', () => {
    mkdirSync(at(logsOfZoom), { recursive: true });
    writeFileSync(at('here/old.zip'), 'old');
    symlinkSync('old.zip', at('here/link.zip'));
    symlinkSync('nothing.zip', at('here/loose.zip'));
    for (const name of ['old.zip', 'link.zip', 'loose.zip'])
      expect(run('collect', '--output', name)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining(`'${name}' exists; nothing was written`),
      });
    expect(readFileSync(at('here/old.zip'), 'latin1')).toBe('old');
    const inside = run('collect', '--output', join(at(logsOfZoom), 'new.zip'));
    expect([inside.status, inside.stderr]).toEqual([2, expect.stringContaining('lies in a folder to be read')]);
    const nowhere = run('collect', '--output', 'no/new.zip');
    expect([nowhere.status, nowhere.stderr]).toEqual([2, expect.stringContaining('its folder does not exist')]);
    expect([written(), readdirSync(at(logsOfZoom)), readdirSync(at('tmp'))]).toEqual([
      ['link.zip', 'loose.zip', 'old.zip'],
      [],
      [],
    ]);
    expect(run('collect', 'logs').status).toBe(2);
  });

  test('a temporary folder that cannot be used is named', () => {
    rmSync(at('tmp'), { recursive: true });
    const { status, stderr } = run('collect', '--output', 'new.zip');
    expect([status, stderr, written()]).toEqual([2, expect.stringMatching(/temporary folder '.*tmp' is missing/), []]);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s: what runs is ended, and nothing is left', async (signal) => {
    stubProgram(at('bin'), program, `echo $$ > ${at('pid')}; trap '' INT; sleep 60; echo > ${at('late')}`);
    const [node, script] = zoomlogCommand();
    const child = spawn(node, [script, 'collect'], { cwd: at('here'), env: env(), stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (part: Buffer) => {
      stderr += part.toString();
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (!existsSync(at('pid'))) await new Promise((resolve) => setTimeout(resolve, 20));
    const asked = Date.now();
    child.kill(signal);
    expect(await ended).toBe(130);
    expect(Date.now() - asked).toBeLessThan(10_000);
    expect(stderr).toBe('zoomlog: interrupted; nothing was written\n');
    expect([written(), readdirSync(at('tmp')), existsSync(at('late'))]).toEqual([[], [], false]);
  });
});
