/** Paths on the systems of the users, whatever system this is. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSources } from '../../packages/parser/src/node/find-sources.ts';
import { expandGlob } from '../../packages/parser/src/node/glob.ts';
import { locateKnownPaths } from '../../packages/parser/src/node/known-paths.ts';
import { givenPath, isDevicePath, systemPath } from '../../packages/parser/src/telling/paths.ts';

describe('a path that was typed', () => {
  test.each<[platform: NodeJS.Platform, given: string, held: string]>([
    ['win32', 'C:\\logs\\*.log', 'C:/logs/*.log'],
    ['win32', 'C:/logs', 'C:/logs'],
    ['win32', 'c:\\logs\\', 'c:/logs/'],
    ['win32', 'C:\\My logs"', 'C:/My logs'],
    ['win32', 'C:', 'C:.'],
    ['win32', 'C:logs', 'C:logs'],
    ['win32', 'C:\\', 'C:/'],
    ['win32', '\\\\server\\share\\x.log', '//server/share/x.log'],
    ['win32', '//server/share/x.log', '//server/share/x.log'],
    ['win32', '\\\\?\\C:\\x.log', 'C:/x.log'],
    ['win32', '\\\\.\\C:\\x.log', 'C:/x.log'],
    ['win32', '\\\\?\\UNC\\server\\share\\x.log', '//server/share/x.log'],
    ['win32', '\\\\?\\GLOBALROOT\\Device\\Vss1\\x', '//?/GLOBALROOT/Device/Vss1/x'],
    ['win32', 'x.log:stream', 'x.log:stream'],
    ['win32', '-', '-'],
    ['linux', 'odd\\name.log', 'odd\\name.log'],
    ['linux', 'C:', 'C:'],
    ['darwin', 'said "so"', 'said "so"'],
  ])('%s: %s', (platform, given, held) => {
    expect(givenPath(given, platform)).toBe(held);
  });

  test.each<[platform: NodeJS.Platform, path: string, is: boolean]>([
    ['win32', '\\\\.\\PhysicalDrive0', true],
    ['win32', '\\\\.\\pipe\\name', true],
    ['win32', '\\\\.\\C:', true],
    ['win32', '\\\\.\\C:\\x.log', false],
    ['win32', '\\\\server\\share', false],
    ['linux', '//./x', false],
  ])('%s: a device or not, %s', (platform, path, is) => {
    expect(isDevicePath(givenPath(path, platform), platform)).toBe(is);
  });
});

test.each<[platform: NodeJS.Platform, held: string, written: string]>([
  ['win32', 'C:/Users/user/logs/x.log', 'C:\\Users\\user\\logs\\x.log'],
  ['win32', '//server/share/x.log', '\\\\server\\share\\x.log'],
  ['win32', 'C:/a.zip!/Windows/x.log', 'C:\\a.zip!/Windows/x.log'],
  ['win32', '-', '-'],
  ['linux', '/home/user/x.log', '/home/user/x.log'],
  ['darwin', '/Users/user/a\\b', '/Users/user/a\\b'],
])('%s writes %s', (platform, held, written) => {
  expect(systemPath(held, platform)).toBe(written);
});

describe('names on disk', () => {
  let root: string;
  const files = (paths: readonly string[]): void => {
    for (const path of paths) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), '');
    }
  };
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'zoomlog paths '));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test('a pattern matches in any case where the system does', async () => {
    files(['case/zoom_memlog_1.log']);
    const found = async (platform: NodeJS.Platform): Promise<readonly string[]> =>
      (await expandGlob(`${root}/case/ZOOM*.LOG`, platform)).paths;
    expect(await found('win32')).toEqual([`${root}/case/zoom_memlog_1.log`]);
    expect(await found('darwin')).toEqual([`${root}/case/zoom_memlog_1.log`]);
    expect(await found('linux')).toEqual([]);
  });

  test('? is one character, of a folder too', async () => {
    files(['one/a1/x.log', 'one/a12/x.log', 'one/a[?]/x.log']);
    const found = async (pattern: string): Promise<readonly string[]> =>
      (await expandGlob(`${root}/${pattern}`, 'linux')).paths.map((path) => path.slice(root.length + 1));
    expect(await found('one/a?/?.log')).toEqual(['one/a1/x.log']);
    expect(await found('on?/a[12]/*')).toEqual(['one/a1/x.log']);
    expect(await found('one/a\\[\\?\\]/x.lo?')).toEqual(['one/a[?]/x.log']);
    expect(await found('one/a1?(2)/x.log')).toEqual(['one/a1/x.log', 'one/a12/x.log']);
  });

  test('macOS: an accent as one character or as two', async () => {
    const [composed, decomposed] = ['caf\u00e9', 'cafe\u0301'];
    files([`nfd/${decomposed}-1.log`, `nfc/${composed}-1.log`]);
    for (const typed of [composed, decomposed]) {
      expect((await expandGlob(`${root}/nf?/${typed}-*.log`, 'darwin')).paths).toEqual([
        `${root}/nfc/${composed}-1.log`,
        `${root}/nfd/${decomposed}-1.log`,
      ]);
    }
    expect((await expandGlob(`${root}/nf?/${composed}-*.log`, 'linux')).paths).toHaveLength(1);
  });

  test('macOS: homes with blanks, accents and brackets', async () => {
    for (const home of ['Jo Doe', 'Andre\u0301', 'x [old]']) {
      files([`${home}/Library/Logs/zoom.us/a.log`, `${home}/Library/Logs/DiagnosticReports/zoom.us-2026.ips`]);
      const places = await locateKnownPaths({ platform: 'darwin', env: {}, home: `${root}/${home}` });
      const there = places.filter(({ path, exists }) => exists && path.startsWith(root)).map(({ path }) => path);
      expect(there).toEqual([
        `${root}/${home}/Library/Logs/zoom.us`,
        `${root}/${home}/Library/Logs/DiagnosticReports/zoom.us-2026.ips`,
      ]);
    }
  });

  test.skipIf(process.platform === 'win32')('macOS: /var is a link to /private/var', async () => {
    files(['private/var/log/zoom.log']);
    symlinkSync('private/var', join(root, 'var'));
    const paths: string[] = [];
    for await (const found of findSources([`${root}/var/log`, `${root}/private/var/log`, `${root}/var/log/*.log`]))
      paths.push(found.path);
    expect(paths).toEqual([`${root}/var/log/zoom.log`]);
  });
});
