/** Archives made to harm, each as small as it can be: bombs, odd names, records that lie. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync, inflateRawSync } from 'node:zlib';
import type { SourceLimits } from '@zoomlog/parser/node';
import { afterAll, describe, expect, test } from 'vitest';
import { openClaims } from '../../packages/parser/src/archive/claims.ts';
import { tarOf, type ZipEntry, zipOf } from '../../scripts/make-archive.ts';
import { cpuTimeOf } from '../helpers/cpu-time.ts';
import { gather } from '../helpers/gather-sources.ts';

const home = mkdtempSync(join(tmpdir(), 'zoomlog-hostile-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let files = 0;
/** What is found in it, with `~` for its path: texts cut short, and problems. */
async function inside(name: string, bytes: Uint8Array, limits: Partial<SourceLimits> = {}): Promise<string[]> {
  const path = join(mkdtempSync(join(home, `${files++}-`)), name);
  writeFileSync(path, bytes);
  const found = await gather([path], { limits });
  return found.map(({ kind, path: at, text, trouble }) => {
    const shown = at.replace(path, '~');
    return kind === 'source'
      ? `${shown} ${text.slice(0, 20)}${trouble && ` !${trouble}`}`
      : `${shown} ${kind}: ${trouble}`;
  });
}
const says = (...words: string[]) => expect.stringMatching(new RegExp(words.join('.*'), 's'));
const isDamaged = says('^~ unreadable: ', 'damaged or truncated');
const quickly = async (work: () => Promise<void>, ms = 10_000): Promise<void> =>
  expect(await cpuTimeOf(work)).toBeLessThan(ms);

/** Changes a zip: `central` is where its directory begins, `end` its end record. */
function changed(
  entries: readonly ZipEntry[],
  change: (zip: Buffer, at: { central: number; end: number }) => void,
): Buffer {
  const zip = zipOf(entries);
  const end = zip.length - 22;
  change(zip, { central: zip.readUInt32LE(end + 16), end });
  return zip;
}

/**
 * The zip bomb of D. Fifield (2019): each entry quotes the header of the next in a stored block, so that all of them give
 * the same ten megabytes. https://www.bamsoftware.com/hacks/zipbomb/
 */
function overlapping(count: number, kernel: Buffer): Buffer {
  let tail = deflateRawSync(kernel);
  const locals: Buffer[] = [];
  for (let k = count - 1; k >= 0; k--) {
    const name = Buffer.from(`${k}.log`);
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04', 'latin1');
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(tail.length, 18);
    header.writeUInt16LE(name.length, 26);
    const local = Buffer.concat([header, name]);
    locals.unshift(local);
    const quote = Buffer.from([0, local.length, 0, local.length ^ 0xff, 0xff]);
    if (k > 0) tail = Buffer.concat([quote, local, tail]);
  }
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [k, local] of locals.entries()) {
    const central = Buffer.alloc(46);
    central.write('PK\x01\x02', 'latin1');
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(tail.length - offset, 20);
    central.writeUInt16LE(local.length - 30, 28);
    central.writeUInt32LE(offset, 42);
    if (k === 0) {
      const data = inflateRawSync(tail);
      central.writeUInt32LE(crc32(data), 16);
      central.writeUInt32LE(data.length, 24);
    }
    directory.push(central, local.subarray(30));
    offset += local.length + 5;
  }
  const records = Buffer.concat(directory);
  const body = Buffer.concat([locals[0]!, tail]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, records, end]);
}

