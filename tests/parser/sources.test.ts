/** Files, folders, globs, standard input and the known paths: what findSources finds outside of archives. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DiskSource, findSources, knownPaths, locateKnownPaths } from '@zoomlog/parser/node';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { gather, piped, told } from '../helpers/gather-sources.ts';

const home = mkdtempSync(join(tmpdir(), 'zoomlog-sources-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let folders = 0;
/** A new folder with the files; a path that ends in `/` is a folder. */
function folder(files: Readonly<Record<string, string>> = {}): string {
  const root = join(home, `f${folders++}`);
  mkdirSync(root);
  for (const [path, text] of Object.entries(files)) {
    const at = join(root, path);
    mkdirSync(path.endsWith('/') ? at : join(at, '..'), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(at, text);
  }
  return root;
}

const paths = async (given: readonly string[]) => (await gather(given)).map(({ path }) => path);

const onPosix = describe.skipIf(process.platform === 'win32');

describe('a file', () => {
  it('is read whole, with what the disk knows of it', async () => {
    const root = folder({ 'a.log': 'one\ntwo\n' });
    utimesSync(`${root}/a.log`, 0, Date.UTC(2026, 2, 6, 8, 14, 31) / 1000);
    const found: DiskSource[] = [];
    for await (const source of findSources([`${root}/a.log`])) {
      if (source.kind === 'source') found.push(source);
    }
    expect(found).toMatchObject([
      { path: `${root}/a.log`, file: `${root}/a.log`, modified: '2026-03-06T08:14:31.000Z', size: 8 },
    ]);
  });

  it('may be empty', async () => {
    const root = folder({ 'empty.log': '' });
    expect(told(await gather([root]))).toEqual({ [`${root}/empty.log`]: '' });
  });

  it('that is missing is told of, and the others are read', async () => {
    const root = folder({ 'a.log': 'A' });
    const [missing, a] = await gather([`${root}/b.log`, `${root}/a.log`]);
    expect(missing).toMatchObject({ kind: 'missing', path: `${root}/b.log` });
    expect(a).toMatchObject({ kind: 'source', text: 'A' });
    expect(await gather([`${root}/a.log/b.log`, ''])).toMatchObject([{ kind: 'missing' }, { kind: 'missing' }]);
  });

  it('is cut at the limit of its length, and only then', async () => {
    const root = folder({ 'a.log': '0123456789', 'b.log': '01234567' });
    const [a, b] = await gather([root], { limits: { fileBytes: 8 } });
    expect(a).toMatchObject({ text: '01234567', trouble: expect.stringContaining('longer than 8 bytes') });
    expect(b).toMatchObject({ text: '01234567', trouble: '' });
  });

  it('that shrinks while it is read is delivered short', async () => {
    const root = folder({ 'a.log': 'x'.repeat(3_000_000) });
    for await (const source of findSources([root])) {
      if (source.kind !== 'source') throw new Error(source.message);
      let length = 0;
      for await (const chunk of source.bytes()) {
        if (length === 0) truncateSync(`${root}/a.log`, 1_000_000);
        length += chunk.length;
      }
      // The next bytes may have been read ahead.
      expect(length).toBeGreaterThanOrEqual(1_000_000);
      expect(length).toBeLessThan(2_000_000);
      expect(source.problem()).toMatchObject({ kind: 'unreadable', message: expect.stringContaining('shrank') });
    }
  });

  it('that grows while it is read is read to the size it had', async () => {
    const root = folder({ 'a.log': 'x'.repeat(1000) });
    for await (const source of findSources([root])) {
      if (source.kind !== 'source') throw new Error(source.message);
      appendFileSync(`${root}/a.log`, 'y'.repeat(1000));
      let text = '';
      for await (const chunk of source.bytes()) text += Buffer.from(chunk).toString();
      expect(text).toBe('x'.repeat(1000));
      expect(source.problem()).toBeNull();
    }
  });

  it('is closed when its reader stops early, and when nobody reads it', async () => {
    const root = folder({ 'a.log': 'x'.repeat(2_000_000), 'b.log': 'x'.repeat(2_000_000) });
    const open = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0);
    const before = open();
    for await (const source of findSources([root])) {
      if (source.kind === 'source' && source.path.endsWith('a.log')) for await (const _ of source.bytes()) break;
      // What is read ahead is let end.
      const held = source.path.endsWith('a.log') ? before : before + Number(before > 0);
      await vi.waitFor(() => expect(open()).toBe(held));
    }
    await vi.waitFor(() => expect(open()).toBe(before));
  });
});

