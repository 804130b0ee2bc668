/** Readings that meet a rename half-way: what the file holds by then is neither lost nor read twice. */
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { statFileNow } from '../../packages/parser/src/node/file-info.ts';
import { type Followed, openFollowed } from '../../packages/parser/src/node/followed-file.ts';
import { type FollowedFiles, openFollowedFiles } from '../../packages/parser/src/node/followed-files.ts';
import { openReadingQueue, type ReadingQueue } from '../../packages/parser/src/node/reading-queue.ts';

let folder: string;
let former: Followed[];
let queue: ReadingQueue;
let files: FollowedFiles;
let log: string;
let rotated: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-'));
  log = join(folder, 'zoom_memlog.log');
  rotated = `${log}.1`;
  former = [];
  const options = { fromStart: true, os: null, onProblem: () => {}, onRecovery: () => {}, onChange: () => {} };
  queue = openReadingQueue(options, (file) => {
    former.push(file);
    files.leave(file);
  });
  files = openFollowedFiles({ ...options, read: queue.add });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const line = (message: string): string =>
  `02/17/2025 16:40:09:009\tZOOM\t[512:9013:41288]\tINFO\t${message}, this = 0x00c4d200\n`;

/** The log as it was read before the rename; the line that follows was not read yet. */
async function rotate(): Promise<Followed> {
  writeFileSync(log, line('vc::start_req(),  first'));
  const file = openFollowed(log, statFileNow(log)!, null, false);
  queue.add(file);
  await file.busy;
  appendFileSync(log, line('vc::start_req(),  last before the rename'));
  renameSync(log, rotated);
  writeFileSync(log, line('vc::start_req(),  new'));
  return file;
}
const sizeOf = (path: string): number => statFileNow(path)!.size;

test('the former file is read on although a change came while the new one was met', async () => {
  const file = await rotate();
  queue.add(file);
  await null;
  queue.add(file);
  await file.busy;
  expect([file.at, former.length]).toEqual([sizeOf(log), 1]);
  const [old] = former;
  old!.path = rotated;
  queue.add(old!);
  await old!.busy;
  expect(old!.at).toBe(sizeOf(rotated));
});

test('a file that is found under its new name while its old one is opened stays the same', async () => {
  const file = await rotate();
  const { pipe } = file;
  queue.add(file);
  await null;
  file.path = rotated;
  queue.add(file);
  await file.busy;
  expect([file.at, former.length]).toEqual([sizeOf(rotated), 0]);
  expect(file.pipe).toBe(pipe);
});

/** Tells of the paths in this order, as they are now, and reads what they hold: path to bytes read. */
async function tell(...paths: readonly string[]): Promise<Record<string, number>> {
  for (const path of paths) files.add(path, statFileNow(path)!, false);
  for (let turn = 0; turn < 3; turn++) await Promise.all(files.all().map(({ busy }) => busy));
  return Object.fromEntries(files.all().map(({ path, at }) => [path, at]));
}

test.each([
  ['the log before its former self', () => [log, rotated]],
  ['its former self before the log', () => [rotated, log]],
])('after a rename the system tells of %s', async (_, told) => {
  writeFileSync(log, line('vc::start_req(),  first'));
  await tell(log);
  const [file] = files.all();
  appendFileSync(log, line('vc::start_req(),  last before the rename'));
  renameSync(log, rotated);
  writeFileSync(log, line('vc::start_req(),  new'));
  expect(await tell(...told())).toEqual({ [log]: sizeOf(log), [rotated]: sizeOf(rotated) });
  expect(files.all().find(({ path }) => path === rotated)).toBe(file);
});

test('two files that swap their names', async () => {
  writeFileSync(log, line('vc::start_req(),  one'));
  writeFileSync(rotated, line('vc::start_req(),  the other'));
  await tell(log, rotated);
  const [one, other] = files.all();
  renameSync(log, `${log}.swap`);
  renameSync(rotated, log);
  renameSync(`${log}.swap`, rotated);
  appendFileSync(log, line('vc::start_req(),  more'));
  expect(await tell(log)).toEqual({ [log]: sizeOf(log), [rotated]: sizeOf(rotated) });
  expect([one!.path, other!.path]).toEqual([rotated, log]);
});
