import { closeSync, constants, openSync, read } from 'node:fs';
import type { Blocks } from '../archive/bytes.ts';
import { explainError, notRegular } from '../archive/disk-errors.ts';
import type { SourceProblem } from '../archive/disk-source.ts';
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

function blocksOf(descriptor: number, size: number): Blocks & Pick<OpenFile, 'close'> {
  let isClosed = false;
  let underWay = 0;
  return {
    size,
    read(position, length) {
      // A closed descriptor may already be another file's.
      if (isClosed) return Promise.reject(new Error('read after the next source was requested'));
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - position)));
      underWay++;
      return new Promise((resolve, reject) => {
        read(descriptor, buffer, 0, buffer.length, position, (error, bytesRead) => {
          underWay--;
          if (isClosed && underWay === 0) closeSync(descriptor);
          if (error) reject(error);
          else resolve(buffer.subarray(0, bytesRead));
        });
      });
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      if (underWay === 0) closeSync(descriptor);
    },
  };
}
