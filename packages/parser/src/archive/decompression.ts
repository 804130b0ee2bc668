import type { Bytes } from './bytes.ts';
import type { Loss, SourceLimits } from './disk-source.ts';
import type { PrivacyDatabase } from './privacy-database.ts';

/** How bytes are compressed: a file by itself, or (`deflate`) without anything around it. */
export type Layout = 'gzip' | 'xz' | 'zstd' | 'bzip2' | 'deflate';

/** What an archive needs of the system that it is read on. */
export interface Decompression {
  /** The decompressed bytes, as far as they go; what breaks them, and a ratio beyond the limits, is the Loss. */
  inflate(input: Bytes, layout: Layout, limits: SourceLimits): Bytes;
  /** A small block that may refer to what came before it, at most `most` bytes of output; null when it is damaged. */
  inflateBlock(block: Uint8Array, before: Uint8Array, most: number): Uint8Array | null;
  /** The rows of the table `access` as text. `file`: where on disk the database lies, if it does. */
  privacyRows(database: PrivacyDatabase, file: string | null): Uint8Array | Loss;
  /** CRC-32 of the bytes, continued from `value`. */
  crc32(bytes: Uint8Array, value: number): number;
}
