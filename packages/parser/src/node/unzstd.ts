/**
 * Zstandard files as zstd reads them: frames follow each other. Node's own decompressor ends with the first one, so each
 * is cut out by its blocks and has a decompressor of its own. RFC 8878.
 */
import * as zlib from 'node:zlib';
import { openReader, type Reader } from '../archive/byte-reader.ts';
import type { Bytes } from '../archive/bytes.ts';
import { brokenAfter, overratio, restIgnored } from '../archive/compressed.ts';
import { isLost, type Loss, type SourceLimits } from '../archive/disk-source.ts';
import { isCutOff, oneAhead, openEngine, type Tally } from './inflater.ts';

/** Windows of up to 128 MiB, which is what zstd itself reads unless told to take more. */
const largestWindow = 27;
/** Bytes that a block gives at most. */
const largestBlock = 128 * 1024;
const smallestHeader = 6;
const magic = 0xfd2fb528;
const skippable = 0x184d2a50;

export async function* unzstd(input: Bytes, limits: SourceLimits): Bytes {
  const reader = openReader(input);
  const tally = { given: 0 };
  try {
    // The Node inside an editor may be built without it.
    if (!('createZstdDecompress' in zlib)) return unavailable;
    for (let count = 0; ; count++) {
      await reader.has(smallestHeader + 12);
      const held = reader.held();
      const start = held.length < 4 ? 0 : viewOf(held).getUint32(0, true);
      if ((start & 0xfffffff0) >>> 0 === skippable) {
        if (held.length < 8 || !(await reader.skip(8 + viewOf(held).getUint32(4, true))))
          return reader.loss() ?? brokenAfter(tally.given, true);
        continue;
      }
      if (start !== magic) return count === 0 ? (reader.loss() ?? brokenAfter(0, true)) : await ignoreRest(reader);
      const loss = yield* readFrame(reader, limits, tally);
      if (loss) return loss;
    }
  } finally {
    await input.return(null);
  }
}

/** One frame. */
async function* readFrame(reader: Reader, limits: SourceLimits, tally: Tally): Bytes {
  const engine = openEngine(
    zlib.createZstdDecompress({
      params: { [zlib.constants.ZSTD_d_windowLogMax]: largestWindow },
      chunkSize: largestBlock,
      ...oneAhead,
    }),
  );
  const cut = (): Loss => reader.loss() ?? brokenAfter(tally.given, true);
  const flags = reader.held()[4]!;
  const hasSum = (flags & 4) !== 0;
  try {
    for (let next = headerLength(flags), isLast = false; ; ) {
      if (!(await reader.has(next))) return cut();
      engine.push(reader.held().subarray(0, next));
      reader.take(next);
      for (let chunk = await engine.next(); chunk; chunk = await engine.next()) {
        tally.given += chunk.length;
        const overrun = overratio(tally.given, reader.passed(), limits);
        if (overrun) return overrun;
        yield chunk;
      }
      const damage = engine.damage();
      if (damage) return brokenAfter(tally.given, isCutOff(damage));
      if (isLast) return null;
      if (!(await reader.has(3))) return cut();
      const [low = 0, middle = 0, high = 0] = reader.held();
      const block = low | (middle << 8) | (high << 16);
      isLast = (block & 1) !== 0;
      // One byte, repeated; of the other kinds the size is that of the data.
      next = 3 + ((block & 6) === 2 ? 1 : block >>> 3) + (isLast && hasSum ? 4 : 0);
    }
  } finally {
    engine.close();
  }
}

/** Section 3.1.1.1: what stands before the first block. */
function headerLength(flags: number): number {
  const isSingle = (flags & 0x20) !== 0;
  const sizeLength = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6]!;
  return 5 + (isSingle ? 0 : 1) + [0, 1, 2, 4][flags & 3]! + sizeLength;
}

async function ignoreRest(reader: Reader): Promise<Loss | null> {
  let count = 0;
  for (; await reader.has(1); reader.take(reader.held().length)) count += reader.held().length;
  const loss = reader.loss();
  return isLost(loss) ? loss : (restIgnored(count, 'zstd') ?? loss);
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

const unavailable: Loss = {
  kind: 'unreadable',
  message: 'it is compressed with Zstandard, which this Node cannot read',
  hint: 'Decompress it with  zstd -d  and scan the result.',
};
