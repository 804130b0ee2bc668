/** Archives of inputs, put together as any program would, then damaged in their structure. */
import { deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { tarOf, type ZipEntry, zipOf } from '../make-archive.ts';
import { type CabEntry, cabOf } from '../make-cabinet.ts';
import { sevenZipOf } from '../make-seven-zip.ts';
import { xzOf } from '../make-xz.ts';
import type { Chance } from './chance.ts';
import type { Input } from './inputs.ts';

interface Packed {
  readonly name: string;
  readonly data: Uint8Array;
}

const oddNames = [
  '../../x',
  '/etc/passwd',
  'C:/x.log',
  'a/../b.log',
  '..\\x',
  './a.log',
  'nul\0.log',
  '',
  'a.log',
  'a.log',
  'x'.repeat(65_000),
  'é.log',
  '\u202e.log',
];

const nameOf = (path: string, chance: Chance): string =>
  chance.happens(0.85) ? path || 'a.log' : chance.pick(oddNames);

/** A zip whose entries may lie about themselves. */
function zip(entries: readonly Packed[], chance: Chance): Uint8Array {
  const lies = (): Partial<ZipEntry> => {
    if (chance.happens(0.8)) return {};
    const number = chance.pick([0, 1, 0x7fffffff, 0xffffffff, 1000]);
    return chance.pick<Partial<ZipEntry>>([
      { crc: number },
      { size: number },
      { method: chance.pick([0, 1, 8, 9, 12, 14, 93, 99, 65535]) },
      { flags: 1 << chance.below(16) },
      { mode: chance.pick([0o120777, 0o040755, 0o010644, 0o100644]) },
      { modified: chance.pick([0, -1, 0x7fffffff, 1_772_784_871]) },
    ]);
  };
  const made = entries.map(({ name, data }): ZipEntry => {
    const half = deflateRawSync(data).subarray(0, data.length >> 2);
    return { name, data, ...lies(), ...(chance.happens(0.05) ? { raw: half } : {}) };
  });
  const count = chance.happens(0.9) ? made.length : chance.pick([0, 1, 5, 65535]);
  return zipOf(made, count);
}

const tar = (entries: readonly Packed[], chance: Chance): Promise<Uint8Array> =>
  tarOf(
    entries.map(({ name, data }) => {
      // A tar cannot hold an entry without a name.
      const named = { name: name === '' ? 'unnamed' : name.toWellFormed().replaceAll('\0', '') };
      if (chance.happens(0.9)) return { ...named, data };
      return chance.pick([
        { ...named, type: 'symlink' as const, linkname: '../x' },
        { ...named, type: 'link' as const, linkname: 'a.log' },
        { ...named, type: 'fifo' as const },
        { ...named, data, pax: { path: 'other.log', 'GNU.sparse.major': '1' } },
        { ...named, data, pax: { mtime: '99999999999999', size: '-1' } },
        { ...named, data, mtime: new Date(chance.pick([0, 8e12, 8.64e15])) },
      ]);
    }),
  );

/** A cabinet whose files may lie about themselves. */
function cab(entries: readonly Packed[], chance: Chance): Uint8Array {
  const made = entries.map(({ name, data }): CabEntry => {
    const whole = { name: name.replaceAll('\0', '').slice(0, 200), data };
    if (chance.happens(0.85)) return whole;
    const number = chance.pick([0, 1, 32_768, 0x7fffffff, 0xffffffff]);
    return chance.pick<CabEntry>([
      { ...whole, start: number },
      { ...whole, size: number },
      { ...whole, folder: chance.pick([0, 1, 500, 0xfffd, 0xfffe, 0xffff]) },
      { ...whole, rawName: Buffer.from([0x80, 0xff, 0x5c]) },
    ]);
  });
  return cabOf(made, {
    method: chance.pick([0, 1, 1, 1, 2, 3, 9]),
    apart: chance.happens(0.4),
    reserved: chance.pick([0, 0, 8]),
    ...(chance.happens(0.1) ? { wrongSum: 0 } : {}),
    ...(chance.happens(0.1) ? { next: 'next.cab' } : {}),
    ...(chance.happens(0.1) ? { previous: 'previous.cab' } : {}),
  });
}

/** A 7z whose method may not be what it says. */
function sevenZip(entries: readonly Packed[], chance: Chance): Uint8Array {
  const whole = Buffer.concat(entries.map(({ data }) => data));
  const made = entries.map(({ name, data }) => ({ name, data, mode: chance.pick([0, 0, 0o100644, 0o120777]) }));
  return sevenZipOf(
    made,
    chance.pick([
      {},
      { method: '040108', packed: deflateRawSync(whole) },
      { method: '04f71101', packed: zstdCompressSync(whole) },
      { method: '030101', properties: [0x5d, 0, 0, 1, 0] },
      { method: '21', properties: [chance.below(48)] },
      { method: chance.pick(['040202', '030401', '06f10701', '03030103', 'ff']) },
    ]),
  );
}

async function pack(entries: readonly Packed[], chance: Chance): Promise<Packed> {
  const choice = chance.below(8);
  if (choice === 4) return { name: 'a.cab', data: cab(entries, chance) };
  if (choice === 5) return { name: 'a.7z', data: sevenZip(entries, chance) };
  if (choice === 6) return { name: 'a.tar.xz', data: xzOf(await tar(entries, chance)) };
  if (choice === 7) return { name: 'a.tar.zst', data: zstdCompressSync(await tar(entries, chance)) };
  if (choice === 0) return { name: 'a.zip', data: zip(entries, chance) };
  if (choice === 1) return { name: 'a.tar', data: await tar(entries, chance) };
  if (choice === 2) return { name: 'a.tgz', data: gzipSync(await tar(entries, chance)) };
  const { name, data } = entries[0]!;
  return {
    name: `${name.slice(0, 40)}.gz`,
    data: Buffer.concat([gzipSync(data), ...entries.slice(1).map((one) => gzipSync(one.data))]),
  };
}

const signatures = ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07', 'PK\x07\x08'];

/** Numbers, signatures and ends that are not what they were. */
function damage(bytes: Uint8Array, chance: Chance): Uint8Array {
  const damaged = Buffer.from(bytes);
  const choice = chance.below(10);
  if (choice === 0) return damaged.subarray(0, chance.below(damaged.length + 1));
  if (choice === 1)
    return Buffer.concat([damaged, Buffer.alloc(chance.between(1, 2000), chance.pick([0, 10, 65, 255]))]);
  if (choice === 2) return Buffer.concat([Buffer.from('MZ self-extracting\n'), damaged]);
  if (choice === 3) return Buffer.concat([damaged, damaged]);
  for (let left = chance.between(1, 6); left > 0 && damaged.length > 8; left--) {
    const at = fieldAt(damaged, chance);
    const value = chance.pick([0, 1, 0xff, 0x7f, 0x80, chance.below(256)]);
    if (choice < 6) damaged[at] = value;
    else damaged.fill(value, at, Math.min(damaged.length, at + chance.pick([2, 4, 8, 12])));
  }
  // A checksum that is right lets the rest of a header through.
  if (choice === 9) mendTarChecksum(damaged);
  return damaged;
}

/** A byte of a header, more often than one of the data. */
function fieldAt(bytes: Buffer, chance: Chance): number {
  if (chance.happens(0.3)) return chance.below(bytes.length);
  const signature = bytes.indexOf(chance.pick(signatures), chance.below(bytes.length >> 1), 'latin1');
  const header = signature >= 0 ? signature : 512 * chance.below(bytes.length / 512);
  return Math.min(
    bytes.length - 1,
    header + chance.pick([chance.below(46), chance.below(512), 124 + chance.below(12), 156]),
  );
}

function mendTarChecksum(bytes: Buffer): void {
  for (let at = 0; at + 512 <= bytes.length; at += 512) {
    if (bytes.toString('latin1', at + 257, at + 262) !== 'ustar') continue;
    bytes.fill(0x20, at + 148, at + 156);
    const sum = bytes.subarray(at, at + 512).reduce((total, byte) => total + byte, 0);
    bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148, 'latin1');
  }
}

export async function drawArchive(inputs: readonly Input[], chance: Chance): Promise<Uint8Array> {
  let entries: Packed[] = inputs.map(({ path, bytes }) => ({ name: nameOf(path, chance), data: bytes }));
  for (let depth = chance.pick([1, 1, 1, 2, 3, 5]); depth > 1; depth--) {
    const { name, data } = await pack(entries, chance);
    entries = [{ name, data: chance.happens(0.2) ? damage(data, chance) : data }, ...entries.slice(0, 1)];
  }
  const { data } = await pack(entries, chance);
  return chance.happens(0.65) ? damage(data, chance) : data;
}
