import { closeSync, constants, openSync, read, readSync } from 'node:fs';
import { type Blocks, chunkLength } from '../archive/bytes.ts';
import { explainError, notRegular } from '../archive/disk-errors.ts';
import type { SourceProblem } from '../archive/disk-source.ts';
import { readBuffers } from '../reading/search/simd-search.ts';
import { statDescriptor } from './file-info.ts';

/** Where a pipe, or a terminal, has just taken the file's place, opening it never waits and has no effect. */
export const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/** A regular file, open for reading. */
export interface OpenFile extends Blocks {
  /** As in FileInfo. */
  readonly id: string;
  /** ISO 8601 UTC; null when the disk does not know. */
  readonly modified: string | null;
  /** Lets go of the file, once a read that is under way has ended. A second call does nothing. */
  close(): void;
}

/**
 * Opening and closing block, reading does not: for the thousands of small files of a folder the way through the thread
 * pool costs many times these calls.
 */
export function openFile(path: string): OpenFile | SourceProblem {
  try {
    const descriptor = openSync(path, withoutWaiting);
    const { kind, id, size, modified } = statDescriptor(descriptor, path);
    if (kind === 'file') return { ...blocksOf(descriptor, size), id, modified };
    closeSync(descriptor);
    return notRegular(path, 'skipped');
  } catch (error) {
    return { ...explainError(error), path };
  }
}

/** Bytes of a file that are read at once, and without the thread pool, whose way takes longer than they do. */
const smallFile = 128 * 1024;

function blocksOf(descriptor: number, size: number): Blocks & Pick<OpenFile, 'close'> {
  let isClosed = false;
  let underWay = 0;
  let ring: Ring | null = null;
  let turn = 0;
  const end = (): void => {
    closeSync(descriptor);
    if (ring) idle.push(ring);
  };
  const bufferFor = (length: number): Buffer => {
    turn++;
    return ring ? ring[turn % ring.length]!.subarray(0, length) : Buffer.allocUnsafe(length);
  };
  return {
    size,
    async read(position, length) {
      // A closed descriptor may already be another file's.
      if (isClosed) throw new Error('read after the next source was requested');
      const buffer = bufferFor(Math.max(0, Math.min(length, size - position)));
      if (size <= smallFile) return buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, position));
      underWay++;
      return new Promise((resolve, reject) => {
        read(descriptor, buffer, 0, buffer.length, position, (error, bytesRead) => {
          underWay--;
          if (isClosed && underWay === 0) end();
          if (error) reject(error);
          else resolve(buffer.subarray(0, bytesRead));
        });
      });
    },
    reuse() {
      // One reading may be under way into memory of its own.
      if (size > chunkLength) ring ??= idle.pop() ?? newRing();
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      if (underWay === 0) end();
    },
  };
}

/** The buffers into which one file is read, in turn. */
type Ring = readonly Buffer[];

/** Rings that no file has now: their memory is the search's own, and is never given back. */
const idle: Ring[] = [];

/** As buffers of Node's, which look for a byte ten times as fast. */
const newRing = (): Ring =>
  readBuffers(3, chunkLength).map(({ buffer, byteOffset, length }) => Buffer.from(buffer, byteOffset, length));
