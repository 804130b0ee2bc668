/** 7z archives, whole, broken and hostile. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sevenZipOf } from '../../scripts/make-seven-zip.ts';
import { gather, piped, told } from '../helpers/gather-sources.ts';
import { hasProgram, openFolders } from '../helpers/inside-archive.ts';

const { folder, put, inside } = openFolders('seven-zip');
const line = (i: number) =>
  `03/06/2026 08:14:31:${String(i % 1000).padStart(3, '0')}\tZOOM\t[77:${i}:1]\tINFO\tstep ${i}\n`;
const log = (lines: number) => Array.from({ length: lines }, (_, i) => line(i)).join('');
const says = (...words: string[]) => expect.stringMatching(new RegExp(words.join('.*'), 's'));

/** Twenty lines, as liblzma compresses them with a dictionary of 64 KiB. */
const lzma = {
  method: '030101',
  properties: [0x5d, 0, 0, 1, 0],
  packed: Buffer.from(
    'ABgMwiB2nDN1bGNllihMSdhSWeumumJiJGOTNRswm5xJxeMrFNaxdnkXFVBN5rAS/FUFVHOBH+6JYfgz4AqVWY0zPKB2yd8kpYEDaBUSHYBW/ZGALEgrRObcFDWHpdrfoeq2PSDDBKFFr/OHwIH2zUO1qJuEvuOdzeNffo3cp/4JURfk1pIlrJsaFs8QQ0hraSxihq77q7hmc3Ylmp//QDIgAA==',
    'base64',
  ),
};
const twenty = log(20);
const entries = [
  { name: 'logs/a.log', data: log(2000) },
  { name: 'empty.log' },
  { name: 'logs/é.log', data: 'umlaut' },
];
const expected = { '~!/empty.log': '', '~!/logs/a.log': log(2000), '~!/logs/é.log': 'umlaut' };
const whole = Buffer.from(entries.map(({ data = '' }) => data).join(''));

describe('a 7z', () => {
  it('is read by the methods that hold text, whatever its name', async () => {
    const half = twenty.length >> 1;
    const both = [
      { name: 'a.log', data: twenty.slice(0, half) },
      { name: 'b.log', data: twenty.slice(half) },
    ];
    expect(await inside('x.log', sevenZipOf(both, lzma))).toEqual({
      '~!/a.log': twenty.slice(0, half),
      '~!/b.log': twenty.slice(half),
    });
    expect(await inside('x.7z', sevenZipOf(entries))).toEqual(expected);
    expect(await inside('x.7z', sevenZipOf(entries, { method: '040108', packed: deflateRawSync(whole) }))).toEqual(
      expected,
    );
    expect(await inside('x.7z', sevenZipOf(entries, { method: '04f71101', packed: zstdCompressSync(whole) }))).toEqual(
      expected,
    );
    const pipe = told(await gather(['-'], { stdin: piped(sevenZipOf(entries), 1000) }));
    expect(Object.values(pipe)).toEqual(Object.values(expected));
  });

  it('is read as 7-Zip writes it (skipped where that is absent)', async (context) => {
    if (!hasProgram('7zz')) context.skip('no 7zz');
    const from = folder();
    for (const [name, text] of [
      ['a.log', log(20_000)],
      ['b.log', 'B'],
      ['empty.log', ''],
    ] as const)
      writeFileSync(join(from, name), text);
    for (const options of [[], ['-m0=lzma'], ['-m0=bzip2'], ['-mx=9', '-ms=off'], ['-mx=0'], ['-mhc=off']]) {
      const path = join(folder(), 'x.7z');
      execFileSync('7zz', ['a', '-bso0', '-bsp0', path, ...options, '.'], { cwd: from });
      const found = await inside('x.7z', readFileSync(path));
      expect(found).toEqual({ '~!/a.log': log(20_000), '~!/b.log': 'B', '~!/empty.log': '' });
    }
  });

  it('holds links that are not followed, and names that lead nowhere', async () => {
    const names = ['../../x', '/etc/passwd', 'C:/x.log', 'a\\..\\..\\b'];
    const hostile = [...names.map((name) => ({ name, data: name })), { name: 'link', data: 'x', mode: 0o120777 }];
    const found = await gather([put('x.7z', sevenZipOf([...hostile, { name: 'a.log', data: 'A' }]))]);
    expect(found.filter(({ kind }) => kind === 'source')).toMatchObject([{ text: 'A' }]);
    expect(found.filter(({ kind }) => kind !== 'source')).toHaveLength(3);
  });

  it('is one note where its method is not read', async () => {
    const of = async (method: string) => (await gather([put('x.7z', sevenZipOf(entries, { method }))])).at(-1)?.trouble;
    expect(await of('030401')).toMatch(/it and 1 more are compressed with PPMd.* 7-Zip/);
    expect(await of('06f10701')).toMatch(/it and 1 more are encrypted in the archive.* password/);
    expect(await of('03030103')).toMatch(/a filter for programs/);
    expect(await of('77')).toMatch(/an unknown method/);
  });
});

describe('a broken 7z', () => {
  it('says that the list of its files is missing', async () => {
    const bytes = sevenZipOf(entries);
    expect(await inside('x.7z', bytes.subarray(0, bytes.length - 10))).toEqual({
      '~ (unreadable)': says('one part of several', 'with all parts beside each other'),
    });
    expect(await inside('x.7z', bytes.subarray(0, 20))).toEqual({ '~ (unreadable)': says('damaged or truncated') });
    const scratched = Buffer.from(bytes);
    scratched[bytes.length - 20]! ^= 1;
    expect(await inside('x.7z', scratched)).toEqual({ '~ (unreadable)': says('damaged or truncated') });
  });

  it('gives what comes before damage', async () => {
    const packed = Buffer.from(lzma.packed).fill(0x55, 90);
    const found = await inside('x.7z', sevenZipOf([{ name: 'a.log', data: twenty }], { ...lzma, packed }));
    const [read, trouble] = found['~!/a.log']!.split('!');
    expect(read!.slice(0, 40)).toBe(twenty.slice(0, 40));
    expect(trouble).toMatch(/damaged/);
  });

  it('has sums that are compared', async () => {
    const wrong = sevenZipOf([
      { name: 'a.log', data: 'A', crc: 1 },
      { name: 'b.log', data: 'B' },
    ]);
    expect(await inside('x.7z', wrong)).toEqual({ '~!/a.log': says('^A!', 'its checksum is wrong'), '~!/b.log': 'B' });
  });

  it('that is a bomb is one note', async () => {
    const zeros = Buffer.alloc(12_000_000);
    const bomb = sevenZipOf([{ name: 'a.log', data: zeros }], { method: '040108', packed: deflateRawSync(zeros) });
    expect(await gather([put('x.7z', bomb)])).toMatchObject([{ trouble: says('like an archive bomb') }]);
  });
});
