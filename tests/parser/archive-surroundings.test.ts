/** Bytes before and after archives: what unzip and gzip read is read, with a note, and what is damaged is still told. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { scan } from '@zoomlog/parser/node';
import { afterAll, describe, expect, test } from 'vitest';
import { tarOf, zipOf } from '../../scripts/make-archive.ts';
import { cpuTimeOf } from '../helpers/cpu-time.ts';
import { type Gathered, gather, piped } from '../helpers/gather-sources.ts';

const home = mkdtempSync(join(tmpdir(), 'zoomlog-around-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

let files = 0;
function put(name: string, bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(home, `${files++}-`)), name);
  writeFileSync(path, bytes);
  return path;
}
const noise = (length: number): Buffer => createHash('shake256', { outputLength: length }).update('around').digest();
const joined = (...parts: readonly (string | Uint8Array)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

/** `path text` of each source and `kind message` of each problem, with `~` for the file. */
const brief = (found: readonly Gathered[], path: string): string[] =>
  found.map(({ kind, path: at, text, note, trouble }) => {
    const name = at.replace(path, '~');
    const said = [note, trouble].filter((one) => one).join(' ');
    return kind === 'source'
      ? `${name} ${text.slice(0, 40)}${said ? ` (${said})` : ''}`
      : `${name} ${kind}: ${trouble}`;
  });
async function inside(name: string, bytes: Uint8Array): Promise<string[]> {
  const path = put(name, bytes);
  return brief(await gather([path]), path);
}
const through = async (bytes: Uint8Array, length?: number): Promise<string[]> =>
  brief(await gather(['-'], { stdin: piped(bytes, length) }), '-');

const after: readonly (readonly [name: string, bytes: Buffer, count: string])[] = [
  ['a line feed', joined('\n'), '1 byte'],
  ['CRLF', joined('\r\n'), '2 bytes'],
  ['100 NULs', Buffer.alloc(100), '100 bytes'],
  ['700 bytes of anything', noise(700), '700 bytes'],
  ['70,000 NULs', Buffer.alloc(70_000), '70,000 bytes'],
  ['more than 1 MiB', noise(1_100_000), '1,100,000 bytes'],
];
const ignored = (count: string, what: string): string =>
  `${count} after the end of the ${what} ${count === '1 byte' ? 'was' : 'were'} ignored`;

const entries = [
  { name: 'a.log', data: 'A\n'.repeat(2000) },
  { name: 'b.log', data: 'B', method: 0 },
];
const zip = zipOf(entries);
const a = `a.log ${'A\n'.repeat(20)}`;

/** The same zip with the end records of zip64. APPNOTE 4.3.14. */
function zip64(): Buffer {
  const end = zip.length - 22;
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(2n, 24);
  record.writeBigUInt64LE(2n, 32);
  record.writeBigUInt64LE(BigInt(zip.readUInt32LE(end + 12)), 40);
  record.writeBigUInt64LE(BigInt(zip.readUInt32LE(end + 16)), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(end), 8);
  locator.writeUInt32LE(1, 16);
  const last = Buffer.from(zip.subarray(end));
  last.writeUInt32LE(0xffffffff, 16);
  return joined(zip.subarray(0, end), record, locator, last);
}
function commented(comment: Buffer, stated = comment.length): Buffer {
  const whole = joined(zip, comment);
  whole.writeUInt16LE(stated, zip.length - 2);
  return whole;
}
/** Its offsets count from the start of the file, as most programs that make such files write them. */
function shifted(by: number): Buffer {
  const moved = Buffer.from(zip);
  const directory = moved.readUInt32LE(moved.length - 6);
  moved.writeUInt32LE(directory + by, moved.length - 6);
  for (let at = moved.indexOf('PK\x01\x02', directory); at >= 0; at = moved.indexOf('PK\x01\x02', at + 1))
    moved.writeUInt32LE(moved.readUInt32LE(at + 42) + by, at + 42);
  return moved;
}