describe('a folder', () => {
  it('is read with all below it, hidden ones included, sorted by path', async () => {
    const names = ['Z.log', 'a-b.log', 'a.log', 'a/.hidden/y.log', 'a/b.log', 'a/é.log', 'a0.log', '.zoom/logs/x.log'];
    const root = folder(Object.fromEntries(names.map((name) => [name, name])));
    const expected = names.map((name) => `${root}/${name}`).sort();
    expect(await paths([root])).toEqual(expected);
    expect(await paths([`${root}/`])).toEqual(expected);
  });

  it('may hold five thousand files', async () => {
    const root = folder();
    const names = Array.from({ length: 5_000 }, (_, i) => `f${i}.log`);
    for (const name of names) writeFileSync(`${root}/${name}`, name);
    const gathered = await gather([root]);
    expect(gathered.map(({ path }) => path)).toEqual(names.map((name) => `${root}/${name}`).sort());
    expect(gathered.every(({ path, text }) => path.endsWith(text))).toBe(true);
  });

  it('may be a thousand folders deep', async () => {
    const root = folder();
    const deep = `${root}${'/d'.repeat(1000)}`;
    mkdirSync(deep, { recursive: true });
    writeFileSync(`${deep}/x.log`, 'deep');
    expect(told(await gather([root]))).toEqual({ [`${deep}/x.log`]: 'deep' });
  });

  it('is read once, whatever paths lead to it', async () => {
    const root = folder({ 'a.log': 'A', 'sub/b.log': 'B' });
    expect(await paths([`${root}/sub/b.log`, root, `${root}/sub`, `${root}/*.log`, `${root}/a.log`])).toEqual([
      `${root}/sub/b.log`,
      `${root}/a.log`,
    ]);
  });

  it('that is empty gives nothing', async () => {
    expect(await gather([folder()])).toEqual([]);
  });
});

