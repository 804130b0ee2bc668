/** Followed files, each under the path where it is now. A file is known by its inode: one that is renamed stays the same. */

import type { Os } from '../model.ts';
import { type FileInfo, statFileNow } from './file-info.ts';
import { type Followed, openFollowed } from './followed-file.ts';

export interface FollowedFiles {
  /** A file is there, or has changed. `isOld`: it was there when the watch began. */
  add(path: string, info: FileInfo, isOld: boolean): void;
  remove(path: string): void;
  /** A file whose name is gone, or another's. */
  leave(file: Followed): void;
  all(): readonly Followed[];
  /** Files that are nowhere now, and whose path no other has taken. */
  strays(): readonly Followed[];
}

interface FollowedFilesOptions {
  readonly fromStart: boolean;
  readonly os: Os | null;
  readonly onChange: () => void;
  /** Reads what came to the file. */
  readonly read: (file: Followed, isOld?: boolean) => void;
}

/** The name that a file was given is waited for so long. */
const renameMs = 2_000;

export function openFollowedFiles({ fromStart, os, onChange, read }: FollowedFilesOptions): FollowedFiles {
  const byPath = new Map<string, Followed>();
  /** Files whose path was taken by another, or is gone: a rename shows where they are now. */
  const strays = new Map<string, Followed>();

  /** A rename reports the old name before the new one: the file is kept for a while. */
  const leave = (file: Followed): void => {
    strays.set(file.id, file);
    setTimeout(() => {
      if (strays.get(file.id) !== file) return;
      strays.delete(file.id);
      onChange();
    }, renameMs).unref();
  };

  /** Of two hard links each is a file of its own. */
  const isThere = ({ path, id }: Followed): boolean => statFileNow(path)?.id === id;

  const movedTo = (path: string, id: string): Followed | undefined =>
    strays.get(id) ?? [...byPath.values()].find((file) => file.id === id && file.path !== path && !isThere(file));

  const move = (file: Followed, path: string): void => {
    const from = byPath.get(file.path) === file ? file.path : null;
    if (from !== null) byPath.delete(from);
    const other = byPath.get(path);
    if (other) leave(other);
    strays.delete(file.id);
    file.path = path;
    byPath.set(path, file);
    read(file);
    // What has taken its name may have been told while the name was still this file's.
    const successor = from === null ? null : statFileNow(from);
    if (from !== null && successor) add(from, successor, false);
  };

  const add = (path: string, info: FileInfo, isOld: boolean): void => {
    const { id } = info;
    const known = byPath.get(path);
    const moved = known?.id === id ? undefined : movedTo(path, id);
    if (moved) move(moved, path);
    else if (known) {
      read(known);
      // The system reports one name only.
      if (info.names > 1) for (const file of byPath.values()) if (file.id === id) read(file);
    } else {
      const file = openFollowed(path, info, os, isOld && !fromStart);
      byPath.set(path, file);
      read(file, isOld);
    }
  };

  return {
    add,
    remove(path) {
      const file = byPath.get(path);
      if (!file) return;
      byPath.delete(path);
      leave(file);
    },
    leave,
    all: () => [...byPath.values()],
    strays: () => [...strays.values()].filter(({ path }) => !byPath.has(path)),
  };
}
