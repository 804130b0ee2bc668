/** Lines of a source by number, without reading all of it each time: a window of a log of any size. */
import { type FileHandle, open } from 'node:fs/promises';
import { notRegular } from '../archive/disk-errors.ts';
import type { Encoding } from '../define.ts';
import { decodeText, detectEncoding, openTranscoder } from '../reading/decode.ts';
import { countLineFeeds } from '../reading/search/plain-search.ts';
import { statHandle } from './file-info.ts';
import { withoutWaiting } from './open-file.ts';
import type { Turn } from './scan.ts';

export interface SourceLines {
  /** The lines from `first` to `last` (counted from 1, both included) as they read, as far as the source has them. */
  read(first: number, last: number): Promise<string[]>;
  /**
   * Finds where its lines lie, bit by bit, so that whoever asks for a late one does not wait for that. Ends as soon as
   * `isWanted` says no.
   */
  survey(isWanted: () => boolean, turn: Turn): Promise<void>;
  close(): Promise<void>;
}

/** Bytes that can be read at any place. */
interface Bytes {
  readonly size: () => Promise<number>;
  /** At most `length` bytes from `at` on; fewer at the end. `into` may take them, until the next reading. */
  readonly read: (at: number, length: number, into?: Buffer) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** Even: a UTF-16 unit never falls apart. */
const blockSize = 1 << 20;
const windowSize = 1 << 16;
/** Bytes that are surveyed before a reading that waits has its turn. */
const surveyedAtOnce = 4 << 20;
/** At every so many bytes the number of the line is kept: a window begins at most so far behind. */
const placesApart = 1 << 16;
/** Bytes by which an encoding is told for good, and a file known again. */
const headSize = 4096;
const tailSize = 64;
/** Bytes of one line, as UTF-8, that are given; the rest is left out. */
const longestLine = 1 << 20;

/**
 * Lines of a file on disk. It may grow, be truncated, or be written anew under the same inode; after it was replaced, open it
 * anew. Rejects as `fs.open` does, and for what is no file.
 */
export async function openLines(path: string): Promise<SourceLines> {
  const handle = await open(path, withoutWaiting);
  try {
    // A device may have no end.
    const { kind } = await statHandle(handle, path);
    if (kind !== 'file') throw new Error(notRegular(path, 'unreadable').message);
    return linesOver(bytesOfFile(handle, path));
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Lines of a source that is held in memory. */
export const linesIn = (bytes: Uint8Array): SourceLines =>
  linesOver({
    size: () => Promise.resolve(bytes.length),
    read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)),
    close: () => Promise.resolve(),
  });

/** Lines of a source that can only be read from its start, such as one in an archive. */
export async function linesFrom(chunks: AsyncIterable<Uint8Array>, first: number, last: number): Promise<string[]> {
  const splitter = openSplitter(first, last);
  let transcoder: ReturnType<typeof openTranscoder> | null = null;
  for await (const chunk of chunks) {
    transcoder ??= openTranscoder(detectEncoding(chunk));
    if (splitter.push(transcoder.push(chunk))) return splitter.lines;
  }
  if (transcoder) splitter.push(transcoder.end());
  return splitter.end();
}

const bytesOfFile = (handle: FileHandle, path: string): Bytes => ({
  size: async () => (await statHandle(handle, path)).size,
  async read(at, length, block = Buffer.allocUnsafe(length)) {
    const { bytesRead } = await handle.read(block, 0, length, at);
    return block.subarray(0, bytesRead);
  },
  close: () => handle.close(),
});

function linesOver(bytes: Bytes): SourceLines {
  let encoding: Encoding = 'utf-8';
  /** `places[k]`: which line the byte before `k * placesApart` ends or lies in; the first one holds all. */
  let places = [1];
  /** The line that `scanned` lies in. */
  let known = 1;
  let scanned = 0;
  /** The bytes before `scanned`: other ones there mean that the file was written anew. */
  let tail = Buffer.alloc(0);

  const begin = async (): Promise<void> => {
    encoding = detectEncoding(await bytes.read(0, headSize));
    places = [1];
    known = 1;
    scanned = 0;
    tail = Buffer.alloc(0);
  };
  const isSame = async (size: number): Promise<boolean> =>
    scanned >= headSize && size >= scanned && tail.equals(await bytes.read(scanned - tail.length, tail.length));

  /** Looks for line ends until the line is known, or so many bytes or the present end are reached. */
  const scanTo = async (line: number, most = Number.POSITIVE_INFINITY): Promise<void> => {
    const size = await bytes.size();
    if (!(await isSame(size))) await begin();
    const end = Math.min(scanned + most, encoding === 'utf-8' ? size : size - (size % 2));
    if (known >= line || scanned >= end) return;
    // New memory for each block would cost more than its reading.
    const kept = Buffer.allocUnsafe(Math.min(blockSize, end - scanned));
    while (known < line && scanned < end) {
      const block = await bytes.read(scanned, Math.min(blockSize, end - scanned), kept);
      if (block.length === 0) return;
      for (let from = 0; from < block.length; ) {
        const to = Math.min(block.length, from + placesApart - ((scanned + from) % placesApart));
        known += countEnds(block, from, to, encoding);
        if ((scanned + to) % placesApart === 0) places.push(known);
        from = to;
      }
      scanned += block.length;
      tail = Buffer.from(Buffer.concat([tail, block.subarray(-tailSize)]).subarray(-tailSize));
    }
  };

  /** Readings do not overlap: each may move on what is known. */
  let busy: Promise<unknown> = Promise.resolve();
  const read = async (first: number, last: number): Promise<string[]> => {
    // Its lines are records, and their ends are written nowhere.
    if (detectEncoding(await bytes.read(0, headSize)) === 'evtx') return linesFrom(blocksOf(bytes), first, last);
    await scanTo(last + 1);
    // The line that begins before a place is not whole behind it.
    const place = Math.max(0, firstAtLeast(places, first) - 1);
    const before = places[place]! - 1;
    const splitter = openSplitter(first - before, last - before);
    const transcoder = openTranscoder(encoding);
    for (let at = place * placesApart; ; ) {
      const block = await bytes.read(at, windowSize);
      at += block.length;
      if (splitter.push(block.length === 0 ? transcoder.end() : transcoder.push(block))) return splitter.lines;
      if (block.length === 0) return splitter.end();
    }
  };

  const inTurn = <Result>(run: () => Promise<Result>): Promise<Result> => {
    const result = busy.then(run);
    busy = result.catch(() => {});
    return result;
  };

  return {
    read: (first, last) => inTurn(() => read(first, last)),
    async survey(isWanted, turn) {
      if (detectEncoding(await bytes.read(0, headSize)) === 'evtx') return;
      for (let before = -1; before < scanned && isWanted(); await turn()) {
        before = scanned;
        await inTurn(() => scanTo(Number.POSITIVE_INFINITY, surveyedAtOnce));
      }
    },
    close: () => busy.then(bytes.close),
  };
}

async function* blocksOf(bytes: Bytes): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; ; ) {
    const block = await bytes.read(at, blockSize);
    if (block.length === 0) return;
    at += block.length;
    yield block;
  }
}

