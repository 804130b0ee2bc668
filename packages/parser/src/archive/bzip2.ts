/**
 * bzip2 files as bzip2 reads them: streams follow each other, each of blocks that stand alone. Its layout is described by
 * J. Tsai, "BZIP2: Format Specification" (github.com/dsnet/compress, doc/bzip2-format.pdf).
 */

import { openBits } from './bits.ts';
import { openReader } from './byte-reader.ts';
import type { Bytes } from './bytes.ts';
import { type Block, readBlock } from './bzip2-block.ts';
import { brokenAfter, overratio, restIgnored } from './compressed.ts';
import { isLost, type Loss, type SourceLimits } from './disk-source.ts';

/** More bytes than any block takes, compressed: 900,000 codes of 20 bits at most, and their tables. */
const longestBlock = 2_400_000;
const chunkLength = 64 * 1024;

const blockMagic = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59];
const endMagic = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90];

export async function* bunzip2(input: Bytes, limits: SourceLimits): Bytes {
  const reader = openReader(input);
  let given = 0;
  try {
    for (let streams = 0; ; streams++) {
      await reader.has(4);
      const level = levelOf(reader.held());
      if (level === null) {
        if (streams === 0) return reader.loss() ?? brokenAfter(0, true);
        let ignored = 0;
        for (; await reader.has(1); reader.take(reader.held().length)) ignored += reader.held().length;
        const loss = reader.loss();
        return isLost(loss) ? loss : (restIgnored(ignored, 'bzip2') ?? loss);
      }
      reader.take(4);
      for (let bit = 0; ; ) {
        await reader.has(longestBlock);
        const bits = openBits(reader.held(), bit);
        const mark = Array.from({ length: 6 }, () => bits.read(8));
        const isEnd = endMagic.every((byte, i) => mark[i] === byte);
        const cut = (): Loss => reader.loss() ?? brokenAfter(given, true);
        if (isEnd) {
          bits.read(32);
          if (bits.isOver()) return cut();
          reader.take((bits.position() + 7) >> 3);
          break;
        }
        if (bits.isOver()) return cut();
        if (!blockMagic.every((byte, i) => mark[i] === byte)) return brokenAfter(given, false);
        const block = readBlock(bits, level * 100_000);
        if (bits.isOver()) return cut();
        if (!block) return brokenAfter(given, false);
        reader.take(bits.position() >> 3);
        bit = bits.position() & 7;
        const text = unfold(block);
        for (let step = text.next(); ; step = text.next()) {
          if (step.done) {
            if (!step.value) return brokenAfter(given, false);
            break;
          }
          given += step.value.length;
          const overrun = overratio(given, reader.passed(), limits);
          if (overrun) return overrun;
          yield step.value;
        }
      }
    }
  } finally {
    await input.return(null);
  }
}

const levelOf = (held: Uint8Array): number | null =>
  held[0] === 0x42 && held[1] === 0x5a && held[2] === 0x68 && held[3]! >= 0x31 && held[3]! <= 0x39
    ? held[3]! - 0x30
    : null;

/** Undoes the runs: four equal bytes, and how many more of them. False when its sum is wrong. */
function* unfold({ bytes, sum }: Block): Generator<Uint8Array, boolean> {
  let crc = 0xffffffff;
  let chunk = new Uint8Array(chunkLength);
  let [length, last, run] = [0, -1, 0];
  for (const byte of bytes) {
    const isCount = run === 4;
    const value = isCount ? last : byte;
    run = isCount ? 0 : byte === last ? run + 1 : 1;
    // After a count a run begins anew.
    last = isCount ? -1 : byte;
    for (let left = isCount ? byte : 1; left > 0; left--) {
      if (length === chunkLength) {
        yield chunk;
        chunk = new Uint8Array(chunkLength);
        length = 0;
      }
      chunk[length++] = value;
      crc = (crc << 8) ^ crcTable[(crc >>> 24) ^ value]!;
    }
  }
  if (length > 0) yield chunk.subarray(0, length);
  return ~crc >>> 0 === sum;
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24;
  for (let count = 0; count < 8; count++) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1;
  return value;
});
