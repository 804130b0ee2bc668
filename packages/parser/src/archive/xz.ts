/** xz files as xz reads them: streams of blocks follow each other. By "The .xz File Format", 1.2.1 (tukaani.org). */
import { openReader, type Reader } from './byte-reader.ts';
import type { Bytes } from './bytes.ts';
import { brokenAfter, overratio, restIgnored } from './compressed.ts';
import { crc64 } from './crc64.ts';
import { isLost, type Loss, type SourceLimits } from './disk-source.ts';
import { lzma2Bytes } from './lzma-stream.ts';

type Crc32 = (bytes: Uint8Array, value: number) => number;

const magic = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0];
const headerLength = 12;
/** Bytes of the checksum behind each block, by its kind. */
const checkLengths = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];
const lzma2 = 0x21;

/** What is read of one file, and what it gave. */
interface Unpacking {
  readonly reader: Reader;
  readonly limits: SourceLimits;
  readonly crc32: Crc32;
  given: number;
}

export async function* unxz(input: Bytes, limits: SourceLimits, crc32: Crc32): Bytes {
  const reader = openReader(input);
  const unpacking: Unpacking = { reader, limits, crc32, given: 0 };
  try {
    for (let count = 0; ; count++) {
      await reader.has(headerLength);
      const held = reader.held();
      if (!magic.every((byte, i) => held[i] === byte)) {
        if (count > 0 && held.length >= magic.length) return await ignoreRest(reader);
        if (count > 0 && held.every((byte) => byte === 0)) return reader.loss();
        return reader.loss() ?? brokenAfter(unpacking.given, true);
      }
      if (held.length < headerLength) return reader.loss() ?? brokenAfter(unpacking.given, true);
      const check = held[7]! & 15;
      reader.take(headerLength);
      const loss = yield* readStream(unpacking, check);
      if (loss) return loss;
      // Padding between streams.
      while (
        (await reader.has(4)) &&
        reader
          .held()
          .subarray(0, 4)
          .every((byte) => byte === 0)
      )
        reader.take(4);
    }
  } finally {
    await input.return(null);
  }
}

/** The blocks of a stream, its index and its end. */
async function* readStream(unpacking: Unpacking, check: number): Bytes {
  const { reader } = unpacking;
  const cut = (): Loss => reader.loss() ?? brokenAfter(unpacking.given, true);
  for (;;) {
    if (!(await reader.has(1))) return cut();
    const first = reader.held()[0]!;
    if (first === 0) return (await skipIndex(reader)) ?? ((await reader.skip(headerLength)) ? null : cut());
    const length = (first + 1) * 4;
    if (!(await reader.has(length))) return cut();
    const header = blockHeader(reader.held().subarray(0, length), unpacking);
    if ('kind' in header) return header;
    reader.take(length);
    const loss = yield* readBlock(unpacking, header.dictionary, check);
    if (loss) return loss;
  }
}

/** Section 3.1: sizes and filters, of which text never needs another than LZMA2. */
function blockHeader(header: Uint8Array, { crc32, given }: Unpacking): { readonly dictionary: Uint8Array } | Loss {
  const end = header.length - 4;
  const stated = new DataView(header.buffer, header.byteOffset).getUint32(end, true);
  if (crc32(header.subarray(0, end), 0) !== stated) return brokenAfter(given, false);
  const flags = header[1]!;
  let at = 2;
  for (const size of [0x40, 0x80]) {
    if ((flags & size) === 0) continue;
    while (at < end && header[at]! >= 0x80) at++;
    at++;
  }
  const isPlain = (flags & 3) === 0 && header[at] === lzma2 && header[at + 1] === 1;
  if (!isPlain) {
    const hint = 'Decompress it with  xz -d  and scan the result.';
    return { kind: 'unreadable', message: 'it is compressed with a filter for programs, not for text', hint };
  }
  return { dictionary: header.subarray(at + 2, at + 3) };
}

async function* readBlock(unpacking: Unpacking, dictionary: Uint8Array, check: number): Bytes {
  const { reader, limits, crc32 } = unpacking;
  const start = reader.passed();
  let sum: number | bigint = check === 4 ? 0n : 0;
  const chunks = lzma2Bytes(reader, dictionary, limits.buffer);
  for (;;) {
    const step = await chunks.next();
    if (step.done) {
      if (step.value) return step.value;
      break;
    }
    const chunk = step.value;
    unpacking.given += chunk.length;
    if (check === 1) sum = crc32(chunk, sum as number);
    if (check === 4) sum = crc64(chunk, sum as bigint);
    const overrun = overratio(unpacking.given, reader.passed(), limits);
    if (overrun) return overrun;
    yield chunk;
  }
  const padding = (4 - ((reader.passed() - start) & 3)) & 3;
  const length = checkLengths[check]!;
  if (!(await reader.has(padding + length))) return reader.loss() ?? brokenAfter(unpacking.given, true);
  const stated = reader.held().subarray(padding, padding + length);
  reader.take(padding + length);
  const view = new DataView(stated.buffer, stated.byteOffset);
  const isRight =
    check === 1 ? view.getUint32(0, true) === sum : check === 4 ? view.getBigUint64(0, true) === sum : true;
  return isRight ? null : brokenAfter(unpacking.given, false);
}

/** Section 4: a zero, a count, and two numbers for each block, all of 7 bits a byte; then a sum. */
async function skipIndex(reader: Reader): Promise<Loss | null> {
  const start = reader.passed();
  const cut = (): Loss => reader.loss() ?? brokenAfter(0, true);
  reader.take(1);
  const number = async (): Promise<number | null> => {
    for (let [value, bits] = [0, 0]; bits < 63; bits += 7) {
      if (!(await reader.has(1))) return null;
      const byte = reader.held()[0]!;
      reader.take(1);
      value += (byte & 0x7f) * 2 ** bits;
      if (byte < 0x80) return value;
    }
    return null;
  };
  const count = await number();
  if (count === null) return cut();
  for (let left = count * 2; left > 0; left--) if ((await number()) === null) return cut();
  const padding = (4 - ((reader.passed() - start) & 3)) & 3;
  return (await reader.skip(padding + 4)) ? null : cut();
}

async function ignoreRest(reader: Reader): Promise<Loss | null> {
  let count = 0;
  while (await reader.has(1)) {
    count += reader.held().length;
    reader.take(reader.held().length);
  }
  const loss = reader.loss();
  return isLost(loss) ? loss : (restIgnored(count, 'xz') ?? loss);
}
