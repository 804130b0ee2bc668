/** Files that change without a word from the system. */
import { appendFileSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { statFileNow } from '../../packages/parser/src/node/file-info.ts';
import { noticeQuietChanges, type QuietChanges } from '../../packages/parser/src/node/quiet-changes.ts';

let folder: string;
let quiet: QuietChanges;
const changed: string[] = [];
const gone: string[] = [];
const at = (name: string): string => join(folder, name);
const see = (name: string): void => quiet.seen(at(name), statFileNow(at(name))!);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-quiet-'));
  changed.length = 0;
  gone.length = 0;
  quiet = noticeQuietChanges(
    (path) => changed.push(path.slice(folder.length + 1)),
    (path) => {
      gone.push(path.slice(folder.length + 1));
      quiet.forget(path);
    },
  );
});
afterEach(() => {
  quiet.close();
  rmSync(folder, { recursive: true });
});

async function until(wanted: readonly string[]): Promise<void> {
  const end = Date.now() + 8_000;
  while (Date.now() < end && changed.length < wanted.length) await sleep(20);
  expect([...changed].sort()).toEqual(wanted);
}

test('a file that has grown is told until it is seen, one that rests never', async () => {
  for (const name of ['a.log', 'b.log']) {
    writeFileSync(at(name), 'one\n');
    see(name);
  }
  appendFileSync(at('a.log'), 'two\n');
  await until(['a.log']);
  see('a.log');
  await sleep(1_500);
  expect(changed).toEqual(['a.log']);
});

test('a file that is gone is told once', async () => {
  writeFileSync(at('a.log'), '');
  see('a.log');
  rmSync(at('a.log'));
  await sleep(2_500);
  expect([changed, gone]).toEqual([[], ['a.log']]);
});

test('of many the latest are looked at', async () => {
  for (let day = 1; day <= 100; day++) {
    const name = `${String(day).padStart(3, '0')}.log`;
    writeFileSync(at(name), '');
    utimesSync(at(name), 0, day * 86_400);
    see(name);
    appendFileSync(at(name), 'more\n');
  }
  await until(Array.from({ length: 64 }, (_, at) => `${String(at + 37).padStart(3, '0')}.log`));
});
