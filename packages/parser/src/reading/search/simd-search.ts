/**
 * Many literals over bytes, in WebAssembly: as `plain-search.ts`, several times as fast. The memory is made when the first
 * search needs it, is one for the process, and never grows: what it holds would else move.
 */
import type { LineSearch } from '../../define.ts';
import { findLinesModule } from './find-lines-module.ts';
import { fingerprintsOf } from './fingerprints.ts';

/** Bytes that are searched at once. A copy of so few, and what is found in it, stay in the processor's cache. */
export const windowBytes = 1 << 16;

/** Bytes behind what is searched that a look may load. */
const lookBytes = 16;

/** What lies where in the memory: the tables of literals, what was found, a copy of the window, read buffers. */
const foundAt = 1 << 17;
/** There is room for a window of lines of one byte. */
const windowAt = foundAt + 16 + 12 * (windowBytes / 2);
const buffersAt = windowAt + windowBytes + lookBytes;
/** 16 MiB, of which only what is used takes memory. */
const memoryPages = 256;

const LF = 10;

/** What is used of WebAssembly, which the types of ECMAScript and of Node leave out. */
declare const WebAssembly: {
  Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Exports };
};
interface Exports {
  findLines(from: number, to: number, out: number): number;
}

interface Machine extends Exports {
  readonly memory: Uint8Array<ArrayBuffer>;
  /** The same, four bytes each. */
  readonly words: Uint32Array;
  /** Whose tables lie at the start. */
  tables: Uint8Array | null;
  /** Where no read buffer lies yet. */
  free: number;
}

let started: { readonly machine: Machine | null } | undefined;

/** Null where WebAssembly or its SIMD is not to be had, or not that much memory. */
function theMachine(): Machine | null {
  started ??= { machine: startMachine() };
  return started.machine;
}

function startMachine(): Machine | null {
  try {
    const memory = new WebAssembly.Memory({ initial: memoryPages, maximum: memoryPages });
    const code = Uint8Array.from(atob(findLinesModule), (character) => character.charCodeAt(0));
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
    const { buffer } = memory;
    return {
      findLines: exports.findLines,
      memory: new Uint8Array(buffer),
      words: new Uint32Array(buffer),
      tables: null,
      free: buffersAt,
    };
  } catch {
    return null;
  }
}

/**
 * Makes a search for literals ready; null where it cannot run.
 * @param words as for `fingerprintsOf`.
 * @param plainly searches lines that are longer than a window.
 */
export function openSimdSearch(
  words: readonly Uint8Array[],
  sample: Uint8Array,
  plainly: () => LineSearch,
): LineSearch | null {
  const machine = theMachine();
  const tables = machine && fingerprintsOf(words, sample);
  if (!machine || !tables || tables.length > foundAt) return null;
  return (bytes, from, to, found) => {
    let lineFeeds = 0;
    for (let at = from, end = from; at < to; at = end) {
      end = windowEnd(bytes, at, to);
      const before = lineFeeds;
      if (end - at > windowBytes) {
        lineFeeds += plainly()(bytes, at, end, (number, start, stop) => found(before + number, start, stop));
        continue;
      }
      if (machine.tables !== tables) {
        machine.memory.set(tables);
        machine.tables = tables;
      }
      const address = addressOf(machine, bytes, at, end);
      lineFeeds += machine.findLines(address, address + end - at, foundAt);
      const count = machine.words[foundAt / 4]!;
      if (count === 0) continue;
      // Whoever is told of a line may search: what was found is taken out of the memory first.
      const lines = machine.words.slice(foundAt / 4 + 1, foundAt / 4 + 1 + 3 * count);
      const shift = at - address;
      for (let i = 0; i < lines.length; i += 3) found(before + lines[i]!, lines[i + 1]! + shift, lines[i + 2]! + shift);
    }
    return lineFeeds;
  };
}

/** The end of the last line that ends in the window at `at`; of its first line where that is longer. */
function windowEnd(bytes: Uint8Array, at: number, to: number): number {
  if (to - at <= windowBytes) return to;
  const last = bytes.lastIndexOf(LF, at + windowBytes - 1);
  if (last >= at) return last + 1;
  const feed = bytes.subarray(at + windowBytes, to).indexOf(LF);
  return feed < 0 ? to : at + windowBytes + feed + 1;
}

/** Where the bytes `[at, end)` lie in the memory: a copy, unless they already do. */
function addressOf({ memory }: Machine, bytes: Uint8Array, at: number, end: number): number {
  if (bytes.buffer === memory.buffer) return bytes.byteOffset + at;
  memory.set(bytes.subarray(at, end), windowAt);
  return windowAt;
}

/** Buffers of so many bytes to read files into, for good: what lies in them is searched without a copy, as long as there is room. */
export function readBuffers(count: number, length: number): readonly Uint8Array<ArrayBuffer>[] {
  return Array.from({ length: count }, () => {
    const machine = theMachine();
    if (!machine || machine.free + length + lookBytes > machine.memory.length) return new Uint8Array(length);
    const buffer = new Uint8Array(machine.memory.buffer, machine.free, length);
    machine.free += length;
    return buffer;
  });
}