describe('a bomb', () => {
  test('whose entries lie over each other gives the first of them', async () => {
    const line = 'Nov  3 08:01:01 desk-7 kernel: usb 3-2: device descriptor read/64, error -71\n';
    const bomb = overlapping(2_000, Buffer.from(line.repeat(120_000)));
    expect(bomb.length).toBeLessThan(260_000);
    await quickly(async () => {
      const found = await inside('x.zip', bomb);
      expect(found).toEqual([
        says('^~!/0.log '),
        says(
          '^~ unreadable: entries that are laid over another entry, as in an archive bomb, were skipped',
          '"1.log"',
          'and 1,996 more',
        ),
      ]);
    });
  });

  test('whose entries are one and the same', async () => {
    const entries = Array.from({ length: 50 }, (_, k) => ({ name: `${k}.log`, data: 'text' }));
    const same = changed(entries, (zip, { central }) => {
      for (let at = central; at >= 0; at = zip.indexOf('PK\x01\x02', at + 1)) zip.writeUInt32LE(0, at + 42);
    });
    expect(await inside('x.zip', same)).toEqual(['~!/0.log text', says('laid over another', 'and 46 more')]);
  });

  test('of many entries, each below every limit', async () => {
    const limits = { ratio: 20, ratioFloor: 50_000, totalFloor: 400_000 };
    const entries = Array.from({ length: 40 }, (_, k) => ({ name: `${k}.log`, data: 'x'.repeat(40_000) }));
    for (const bytes of [zipOf(entries), zipOf([{ name: 'in.zip', data: zipOf(entries), method: 0 }])]) {
      const found = await inside('x.zip', bytes, limits);
      expect(found.length).toBeLessThan(14);
      expect(found.at(-1)).toEqual(says('more than 20 times its size in all, like an archive bomb'));
      expect(found.filter((one) => one.includes('not read'))).toHaveLength(1);
      expect(await inside('x.zip', bytes, { ...limits, totalFloor: 4_000_000 })).toHaveLength(40);
    }
  });

  test('that is no bomb: entries in another order than they lie in', async () => {
    const entries = Array.from({ length: 30 }, (_, k) => ({ name: `${k}.log`, data: `text ${k}` }));
    const zip = zipOf(entries);
    const central = zip.readUInt32LE(zip.length - 6);
    const records: Buffer[] = [];
    for (let at = central; at < zip.length - 22; ) {
      const next = zip.indexOf('PK\x01\x02', at + 1);
      const end = next < 0 ? zip.length - 22 : next;
      records.push(zip.subarray(at, end));
      at = end;
    }
    const reversed = Buffer.concat([zip.subarray(0, central), ...records.reverse(), zip.subarray(-22)]);
    expect(await inside('x.zip', reversed)).toEqual(entries.map(({ name, data }) => `~!/${name} ${data}`).reverse());
  });

  test('a claim holds against what reaches into it from either side', () => {
    const { claim } = openClaims();
    expect([claim(10, 20), claim(20, 30), claim(0, 10), claim(50, 60)]).toEqual([true, true, true, true]);
    for (const [start, end] of [
      [15, 16],
      [9, 11],
      [29, 31],
      [0, 100],
      [49, 51],
      [59, 61],
      [50, 60],
      [55, 55],
    ] as const)
      expect([start, end, claim(start, end)]).toEqual([start, end, false]);
    expect([claim(30, 50), claim(60, 61)]).toEqual([true, true]);
  });

  test.each([2, 6])('of zips in zips, %s deep', async (depth) => {
    let bytes = zipOf([{ name: 'a.log', data: Buffer.alloc(9_000_000) }]);
    for (let k = 1; k < depth; k++)
      bytes = zipOf(Array.from({ length: 6 }, (_, j) => ({ name: `${j}.zip`, data: bytes })));
    await quickly(async () => {
      const found = await inside('x.zip', bytes);
      expect(found.join('\n')).toMatch(depth > 3 ? /nested more than 3/ : /a\.log/);
    }, 6_000);
  });

  test('of gzip in gzip', async () => {
    let bytes: Buffer = Buffer.from('text');
    for (let k = 0; k < 30; k++) bytes = gzipSync(bytes);
    expect(await inside('x.gz', bytes)).toEqual([says('nested more than 3')]);
  });
});

