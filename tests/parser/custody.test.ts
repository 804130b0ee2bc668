/** `--hash`: what a report states is what sha256sum says of the files as they were handed in, and of what they hold. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { scan } from '@zoomlog/parser/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tarOf, zipOf } from '../../scripts/make-archive.ts';
import { piped } from '../helpers/gather-sources.ts';

const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const log = '* Could not resolve host: zoom.us\ncurl: (6) Could not resolve host: zoom.us\n'.repeat(40);
const gz = gzipSync(log);
const inner = zipOf([{ name: 'deep.txt', data: `${log}deep\n` }]);
const stub = Buffer.from('MZ'.padEnd(100, '\0'));
const zip = zipOf([
  { name: 'a.txt', data: log },
  { name: 'a.txt.gz', data: gz },
  { name: 'in.zip', data: inner },
]);

const folder = mkdtempSync(join(tmpdir(), 'zoomlog-custody-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let tgz: Buffer;
beforeAll(async () => {
  tgz = gzipSync(await tarOf([{ name: 'b.txt', data: log }]));
  const files = {
    'a.txt': log,
    'a.txt.gz': gz,
    'out.zip': zip,
    'b.tar.gz': tgz,
    'self.exe': Buffer.concat([stub, zip]),
  };
  for (const [name, data] of Object.entries(files)) writeFileSync(join(folder, name), data);
});

async function hashesAt(name: string, options: { hash?: boolean; maxSize?: number } = {}) {
  const given = name === '-' ? '-' : join(folder, name);
  const { report } = await scan([given], {
    version: 'test',
    os: null,
    maxSize: null,
    hash: true,
    ...options,
    ...(name === '-' ? { stdin: piped(zip) } : {}),
  });
  const below = (path: string) => path.replace(given.replaceAll('\\', '/'), name);
  return {
    containers: report.containers?.map(({ path, bytes, sha256 }) => [below(path), bytes, sha256]),
    sources: report.sources.map(({ path, sha256 }) => [below(path), sha256]),
  };
}

describe('the hash of each source and container, as stored', () => {
  test('a file', async () => {
    expect(await hashesAt('a.txt')).toEqual({ containers: [], sources: [['a.txt', hashOf(log)]] });
  });
  test('a compressed file has that of its own bytes', async () => {
    expect(await hashesAt('a.txt.gz')).toEqual({ containers: [], sources: [['a.txt.gz', hashOf(gz)]] });
  });
  test.each(['out.zip', '-'])('a zip, and one in it: %s', async (name) => {
    expect(await hashesAt(name)).toEqual({
      containers: [
        [name, zip.length, hashOf(zip)],
        [`${name}!/in.zip`, inner.length, hashOf(inner)],
      ],
      sources: [
        [`${name}!/a.txt`, hashOf(log)],
        [`${name}!/a.txt.gz`, hashOf(gz)],
        [`${name}!/in.zip!/deep.txt`, hashOf(`${log}deep\n`)],
      ],
    });
  });
  test('a compressed tar', async () => {
    expect(await hashesAt('b.tar.gz')).toEqual({
      containers: [['b.tar.gz', tgz.length, hashOf(tgz)]],
      sources: [['b.tar.gz!/b.txt', hashOf(log)]],
    });
  });
  test('a zip behind a program that extracts it', async () => {
    const { containers } = await hashesAt('self.exe');
    expect(containers?.[0]).toEqual(['self.exe', zip.length + 100, hashOf(Buffer.concat([stub, zip]))]);
  });
  test('what --max-size leaves out is hashed all the same', async () => {
    expect((await hashesAt('a.txt', { maxSize: 100 })).sources).toEqual([['a.txt', hashOf(log)]]);
  });
  test('nobody asks: none', async () => {
    const { containers, sources } = await hashesAt('out.zip', { hash: false });
    expect([containers, sources[0]![1]]).toEqual([undefined, undefined]);
  });
});
