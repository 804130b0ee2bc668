/** Cabinets, whole, broken and hostile. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cabOf } from '../../scripts/make-cabinet.ts';
import { gather, piped, told } from '../helpers/gather-sources.ts';
import { hasProgram, openFolders } from '../helpers/inside-archive.ts';

const { folder, put, inside } = openFolders('cabinets');
const line = (i: number) =>
  `03/06/2026 08:14:31:${String(i % 1000).padStart(3, '0')}\tZOOM\t[77:${i}:1]\tINFO\tstep ${i}\n`;
/** More than two blocks. */
const text = Array.from({ length: 2000 }, (_, i) => line(i)).join('');
const says = (...words: string[]) => expect.stringMatching(new RegExp(words.join('.*'), 's'));

const entries = [
  { name: 'logs\\a.log', data: text },
  { name: 'empty.log' },
  { name: 'b.log', data: 'B' },
  { name: 'é.log', data: 'umlaut' },
];
const expected = { '~!/logs/a.log': text, '~!/empty.log': '', '~!/b.log': 'B', '~!/é.log': 'umlaut' };

describe('a cabinet', () => {
  it('is read stored and as MSZIP, in one folder and in several, whatever its name', async () => {
    for (const method of [0, 1])
      for (const apart of [false, true])
        for (const reserved of [0, 20])
          expect(await inside('x.log', cabOf(entries, { method, apart, reserved }))).toEqual(expected);
  });

  it('is read through a pipe, in a gzip and in another archive', async () => {
    const cab = cabOf(entries);
    const pipe = told(await gather(['-'], { stdin: piped(cab, 1000) }));
    expect(Object.values(pipe)).toEqual(Object.values(expected));
    expect(await inside('x.cab.gz', gzipSync(cab))).toEqual(expected);
    const outer = await inside('o.cab', cabOf([{ name: 'in.cab', data: cab }]));
    expect(outer['~!/in.cab!/logs/a.log']).toBe(text);
    expect(await inside('o.cab', cabOf([{ name: 'in.cab', data: cab }]), { depth: 1 })).toEqual({
      '~!/in.cab (limit)': says('nested more than 1'),
    });
  });

  it('gives what cabextract gives (skipped where that is absent)', async (context) => {
    if (!hasProgram('cabextract')) context.skip('no cabextract');
    for (const method of [0, 1]) {
      const cab = cabOf(entries, { method, reserved: 7 });
      const into = folder();
      execFileSync('cabextract', ['-q', '-d', into, put('x.cab', cab)]);
      const found = await inside('x.cab', cab);
      for (const [path, read] of Object.entries(found))
        expect(readFileSync(join(into, path.slice(3)), 'latin1')).toBe(read);
    }
  });

  it('names no place outside of itself, and no entry twice', async () => {
    const names = ['..\\..\\x', '\\etc\\passwd', 'C:\\x.log', 'a\\..\\b.log', 'a.log', 'a.log'];
    const found = await inside('x.cab', cabOf(names.map((name) => ({ name, data: name }))));
    expect(Object.keys(found)).toEqual(['~!/a.log', '~ (unreadable)']);
    const told = await gather([put('y.cab', cabOf(names.map((name) => ({ name, data: name }))))]);
    expect(told.map(({ trouble }) => trouble).filter((trouble) => trouble !== '')).toEqual([
      says('paths that leave the archive', '"../../x", "a/../b.log"'),
      says('absolute paths', '"/etc/passwd", "C:/x.log"'),
      says('duplicates', '"a.log"'),
    ]);
  });

  it('may have names in another code page than UTF-8', async () => {
    const rawName = Buffer.from('Protokoll-\xfc.log', 'latin1');
    expect(await inside('x.cab', cabOf([{ name: '', rawName, data: 'A' }]))).toEqual({ '~!/Protokoll-ü.log': 'A' });
  });
});

