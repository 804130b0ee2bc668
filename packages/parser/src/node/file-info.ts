/**
 * What the disk says about a file. The rest of the project asks here and nowhere else: a library may hand over `Stats`
 * whose numbers are `number`s or `bigint`s (chokidar does either, by system), and as `number` an inode or a file id
 * above 2^53 is rounded, so that two files could be taken for one.
 */
import { type BigIntStats, fstatSync, lstat, lstatSync, realpath, realpathSync, stat, statSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { resolve as absolute } from 'node:path';
import { errorCode, isAbsence } from '../archive/disk-errors.ts';

export interface FileInfo {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /**
   * Tells the file from every other that exists now, whatever its name: device and inode, on Windows volume and file id.
   * A disk that numbers no files (some network shares) has only their paths to tell them by.
   */
  readonly id: string;
  /** Bytes. */
  readonly size: number;
  /** ISO 8601 UTC; null when the disk does not know. */
  readonly modified: string | null;
  /** Names that the file has: above 1 with hard links. */
  readonly names: number;
  /** Permission bits. */
  readonly mode: number;
}

/** What `path` leads to, through links. Rejects as `fs.stat` does. */
export const statFile = async (path: string): Promise<FileInfo> =>
  infoOf(await answer<BigIntStats>((done) => stat(path, { bigint: true }, done)), path);

/** What stands at `path` itself, be it a link. Rejects as `fs.lstat` does. */
export const statLink = async (path: string): Promise<FileInfo> =>
  infoOf(await answer<BigIntStats>((done) => lstat(path, { bigint: true }, done)), path);

/** What `fs` calls back with: its promises are a module of their own, which a scan of one small file never needs. */
const answer = <Value>(ask: (done: (error: Error | null, value: Value) => void) => void): Promise<Value> =>
  new Promise((resolve, reject) => ask((error, value) => (error ? reject(error) : resolve(value))));

/** The same as `statFile`, at once; null when nothing is there. Throws as `fs.statSync` does. */
export const statFileNow = (path: string): FileInfo | null =>
  unlessAbsent(() => statSync(path, { bigint: true }), path);

/** The same as `statLink`, at once; null when nothing is there. Throws as `fs.lstatSync` does. */
export const statLinkNow = (path: string): FileInfo | null =>
  unlessAbsent(() => lstatSync(path, { bigint: true }), path);

function unlessAbsent(ask: () => BigIntStats, path: string): FileInfo | null {
  try {
    return infoOf(ask(), path);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

/** What is open under `handle` and was opened as `path`. Rejects as `FileHandle.stat` does. */
export const statHandle = async (handle: FileHandle, path: string): Promise<FileInfo> =>
  infoOf(await handle.stat({ bigint: true }), path);

/** The same for a file descriptor, at once. Throws as `fs.fstatSync` does. */
export const statDescriptor = (descriptor: number, path: string): FileInfo =>
  infoOf(fstatSync(descriptor, { bigint: true }), path);

/**
 * The path without links, in the system's own spelling; two paths with one real path lead to the same file. Some Windows
 * drives (RAM disks, those of some drivers) cannot tell it: there the whole path stands for it. Rejects as `fs.realpath`.
 */
export async function realPath(path: string): Promise<string> {
  try {
    return await answer<string>((done) => realpath.native(path, done));
  } catch (error) {
    return itself(path, error);
  }
}

/** The same, at once. */
export function realPathNow(path: string): string {
  try {
    return realpathSync.native(path);
  } catch (error) {
    return itself(path, error);
  }
}

function itself(path: string, error: unknown): string {
  if (isAbsence(error) || errorCode(error) === 'ELOOP' || process.platform !== 'win32') throw error;
  return absolute(path);
}

/** `path` tells files apart on a disk that does not number them. */
export function infoOf(stats: BigIntStats, path: string): FileInfo {
  const { dev, ino, size, nlink, mode, mtimeNs } = stats;
  const modified = new Date(Number(mtimeNs / 1_000_000n));
  return {
    kind: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : stats.isSymbolicLink() ? 'link' : 'other',
    id: ino === 0n ? `${dev}:${path}` : `${dev}:${ino}`,
    size: Number(size),
    // Zero and before: a disk that does not know. Beyond the years that a Date holds: a broken one.
    modified: modified.getTime() > 0 ? modified.toISOString() : null,
    names: Number(nlink),
    mode: Number(mode) & 0o7777,
  };
}
