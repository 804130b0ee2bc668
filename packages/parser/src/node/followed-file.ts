/** One file that is followed: what was read of it, and reading on from there. */
import { open } from 'node:fs/promises';
import { contentOf } from '../archive/content.ts';
import { knowledge } from '../knowledge/index.ts';
import type { Os, SourceFindings } from '../model.ts';
import { openSource, type SourcePipe } from '../reading/source.ts';
import type { Pace } from './closing.ts';
import { type FileInfo, statHandle } from './file-info.ts';
import { withoutWaiting } from './open-file.ts';
import type { Turn } from './scan.ts';

/** A file that is followed. */
export interface Followed {
  path: string;
  /** As in FileInfo. */
  id: string;
  /** It was read, or that failed: before, its name alone would be judged. */
  isMet: boolean;
  /** Bytes read so far. */
  at: number;
  /** The first bytes: as many as tell an archive. */
  head: Buffer;
  /** The last bytes before `at`: other ones there mean that the file was written anew. */
  tail: Buffer;
  pipe: SourcePipe;
  /** What a file of lines said when it was last asked; null when it has grown since. */
  said: SourceFindings | null;
  /** What a document said when it was last read whole; null for a file of lines. */
  documents: SourceFindings[] | null;
  /** Readings of one file never overlap. */
  busy: Promise<void>;
  /** A reading waits for its turn: it will see all that came until then. */
  isQueued: boolean;
  /** Readings that are not over. */
  underWay: number;
  /** The watch ended before it was read to its end. */
  isCut: boolean;
  again: NodeJS.Timeout | null;
  /** Readings in a row that failed. */
  failures: number;
}

/** Whatever else the process does waits while a block is searched. */
const blockSize = 1 << 18;
const leastRead = 1 << 14;
const headSize = 512;
const tailSize = 64;

/** A file as it is met. `silent`: what stands in it now is read for what it tells of the rest, and not for findings. */
export const openFollowed = (path: string, info: FileInfo, os: Os | null, silent: boolean): Followed => ({
  path,
  id: info.id,
  isMet: false,
  at: 0,
  head: Buffer.alloc(0),
  tail: Buffer.alloc(0),
  pipe: openSource(knowledge, path, {
    os,
    modified: info.modified,
    ...(silent ? { silentBytes: info.size } : {}),
  }),
  said: null,
  documents: null,
  isCut: false,
  ...unread(),
});

/** No reading is under way, waits or has failed. */
const unread = (): Pick<Followed, 'busy' | 'isQueued' | 'underWay' | 'again' | 'failures'> => ({
  busy: Promise.resolve(),
  isQueued: false,
  underWay: 0,
  again: null,
  failures: 0,
});

export interface ReadOnOptions {
  readonly os: Os | null;
  /** What the file had been, when another has taken its name. */
  readonly left: (former: Followed) => void;
  readonly pace: Pace;
  readonly turn?: Turn;
}

/**
 * Reads what came, from where the last reading ended, to the size that the file has now: a writer may be faster than the
 * reader. A file that was truncated or written anew begins anew; one that has taken another's name does so too. Returns
 * what took the file's place, if that is no file. Throws what opening or reading throws.
 */
export async function readOn(file: Followed, { os, left, pace, turn }: ReadOnOptions): Promise<FileInfo['kind']> {
  const { path } = file;
  const handle = await open(path, withoutWaiting);
  try {
    const info = await statHandle(handle, path);
    if (info.kind !== 'file') return info.kind;
    const isOther = info.id !== file.id;
    // It was found under its new name meanwhile, and waits to be read there.
    if (isOther && file.path !== path) return 'file';
    if (isOther || info.size < file.at || !(await hasSameTail(file, handle))) {
      const { busy, isQueued, underWay, again, failures } = file;
      // What waits to be read is what has the name now; the former is to be read on from where it is found.
      if (isOther) left({ ...file, ...unread() });
      const { isMet } = file;
      Object.assign(file, openFollowed(path, info, os, false), { busy, isQueued, underWay, again, failures, isMet });
    }
    const block = Buffer.alloc(Math.min(blockSize, Math.max(leastRead, info.size - file.at)));
    while (file.at < info.size) {
      file.isCut = pace.isOver();
      if (file.isCut) break;
      await turn?.();
      const { bytesRead } = await handle.read(block, 0, Math.min(block.length, info.size - file.at), file.at);
      if (bytesRead === 0) break;
      const bytes = block.subarray(0, bytesRead);
      file.at += bytesRead;
      if (file.head.length < headSize)
        file.head = Buffer.concat([file.head, bytes.subarray(0, headSize - file.head.length)]);
      // A copy: a part of a buffer keeps the whole of it.
      file.tail = Buffer.from(Buffer.concat([file.tail, bytes.subarray(-tailSize)]).subarray(-tailSize));
      file.pipe.push(bytes);
      file.said = null;
      pace.step();
    }
    return 'file';
  } finally {
    await handle.close();
  }
}

/** True when the bytes before the place that was reached are still those that were read. */
async function hasSameTail({ at, tail }: Followed, handle: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  if (tail.length === 0) return true;
  const now = Buffer.alloc(tail.length);
  const { bytesRead } = await handle.read(now, 0, now.length, at - tail.length);
  return bytesRead === tail.length && now.equals(tail);
}

/** A tar of logs reads like text, and is none. */
export const isArchive = ({ head }: Followed): boolean => contentOf(head) !== 'plain';

/** True for what says all it has only at its end, and for what may hold sources of its own. */
export function isDocument(file: Followed): boolean {
  file.said ??= file.pipe.sofar();
  return isArchive(file) || file.said === null || file.said.state === 'binary';
}
