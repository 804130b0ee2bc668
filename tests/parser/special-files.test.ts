/** Pipes, sockets and devices, and links to them, where logs are followed: named once, never opened, and nothing waits. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Following, followSources, openLines } from '@zoomlog/parser/node';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { statFileNow } from '../../packages/parser/src/node/file-info.ts';
import { openFollowed, readOn } from '../../packages/parser/src/node/followed-file.ts';
import { gather } from '../helpers/gather-sources.ts';

let folder: string;
let following: Following | null = null;
const said: string[] = [];
const recovered: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-special-'));
  said.length = 0;
  recovered.length = 0;
});
afterEach(async () => {
  await following?.close();
  following = null;
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const nameOf = (path: string): string => (path.startsWith(folder) ? path.slice(folder.length + 1) : path);

async function follow(...paths: readonly string[]): Promise<Following> {
  following = followSources(paths.length > 0 ? paths : [folder], {
    fromStart: true,
    os: null,
    onChange: () => {},
    onProblem: ({ kind, path, message }) => said.push(`${nameOf(path)} ${kind}: ${message}`),
    onRecovery: (path) => recovered.push(nameOf(path)),
    onPolling: (reason) => said.push(reason),
    onEnd: () => {},
  });
  await following.ready;
  return following;
}

const line =
  '02/17/2025 16:40:01:009\tZOOM\t[512:9013:41288]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: , this = 0x00c4d200\n';
const pipe = (path: string): void => void execFileSync('mkfifo', [path]);

const sources = (): string[] =>
  following!
    .sources()
    .map(({ path, state, lines }) => `${nameOf(path)} ${state} ${lines}`)
    .sort();
const shows = (...wanted: readonly string[]): Promise<void> =>
  vi.waitFor(() => expect(sources()).toEqual(wanted), { timeout: 8_000, interval: 20 });
const says = (...wanted: readonly string[]): Promise<void> =>
  vi.waitFor(() => expect(said.toSorted()).toEqual(wanted), { timeout: 8_000, interval: 20 });

const notOpened = 'it is a pipe, a socket or a device and was not opened';
const skipped = (name: string): string => `${name} skipped: ${notOpened}`;
const refused = (path: string): string => `${path} unreadable: ${notOpened}`;

describe.skipIf(process.platform === 'win32')('what is no file', { timeout: 30_000 }, () => {
  test('is named once by a watch, with the words of a scan, and the rest is followed', async () => {
    writeFileSync(at('a.log'), line);
    pipe(at('pipe.log'));
    const server = createServer().listen(at('socket'));
    symlinkSync('/dev/zero', at('zero.log'));
    symlinkSync('/dev/null', at('null.log'));
    symlinkSync('pipe.log', at('to-pipe.log'));
    try {
      await follow();
      await shows('a.log read 1');
      appendFileSync(at('a.log'), line);
      await shows('a.log read 2');
      const scanned = (await gather([folder])).filter(({ kind }) => kind === 'skipped');
      const names = ['null.log', 'pipe.log', 'socket', 'to-pipe.log', 'zero.log'];
      expect(said.toSorted()).toEqual(names.map(skipped));
      expect(scanned.map(({ path }) => nameOf(path))).toEqual(names);
      await following!.close();
      expect(said).toHaveLength(names.length);
    } finally {
      server.close();
    }
  });

  test('takes no thread from the files, however many there are', async () => {
    for (let k = 0; k < 12; k++) pipe(at(`${k}.log`));
    for (let k = 0; k < 3; k++) writeFileSync(at(`zoom_memlog_${k}.log`), line);
    await follow();
    await shows('zoom_memlog_0.log read 1', 'zoom_memlog_1.log read 1', 'zoom_memlog_2.log read 1');
    const begun = performance.now();
    await following!.close();
    expect(performance.now() - begun).toBeLessThan(30_000);
  });

  test('and is the path itself, is unreadable', async () => {
    pipe(at('p.log'));
    symlinkSync('p.log', at('link.log'));
    writeFileSync(at('a.log'), line);
    await follow(at('p.log'), at('link.log'), '/dev/zero', at('*.log'));
    await shows('/dev/zero unreadable 0', 'a.log read 1', 'link.log unreadable 0', 'p.log unreadable 0');
    expect(said.toSorted()).toEqual([refused('/dev/zero'), refused('link.log'), refused('p.log')]);
    expect(following!.missing()).toEqual([]);
    unlinkSync(at('p.log'));
    writeFileSync(at('p.log'), line);
    await shows('/dev/zero unreadable 0', 'a.log read 1', 'link.log read 1', 'p.log read 1');
    expect(recovered.toSorted()).toEqual(['link.log', 'p.log']);
  });

  test.each(['a folder', 'the file'])('takes the place of a file: %s was named', async (named) => {
    writeFileSync(at('a.log'), line);
    writeFileSync(at('b.log'), line);
    await (named === 'a folder' ? follow() : follow(at('a.log'), at('b.log')));
    await shows('a.log read 1', 'b.log read 1');
    pipe(`${folder}-pipe`);
    renameSync(`${folder}-pipe`, at('a.log'));
    const isNamed = named !== 'a folder';
    await shows(...(isNamed ? ['a.log unreadable 0'] : []), 'b.log read 1');
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(notOpened);
    appendFileSync(at('b.log'), line);
    await shows(...(isNamed ? ['a.log unreadable 0'] : []), 'b.log read 2');
    writeFileSync(at('c.tmp'), line + line + line);
    renameSync(at('c.tmp'), at('a.log'));
    await shows('a.log read 3', 'b.log read 2');
  });

  test('takes the place of a folder, and comes while the watch goes on', async () => {
    mkdirSync(at('logs'));
    writeFileSync(at('logs/a.log'), line);
    writeFileSync(at('b.log'), line);
    await follow();
    await shows('b.log read 1', 'logs/a.log read 1');
    rmSync(at('logs'), { recursive: true });
    pipe(at('logs'));
    symlinkSync('logs', at('later.log'));
    symlinkSync('/dev/zero', at('zero.log'));
    await says(skipped('later.log'), skipped('logs'), skipped('zero.log'));
    await shows('b.log read 1');
  });
});

test.skipIf(process.platform === 'win32')('lines are read of files only', async () => {
  pipe(at('p.log'));
  symlinkSync('/dev/zero', at('zero.log'));
  for (const path of [at('p.log'), at('zero.log'), folder]) await expect(openLines(path)).rejects.toThrow(notOpened);
});

describe('one reading', () => {
  const options = { os: null, left: () => {} };
  const quiet = line.replace('104103', '0');

  test('ends at the size that the file has, however fast it grows', async () => {
    writeFileSync(at('a.log'), quiet.repeat(20_000));
    const before = statFileNow(at('a.log'))!.size;
    const file = openFollowed(at('a.log'), statFileNow(at('a.log'))!, null, false);
    const step = (): void => appendFileSync(at('a.log'), quiet.repeat(10_000));
    await readOn(file, { ...options, pace: { step, isOver: () => false } });
    expect(file.at).toBe(before);
    expect(statFileNow(at('a.log'))!.size).toBeGreaterThan(before);
  });

  test('stops between two blocks when its time is up', async () => {
    writeFileSync(at('a.log'), quiet.repeat(40_000));
    const file = openFollowed(at('a.log'), statFileNow(at('a.log'))!, null, false);
    let steps = 0;
    await readOn(file, { ...options, pace: { step: () => void steps++, isOver: () => steps > 1 } });
    expect(file).toMatchObject({ isCut: true, at: 2 << 18 });
  });

  test.skipIf(process.platform === 'win32')('sees what it has opened, whatever stood there before', async () => {
    writeFileSync(at('a.log'), line);
    const file = openFollowed(at('a.log'), statFileNow(at('a.log'))!, null, false);
    unlinkSync(at('a.log'));
    pipe(at('a.log'));
    const pace = { step: () => {}, isOver: () => false };
    expect(await readOn(file, { ...options, pace })).toBe('other');
    unlinkSync(at('a.log'));
    mkdirSync(at('a.log'));
    expect(await readOn(file, { ...options, pace })).toBe('folder');
  });
});
