/** Cabinets for tests, well-formed or not. [MS-CAB]. */
import { deflateRawSync } from 'node:zlib';

export interface CabEntry {
  readonly name: string;
  readonly data?: string | Uint8Array;
  /** Instead of the number of its folder: 0xfffd to 0xffff, split over cabinets. */
  readonly folder?: number;
  /** The name is in another encoding than UTF-8. */
  readonly rawName?: Uint8Array;
  /** Stated instead of the true place and size. */
  readonly start?: number;
  readonly size?: number;
}

export interface CabOptions {
  /** 0 stored, 1 MSZIP; any other only claims to be. */
  readonly method?: number;
  /** A folder for each entry, instead of one for all. */
  readonly apart?: boolean;
  /** Bytes kept in the heads of the cabinet, of each folder and of each block. */
  readonly reserved?: number;
  readonly previous?: string;
  readonly next?: string;
  /** Changes the sum of the block with that number in each folder. */
  readonly wrongSum?: number;
}

const blockLength = 32_768;

export function cabOf(entries: readonly CabEntry[], options: CabOptions = {}): Buffer {
  const { method = 1, apart = false, reserved = 0, previous, next } = options;
  const groups = apart ? entries.map((entry) => [entry]) : [entries];
  const files: Buffer[] = [];
  const folders: Buffer[][] = [];
  for (const [index, group] of groups.entries()) {
    let start = 0;
    for (const { name, data = '', folder = index, rawName, start: from = start, size } of group) {
      const bytes = Buffer.from(data);
      const head = Buffer.alloc(16);
      head.writeUInt32LE(size ?? bytes.length, 0);
      head.writeUInt32LE(from, 4);
      head.writeUInt16LE(folder, 8);
      head.writeUInt16LE(0x5a66, 10);
      head.writeUInt16LE(rawName ? 0x20 : 0xa0, 14);
      files.push(Buffer.concat([head, rawName ?? Buffer.from(name), Buffer.alloc(1)]));
      start += bytes.length;
    }
    folders.push(blocksOf(Buffer.concat(group.map(({ data = '' }) => Buffer.from(data))), options));
  }
  const names = [previous, next].flatMap((name) => (name === undefined ? [] : [`${name}\0disk\0`]));
  const reserve = Buffer.alloc(reserved > 0 ? 4 + reserved : 0);
  if (reserved > 0) {
    reserve.writeUInt16LE(reserved, 0);
    reserve.writeUInt8(reserved, 2);
    reserve.writeUInt8(reserved, 3);
  }
  const before = Buffer.concat([reserve, Buffer.from(names.join(''))]);
  const filesStart = 36 + before.length + groups.length * (8 + reserved);
  let place = filesStart + files.reduce((sum, { length }) => sum + length, 0);
  const heads = folders.map((blocks) => {
    const head = Buffer.alloc(8 + reserved);
    head.writeUInt32LE(place, 0);
    head.writeUInt16LE(blocks.length, 4);
    head.writeUInt16LE(method, 6);
    place += blocks.reduce((sum, { length }) => sum + length, 0);
    return head;
  });
  const header = Buffer.alloc(36);
  header.write('MSCF', 'latin1');
  header.writeUInt32LE(place, 8);
  header.writeUInt32LE(filesStart, 16);
  header.writeUInt16LE(0x0103, 24);
  header.writeUInt16LE(groups.length, 26);
  header.writeUInt16LE(entries.length, 28);
  header.writeUInt16LE((previous ? 1 : 0) | (next ? 2 : 0) | (reserved > 0 ? 4 : 0), 30);
  return Buffer.concat([header, before, ...heads, ...files, ...folders.flat()]);
}

function blocksOf(data: Buffer, { method = 1, reserved = 0, wrongSum }: CabOptions): Buffer[] {
  const blocks: Buffer[] = [];
  for (let at = 0; at < data.length; at += blockLength) {
    const piece = data.subarray(at, at + blockLength);
    const dictionary = data.subarray(Math.max(0, at - blockLength), at);
    const deflated = deflateRawSync(piece, dictionary.length > 0 ? { dictionary } : {});
    const packed = method === 1 ? Buffer.concat([Buffer.from('CK'), deflated]) : piece;
    const head = Buffer.alloc(8 + reserved);
    head.writeUInt16LE(packed.length, 4);
    head.writeUInt16LE(piece.length, 6);
    const sum = (sumOf(packed) ^ sumOf(head.subarray(4, 8))) >>> 0;
    head.writeUInt32LE(blocks.length === wrongSum ? (sum ^ 0x5a5a) >>> 0 : sum, 0);
    blocks.push(Buffer.concat([head, packed]));
  }
  return blocks;
}

/** Words of four bytes; the last few bytes stand the other way round. */
function sumOf(bytes: Buffer): number {
  let sum = 0;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) sum ^= bytes.readUInt32LE(at);
  if (at < bytes.length) sum ^= bytes.readUIntBE(at, bytes.length - at);
  return sum >>> 0;
}