describe('an entry of a zip', () => {
  const text = { data: 'text' };
  const odd: readonly (readonly [name: string, entry: string, found: unknown])[] = [
    ['of 4,000 bytes', `${'n'.repeat(3_996)}.log`, `~!/${'n'.repeat(3_996)}.log text`],
    ['of 65,000 bytes', `${'n'.repeat(64_996)}.log`, `~!/${'n'.repeat(64_996)}.log text`],
    ['with NUL', 'a\0b.log', says('without a valid name')],
    ['with an escape', 'a\x1b[31m.log', '~!/a\x1b[31m.log text'],
    ['of a share', '\\\\server\\share\\a.log', says('absolute paths')],
    ['of a drive', 'C:a.log', says('absolute paths')],
    ['that climbs', 'a/../../b.log', says('leave the archive')],
    ['that climbs in Windows', 'a\\..\\..\\b.log', says('leave the archive')],
    ['of blanks and dots', './', undefined],
  ];
  test.each(odd)('with a name %s', async (_name, entry, found) => {
    expect(
      await inside(
        'x.zip',
        zipOf([
          { name: entry, ...text },
          { name: 'z.log', data: 'Z' },
        ]),
      ),
    ).toEqual(
      typeof found === 'string' ? [found, '~!/z.log Z'] : found === undefined ? ['~!/z.log Z'] : ['~!/z.log Z', found],
    );
  });

  test('with a name that is no UTF-8', async () => {
    const zip = changed([{ name: 'aXb.log', ...text }], (bytes) => {
      for (let at = bytes.indexOf('aXb'); at >= 0; at = bytes.indexOf('aXb', at + 1)) bytes[at + 1] = 0xff;
    });
    expect(await inside('x.zip', zip)).toEqual([says('^~!/a.b.log text')]);
  });

  const one = [{ name: 'a.log', ...text }];
  const lies: readonly (readonly [name: string, change: Parameters<typeof changed>[1], found: unknown])[] = [
    ['compressed with bzip2', (zip, { central }) => zip.writeUInt16LE(12, central + 10), says('bzip2')],
    ['of an archive in several parts', (zip, { end }) => zip.writeUInt16LE(3, end + 4), isDamaged],
    [
      'that lies beyond the end',
      (zip, { central }) => zip.writeUInt32LE(0x7fffffff, central + 42),
      says('damaged or truncated'),
    ],
    ['said to be longer', (zip, { central }) => zip.writeUInt32LE(100, central + 24), says('4 of 100 bytes')],
    ['said to take less', (zip, { central }) => zip.writeUInt32LE(2, central + 20), says('truncated')],
    [
      'said to take more than there is',
      (zip, { central }) => zip.writeUInt32LE(0x7ffffff0, central + 20),
      says('^~!/a.log'),
    ],
    ['and one more that is not there', (zip, { end }) => zip.writeUInt16LE(9, end + 10), says('damaged or truncated')],
    ['with a directory that is empty', (zip, { end }) => zip.writeUInt16LE(0, end + 10), '~!/a.log text'],
    [
      'with strong encryption',
      (zip, { central }) => zip.writeUInt16LE(0x41, central + 8),
      says('^~!/a.log unreadable: it is encrypted'),
    ],
    ['whose extra field is cut', (zip, { central }) => zip.writeUInt16LE(3, central + 30), '~!/a.log text'],
  ];
  test.each(lies)('%s', async (_name, change, found) => {
    const all = await inside('x.zip', changed(one, change));
    expect(all.at(-1)).toEqual(found);
  });

  const oddities: readonly (readonly [name: string, change: Parameters<typeof changed>[1], middle: string | null])[] = [
    ['that is strongly encrypted', (zip, { central }) => zip.writeUInt16LE(0x41, central + 8), null],
    ['whose extra field is longer than itself', (zip, { central }) => zip.writeUInt16LE(900, central + 53), 'b.log B'],
    [
      'whose sizes stand in an extra field that is too short',
      (zip, { central }) => {
        zip.writeUInt32LE(0xffffffff, central + 24);
        zip.writeUInt16LE(1, central + 51);
      },
      null,
    ],
    ['that is not counted', (zip, { end }) => zip.fill(1, end + 8, end + 9).fill(1, end + 10, end + 11), 'b.log B'],
  ];
  test.each(oddities)('%s costs itself, not those behind it', async (_name, change, middle) => {
    const entries = ['a', 'b', 'c'].map((name) => ({ name: `${name}.log`, data: name.toUpperCase(), modified: 1 }));
    // Directory and end record as `change` finds them, of the second entry.
    const zip = changed(entries, (bytes, { central, end }) => change(bytes, { central: central + 60, end }));
    const all = await inside('x.zip', zip);
    expect(all).toEqual(['~!/a.log A', middle ? `~!/${middle}` : says('^~!/b.log'), '~!/c.log C']);
  });

  test('with its sizes behind it', async () => {
    const zip = changed([{ name: 'a.log', flags: 8, ...text }], (bytes) => bytes.fill(0, 14, 26));
    expect(await inside('x.zip', zip)).toEqual(['~!/a.log text']);
  });
});

