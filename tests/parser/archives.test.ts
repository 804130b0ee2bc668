/** Zip, tar and gzip, in each other, whole, broken and hostile: what findSources finds in archives. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { findSources, type SourceLimits } from '@zoomlog/parser/node';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { tarOf, zipOf } from '../../scripts/make-archive.ts';
import { cabOf } from '../../scripts/make-cabinet.ts';
import { sevenZipOf } from '../../scripts/make-seven-zip.ts';
import { xzOf } from '../../scripts/make-xz.ts';
import { gather, piped, told } from '../helpers/gather-sources.ts';
import { runsOf } from '../helpers/runs.ts';

const home = mkdtempSync(join(tmpdir(), 'zoomlog-archives-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let files = 0;
/** The archive as a file of that name, in a folder of its own. */
function put(name: string, bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(home, `${files++}-`)), name);
  writeFileSync(path, bytes);
  return path;
}

/** What is found in an archive on disk, told with `~` for its path. */
async function inside(name: string, bytes: Uint8Array, limits: Partial<SourceLimits> = {}) {
  const path = put(name, bytes);
  const found = told(await gather([path], { limits }));
  return Object.fromEntries(Object.entries(found).map(([at, text]) => [at.replace(path, '~'), text]));
}

/** The same through a pipe. */
const throughPipe = async (bytes: Uint8Array, length?: number, limits: Partial<SourceLimits> = {}) =>
  told(await gather(['-'], { stdin: piped(bytes, length), limits }));

const line = (i: number) =>
  `03/06/2026 08:14:31:${String(i % 1000).padStart(3, '0')}\tZOOM\t[77:${i}:1]\tINFO\tstep ${i}\n`;
const log = (lines: number) => Array.from({ length: lines }, (_, i) => line(i)).join('');
/** What no compressor can shrink, the same on every run. */
const noise = (length: number): Buffer => createHash('shake256', { outputLength: length }).update('noise').digest();

const says = (...words: string[]) => expect.stringMatching(new RegExp(words.join('.*')));

