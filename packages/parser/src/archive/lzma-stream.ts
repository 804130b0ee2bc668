/** Streams of LZMA and LZMA2 without what xz or 7z puts around them. */

import { formatCount } from '../telling/labels.ts';
import type { Reader } from './byte-reader.ts';
import type { Bytes } from './bytes.ts';
import { brokenAfter } from './compressed.ts';
import type { Loss } from './disk-source.ts';
import { openLzma, stepLength } from './lzma.ts';

/** Chunks of LZMA2, each with its sizes before it; a zero ends them. `properties`: one byte, the size of its dictionary. */
export async function* lzma2Bytes(reader: Reader, properties: Uint8Array, mostMemory: number): Bytes {
  let count = 0;
  const cut = (): Loss => reader.loss() ?? brokenAfter(count, true);
  const bits = properties[0] ?? 41;
  if (bits > 40) return brokenAfter(0, false);
  const lzma = openLzma(bits === 40 ? 0xffffffff : (2 | (bits & 1)) * 2 ** ((bits >> 1) + 11), mostMemory);
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
    if ((!isCoded && control > 2) || (needsDictionary && !resets)) return brokenAfter(count, false);
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
      count += bytes.length;
      yield lzma.take();
      if (!isWhole) return cut();
      continue;
    }
    if (needsProperties && control < 0xc0) return brokenAfter(count, false);
    if (control >= 0xc0) {
      if (!lzma.setProperties(header[5]!, 4)) return brokenAfter(count, false);
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
      count += bytes.length;
      if (bytes.length > 0) yield bytes;
    }
    reader.take(chunk.length);
    const fault = lzma.fault();
    if (fault === 'far') return tooFar(count);
    if (!isWhole) return cut();
    if (fault) return brokenAfter(count, false);
  }
}

const tooFar = (given: number): Loss => ({
  kind: 'limit',
  message: `it needs more memory than zoomlog takes; stopped after ${formatCount(given)} bytes`,
  hint: 'Decompress it and scan the result.',
});

/** `properties`: a byte for `setProperties`, then the size of the dictionary. */
export async function* lzmaBytes(reader: Reader, properties: Uint8Array, size: number, mostMemory: number): Bytes {
  if (properties.length < 5) return brokenAfter(0, false);
  const dictionary = new DataView(properties.buffer, properties.byteOffset).getUint32(1, true);
  const lzma = openLzma(dictionary, mostMemory);
  if (!lzma.setProperties(properties[0]!)) return brokenAfter(0, false);
  if (!(await reader.has(5))) return reader.loss() ?? brokenAfter(0, true);
  lzma.begin(reader.held());
  reader.take(5);
  for (let count = 0; count < size; ) {
    await reader.has(stepLength);
    reader.take(lzma.run(reader.held(), 0, Math.min(size - count, stepLength), !reader.isOpen()));
    const bytes = lzma.take();
    count += bytes.length;
    if (bytes.length > 0) yield bytes;
    const fault = lzma.fault();
    if (fault === 'far') return tooFar(count);
    if (fault) return reader.loss() ?? brokenAfter(count, fault === 'cut');
  }
  return null;
}