onPosix('links', () => {
  const outside = folder({ 'far.log': 'far', 'sub/f.log': 'f' });
  const inside = folder({ 'a/x.log': 'X', 'b/y.log': 'Y', 'b/deep/z.log': 'Z' });
  symlinkSync('..', `${inside}/a/up`);
  symlinkSync('../a', `${inside}/b/a`);
  symlinkSync('x.log', `${inside}/a/0-latest.log`);
  symlinkSync(outside, `${inside}/b/deep/c`);
  symlinkSync(inside, `${outside}/back`);
  symlinkSync('/', `${inside}/root`);
  symlinkSync(`${outside}/far.log`, `${inside}/d.log`);
  const own = ['a/x.log', 'b/deep/z.log', 'b/y.log'].map((at) => `${inside}/${at}`);

  it('that lead out are named and not followed', async () => {
    const [link, ...found] = (await gather([inside])).reverse();
    expect(found.map(({ path }) => path).reverse()).toEqual(own);
    expect(link).toMatchObject({ kind: 'skipped', path: inside });
    expect(link!.trouble).toContain(`2 links lead out of it and were not followed: "d.log" (to ${outside}/far.log)`);
    expect(link!.trouble).toContain(`"b/deep/c" (to ${outside})`);
    expect(await gather([`${inside}/b`])).toMatchObject([
      { path: `${inside}/b/deep/z.log` },
      { path: `${inside}/b/y.log` },
      { kind: 'skipped', path: `${inside}/b`, trouble: expect.stringContaining('"a" (to ') },
    ]);
  });

  it('that lead out are followed when asked, with a note, and not in a circle', async () => {
    const found = await gather([inside], { followLinks: true });
    expect(found.map(({ path, note }) => [path, note])).toEqual([
      [own[0], null],
      [`${inside}/b/deep/c/far.log`, `reached through a link: it lies at ${outside}/far.log`],
      [`${inside}/b/deep/c/sub/f.log`, `reached through a link: it lies at ${outside}/sub/f.log`],
      [own[1], null],
      [own[2], null],
    ]);
  });

  it('that lead to another path that was named lead to nothing new', async () => {
    expect(await paths([inside, outside])).toEqual([...own, `${outside}/far.log`, `${outside}/sub/f.log`]);
    expect((await gather([outside, `${inside}/d.log`])).map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      `source ${outside}/far.log`,
      `source ${outside}/sub/f.log`,
      `skipped ${outside}/back`,
    ]);
  });

  it('that a glob matches lead out of the folder in which it starts', async () => {
    const root = folder({ 'logs/a.log': 'A', 'logs/old/b.log': 'B' });
    symlinkSync('old/b.log', `${root}/logs/b.log`);
    symlinkSync(outside, `${root}/logs/out`);
    symlinkSync(`${outside}/far.log`, `${root}/logs/far.log`);
    const kinds = async (pattern: string, followLinks = false) =>
      (await gather([`${root}/${pattern}`], { followLinks })).map(
        ({ kind, path }) => `${kind} ${path.slice(root.length)}`,
      );
    expect(await kinds('logs/*.log')).toEqual(['source /logs/a.log', 'source /logs/b.log', 'skipped /logs/far.log']);
    expect(await kinds('logs/*.log', true)).toContain('source /logs/far.log');
    expect(await kinds('logs/*/*.log')).toEqual(['source /logs/old/b.log', 'skipped /logs/out/far.log']);
    expect(await kinds('{logs,x}/*.log')).toContain('skipped /logs/far.log');
  });

  it('are one problem for a thousand of them', async () => {
    const root = folder();
    for (let k = 0; k < 1000; k++) symlinkSync(`${outside}/far.log`, `${root}/${k}.log`);
    expect(await gather([root])).toMatchObject([{ kind: 'skipped', trouble: expect.stringContaining('and 997 more') }]);
  });

  it('that lead nowhere, or in a circle, are one problem each', async () => {
    const root = folder({ 'a.log': 'A' });
    symlinkSync('gone', `${root}/dead.log`);
    symlinkSync('loop', `${root}/loop`);
    const expected = [
      { kind: 'source', path: `${root}/a.log` },
      { kind: 'skipped', path: `${root}/dead.log`, trouble: expect.stringContaining('missing target') },
      { kind: 'unreadable', path: `${root}/loop`, trouble: expect.stringContaining('loop') },
    ];
    expect(await gather([root])).toMatchObject(expected);
    const named = expected.map((one) => (one.kind === 'skipped' ? { ...one, kind: 'missing' } : one));
    expect(await gather([`${root}/a.log`, `${root}/dead.log`, `${root}/loop`])).toMatchObject(named);
  });

  it('may be the path that was given', async () => {
    const root = folder({ 'logs/a.log': 'A' });
    symlinkSync('logs', `${root}/link`);
    expect(await paths([`${root}/link`])).toEqual([`${root}/link/a.log`]);
  });

  it('of the hard kind are two files', async () => {
    const root = folder({ 'a.log': 'A' });
    linkSync(`${root}/a.log`, `${root}/b.log`);
    expect(await paths([root])).toHaveLength(2);
  });
});

describe('a glob', () => {
  it('matches hidden names, in the order of the paths', async () => {
    const root = folder({ 'b.log': 'B', '.h/a.log': 'A', 'c/d/e.log': 'E', 'x.txt': 'X' });
    expect(await paths([`${root}/**/*.log`])).toEqual(['.h/a.log', 'b.log', 'c/d/e.log'].map((at) => `${root}/${at}`));
    expect(await paths([`${root}/{b,x}.*`])).toEqual([`${root}/b.log`, `${root}/x.txt`]);
  });

  it('that matches a folder means all in it', async () => {
    const root = folder({ '12/.zoom/logs/a.log': 'A', '13/.zoom/logs/b.log': 'B', '13/other/c.log': 'C' });
    expect(await paths([`${root}/*/.zoom/logs`])).toEqual([
      `${root}/12/.zoom/logs/a.log`,
      `${root}/13/.zoom/logs/b.log`,
    ]);
  });

  it('that matches nothing is missing', async () => {
    const root = folder({ 'a.log': 'A' });
    const given = [`${root}/*.txt`, '!nothing', '*'.repeat(70_000), 'a{1..100000000}'];
    expect(await gather(given)).toMatchObject(given.map((path) => ({ kind: 'missing', path })));
  });

  it('is a name first, when such a file exists', async () => {
    const root = folder({ 'logs[1].txt': 'one', 'logs1.txt': 'other', 'a*/x.log': 'X', 'ab/x.log': 'Y' });
    expect(told(await gather([`${root}/logs[1].txt`, `${root}/a*`]))).toEqual({
      [`${root}/logs[1].txt`]: 'one',
      [`${root}/a*/x.log`]: 'X',
    });
  });

  it('passes over links to folders around them', async () => {
    const root = folder({ 'in/a/x.log': 'X', 'secret.log': 'S' });
    symlinkSync('..', `${root}/in/up`, 'junction');
    expect(await paths([`${root}/in/*`])).toEqual([`${root}/in/a/x.log`]);
    expect(await paths([`${root}/in/**`])).toEqual([`${root}/in/a/x.log`]);
  });
});

