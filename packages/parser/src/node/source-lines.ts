/** Lines of a source by number, without reading all of it each time: a window of a log of any size. */
import { type FileHandle, open } from 'node:fs/promises';
import { decodeLine, detectEncoding, type Encoding, openTranscoder } from '../decode.ts';

export interface SourceLines {
  /** The lines from `first` to `last` (counted from 1, both included) as they read, as far as the source has them. */
  read(first: number, last: number): Promise<string[]>;
  close(): Promise<void>;
}

/** Bytes that can be read at any place. */
interface Bytes {
  readonly size: () => Promise<number>;
  /** At most `length` bytes from `at` on; fewer at the end. */
  readonly read: (at: number, length: number) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** Even: a UTF-16 unit never falls apart. */
const blockSize = 1 << 20;
const windowSize = 1 << 16;
/** The place of every so many lines is kept. */
const linesApart = 1024;

/** Lines of a file on disk. It may grow; after it was truncated, or replaced, open it anew. Rejects as `fs.open` does. */
export async function openLines(path: string): Promise<SourceLines> {
  const handle = await open(path, 'r');
  return linesOver(await bytesOfFile(handle));
}

/** Lines of a source that is held in memory. */
export const linesIn = (bytes: Uint8Array): SourceLines =>
  linesOver({
    size: () => Promise.resolve(bytes.length),
    read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)),
    close: () => Promise.resolve(),
  });

async function bytesOfFile(handle: FileHandle): Promise<Bytes> {
  return {
    size: async () => (await handle.stat()).size,
    async read(at, length) {
      const block = Buffer.alloc(length);
      const { bytesRead } = await handle.read(block, 0, length, at);
      return block.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}

function linesOver(bytes: Bytes): SourceLines {
  let encoding: Encoding | null = null;
  /** `places[k]`: where line `k * linesApart + 1` begins. */
  const places = [0];
  let known = 1;
  let scanned = 0;

  /** Looks for line ends until the line is known, or the present end is reached. */
  const scanTo = async (line: number): Promise<void> => {
    encoding ??= detectEncoding(await bytes.read(0, 4096));
    const size = await bytes.size();
    while (known < line && scanned < size) {
      const block = await bytes.read(scanned, blockSize);
      if (block.length === 0) return;
      for (let end = nextEnd(block, 0, encoding); end >= 0; end = nextEnd(block, end, encoding)) {
        if (known % linesApart === 0) places.push(scanned + end);
        known++;
      }
      scanned += block.length;
    }
  };

  return {
    async read(first, last) {
      await scanTo(last + 1);
      const place = Math.min(Math.floor((first - 1) / linesApart), places.length - 1);
      const lines: string[] = [];
      const wanted = last - place * linesApart;
      const transcoder = openTranscoder(encoding ?? 'utf-8');
      let rest = Buffer.alloc(0);
      for (let at = places[place]!; lines.length < wanted; ) {
        const block = await bytes.read(at, windowSize);
        at += block.length;
        const decoded = Buffer.concat([rest, block.length === 0 ? transcoder.end() : transcoder.push(block)]);
        let start = 0;
        for (let feed = decoded.indexOf(10); feed >= 0; feed = decoded.indexOf(10, start)) {
          lines.push(textOf(decoded.subarray(start, feed)));
          start = feed + 1;
        }
        rest = decoded.subarray(start);
        if (block.length > 0) continue;
        if (rest.length > 0) lines.push(textOf(rest));
        break;
      }
      return lines.slice(first - 1 - place * linesApart, wanted);
    },
    close: bytes.close,
  };
}

/** Where the next line begins after `from`; -1 when none ends in the block. */
function nextEnd(block: Uint8Array, from: number, encoding: Encoding): number {
  for (let feed = block.indexOf(10, from); feed >= 0; feed = block.indexOf(10, feed + 1)) {
    if (encoding === 'utf-8') return feed + 1;
    if (encoding === 'utf-16le' && feed % 2 === 0 && block[feed + 1] === 0) return feed + 2;
    if (encoding === 'utf-16be' && feed % 2 === 1 && block[feed - 1] === 0) return feed + 1;
  }
  return -1;
}

const textOf = (line: Uint8Array): string => decodeLine(line.at(-1) === 13 ? line.subarray(0, -1) : line);
