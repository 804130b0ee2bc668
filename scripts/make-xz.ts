/** xz files for tests, with nothing compressed: LZMA2 holds what it cannot shrink as it is. */
import { crc32 } from 'node:zlib';

const chunkLength = 65_536;

const sumOf = (bytes: Uint8Array): Buffer => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(bytes));
  return sum;
};
const padded = (bytes: Uint8Array): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length & 3)) & 3)]);

/** Seven bits a byte, the lowest first. */
function number(value: number): number[] {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return [...bytes, left];
    bytes.push((left % 128) | 0x80);
  }
}

/** `check`: stated instead of the true checksum. */
export function xzOf(data: Uint8Array | string, check?: number): Buffer {
  const bytes = Buffer.from(data);
  const flags = Buffer.from([0, 1]);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkLength) {
    const piece = bytes.subarray(at, at + chunkLength);
    const length = piece.length - 1;
    chunks.push(Buffer.from([at === 0 ? 1 : 2, length >> 8, length & 0xff]), piece);
  }
  const head = Buffer.from([2, 0, 0x21, 1, 22, 0, 0, 0]);
  const sum = sumOf(bytes);
  if (check !== undefined) sum.writeUInt32LE(check);
  const block = Buffer.concat([head, sumOf(head), ...chunks, Buffer.alloc(1)]);
  const index = padded(Buffer.from([0, 1, ...number(block.length + sum.length), ...number(bytes.length)]));
  const backward = Buffer.alloc(6);
  backward.writeUInt32LE(index.length / 4);
  flags.copy(backward, 4);
  const start = Buffer.concat([Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), flags, sumOf(flags)]);
  const end = Buffer.concat([sumOf(backward), backward, Buffer.from('YZ')]);
  return Buffer.concat([start, padded(block), sum, index, sumOf(index), end]);
}