onPosix('what is no file', () => {
  it('is told of and never opened', async () => {
    const root = folder({ 'a.log': 'A' });
    execFileSync('mkfifo', [`${root}/pipe`]);
    const server = createServer().listen(`${root}/socket`);
    symlinkSync('/dev/zero', `${root}/zero`);
    try {
      const special = { kind: 'skipped', trouble: expect.stringContaining('was not opened') };
      expect(await gather([root])).toMatchObject([
        { kind: 'source' },
        { ...special, path: `${root}/pipe` },
        { ...special, path: `${root}/socket` },
        { ...special, path: `${root}/zero` },
      ]);
      const named = { ...special, kind: 'unreadable' };
      expect(await gather([`${root}/pipe`, '/dev/null'])).toMatchObject([named, named]);
    } finally {
      server.close();
    }
  });
});

onPosix('in a folder', () => {
  it('names of any bytes are read, and are one source each', async () => {
    const root = folder();
    const names = ['\x1b[31mred.log', 'two\nlines.log', ' blank .log', '-rf.log', '!', '日志.log'];
    for (const name of names) writeFileSync(`${root}/${name}`, name);
    expect((await gather([root])).map(({ kind, path }) => `${kind} ${path}`).sort()).toEqual(
      names.map((name) => `source ${root}/${name}`).sort(),
    );
  });

  it('a name that is no Unicode is one problem', async ({ skip }) => {
    const root = folder({ 'a.log': 'A' });
    try {
      writeFileSync(Buffer.concat([Buffer.from(`${root}/b`), Buffer.of(0xff), Buffer.from('.log')]), 'B');
    } catch {
      skip('this disk takes no such name');
    }
    expect(await gather([root])).toMatchObject([
      { kind: 'source', text: 'A' },
      { kind: 'unreadable', trouble: expect.stringContaining('not valid Unicode') },
    ]);
  });

  it.skipIf(process.platform !== 'linux')('a file without end that states no size is read to that size', async () => {
    expect(await gather(['/proc/kmsg', '/proc/self/mem'])).toMatchObject([
      { path: '/proc/kmsg' },
      { path: '/proc/self/mem' },
    ]);
  });

  it.skipIf(process.platform !== 'linux')('a hole of a terabyte is read as far as the limit', async () => {
    const root = folder({ 'a.log': '' });
    truncateSync(`${root}/a.log`, 2 ** 40);
    const found: number[] = [];
    for await (const source of findSources([root], { limits: { fileBytes: 3_000_000 } })) {
      if (source.kind !== 'source') throw new Error(source.message);
      for await (const chunk of source.bytes()) found.push(chunk.length);
      expect(source.problem()).toMatchObject({ kind: 'limit' });
    }
    expect(found.reduce((sum, length) => sum + length, 0)).toBe(3_000_000);
  });
});