describe('an archive is known by its content', () => {
  it('gzip around one file is that file, whatever its name', async () => {
    const path = put('x.log.zip', gzipSync(log(3)));
    expect(await gather([path])).toMatchObject([{ kind: 'source', path, text: log(3), file: null, trouble: '' }]);
    expect(await inside('x.log.gz', Buffer.concat([gzipSync('one\n'), gzipSync('two\n')]))).toEqual({
      '~': 'one\ntwo\n',
    });
    expect(await inside('x.gz', Buffer.concat([gzipSync('one\n'), Buffer.alloc(100)]))).toEqual({ '~': 'one\n' });
    expect(await inside('empty.gz', gzipSync(''))).toEqual({ '~': '' });
  });

  it('a zip may be named .log', async () => {
    const zip = zipOf([
      { name: 'logs/', method: 0 },
      { name: 'logs/a.log', data: log(500), modified: 1_772_784_871 },
      { name: 'logs/.hidden/b.log', data: 'stored', method: 0 },
      { name: 'logs\\win.log', data: 'backslash' },
    ]);
    const expected = { '~!/logs/a.log': log(500), '~!/logs/.hidden/b.log': 'stored', '~!/logs/win.log': 'backslash' };
    expect(await inside('x.log', zip)).toEqual(expected);
    expect(await inside('empty.zip', zipOf([]))).toEqual({});
  });

  it('a tar may be named anything, and be compressed', async () => {
    const long = `${'folder/'.repeat(40)}é.log`;
    const tar = await tarOf([
      { name: './logs', type: 'directory' },
      { name: './logs/a.log', data: log(500) },
      { name: long, data: 'long' },
      { name: 'empty.log' },
    ]);
    const expected = { '~!/logs/a.log': log(500), [`~!/${long}`]: 'long', '~!/empty.log': '' };
    expect(await inside('x.log', tar)).toEqual(expected);
    expect(await inside('x.zip', gzipSync(tar))).toEqual(expected);
  });

  it('a tar of the seventh Unix carries no magic', async () => {
    const tar = await tarOf([{ name: 'a.log', data: 'A' }]);
    tar.fill(0, 257, 265);
    tar.write(`${checksum(tar).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    expect(await inside('old.tar', tar)).toEqual({ '~!/a.log': 'A' });
  });

  it('text that looks alike is text', async () => {
    for (const text of ['PK is a name\n', '\x1f\x8b\x09', 'P', '\0'.repeat(600), `${'\0'.repeat(148)}0000000\0`]) {
      expect(await inside('x.zip', Buffer.from(text, 'latin1'))).toEqual({ '~': text });
    }
  });

  it('dates are told only where the archive tells them in UTC', async () => {
    const mtime = new Date('2026-03-06T08:14:31Z');
    const zip = zipOf([{ name: 'zoned', modified: mtime.getTime() / 1000 }, { name: 'local' }]);
    const tar = await tarOf([
      { name: 'tar', mtime },
      { name: 'zero', mtime: new Date(0) },
    ]);
    const dates = (await gather([put('a.zip', zip), put('b.tar', tar)])).map(({ modified }) => modified);
    expect(dates).toEqual(['2026-03-06T08:14:31.000Z', null, '2026-03-06T08:14:31.000Z', null]);
  });
});

/** The sum of a tar header, its own field as spaces. */
const checksum = (header: Uint8Array): number =>
  header.subarray(0, 512).reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : byte), 0);

describe('archives in archives', () => {
  it('are opened as deep as the limit says', async () => {
    const zip = zipOf([{ name: 'x.log.zip', data: gzipSync('deep') }]);
    const tgz = gzipSync(
      await tarOf([
        { name: 'in.zip', data: zip },
        { name: 'b.log', data: 'B' },
      ]),
    );
    const outer = zipOf([
      { name: 'mac.tar.gz', data: tgz },
      { name: 'c.log', data: 'C' },
    ]);
    const whole = { '~!/mac.tar.gz!/in.zip!/x.log.zip': 'deep', '~!/mac.tar.gz!/b.log': 'B', '~!/c.log': 'C' };
    expect(await inside('o.zip', outer)).toEqual(whole);
    expect(await inside('o.zip', outer, { depth: 2 })).toEqual({
      '~!/mac.tar.gz!/in.zip (limit)': says('nested more than 2'),
      '~!/mac.tar.gz!/b.log': 'B',
      '~!/c.log': 'C',
    });
    const piped = await throughPipe(outer);
    expect(Object.keys(piped)).toEqual(Object.keys(whole).map((path) => path.replace('~', '-')));
  });

  it('gzip in gzip does not go on for ever', async () => {
    let bytes: Buffer = Buffer.from('text');
    for (let i = 0; i < 4; i++) bytes = gzipSync(bytes);
    expect(await inside('4.gz', bytes)).toEqual({ '~': 'text' });
    expect(await inside('5.gz', gzipSync(bytes))).toEqual({ '~ (limit)': says('nested more than 3') });
  });

  it('hold a zip in memory only up to the limit', async () => {
    const zip = zipOf([{ name: 'a.log', data: noise(50_000) }]);
    const limits = { buffer: 40_000 };
    const expected = { '~!/in.zip (limit)': says('in memory'), '~!/b.log': 'B' };
    const entries = [
      { name: 'in.zip', data: zip },
      { name: 'b.log', data: 'B' },
    ];
    expect(await inside('o.zip', zipOf(entries), limits)).toEqual(expected);
    expect(await inside('o.tgz', gzipSync(await tarOf(entries)), limits)).toEqual(expected);
    expect(await inside('a.zip', zip, limits)).toMatchObject({ '~!/a.log': expect.any(String) });
    expect(await throughPipe(zip, 1000, limits)).toEqual({ '- (limit)': says('in memory') });
  });

  it('give the memory back that a zip was held in', async () => {
    const zip = zipOf([{ name: 'a.log', data: noise(30_000) }]);
    const outer = zipOf([
      { name: '1.zip', data: zip },
      { name: '2.zip', data: zip },
    ]);
    const found = await inside('o.zip', outer, { buffer: 40_000 });
    expect(Object.keys(found)).toEqual(['~!/1.zip!/a.log', '~!/2.zip!/a.log']);
  });
});

describe('a hostile archive', () => {
  const bad = ['../../x', '/etc/passwd', 'C:/Windows/x.log', 'c:x.log', 'a/../../b', '..\\x', '\\x', './', 'nul\0.log'];
  const good = ['a..b/...log', '..hidden', 'logs/c..'];

  it('names no place outside of itself', async () => {
    const entries = [...bad, ...good].map((name) => ({ name, data: name }));
    const expected = Object.fromEntries(good.map((name) => [`~!/${name}`, name]));
    const zip = await inside('x.zip', zipOf(entries));
    expect(zip).toMatchObject(expected);
    expect(Object.keys(zip).filter((path) => !path.endsWith('(unreadable)'))).toEqual(Object.keys(expected));
    const found = await gather([put('y.zip', zipOf(entries)), put('y.tar', await tarOf(entries))]);
    const problems = found.filter(({ kind }) => kind !== 'source').map(({ trouble }) => trouble);
    for (const name of bad.slice(0, 4)) {
      expect(problems.filter((trouble) => trouble.includes(JSON.stringify(name)))).toHaveLength(2);
    }
    for (const { path } of found) expect(path).not.toMatch(/!\/\/|!\/[A-Za-z]:|\.\.[\\/]|\0/);
  });

  it('has links that are not followed, and devices that are not read', async () => {
    const target = 'etc/passwd';
    const zip = zipOf([
      { name: 'link.log', data: target, mode: 0o120777 },
      { name: 'fifo.log', mode: 0o010644 },
      { name: 'folder', mode: 0o040755 },
      { name: 'a.log', data: 'A', mode: 0o100644 },
    ]);
    const tar = await tarOf([
      { name: 'link.log', type: 'symlink', linkname: target },
      { name: 'hard.log', type: 'link', linkname: target },
      { name: 'fifo.log', type: 'fifo' },
      { name: 'sparse.log', data: '1\n0\n', pax: { 'GNU.sparse.major': '1' } },
      { name: 'a.log', data: 'A' },
    ]);
    for (const archive of [zip, tar]) {
      const found = await gather([put('x', archive)]);
      expect(found).toMatchObject([
        { kind: 'source', text: 'A' },
        { kind: 'skipped', trouble: says('links', '"link.log"') },
        { kind: 'skipped', trouble: says('devices, pipes', '"fifo.log"') },
      ]);
    }
  });

  it('is told of once for a thousand entries of a kind', async () => {
    const links = Array.from({ length: 1000 }, (_, i) => ({
      name: `${i}.log`,
      type: 'symlink' as const,
      linkname: '..',
    }));
    expect(await gather([put('x.tar', await tarOf(links))])).toMatchObject([
      { trouble: says('"0.log"', 'and 997 more') },
    ]);
  });

  it('holds no name twice', async () => {
    const entries = [
      { name: 'a.log', data: 'first' },
      { name: './a.log', data: 'second' },
    ];
    expect(await gather([put('x.zip', zipOf(entries))])).toMatchObject([
      { path: expect.stringMatching(/!\/a\.log$/), text: 'first' },
      { kind: 'unreadable', trouble: says('duplicates', '"./a.log"') },
    ]);
  });

  it('that is a bomb is cut, and the rest is read', async () => {
    const zeros = Buffer.alloc(12_000_000);
    const entries = [
      { name: 'bomb.log', data: zeros },
      { name: 'z.log', data: 'Z' },
    ];
    const [bomb, z] = await gather([put('x.zip', zipOf(entries))]);
    expect(bomb?.trouble).toMatch(/more than 200 times/);
    expect(bomb?.text.length).toBeLessThanOrEqual(10_000_000);
    expect(z).toMatchObject({ text: 'Z', trouble: '' });
    const gz = await gather([put('x.gz', gzipSync(zeros))]);
    expect(gz).toMatchObject([{ trouble: says('more than 200 times') }]);
    const small = await inside('small.gz', gzipSync(zeros.subarray(0, 9_000_000)));
    expect(small['~']?.length).toBe(9_000_000);
  });

  it('gives no more bytes and entries than allowed, and says so once', async () => {
    const entries = Array.from({ length: 5 }, (_, i) => ({ name: `${i}.log`, data: '0123456789' }));
    const tgz = gzipSync(await tarOf(entries));
    const zip = zipOf(entries);
    const nested = zipOf([{ name: 'in.zip', data: zip }]);
    for (const [bytes, limit] of [
      [zip, 25],
      [nested, zip.length + 25],
    ] as const) {
      const found = await gather([put('x', bytes)], { limits: { bytes: limit } });
      expect(found.at(-1)).toMatchObject({ kind: 'source', trouble: says('more than', 'bytes') });
      expect(found.filter(({ trouble }) => trouble !== '')).toHaveLength(1);
    }
    const cut = await gather([put('x.tgz', tgz)], { limits: { bytes: 2000 } });
    expect(cut.filter(({ trouble }) => trouble !== '')).toMatchObject([{ trouble: says('more than 2,000 bytes') }]);
    for (const archive of [zipOf(entries), tgz]) {
      const found = await gather([put('x', archive)], { limits: { entries: 3 } });
      expect(found.map(({ text }) => text)).toEqual(['0123456789', '0123456789', '0123456789', '']);
      expect(found.at(-1)).toMatchObject({ kind: 'limit', trouble: says('more than 3 entries') });
    }
  });

  it('that lies about where its directory is costs no exception', async () => {
    const zip = zipOf([{ name: 'a.log', data: 'A' }]);
    const locator = Buffer.alloc(20, 0xff);
    locator.write('PK\x06\x07', 'latin1');
    const far = Buffer.concat([zip.subarray(0, -22), locator, zip.subarray(-22)]);
    const outside = Buffer.from(zip);
    outside.writeUInt32LE(0xfffffff0, outside.length - 6);
    for (const bytes of [far, outside]) {
      expect(await inside('x.zip', bytes)).toEqual({ '~ (unreadable)': says('damaged or truncated') });
      expect(await throughPipe(bytes)).toEqual({ '- (unreadable)': says('damaged or truncated') });
    }
  });

  it('that states a size below zero does not wait for ever', async () => {
    const tar = await tarOf([
      { name: 'a.log', data: 'A' },
      { name: 'b.log', data: 'B' },
    ]);
    for (const first of [0xff, 0x81]) {
      const lying = Buffer.from(tar);
      lying.fill(first, 1024 + 124, 1024 + 135);
      lying[1024 + 135] = 0;
      lying.write(`${checksum(lying.subarray(1024)).toString(8).padStart(6, '0')}\0 `, 1024 + 148, 'latin1');
      expect(await inside('x.tar', lying)).toEqual({ '~!/a.log': 'A', '~ (unreadable)': says('damaged or truncated') });
    }
  });
});

describe('what is broken', () => {
  it('gives all that stands before the break of a gzip', async () => {
    const text = log(2000);
    const gz = gzipSync(text);
    const half = await inside('x.gz', gz.subarray(0, gz.length >> 1));
    const [read, trouble] = half['~']!.split('!');
    expect(text.startsWith(read!)).toBe(true);
    expect(read!.length).toBeGreaterThan(text.length * 0.4);
    expect(trouble).toMatch(/is truncated/);

    const wrongSum = Buffer.from(gz);
    wrongSum[gz.length - 6]! ^= 1;
    expect(await inside('x.gz', wrongSum)).toEqual({ '~': says('is damaged') });
    expect((await inside('x.gz', wrongSum))['~']).toContain(text);

    const scratched = Buffer.from(gz).fill(0xff, gz.length >> 1);
    const [before] = (await inside('x.gz', scratched))['~']!.split('!');
    expect(text.startsWith(before!)).toBe(true);
    expect(before!.length).toBeGreaterThan(text.length * 0.4);

    expect(await inside('x.gz', gz.subarray(0, 12))).toEqual({
      '~ (unreadable)': says('is truncated at its start'),
    });
  });

  it('gives the other entries of a zip', async () => {
    const text = log(1000);
    const raw = deflateRawSync(text);
    const zip = zipOf([
      { name: 'locked.log', data: 'secret', flags: 1 },
      { name: 'aes.log', data: 'secret', method: 99 },
      { name: 'lzma.log', data: 'x', method: 14 },
      { name: 'odd.log', data: 'x', method: 77 },
      { name: 'sum.log', data: 'S', crc: 1 },
      { name: 'long.log', data: 'L', size: 5, method: 0 },
      { name: 'cut.log', data: text, raw: raw.subarray(0, raw.length >> 1) },
      { name: 'a.log', data: 'A' },
    ]);
    const found = await inside('x.zip', zip);
    expect(found).toEqual({
      '~!/locked.log (unreadable)': says('encrypted', 'password'),
      '~!/aes.log (unreadable)': says('encrypted'),
      '~!/lzma.log (unreadable)': says('LZMA'),
      '~!/odd.log (unreadable)': says('number 77'),
      '~!/sum.log': says('^S!', 'checksum'),
      '~!/long.log': says('^L!', '1 of 5 bytes'),
      '~!/cut.log': expect.stringContaining('is truncated'),
      '~!/a.log': 'A',
    });
    expect(text.startsWith(found['~!/cut.log']!.split('!')[0]!)).toBe(true);
  });

  it('gives the entries before the break of a directory', async () => {
    const entries = [
      { name: 'a.log', data: 'A' },
      { name: 'b.log', data: 'B' },
    ];
    const broken = { '~ (unreadable)': says('damaged or truncated') };
    expect(await inside('x.zip', zipOf(entries, 3))).toEqual({ '~!/a.log': 'A', '~!/b.log': 'B', ...broken });
    const zip = zipOf(entries);
    expect(await inside('x.zip', zip.subarray(0, zip.length - 30))).toEqual(broken);
    const noLocal = Buffer.from(zip);
    noLocal.fill(0, noLocal.lastIndexOf('PK\x03\x04'), noLocal.lastIndexOf('PK\x03\x04') + 4);
    expect(await inside('x.zip', noLocal)).toEqual({
      '~!/a.log': 'A',
      '~!/b.log (unreadable)': says('damaged or truncated'),
    });
  });

  it('gives the bytes before the break of a tar, and tells it once', async () => {
    const text = log(1000);
    const tar = await tarOf([
      { name: 'a.log', data: 'A' },
      { name: 'b.log', data: text },
      { name: 'c.log', data: 'C' },
    ]);
    const start = 1024 + 512;
    const cut = await inside('x.tar', tar.subarray(0, start + 20_000));
    expect(cut).toEqual({ '~!/a.log': 'A', '~!/b.log': expect.stringContaining(`${text.slice(0, 20_000)}!`) });
    const inHeader = await inside('x.tar', tar.subarray(0, 1024 + 100));
    expect(inHeader).toEqual({ '~!/a.log': 'A', '~ (unreadable)': says('damaged or truncated') });
    const scratched = Buffer.from(tar).fill(0x41, 1024, 1536);
    expect(await inside('x.tar', scratched)).toEqual({
      '~!/a.log': 'A',
      '~ (unreadable)': says('damaged or truncated'),
    });

    const gz = gzipSync(tar);
    const [a, b, ...rest] = await gather([put('x.tgz', gz.subarray(0, gz.length >> 1))]);
    expect(a).toMatchObject({ text: 'A', trouble: '' });
    expect(b).toMatchObject({ trouble: says('is truncated', 'the rest of the archive is lost') });
    expect(text.startsWith(b!.text)).toBe(true);
    expect(rest).toEqual([]);
  });

  it('tells of a break behind a source that nobody read', async () => {
    const gz = gzipSync(await tarOf([{ name: 'a.log', data: log(1000) }]));
    const kinds: string[] = [];
    for await (const found of findSources([put('x.tgz', gz.subarray(0, gz.length >> 1))])) kinds.push(found.kind);
    expect(kinds).toEqual(['source', 'unreadable']);
  });
});

describe('reading in part', () => {
  it('leaves the other entries whole', async () => {
    const entries = ['a', 'b', 'c'].map((name) => ({ name: `${name}.log`, data: name.repeat(300_000) }));
    for (const archive of [zipOf(entries), await tarOf(entries), gzipSync(await tarOf(entries))]) {
      const read: string[] = [];
      for await (const found of findSources([put('x', archive)])) {
        if (found.kind !== 'source') throw new Error(found.message);
        if (found.path.endsWith('a.log')) continue;
        let length = 0;
        for await (const chunk of found.bytes()) {
          length += chunk.length;
          if (found.path.endsWith('b.log')) break;
        }
        read.push(`${found.path.slice(-5)} ${length < 300_000 ? 'part' : 'whole'} ${found.problem()}`);
      }
      expect(read).toEqual(['b.log part null', 'c.log whole null']);
    }
  });

  it('closes the archive when the search ends early', async () => {
    const open = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0);
    const before = open();
    const entries = [
      { name: 'a.log', data: noise(300_000) },
      { name: 'b.log', data: 'B' },
    ];
    for (const archive of [zipOf(entries), await tarOf(entries), gzipSync(await tarOf(entries)), gzipSync('x')]) {
      for await (const found of findSources([put('x', archive)])) {
        if (found.kind === 'source') for await (const _ of found.bytes()) break;
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(open()).toBe(before);
    }
  });
});

describe('whatever the bytes', () => {
  const share = fc.nat(10_000).map((part) => part / 10_000);
  const text = log(300);
  const samples = async () => {
    const entries = [
      { name: 'a.log', data: text },
      { name: 'b/c.log', data: noise(700) },
      { name: 'd.log', data: 'D' },
    ];
    const zip = zipOf(entries);
    const tar = await tarOf(entries);
    return [
      zip,
      tar,
      gzipSync(tar),
      gzipSync(text),
      zipOf([
        { name: 'in.zip', data: zip },
        { name: 't', data: tar },
      ]),
      cabOf(entries),
      cabOf(entries, { method: 0, apart: true }),
      sevenZipOf(entries),
      sevenZipOf([{ name: 'in.cab', data: cabOf(entries) }]),
      xzOf(tar),
      zstdCompressSync(tar),
      zstdCompressSync(text),
    ];
  };

  it('nothing is thrown, nothing waits for ever, and no path lies', async () => {
    const archives = await samples();
    const change = fc.record({ at: share, byte: fc.nat(255), length: fc.nat(12) });
    const property = fc.asyncProperty(
      fc.nat(archives.length - 1),
      fc.array(change, { maxLength: 5 }),
      share,
      async (which, changes, end) => {
        const bytes = Buffer.from(archives[which]!);
        for (const { at, byte, length } of changes) {
          const start = Math.floor(at * bytes.length);
          bytes.fill(byte, start, Math.min(start + length, bytes.length));
        }
        const found = await gather(['-'], { stdin: piped(bytes.subarray(0, bytes.length * Math.min(1, end * 1.3))) });
        for (const { path } of found) expect(path).toMatch(/^-(!\/[^/].*)?$/s);
      },
    );
    await fc.assert(property, runsOf(400));
  });

  it('a cut archive gives a beginning of the whole', async () => {
    const archives = await samples();
    const property = fc.asyncProperty(fc.nat(archives.length - 1), share, async (which, end) => {
      const bytes = archives[which]!;
      const whole = await gather(['-'], { stdin: piped(bytes) });
      const cut = await gather(['-'], { stdin: piped(bytes.subarray(0, 4 + (bytes.length - 4) * end)) });
      for (const { kind, path, text, trouble } of cut) {
        if (kind !== 'source') continue;
        const same = whole.find((other) => other.path === path);
        // Of a tar cut inside its first header nothing but a plain file is left.
        if (same === undefined) expect(path).toBe('-');
        else if (trouble === '') expect(text).toBe(same.text);
        else expect(same.text.startsWith(text)).toBe(true);
      }
    });
    await fc.assert(property, runsOf(200));
  });

  it('how a pipe cuts them changes nothing', async () => {
    for (const bytes of await samples()) {
      const whole = await throughPipe(bytes);
      for (const length of [1, 7, 511, 513, 5000]) expect(await throughPipe(bytes, length)).toEqual(whole);
    }
  });
});

it('memory does not grow with the archive', async () => {
  // The same megabyte again and again: gzip members may follow each other, and need not be made anew.
  const text = Buffer.from(log(20_000));
  const times = Math.ceil(300e6 / text.length);
  const member = gzipSync(text);
  const tar = await tarOf([{ name: 'a.log', data: text }]);
  tar.write(`${(times * text.length).toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  tar.write(`${checksum(tar).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  const end = Buffer.alloc(2048 - ((times * text.length) % 512));
  const gz = put('x.gz', new Uint8Array());
  const tgz = put('x.tgz', gzipSync(tar.subarray(0, 512)));
  for (let i = 0; i < times; i++) for (const path of [gz, tgz]) appendFileSync(path, member);
  appendFileSync(tgz, gzipSync(end));
  const output = execFileSync(
    process.execPath,
    ['--conditions=source', join(import.meta.dirname, '../helpers/list-sources.ts'), gz, tgz],
    { encoding: 'utf8' },
  );
  const listed = output
    .trimEnd()
    .split('\n')
    .map((json): { kind: string; bytes: number } => JSON.parse(json));
  expect(listed).toMatchObject([
    { path: gz, bytes: times * text.length, message: null },
    { path: `${tgz}!/a.log`, bytes: times * text.length, message: null },
    { kind: 'memory' },
  ]);
  expect(listed.at(-1)!.bytes).toBeLessThan(100e6);
});