describe('a zip', () => {
  test.each(after)('with %s behind it', async (_name, bytes, count) => {
    const note = expect.stringContaining(`skipped: ${ignored(count, 'zip')}`);
    for (const whole of [zip, zip64(), commented(Buffer.from('a comment'))]) {
      expect(await inside('x.zip', joined(whole, bytes))).toEqual([`~!/${a}`, '~!/b.log B', note]);
      expect(await through(joined(whole, bytes))).toEqual([`~!/${a}`, '~!/b.log B', note]);
    }
    const outer = zipOf([{ name: 'in.zip', data: joined(zip, bytes), method: 0 }]);
    expect(await inside('o.zip', joined(outer, bytes))).toEqual([
      `~!/in.zip!/${a}`,
      '~!/in.zip!/b.log B',
      expect.stringMatching(/^~!\/in\.zip skipped/),
      note,
    ]);
    expect(await inside('empty.zip', joined(zipOf([]), bytes))).toEqual([note]);
  });

  test('with a comment that holds the sign of an end, or is cut', async () => {
    const both = [`~!/${a}`, '~!/b.log B'];
    expect(await inside('x.zip', commented(joined('PK\x05\x06', Buffer.alloc(30))))).toEqual(both);
    expect(await inside('x.zip', commented(Buffer.from('cut'), 300))).toEqual(both);
    expect(await inside('x.zip', commented(Buffer.alloc(65_535, 'PK\x05\x06')))).toEqual([
      expect.stringContaining('damaged or truncated'),
    ]);
  });

  const programs: readonly (readonly [name: string, head: Buffer])[] = [
    ['setup.exe', joined('MZ', noise(5000))],
    ['collected', joined('MZ', noise(100))],
    ['logs.bin', joined('\x7fELF', noise(70_000))],
    ['logs.run', joined('#!/bin/sh\nexec unzip "$0"\nexit\n')],
    ['mail.zip', joined('\r\n')],
    ['saved.ZIP', joined('HTTP/1.1 200 OK\r\n\r\n')],
  ];
  test.each(programs)('behind a program or a head: %s', async (name, head) => {
    const count = head.length === 1 ? '1 byte' : `${head.length.toLocaleString('en-US')} bytes`;
    const both = [`~!/${a}`, '~!/b.log B'];
    const note = expect.stringContaining(`skipped: ${count} before the zip`);
    expect(await inside(name, joined(head, shifted(head.length)))).toEqual(both);
    for (const whole of [zip, zip64(), joined(zip, '\r\n')])
      expect(await inside(name, joined(head, whole))).toEqual([...both, note]);
  });

  test('behind a program, through a pipe, compressed, and inside an archive', async () => {
    const program = joined('MZ', noise(5000), zip);
    const note = expect.stringContaining('5,002 bytes before the zip');
    expect(await through(program, 1000)).toEqual([`~!/${a}`, '~!/b.log B', note]);
    expect(await inside('setup.exe.gz', gzipSync(program))).toEqual([`~!/${a}`, '~!/b.log B', note]);
    const outer = zipOf([{ name: 'setup.exe', data: program }]);
    expect(await inside('o.zip', outer)).toEqual([`~!/setup.exe!/${a}`, '~!/setup.exe!/b.log B', note]);
    // Too large to hold: it is read as what it is.
    const large = joined('MZ', noise(5000));
    const found = await gather(['-'], { stdin: piped(large, 1000), limits: { buffer: 2000 } });
    expect(found.map(({ text }) => text.length)).toEqual([large.length]);
  });

  test('is not what a log, a program or a cut archive only holds', async () => {
    const log = joined('a line\n'.repeat(100), zip);
    expect(await inside('x.log', log)).toEqual([expect.stringMatching(/^~ a line/)]);
    expect(await inside('x.exe', joined('MZ', noise(3000), 'PK\x05\x06', noise(100)))).toEqual([
      expect.stringMatching(/^~ MZ/),
    ]);
    expect(await inside('x.exe', joined('MZ', zip.subarray(0, -30)))).toEqual([expect.stringMatching(/^~ MZ/)]);
    const outer = zipOf([
      { name: 'in.zip', data: zip, method: 0 },
      { name: 'big', data: noise(5000) },
    ]);
    const cut = await inside('o.zip', outer.subarray(0, -60));
    expect(cut).toEqual([expect.stringContaining('~ unreadable: the zip is damaged or truncated')]);
  });

  test('that pretends to end a million times is soon given up', async () => {
    const took = await cpuTimeOf(async () => {
      const found = await inside('x.zip', joined(zip, Buffer.alloc(8_000_000, 'PK\x05\x06')));
      expect(found).toEqual([expect.stringContaining('damaged or truncated')]);
    });
    expect(took).toBeLessThan(10_000);
  });
});

/** A member with everything that a header may hold. RFC 1952 §2.3. */
function fullMember(text: string): Buffer {
  const head = joined('\x1f\x8b\x08\x1f\0\0\0\0\0\x03', '\x05\0extra', 'name.log\0', 'a comment\0', '\x12\x34');
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc32(text), 0);
  end.writeUInt32LE(text.length, 4);
  return joined(head, deflateRawSync(text), end);
}