interface Splitter {
  readonly lines: string[];
  /** True when the last wanted line is there. */
  push(utf8: Uint8Array): boolean;
  /** What stands behind the last line end is a line, too. */
  end(): string[];
}

/** Keeps the lines from `first` to `last`, counted from 1. */
function openSplitter(first: number, last: number): Splitter {
  const lines: string[] = [];
  let line = 1;
  let parts: Uint8Array[] = [];
  let size = 0;
  const add = (part: Uint8Array): void => {
    if (line < first || part.length === 0) return;
    const kept = Buffer.from(part.subarray(0, Math.max(0, longestLine - size)));
    if (kept.length > 0) parts.push(kept);
    size += part.length;
  };
  const finish = (): void => {
    if (line >= first) lines.push(textOf(Buffer.concat(parts)));
    parts = [];
    size = 0;
    line++;
  };
  return {
    lines,
    push(utf8) {
      let start = 0;
      for (let feed = utf8.indexOf(10); feed >= 0 && line <= last; feed = utf8.indexOf(10, start)) {
        add(utf8.subarray(start, feed));
        finish();
        start = feed + 1;
      }
      if (line > last) return true;
      add(utf8.subarray(start));
      return false;
    },
    end() {
      if (size > 0) finish();
      return lines;
    },
  };
}

/** How many lines end from `from` to `to`, both even. */
function countEnds(block: Uint8Array, from: number, to: number, encoding: Encoding): number {
  if (encoding === 'utf-8') return countLineFeeds(new DataView(block.buffer, block.byteOffset, block.length), from, to);
  let ends = 0;
  for (let feed = block.indexOf(10, from); feed >= 0 && feed < to; feed = block.indexOf(10, feed + 1)) {
    if (encoding === 'utf-16le' && feed % 2 === 0 && block[feed + 1] === 0) ends++;
    if (encoding === 'utf-16be' && feed % 2 === 1 && block[feed - 1] === 0) ends++;
  }
  return ends;
}

/** The index of the first of the rising numbers that is at least `wanted`. */
function firstAtLeast(numbers: readonly number[], wanted: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (numbers[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

const textOf = (line: Uint8Array): string => decodeText(line.at(-1) === 13 ? line.subarray(0, -1) : line);
