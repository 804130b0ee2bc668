/** xz files as xz reads them: streams of blocks follow each other. By "The .xz File Format", 1.2.1 (tukaani.org). */
import { openReader, type Reader } from './byte-reader.ts';
import type { Bytes } from './bytes.ts';
import { brokenAfter, overratio, restIgnored } from './compressed.ts';
import { crc64 } from './crc64.ts';
import { formatCount, isLost, type Loss, type SourceLimits } from './disk-source.ts';
import { type Lzma, openLzma, stepLength } from './lzma.ts';

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
      while ((await reader.has(4)) && reader.held().subarray(0, 4).every((byte) => byte === 0)) reader.take(4);
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
function blockHeader(header: Uint8Array, { crc32, given }: Unpacking): { readonly dictionary: number } | Loss {
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
  const bits = header[at + 2]! & 63;
  if (bits > 40) return brokenAfter(given, false);
  return { dictionary: bits === 40 ? 0xffffffff : (2 | (bits & 1)) * 2 ** ((bits >> 1) + 11) };
}

async function* readBlock(unpacking: Unpacking, dictionary: number, check: number): Bytes {
  const { reader, limits, crc32 } = unpacking;
  const start = reader.passed();
  let sum: number | bigint = check === 4 ? 0n : 0;
  const chunks = lzma2Chunks(reader, openLzma(dictionary, limits.buffer), () => unpacking.given);
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

/** Chunks of LZMA2, each with its sizes before it; a zero ends them. */
export async function* lzma2Chunks(reader: Reader, lzma: Lzma, given: () => number): Bytes {
  const cut = (): Loss => reader.loss() ?? brokenAfter(given(), true);
  let [needsDictionary, needsProperties] = [true, true];
  for (;;) {
    if (!(await reader.has(1))) return cut();
    const control = reader.held()[0]!;
    if (control === 0) {
      reader.take(1);
      return null;
    }
    const isCoded = control >= 0x80;
    const resets = control === 1 || control >= 0xe0;
    if ((!isCoded && control > 2) || (needsDictionary && !resets)) return brokenAfter(given(), false);
    const length = !isCoded ? 3 : control >= 0xc0 ? 6 : 5;
    if (!(await reader.has(length))) return cut();
    const header = reader.held().subarray(0, length);
    reader.take(length);
    if (resets) {
      lzma.resetDictionary();
      needsProperties = true;
    }
    needsDictionary = false;
    const low = (header[1]! << 8) | header[2]!;
    if (!isCoded) {
      const isWhole = await reader.has(low + 1);
      const bytes = reader.held().subarray(0, low + 1);
      lzma.put(bytes);
      reader.take(bytes.length);
      yield lzma.take();
      if (!isWhole) return cut();
      continue;
    }
    if (needsProperties && control < 0xc0) return brokenAfter(given(), false);
    if (control >= 0xc0) {
      if (!lzma.setProperties(header[5]!, 4)) return brokenAfter(given(), false);
      needsProperties = false;
    } else if (control >= 0xa0) lzma.resetState();
    const size = (((control & 0x1f) << 16) | low) + 1;
    const packed = ((header[3]! << 8) | header[4]!) + 1;
    const isWhole = await reader.has(packed);
    const chunk = reader.held().subarray(0, packed);
    if (chunk.length < 5) return cut();
    lzma.begin(chunk);
    let at = 5;
    for (let left = size; left > 0 && !lzma.fault(); ) {
      at = lzma.run(chunk, at, Math.min(left, stepLength), true);
      const bytes = lzma.take();
      left -= bytes.length;
      if (bytes.length > 0) yield bytes;
    }
    reader.take(chunk.length);
    const fault = lzma.fault();
    if (fault === 'far') return tooFar(given());
    if (!isWhole) return cut();
    if (fault) return brokenAfter(given(), false);
  }
}

export const tooFar = (given: number): Loss => ({
  kind: 'limit',
  message: `it needs more memory than zoomlog takes; stopped after ${formatCount(given)} bytes`,
  hint: 'Decompress it and scan the result.',
});

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