onPosix('without permission', () => {
  it('a file, a folder and a glob are one problem each', () => {
    const root = folder({ 'a.log': 'A', 'b.log': 'B', 'shut/c.log': 'C', 'z.log': 'Z' });
    chmodSync(`${root}/b.log`, 0);
    chmodSync(`${root}/shut`, 0);
    chmodSync(home, 0o755);
    // Root may read everything: the sources are listed by a process of nobody.
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const list = (...given: string[]) =>
      execFileSync(
        process.execPath,
        ['--conditions=source', join(import.meta.dirname, '../helpers/list-sources.ts'), ...given],
        {
          ...user,
          encoding: 'utf8',
        },
      )
        .trimEnd()
        .split('\n')
        .map((line): { kind: string; path: string; message: string | null } => JSON.parse(line))
        .filter(({ kind }) => kind !== 'memory');
    const denied = { kind: 'unreadable', message: expect.stringContaining('permission denied') };
    expect(list(root)).toMatchObject([
      { kind: 'source', path: `${root}/a.log` },
      { ...denied, path: `${root}/b.log` },
      { ...denied, path: `${root}/shut` },
      { kind: 'source', path: `${root}/z.log` },
    ]);
    expect(list(`${root}/shut/c.log`, `${root}/*/c.log`)).toMatchObject([
      { ...denied, path: `${root}/shut/c.log` },
      { ...denied, path: `${root}/shut` },
      { kind: 'missing', path: `${root}/*/c.log` },
    ]);
  });
});

describe('standard input', () => {
  it('is `-`, and read once', async () => {
    const stdin = piped(Buffer.from('one\ntwo\n'), 3);
    expect(await gather(['-', '-'], { stdin })).toMatchObject([
      { kind: 'source', path: '-', text: 'one\ntwo\n', file: null, modified: null },
    ]);
  });

  it('delivers the first line of a live pipe without waiting for more', async () => {
    async function* live(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('first line\n');
      await new Promise(() => {});
    }
    const found = (await findSources(['-'], { stdin: live() }).next()).value;
    if (found?.kind !== 'source') throw new Error('no source');
    const chunk = await found.bytes().next();
    expect(Buffer.from(chunk.value!).toString()).toBe('first line\n');
  });

  it('that breaks is delivered as far as it went', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('first line\n');
      throw Object.assign(new Error('read EIO'), { code: 'EIO' });
    }
    expect(await gather(['-'], { stdin: broken() })).toMatchObject([
      { kind: 'source', text: 'first line\n', trouble: expect.stringContaining('EIO') },
    ]);
  });
});

describe('the known paths', () => {
  it('are found on each system, and what is not there is said', async () => {
    const root = folder({
      'win/Roaming/Zoom/installer.txt': 'i',
      'win/Roaming/Zoom/logs/': '',
      'win/Temp/MSI1a2b.LOG': 'm',
      'win/Temp/msi3.log': 'm',
      'win/Temp/other.log': 'o',
      'mac [1]/Library/Logs/DiagnosticReports/zoom.us-2026.ips': 'c',
      'mac [1]/Library/Logs/zoominstall.log': 'z',
      'lin/.zoom/logs/': '',
      'lin/snap/zoom-client/12/.zoom/logs/': '',
      'lin/snap/zoom-client/13/.zoom/logs/': '',
    });
    const there = async (platform: NodeJS.Platform, at: string, env: Record<string, string> = {}) =>
      (await locateKnownPaths({ platform, env, home: at })).filter(({ exists }) => exists).map(({ path }) => path);
    const env = { APPDATA: `${root}/win/Roaming`, TEMP: `${root}\\win\\Temp` };
    expect(await there('win32', root, env)).toEqual([
      `${root}/win/Roaming/Zoom/installer.txt`,
      `${root}/win/Roaming/Zoom/logs`,
      `${root}/win/Temp/MSI1a2b.LOG`,
      `${root}/win/Temp/msi3.log`,
    ]);
    const mac = `${root}/mac [1]`;
    expect((await there('darwin', mac)).filter((path) => path.startsWith(root))).toEqual([
      `${mac}/Library/Logs/zoominstall.log`,
      `${mac}/Library/Logs/DiagnosticReports/zoom.us-2026.ips`,
    ]);
    expect(await there('linux', `${root}/lin`)).toEqual([
      `${root}/lin/.zoom/logs`,
      `${root}/lin/snap/zoom-client/12/.zoom/logs`,
      `${root}/lin/snap/zoom-client/13/.zoom/logs`,
    ]);
  });

  it('are not there when a variable or the home is not known', async () => {
    const places = await locateKnownPaths({ platform: 'win32', env: { TEMP: '' }, home: '' });
    expect(places.map(({ path, exists }) => ({ path, exists }))).toEqual(
      knownPaths.filter(({ os }) => os === 'windows').map(({ pattern }) => ({ path: pattern, exists: false })),
    );
    expect(await locateKnownPaths({ platform: 'aix', env: {}, home: '/' })).toEqual([]);
  });
});
