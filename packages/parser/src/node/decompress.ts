import { constants, crc32, inflateRawSync } from 'node:zlib';
import type { Bytes } from '../archive/bytes.ts';
import { bunzip2 } from '../archive/bzip2.ts';
import { brokenAfter, overratio } from '../archive/compressed.ts';
import type { Decompression } from '../archive/decompression.ts';
import type { SourceLimits } from '../archive/disk-source.ts';
import { unxz } from '../archive/xz.ts';
import { gunzip } from './gunzip.ts';
import { isCutOff, openInflater, pieceLength } from './inflater.ts';
import { privacyRows } from './privacy-rows.ts';
import { unzstd } from './unzstd.ts';

/** Inflates one stream without a header, and delivers everything that stands before a break. */
async function* inflateRaw(input: Bytes, limits: SourceLimits): Bytes {
  const inflater = openInflater();
  let taken = 0;
  let given = 0;
  try {
    for (;;) {
      const step = await input.next();
      const chunk = step.done ? null : step.value;
      let at = 0;
      do {
        const piece = chunk?.subarray(at, at + pieceLength(taken)) ?? null;
        at += piece?.length ?? 0;
        taken += piece?.length ?? 0;
        for (const output of await inflater.push(piece)) {
          given += output.length;
          const overrun = overratio(given, taken, limits);
          if (overrun) return overrun;
          yield output;
        }
        const damage = inflater.damage();
        if (damage) return (step.done && step.value) || brokenAfter(given, isCutOff(damage));
        if (inflater.isOver()) return step.done ? step.value : null;
      } while (chunk && at < chunk.length);
    }
  } finally {
    inflater.close();
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
  crc32,
};
