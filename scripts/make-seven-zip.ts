/** 7z archives for tests: one stream, of whatever method, with a plain list of files. 7zFormat.txt of the LZMA SDK. */
import { crc32 } from 'node:zlib';

export interface SevenZipEntry {
  readonly name: string;
  readonly data?: string | Uint8Array;
  /** Unix mode. */
  readonly mode?: number;
  /** Stated instead of the true value. */
  readonly crc?: number;
}

export interface SevenZipOptions {
  /** The number of the method as hexadecimal digits, and its properties; stored unless given. */
  readonly method?: string;
  readonly properties?: readonly number[];
  /** The compressed bytes of all entries together. */
  readonly packed?: Uint8Array;
}

const number = (value: number): number[] =>
  value < 0x80 ? [value] : [0xf0, value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24];
const uint32 = (value: number): number[] => [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24];

export function sevenZipOf(entries: readonly SevenZipEntry[], options: SevenZipOptions = {}): Buffer {
  const { method = '00', properties = [] } = options;
  const full = entries.filter(({ data = '' }) => data.length > 0);
  const contents = full.map(({ data = '' }) => Buffer.from(data));
  const whole = Buffer.concat(contents);
  const packed = options.packed ?? whole;
  const id = [...Buffer.from(method, 'hex')];
  const coder = [id.length | (properties.length > 0 ? 0x20 : 0), ...id];
  if (properties.length > 0) coder.push(...number(properties.length), ...properties);
  const streams = [
    [6, 0, 1, 9, ...number(packed.length), 0],
    [7, 11, 1, 0, 1, ...coder, 12, ...number(whole.length), 0],
    [8, 13, ...number(full.length), 9, ...contents.slice(0, -1).flatMap(({ length }) => number(length))],
    [10, 1, ...full.flatMap(({ crc }, i) => uint32(crc ?? crc32(contents[i]!))), 0],
  ].flat();
  const isEmpty = entries.map(({ data = '' }) => data.length === 0);
  const emptyCount = isEmpty.filter((is) => is).length;
  const names = Buffer.from(entries.map(({ name }) => `${name}\0`).join(''), 'utf16le');
  const modes = entries.flatMap(({ mode = 0 }) => uint32(mode === 0 ? 0x20 : ((mode << 16) | 0x8000) >>> 0));
  const files = [
    number(entries.length),
    property(14, bitsOf(isEmpty)),
    emptyCount > 0 ? property(15, bitsOf(new Array<boolean>(emptyCount).fill(true))) : [],
    property(17, [0, ...names]),
    property(21, [1, 0, ...modes]),
  ].flat();
  const header = Buffer.from([1, ...(full.length > 0 ? [4, ...streams, 0] : []), 5, ...files, 0, 0]);
  const start = Buffer.alloc(20);
  start.writeBigUInt64LE(BigInt(packed.length), 0);
  start.writeBigUInt64LE(BigInt(header.length), 8);
  start.writeUInt32LE(crc32(header), 16);
  const signature = Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4, ...uint32(crc32(start))]);
  return Buffer.concat([signature, start, packed, header]);
}

const property = (id: number, bytes: readonly number[]): number[] => [id, ...number(bytes.length), ...bytes];

/** The highest bit of a byte comes first. */
const bitsOf = (bits: readonly boolean[]): number[] => {
  const bytes = new Array<number>(Math.ceil(bits.length / 8)).fill(0);
  for (const [i, bit] of bits.entries()) if (bit) bytes[i >> 3]! |= 0x80 >> (i & 7);
  return bytes;
};