describe('gzip', () => {
  const text = Array.from({ length: 9000 }, (_, k) => `${k} ${noise(40 + (k % 9)).toString('hex')}\n`).join('');
  const members = [
    gzipSync('one\n'),
    gzipSync(text),
    joined(gzipSync('one\n'), gzipSync('two\n')),
    fullMember('three\n'),
  ];
  const start = ['one\n', text.slice(0, 40), 'one\ntwo\n', 'three\n'];

  test.each(after)('with %s behind it', async (_name, bytes, count) => {
    const note = ignored(count, 'gzip data');
    for (const [at, member] of members.entries()) {
      expect(await inside('x.log.gz', joined(member, bytes))).toEqual([`~ ${start[at]} (${note})`]);
      if (bytes.length < 1000) expect(await through(joined(member, bytes), 7)).toEqual([`~ ${start[at]} (${note})`]);
    }
    const tar = await tarOf([{ name: 'a.log', data: 'A' }]);
    const found = ['~!/a.log A', expect.stringContaining(`~ skipped: ${note}`)];
    expect(await inside('x.tgz', joined(gzipSync(tar), bytes))).toEqual(found);
    expect(await inside('x.zip.gz', joined(gzipSync(zipOf([{ name: 'a.log', data: 'A' }])), bytes))).toEqual(found);
    const outer = zipOf([{ name: 'in.log.gz', data: joined(members[0]!, bytes) }]);
    expect(await inside('o.zip', outer)).toEqual([`~!/in.log.gz one\n (${note})`]);
  });

  test('is whole with it, in the report too', async () => {
    const path = put('x.log.gz', joined(members[1]!, noise(700)));
    const { report, problems } = await scan([path], {
      version: '1',
      hash: false,
      maxSize: null,
      os: null,
      run: { started: '2026-03-06T08:14:31Z', paths: [path], options: {}, labels: {} },
      localZone: 'UTC',
    } as never);
    expect(problems).toEqual([]);
    expect(report.sources).toMatchObject([
      { complete: true, bytes: text.length, note: expect.stringContaining('700 bytes after the end') },
    ]);
  });

  test('that is damaged is told, wherever the damage is', async () => {
    const [one, big] = [members[0]!, members[1]!];
    const damagedAt = (bytes: Buffer, at: number): Buffer => {
      const copy = Buffer.from(bytes);
      copy[at]! ^= 0xff;
      return copy;
    };
    const cases: readonly (readonly [bytes: Buffer, read: string, trouble: string])[] = [
      [damagedAt(one, one.length - 1), 'one\n', 'is damaged after 4 bytes'],
      [damagedAt(one, one.length - 8), 'one\n', 'is damaged after 4 bytes'],
      [joined(one, one.subarray(0, 2)), 'one\n', 'is truncated after 4 bytes'],
      [joined(one, one.subarray(0, 9)), 'one\n', 'is truncated after 4 bytes'],
      [joined(one, one.subarray(0, -3)), 'one\none\n', 'is truncated after 8 bytes'],
      [joined(one, damagedAt(big, 1), one), 'one\n', 'are damaged and hold more of it'],
      [joined(one, noise(70_000), one), 'one\n', 'are damaged and hold more of it'],
      [joined(big, damagedAt(big, big.length >> 1)), text.slice(0, 40), 'is damaged after'],
    ];
    for (const [bytes, read, trouble] of cases) {
      const [found, ...rest] = await inside('x.gz', bytes);
      expect(found).toContain(`~ ${read}`);
      expect(found).toContain(trouble);
      expect(rest).toEqual([]);
    }
    expect(await inside('x.gz', joined(fullMember('x').subarray(0, 22)))).toEqual([
      expect.stringContaining('is truncated at its start'),
    ]);
  });

  test('of 30,000 members, or with a name of 5 MB, is read as fast as any', async () => {
    const member = gzipSync('one line\n');
    // Extra field, name, comment and checksum of the header.
    const header = joined('\x1f\x8b\x08\x1e\0\0\0\0\0\x03', '\x03\0abc', 'n\0', 'c\0', '\0\0');
    const full = joined(header, member.subarray(10));
    const took = await cpuTimeOf(async () => {
      for (const one of [member, full]) {
        const [many] = await gather([put('x.gz', Buffer.alloc(one.length * 30_000, one))]);
        expect(many).toMatchObject({ trouble: '', note: null, text: 'one line\n'.repeat(30_000) });
      }
    });
    const named = joined('\x1f\x8b\x08\x08\0\0\0\0\0\x03', Buffer.alloc(5_000_000, 'n'), '\0', member.subarray(10));
    expect(await gather([put('y.gz', named)])).toMatchObject([{ trouble: '', text: 'one line\n' }]);
    // Two seconds; were each member to cost a decompressor of its own, a minute.
    expect(took).toBeLessThan(15_000);
  });
});
