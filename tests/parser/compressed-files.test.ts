/** xz, Zstandard and bzip2, around one file and around a tar. */
import { execFileSync } from 'node:child_process';
import { crc32, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { tarOf, zipOf } from '../../scripts/make-archive.ts';
import { xzOf } from '../../scripts/make-xz.ts';
import { gather, piped, told } from '../helpers/gather-sources.ts';
import { hasProgram, openFolders } from '../helpers/inside-archive.ts';

const { put, inside } = openFolders('compressed');
const line = (i: number) =>
  `03/06/2026 08:14:31:${String(i % 1000).padStart(3, '0')}\tZOOM\t[77:${i}:1]\tINFO\tstep ${i}\n`;
const log = (lines: number) => Array.from({ length: lines }, (_, i) => line(i)).join('');
const says = (...words: string[]) => expect.stringMatching(new RegExp(words.join('.*'), 's'));
const decoded = (base64: string) => Buffer.from(base64, 'base64');

/** Twenty lines, as xz and bzip2 compress them; and a megabyte and four of zeros. */
const twenty = log(20);
const xz = decoded(
  '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4AP7AJxdABgMwiB2nDN1bGNllihMSdhSWeumumJiJGOTNRswm5xJxeMrFNaxdnkXFVBN5rAS/FUFVHOBH+6JYfgz4AqVWY0zPKB2yd8kpYEDaBUSHYBW/ZGALEgrRObcFDWHpdrfoeq2PSDDBKFFr/OHwIH2zUO1qJuEvuOdzeNffo3cp/4JURfk1pIlrJsaFs8QQ0hraSxihq77q7hmcdveoQB7TPQbWUI/1AABuAH8BwAA79NTwbHEZ/sCAAAAAARZWg==',
);
const bzip2 = decoded(
  'QlpoOTFBWSZTWcXmVZoAAHJfgAAwQAD/8AEjgBoCAEwAMAENCCUepFPaVP1CGgDFNGgDQAAFSiQ9T9UNBoaGn2EGTpq9+nOvbvd3d3d34CD5CB5znOc5zm973uqqq+5EWkOBFyKrva+iLWRbmRbwQTHgIJOgQTnoNK0qqqrBAqqqqrYQTiQgnGHIQUEDiXChBQQMy0lTBBVJU1ToIKCBxLh/Ag6hDlAc5UIJxLNTUhBgjqEEkZqZ1vv37av11rWMYxi+8i0mpHojQjUjUi5HwjcI6kbEfiMiNiP4u5IpwoSGLzKs0A==',
);
const zerosInXz = decoded(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj7///ANldAABv/f//o7f/Rz5IFXI5YVG4kijmo4YH+e7kHoLTL8U6PAFLsX7JiopNL6MN2X+m44wjEVPgWRjFdYrid/i2lH8MasDedElk4ulcU7IE2PdEDKtfDW1G6eXDdoi3llestk3haR1v+0uIEGxCy4g/XACP0E6vJiiUcR89jyThcJ6nI1/sKMuF0ZWYin4qkfIndfcZwAaYTZj92K/VkA/EJVP49ZE2MQWlsO5vwXBNRwzRkRGqrWAdus6xJxhcWYbpZlJYvul2rFnk5VsFCPnH2q38+1Iq9+SVJQAAAAAAwva6PqJwa2AAAfUBgIBAAHmXf0exxGf7AgAAAAAEWVo=',
);
const zerosInBzip2 = decoded('QlpoOTFBWSZTWVYC4ogAICBIAMAAAAQACCAAMMwFKaYCAbECAeLuSKcKEgrAXFEA');

const kinds = [
  ['xz', xz],
  ['bz2', bzip2],
  ['zst', zstdCompressSync(Buffer.from(twenty))],
] as const;

describe.each(kinds)('%s', (ending, bytes) => {
  it('around one file is that file, whatever its name, and members follow each other', async () => {
    expect(await inside(`x.log.${ending}`, bytes)).toEqual({ '~': twenty });
    expect(await inside('x.log', Buffer.concat([bytes, bytes]))).toEqual({ '~': twenty + twenty });
    expect(await inside('x.zip', zipOf([{ name: 'a.log', data: bytes }]))).toEqual({ '~!/a.log': twenty });
  });

  it('may be cut by a pipe anywhere', async () => {
    for (const length of [1, 7, 64])
      expect(told(await gather(['-'], { stdin: piped(bytes, length) }))).toEqual({ '-': twenty });
  });

  it('that is cut or damaged gives what comes before, and says so', async () => {
    const [cut] = await gather([put('x', bytes.subarray(0, bytes.length - 20))]);
    expect(twenty.startsWith(cut!.text)).toBe(true);
    expect(cut!.trouble).toMatch(/is truncated .*Get the file again/);
    const damaged = Buffer.from(bytes);
    damaged.fill(0x55, bytes.length - 60, bytes.length - 50);
    const [broken] = await gather([put('x', damaged)]);
    expect(broken!.trouble).toMatch(/is (?:damaged|truncated)/);
  });

  it('ignores what follows it, with a note', async () => {
    const [found] = await gather([put('x', Buffer.concat([bytes, Buffer.from('not of it')]))]);
    expect(found).toMatchObject({ text: twenty, trouble: '', note: says('9 bytes after the end of the') });
  });

  it('counts as a level only around another', async () => {
    const deep = gzipSync(gzipSync(gzipSync(bytes)));
    expect(await inside('x', deep)).toEqual({ '~': twenty });
    expect(await inside('x', gzipSync(deep))).toEqual({ '~ (limit)': says('nested more than 3') });
  });
});

describe('around a tar', () => {
  it('its entries are found', async () => {
    const tar = await tarOf([
      { name: 'logs/a.log', data: log(3000) },
      { name: 'b.log', data: 'B' },
    ]);
    const expected = { '~!/logs/a.log': log(3000), '~!/b.log': 'B' };
    expect(await inside('x.tar.xz', xzOf(tar))).toEqual(expected);
    expect(await inside('x.tar.zst', zstdCompressSync(tar))).toEqual(expected);
  });
});

describe('xz', () => {
  it('compares its sums', async () => {
    expect(await inside('x.xz', xzOf(twenty, 1))).toEqual({ '~': says('^03/06', 'is damaged') });
    // Behind the sum of the block stand the index and the end, which states how long the index is.
    const wrong = Buffer.from(xz);
    wrong[xz.length - 12 - (xz.readUInt32LE(xz.length - 8) + 1) * 4 - 8]! ^= 1;
    expect(await inside('x.xz', wrong)).toEqual({ '~': says('^03/06', 'is damaged') });
  });

  it('with a filter for programs says what to do', async () => {
    const bytes = xzOf(twenty);
    // Two filters are stated, and the sum of the header is made to fit.
    const [found] = await gather([put('x', withHeader(bytes, [2, 1, 0x21, 1, 22, 0, 0, 0]))]);
    expect(found).toMatchObject({ kind: 'unreadable', trouble: says('a filter for programs', 'xz -d') });
  });

  it('states a large dictionary at no cost', async () => {
    expect(await inside('x', withHeader(xzOf(twenty), [2, 0, 0x21, 1, 40, 0, 0, 0]))).toEqual({ '~': twenty });
  });

  it('of several blocks, kinds of sums and filters is read as xz reads it (skipped where that is absent)', async (context) => {
    if (!hasProgram('xz')) context.skip('no xz');
    const text = log(4000);
    for (const options of [
      ['-0'],
      ['-6'],
      ['--check=none'],
      ['--check=sha256'],
      ['--check=crc32', '--block-size=40KiB'],
    ]) {
      const bytes = execFileSync('xz', ['-zc', ...options], { input: text, maxBuffer: 1e8 });
      expect(await inside('x', bytes)).toEqual({ '~': text });
    }
  });
});

it('bzip2 is read as bzip2 writes it, in blocks of every size (skipped where that is absent)', async (context) => {
  if (!hasProgram('bzip2')) context.skip('no bzip2');
  const runs = Array.from({ length: 600 }, (_, i) => String.fromCharCode(65 + (i % 7)).repeat(i * 3)).join('');
  for (const level of ['-1', '-9'])
    for (const text of [log(9000), runs, '', '\n']) {
      const bytes = execFileSync('bzip2', ['-c', level], { input: text, maxBuffer: 1e8 });
      expect(await inside('x', bytes)).toEqual({ '~': text });
    }
});

it('a bomb is one note', async () => {
  const many = (bytes: Buffer, count: number) => Buffer.concat(new Array<Buffer>(count).fill(bytes));
  const zeros = zstdCompressSync(Buffer.alloc(12_000_000));
  for (const bytes of [many(zerosInXz, 12), many(zerosInBzip2, 4), zeros]) {
    const found = await gather([put('x', bytes)]);
    expect(found).toMatchObject([{ kind: 'source', trouble: says('like an archive bomb') }]);
    expect(found[0]!.text.length).toBeLessThan(11_000_000);
  }
});

/** The header of the first block, of eight bytes, in place of the one that is there. */
function withHeader(bytes: Buffer, header: readonly number[]): Buffer {
  const whole = xzOf('');
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(Buffer.from(header)));
  return Buffer.concat([whole.subarray(0, 12), Buffer.from(header), sum, bytes.subarray(24)]);
}
