import type { Bytes } from './bytes.ts';
import type { SourceLimits } from './disk-source.ts';

/** What an archive needs of the system that it is read on. */
export interface Decompression {
  /** The decompressed bytes, as far as they go; what breaks them, and a ratio beyond the limits, is the Loss. */
  inflate(input: Bytes, layout: 'gzip' | 'deflate', limits: SourceLimits): Bytes;
  /** CRC-32 of the bytes, continued from `value`. */
  crc32(bytes: Uint8Array, value: number): number;
}
