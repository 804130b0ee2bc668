/** What a command loads before it begins: each file and each module of Node costs a part of every start. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zoomlogCommand } from '../helpers/command.ts';

const [node, script] = zoomlogCommand();

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-start-up-'));
  const line =
    '02/17/2025 16:40:07:009\tZOOM\t[512:9013:41288]\tINFO\tvc::start_req(),  get client capability value: 7\n';
  writeFileSync(join(folder, 'zoom_memlog_1.log'), line.repeat(10));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Loaded {
  readonly stdout: string;
  /** Those of the product. */
  readonly files: readonly string[];
  /** Those of Node, its own among them. */
  readonly modules: readonly string[];
}

function loadedBy(...words: readonly string[]): Loaded {
  const tell = join(folder, 'loaded.json');
  const watcher = `
    const files = [];
    process.getBuiltinModule('node:module').registerHooks({
      load(url, context, next) { files.push(url); return next(url, context); },
    });
    process.on('exit', () => process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(tell)},
      JSON.stringify({ files, modules: process.moduleLoadList })));`;
  const hook = `data:text/javascript,${encodeURIComponent(watcher)}`;
  const { stdout, stderr } = spawnSync(node, ['--import', hook, script, ...words], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const { files, modules } = JSON.parse(readFileSync(tell, 'utf8')) as Loaded;
  return {
    stdout,
    files: files.filter((file) => file.includes('/packages/cli/dist/')),
    modules: modules.map((one) => one.replace('NativeModule ', '')),
  };
}

const rarelyUsed = [
  'child_process',
  'crypto',
  'http',
  'internal/fs/promises',
  'internal/util/diff',
  'worker_threads',
  'zlib',
];

describe('before it begins', () => {
  test.each([
    { words: ['--version'], most: 2, without: [...rarelyUsed, 'v8'] },
    { words: ['explain', '5003'], most: 3, without: [...rarelyUsed, 'v8'] },
    { words: ['scan', 'LOG'], most: 15, without: rarelyUsed },
  ])('zoomlog $words.0 loads little', ({ words, most, without }) => {
    const log = join(folder, 'zoom_memlog_1.log');
    const { stdout, files, modules } = loadedBy(...words.map((word) => (word === 'LOG' ? log : word)));
    expect(stdout).not.toBe('');
    expect(files.length).toBeLessThanOrEqual(most);
    expect(modules.filter((one) => without.includes(one))).toEqual([]);
  });

  test('every file of it is ASCII, which takes half the memory', () => {
    const { files } = loadedBy('scan', join(folder, 'zoom_memlog_1.log'));
    for (const file of files)
      expect(readFileSync(join(dirname(script), file.split('/').at(-1)!), 'latin1')).not.toMatch(/[^\0-\x7f]/);
  });
});