describe('an entry of a tar', () => {
  const header = (tar: Buffer, change: (block: Buffer) => void, at = 0): Buffer => {
    const copy = Buffer.from(tar);
    const block = copy.subarray(at, at + 512);
    change(block);
    block.fill(' ', 148, 156);
    block.write(
      `${block
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
      'latin1',
    );
    return copy;
  };
  const two = [
    { name: 'a.log', data: 'A' },
    { name: 'b.log', data: 'B' },
  ];

  test.each([
    ['name', 'L'],
    ['link name', 'K'],
    ['extended header', 'x'],
    ['global header', 'g'],
  ])('with a %s of 5 MB is told as that', async (_name, type) => {
    const tar = await tarOf([
      { name: 'a.log', data: 'A' },
      { name: 'long', data: 'n'.repeat(5_000_000) },
      ...two.slice(1),
    ]);
    const long = header(tar, (block) => block.write(type, 156), 1024);
    expect(await inside('x.tar', long)).toEqual([
      '~!/a.log A',
      says('^~ limit: the name or the header of an entry is longer than 4 MiB'),
    ]);
    expect(await inside('x.tgz', gzipSync(long))).toHaveLength(2);
  });

  test('that says it is larger than any disk', async () => {
    const tar = await tarOf(two);
    const size = (text: string) => header(tar, (block) => block.write(text, 124), 1024);
    for (const bytes of [
      size('77777777777\0'),
      header(tar, (block) => block.fill(0x7f, 125, 136).fill(0x80, 124, 125), 1024),
    ]) {
      const found = await inside('x.tar', bytes);
      expect(found[0]).toBe('~!/a.log A');
      expect(found.join()).toContain('damaged or truncated');
    }
    const pax = await tarOf([{ ...two[0]!, pax: { size: '8589934592' } }]);
    await quickly(async () => expect((await inside('x.tgz', gzipSync(pax))).join()).toContain('damaged or truncated'));
  });

  test('that is sparse, in the old way', async () => {
    const tar = header(await tarOf(two), (block) => block.write('S', 156));
    expect(await inside('x.tar', tar)).toEqual(['~!/b.log B', says('devices, pipes or sparse files')]);
  });

  test('among 120,000', async () => {
    const one = await tarOf([{ name: 'a.log' }]);
    const block = one.subarray(0, 512);
    const found = await inside(
      'x.tgz',
      gzipSync(Buffer.concat([Buffer.alloc(512 * 3_000, block), Buffer.alloc(1024)])),
      { entries: 2_000 },
    );
    expect(found.at(-1)).toEqual(says('more than 2,000 entries'));
  });
});
