import { constants, crc32, inflateRawSync } from 'node:zlib';
import { openReader } from '../archive/byte-reader.ts';
import type { Bytes } from '../archive/bytes.ts';
import { bunzip2 } from '../archive/bzip2.ts';
import { overratio } from '../archive/compressed.ts';
import type { Decompression } from '../archive/decompression.ts';
import type { SourceLimits } from '../archive/disk-source.ts';
import { unxz } from '../archive/xz.ts';
import { gunzip } from './gunzip.ts';
import { inflateSmall, inflateStream } from './inflater.ts';
import { privacyRows } from './privacy-rows.ts';
import { unzstd } from './unzstd.ts';

/** Bytes, and those that they give at most, of a stream that is inflated at once. */
const smallLength = 64 * 1024;
const mostOfSmall = 256 * 1024;

/** Inflates one stream without a header, and delivers everything that stands before a break. */
async function* inflateRaw(input: Bytes, limits: SourceLimits): Bytes {
  const reader = openReader(input);
  try {
    // A way through the thread pool for each piece would cost more than its inflating.
    const small = (await reader.has(smallLength)) ? null : inflateSmall(reader.held(), mostOfSmall);
    if (!small || overratio(small.data.length, small.taken, limits))
      return yield* inflateStream(reader, limits, { given: 0 });
    if (small.data.length > 0) yield small.data;
    return null;
  } finally {
    await input.return(null);
  }
}

/** What archives are decompressed by here. */
export const zlib: Decompression = {
  inflate(input, layout, limits) {
    if (layout === 'deflate') return inflateRaw(input, limits);
    if (layout === 'xz') return unxz(input, limits, crc32);
    if (layout === 'bzip2') return bunzip2(input, limits);
    return layout === 'zstd' ? unzstd(input, limits) : gunzip(input, limits);
  },
  inflateBlock(block, before, most) {
    try {
      // A block that is cut gives what it has.
      const options = { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH };
      return inflateRawSync(block, before.length > 0 ? { ...options, dictionary: before } : options);
    } catch {
      return null;
    }
  },
  privacyRows,
  // When it is asked for: most scans unpack nothing, and never load zlib.
  crc32: (bytes, value) => crc32(bytes, value),
};