describe('what is not read in a cabinet', () => {
  it('is one note for all files of a method, with what to do', async () => {
    const found = await gather([put('x.cab', cabOf(entries, { method: 3 }))]);
    expect(found).toMatchObject([
      {
        kind: 'unreadable',
        path: says('x.cab!/logs/a.log$'),
        trouble: says('it and 3 more are', 'LZX', 'expand -F', 'cabextract'),
      },
    ]);
    expect(await gather([put('x.cab', cabOf([{ name: 'a', data: 'A' }], { method: 2 }))])).toMatchObject([
      { trouble: says('it is compressed with Quantum') },
    ]);
  });

  it('is what goes on in another cabinet of its set; the rest is read', async () => {
    const split = [...entries, { name: 'split.log', data: 'first half', folder: 0xfffe }];
    expect(await inside('x.cab', cabOf(split, { next: 'y.cab' }))).toEqual({
      ...expected,
      '~!/split.log (unreadable)': says('it is continued in another cabinet of its set', 'all of its set'),
    });
    const second = [
      { name: 'split.log', data: 'second half', folder: 0xfffd },
      ...entries.map((entry) => ({ ...entry, folder: 0 })),
    ];
    expect(await inside('y.cab', cabOf(second, { previous: 'x.cab' }))).toEqual({
      '~!/split.log (unreadable)': says('it and 4 more are continued'),
    });
  });
});

describe('a broken cabinet', () => {
  it('gives what comes before the break', async () => {
    for (const method of [0, 1]) {
      const cab = cabOf([{ name: 'first.log', data: 'F' }, ...entries], { method });
      const cut = await inside('x.cab', cab.subarray(0, cab.length - (method ? 1000 : 40_000)));
      expect(cut['~!/first.log']).toBe('F');
      const [read, trouble] = cut['~!/logs/a.log']!.split('!');
      expect(text.startsWith(read!)).toBe(true);
      expect(read!.length).toBeGreaterThan(text.length / 3);
      expect(trouble).toMatch(/the cabinet is damaged or truncated here; what follows is lost/);
      expect(Object.keys(cut)).toEqual(['~!/first.log', '~!/logs/a.log']);
    }
    expect(await inside('x.cab', cabOf(entries).subarray(0, 40))).toEqual({
      '~ (unreadable)': says('the cabinet is damaged or truncated'),
    });
  });

  it('has sums that are compared, and files beside the wrong one', async () => {
    const found = await inside('x.cab', cabOf(entries, { apart: true, wrongSum: 1 }));
    expect(found).toEqual({ ...expected, '~!/logs/a.log': says('its checksum is wrong') });
    const last = await inside('x.cab', cabOf([...entries, { name: 'z.log', data: 'Z' }], { wrongSum: 0 }));
    expect(last['~!/logs/a.log']).toContain('its checksum is wrong');
    expect(last['~!/z.log']).toBe('Z');
  });

  it('has blocks that are none', async () => {
    const cab = cabOf(entries, { apart: true });
    cab.write('XX', cab.indexOf('CK'), 'latin1');
    const found = await inside('x.cab', cab);
    expect(found).toMatchObject({
      '~!/logs/a.log (unreadable)': says('is damaged at its start of its folder'),
      '~!/b.log': 'B',
    });
  });

  it('has files that lie over each other, or beyond their folder', async () => {
    const over = [
      { name: 'a.log', data: 'AAAA' },
      { name: 'b.log', data: 'BBBB', start: 2 },
      { name: 'far.log', data: 'CC', start: 6, size: 4000 },
    ];
    expect(await inside('x.cab', cabOf(over))).toEqual({
      '~!/a.log': 'AAAA',
      '~!/far.log': says('^BBCC!', 'truncated here'),
      '~ (unreadable)': says('laid over another entry', '"b.log"'),
    });
  });

  it('that is a bomb is one note', async () => {
    const zeros = Buffer.alloc(12_000_000);
    const bomb = cabOf([{ name: 'bomb.log', data: zeros }]);
    const found = await gather([put('x.cab', bomb)]);
    expect(found).toMatchObject([{ kind: 'source', trouble: says('like an archive bomb') }]);
    const parts = Array.from({ length: 400 }, (_, i) => ({ name: `${i}.log`, data: zeros.subarray(0, 100_000) }));
    const limits = { ratio: 20, totalFloor: 400_000 };
    const many = await gather([put('x.cab', cabOf(parts, { apart: true }))], { limits });
    expect(many.filter(({ trouble }) => trouble !== '')).toHaveLength(1);
    expect(many.at(-1)).toMatchObject({ trouble: says('like an archive bomb') });
    expect(await gather([put('x.cab', cabOf(parts))], { limits: { entries: 3 } })).toMatchObject([
      {},
      {},
      {},
      { kind: 'limit' },
    ]);
  });
});
