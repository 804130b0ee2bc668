/** `--output`: evidence is never touched, and a report is there whole or not at all. */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  linkSync,
  lstatSync,
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
import { zipOf } from '../../scripts/make-archive.ts';
import { zoomlogCommand } from '../helpers/command.ts';
import { runCli } from '../helpers/run-cli.ts';

const onPosix = test.skipIf(process.platform === 'win32');
const log = 'Nov  3 08:01:01 desk-7 kernel: usb 3-2: device descriptor read/64, error -71\n';

let folder: string;
const at = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(at(name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-output-'));
  mkdirSync(at('src/old'), { recursive: true });
  mkdirSync(at('out'));
  writeFileSync(at('src/a.log'), log);
  writeFileSync(at('src/old/b.log'), log);
  writeFileSync(at('src/c.zip'), zipOf([{ name: 'c.log', data: log }]));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Everything in the folder, by path, as it is. */
const everything = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'latin1')]),
  );

/** The command as a process, in the folder. */
function run(args: readonly string[], options: { readonly input?: string; readonly shell?: string } = {}) {
  const [node, script] = zoomlogCommand();
  const command =
    options.shell === undefined ? [node, script, ...args] : ['sh', '-c', options.shell, node, script, ...args];
  const { status, stdout, stderr } = spawnSync(command[0]!, command.slice(1), { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('a source is never written over', () => {
  const refusedAs: readonly (readonly [name: string, paths: readonly string[], output: string, make?: () => void])[] = [
    ['a named file', ['src/a.log'], 'src/a.log'],
    ['a file in a named folder', ['src'], 'src/a.log'],
    ['a file deep in it', ['src'], 'src/old/b.log'],
    ['an archive', ['src/c.zip'], 'src/c.zip'],
    ['what a pattern matches', ['src/*.log'], 'src/a.log'],
    ['under another spelling', ['src/../src/'], 'out/../src/a.log'],
    ['through a link', ['src'], 'out/link', () => symlinkSync(at('src/a.log'), at('out/link'))],
    [
      'through a link to a link',
      ['src/a.log'],
      'two',
      () => {
        symlinkSync('src/a.log', at('one'));
        symlinkSync('one', at('two'));
      },
    ],
    ['through a linked folder', ['src'], 'lnk/a.log', () => symlinkSync('src', at('lnk'))],
    ['of a link that is scanned', ['lnk'], 'src/a.log', () => symlinkSync('src/a.log', at('lnk'))],
    ['a hard link', ['src'], 'out/hard.log', () => linkSync(at('src/a.log'), at('out/hard.log'))],
    ['an empty file of the folder', ['src'], 'src/empty', () => writeFileSync(at('src/empty'), '')],
    [
      'a file that a followed link leads to',
      ['src', '--follow-links'],
      'out/far.log',
      () => {
        writeFileSync(at('out/far.log'), log);
        symlinkSync(at('out'), at('src/far'));
      },
    ],
  ];
  const cases = refusedAs.map(([name, paths, output, make = () => {}]) => ({ name, paths, output, make }));
  onPosix.each(cases)('$name', async ({ paths, output, make }) => {
    make();
    const before = everything();
    const given = paths.map((path) => (path.startsWith('-') ? path : `${folder}/${path}`));
    const ran = await runCli(['scan', ...given, '--output', `${folder}/${output}`]);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^zoomlog: --output: '[^\n]*' is one of the files to be read[^\n]*\n$/);
    expect(everything()).toEqual(before);
  });

  onPosix('standard input that is a file, and a path of the process', () => {
    const before = everything();
    for (const output of ['src/a.log', '/dev/stdin', '/proc/self/cwd/src/a.log'].slice(
      0,
      process.platform === 'linux' ? 3 : 1,
    )) {
      const ran = run(['scan', '-', '--output', output], { shell: '"$0" "$@" < src/a.log' });
      expect([output, ran.status]).toEqual([output, 2]);
      expect(ran.stderr).toContain('is one of the files to be read');
    }
    expect(everything()).toEqual(before);
  });

  test('a new file beside the sources may be written, once', async () => {
    const asked = ['scan', at('src'), '--format', 'json', '--output', at('src/report.json')];
    expect((await runCli(asked)).status).toBeLessThan(2);
    const before = everything();
    expect(JSON.parse(text('src/report.json'))).toMatchObject({ schemaVersion: 2 });
    expect((await runCli(asked)).status).toBe(2);
    expect(everything()).toEqual(before);
  });
});

describe('the report', () => {
  const save = (output: string) => runCli(['scan', at('src'), '--output', at(output)]);
  const isReport = expect.stringContaining('Verdicts');

  test('takes the place of a former one, with its permissions', async () => {
    writeFileSync(at('out/report.txt'), 'former', { mode: 0o640 });
    await save('out/report.txt');
    expect(text('out/report.txt')).toEqual(isReport);
    if (process.platform !== 'win32') expect(statSync(at('out/report.txt')).mode & 0o777).toBe(0o640);
    expect(readdirSync(at('out'))).toEqual(['report.txt']);
  });

  onPosix('goes where a link leads, and the link stays', async () => {
    symlinkSync('out/report.txt', at('link'));
    for (let k = 0; k < 2; k++) {
      await save('link');
      expect(text('out/report.txt')).toEqual(isReport);
      expect(lstatSync(at('link')).isSymbolicLink()).toBe(true);
    }
    symlinkSync('../link', at('src/to-link'));
    await save('src/to-link');
    expect(readdirSync(at('src')).sort()).toEqual(['a.log', 'c.zip', 'old', 'to-link']);
  });

  onPosix('is written to a pipe, a device and an open file where they are', () => {
    execFileSync('mkfifo', [at('pipe')]);
    expect(run(['scan', 'src', '--output', 'pipe'], { shell: 'cat pipe & "$0" "$@"; wait' }).stdout).toEqual(isReport);
    expect(run(['scan', 'src', '--output', '/dev/null'])).toMatchObject({ stdout: '', stderr: '' });
    expect(run(['scan', 'src', '--output', '/dev/stdout'], { shell: '"$0" "$@" | cat' }).stdout).toEqual(isReport);
    run(['scan', 'src', '--output', '/dev/stdout'], { shell: '{ "$0" "$@"; echo after; } > out/both.txt' });
    expect(text('out/both.txt')).toContain('after');
    expect(run(['scan', 'src', '--output', '/dev/full'])).toMatchObject({ status: 2 });
    expect(readdirSync(at('out'))).toEqual(['both.txt']);
  });

  onPosix('cannot take the place of a file that is closed to the user', () => {
    writeFileSync(at('out/report.txt'), 'former', { mode: 0o444 });
    chmodSync(at('out'), 0o777);
    chmodSync(folder, 0o755);
    const drop = process.getuid?.() === 0 ? 'setpriv --reuid=65534 --regid=65534 --clear-groups ' : '';
    const ran = run(['scan', 'src', '--output', 'out/report.txt'], { shell: `${drop}"$0" "$@"` });
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('(EACCES); no permission') });
    expect([text('out/report.txt'), readdirSync(at('out'))]).toEqual(['former', ['report.txt']]);
  });

  const canMount = process.platform === 'linux' && process.getuid?.() === 0;
  test.skipIf(!canMount)('leaves the former one whole where the disk is full', () => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', at('out')], { stdio: 'ignore' });
    } catch {
      return; // A container without the right to mount.
    }
    try {
      writeFileSync(at('out/report.json'), 'former');
      for (let k = 0; k < 200; k++) appendFileSync(at(`src/old/${k}.log`), log);
      for (const name of ['report.json', 'new.json']) {
        const ran = run(['scan', 'src', '--format', 'json', '--output', `out/${name}`]);
        expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('(ENOSPC); the disk is full') });
      }
      expect([text('out/report.json'), readdirSync(at('out'))]).toEqual(['former', ['report.json']]);
    } finally {
      execFileSync('umount', [at('out')]);
    }
  });

  onPosix('says that links were followed', async () => {
    symlinkSync(at('out'), at('src/far'));
    writeFileSync(at('out/far.log'), log);
    const report = async (...args: string[]) => runCli(['scan', at('src'), '--format', 'json', ...args]);
    const without = await report();
    expect(JSON.parse(without.stdout).run.options).toEqual({});
    expect(without.stderr).toContain(`far: it is a link that leads out of what was named, to ${at('out')}`);
    const followed = JSON.parse((await report('--follow-links')).stdout);
    expect(followed.run.options).toEqual({ 'follow-links': 'true' });
    const notes = followed.sources.map(({ path, note }: { path: string; note: string | null }) => [path, note]);
    expect(notes).toContainEqual([at('src/far/far.log'), `reached through a link: it lies at ${at('out/far.log')}`]);
  });

  test('cannot be written to a folder', async () => {
    for (const output of ['out', 'out/', 'none/']) expect((await save(output)).stderr).toContain('it is a folder');
    expect((await save('none/report.txt')).stderr).toContain('(ENOENT); its folder does not exist');
  });
});
