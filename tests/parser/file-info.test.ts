/** What the disk says about a file: exact where numbers end. */
import { linkSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { infoOf, statFile, statFileNow, statLink } from '../../packages/parser/src/node/file-info.ts';

let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zoomlog-info-'));
  writeFileSync(at('a.log'), 'twelve bytes');
  linkSync(at('a.log'), at('b.log'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the disk would say if it numbered the file so. */
const numbered = (ino: bigint, path = at('a.log')) =>
  infoOf(Object.assign(statSync(at('a.log'), { bigint: true }), { ino }), path);

test('file ids above 2^53 stay apart', () => {
  // NTFS: 48 bits of a record's number, 16 of its sequence.
  const id = 0x0112_0000_0001_f3a4n;
  expect(Number(id)).toBe(Number(id + 1n));
  expect(numbered(id).id).not.toBe(numbered(id + 1n).id);
});

test('a disk that numbers no files tells them by their paths', () => {
  expect(numbered(0n, 'a.log').id).not.toBe(numbered(0n, 'b.log').id);
  expect(numbered(7n, 'a.log').id).toBe(numbered(7n, 'b.log').id);
});

test('a time that no calendar has is unknown', () => {
  const dated = (mtimeNs: bigint) =>
    infoOf(Object.assign(statSync(at('a.log'), { bigint: true }), { mtimeNs }), 'a.log').modified;
  expect(dated(1_772_784_871_120_456_789n)).toBe('2026-03-06T08:14:31.120Z');
  expect([0n, -1_000_000n, 10n ** 26n].map(dated)).toEqual([null, null, null]);
});

test('two names of one file, a folder, nothing', async () => {
  const info = { kind: 'file', size: 12, names: 2 };
  expect(await statFile(at('a.log'))).toMatchObject(info);
  expect(statFileNow(at('b.log'))).toMatchObject({ ...info, id: (await statLink(at('a.log'))).id });
  expect(statFileNow(folder)?.kind).toBe('folder');
  expect(statFileNow(at('c.log'))).toBeNull();
});
