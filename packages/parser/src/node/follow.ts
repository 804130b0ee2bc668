/**
 * Sources followed as they grow. Files of lines are read on from where the last reading ended; every other kind (XML, JSON,
 * reports, archives) says what it has only at its end, and is read anew once it has been quiet for a moment.
 *
 * A file is known by its inode: one that is renamed stays the same source, under its new name. One that was truncated, or
 * written anew under the same inode, begins anew, and what it had said before is forgotten with it: `sources` always says
 * what a scan of the files as they are now would say, but for what stood in them before the watch began.
 */

import { explainError, isAbsence, mayPass, retriesMs } from '../archive/disk-errors.ts';
import { knowledge } from '../knowledge/index.ts';
import type { Os, SourceFindings } from '../model.ts';
import { openSource, type SourcePipe } from '../reading/source.ts';
import { type FileInfo, statFileNow } from './file-info.ts';
import { findSources } from './find-sources.ts';
import { type Followed, isDocument, openFollowed, readOn } from './followed-file.ts';
import { readSource } from './scan.ts';
import { type WatchOptions, watchPlaces } from './watched-places.ts';

export interface FollowOptions extends Pick<WatchOptions, 'polling' | 'onProblem' | 'onPolling'> {
  /** Reads what already stands in the files, too. */
  readonly fromStart: boolean;
  readonly os: Os | null;
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** What was reported as a problem of the file is over. */
  readonly onRecovery: (path: string) => void;
  /** Something new was read: time to judge again. */
  readonly onChange: () => void;
  /** Standard input has ended. */
  readonly onEnd: () => void;
}

export interface Following {
  /** Every source, as far as it was read. */
  sources(): SourceFindings[];
  /** The paths that lead to nothing now. */
  missing(): readonly string[];
  /** Resolves when what stood in the files at the start has been read, or passed over. */
  readonly ready: Promise<void>;
  /** Reads to the present end of every file, and closes them. */
  close(): Promise<SourceFindings[]>;
}

/** A document is read when it has been quiet for so long. */
const quietMs = 300;
/** The name that a file was given is waited for so long. */
const renameMs = 2_000;

/**
 * Follows files, folders, globs and `-`; with no path the documented folders of this machine. What does not exist yet is
 * followed from when it appears.
 */
export function followSources(paths: readonly string[], options: FollowOptions): Following {
  const byPath = new Map<string, Followed>();
  /** Files whose path was taken by another, or is gone: a rename tells where they are now. */
  const strays = new Map<string, Followed>();
  let stream: { pipe: SourcePipe } | null = null;
  let isClosing = false;

  const tell = (path: string, error: unknown): void => {
    if (!isAbsence(error)) options.onProblem({ ...explainError(error), path });
  };

  /** Reads a document whole, with whatever is packed in it. */
  const readWhole = async (file: Followed): Promise<void> => {
    const documents: SourceFindings[] = [];
    for await (const found of findSources([file.path])) {
      if (found.kind === 'source')
        documents.push((await readSource(found, { os: options.os, hash: false }, () => {})).findings);
    }
    file.documents = documents;
    options.onChange();
  };

  const later = (file: Followed): void => {
    if (file.again) clearTimeout(file.again);
    file.again = setTimeout(() => {
      file.again = null;
      file.busy = file.busy.then(() => readWhole(file)).catch((error: unknown) => tell(file.path, error));
    }, quietMs);
  };

  const take = async (file: Followed, isOld: boolean): Promise<void> => {
    file.isQueued = false;
    await readOn(file, options.os, leave);
    if (file.failures > retriesMs.length) options.onRecovery(file.path);
    file.failures = 0;
    if (!isDocument(file)) options.onChange();
    else if (!isOld) later(file);
    else if (options.fromStart) await readWhole(file);
  };

  const queue = (file: Followed, isOld = false): void => {
    if (file.isQueued) return;
    file.isQueued = true;
    file.busy = file.busy.then(() => take(file, isOld)).catch((error: unknown) => fail(file, isOld, error));
  };

  /** What may pass is tried again before it is reported. */
  const fail = (file: Followed, isOld: boolean, error: unknown): void => {
    const retry = mayPass(error, process.platform) && !isClosing ? retriesMs[file.failures] : undefined;
    file.failures = retry === undefined ? retriesMs.length + 1 : file.failures + 1;
    if (retry === undefined) tell(file.path, error);
    else setTimeout(() => isClosing || queue(file, isOld), retry).unref();
  };

  /** A file whose name is gone, or another's. A rename says so before it tells the new name: it is kept for a while. */
  const leave = (file: Followed): void => {
    strays.set(file.id, file);
    setTimeout(() => {
      if (strays.get(file.id) !== file) return;
      strays.delete(file.id);
      options.onChange();
    }, renameMs).unref();
  };

  /** Of two hard links each is a file of its own. */
  const isThere = ({ path, id }: Followed): boolean => statFileNow(path)?.id === id;

  const add = (path: string, info: FileInfo, isOld: boolean): void => {
    const { id } = info;
    const moved =
      strays.get(id) ?? [...byPath.values()].find((file) => file.id === id && file.path !== path && !isThere(file));
    if (moved) {
      strays.delete(id);
      if (byPath.get(moved.path) === moved) byPath.delete(moved.path);
      moved.path = path;
      byPath.set(path, moved);
      queue(moved);
      return;
    }
    const known = byPath.get(path);
    if (known) {
      queue(known);
      // The system tells of one name only.
      if (info.names > 1) for (const file of byPath.values()) if (file.id === id) queue(file);
      return;
    }
    const file = openFollowed(path, info, options.os, isOld && !options.fromStart);
    byPath.set(path, file);
    queue(file, isOld);
  };

  const remove = (path: string): void => {
    const file = byPath.get(path);
    if (!file) return;
    byPath.delete(path);
    leave(file);
  };

  const files = paths.filter((path) => path !== '-');
  const isStreamOnly = paths.length > 0 && files.length === 0;
  const places = isStreamOnly ? null : watchPlaces(files, { ...options, onFile: add, onGone: remove });
  const start = async (): Promise<void> => {
    await places?.ready;
    await Promise.all([...byPath.values()].map((file) => file.busy));
  };

  const readStream = async (input: AsyncIterable<Uint8Array>): Promise<void> => {
    stream = { pipe: openSource(knowledge, '-', { os: options.os }) };
    for await (const chunk of input) {
      stream.pipe.push(chunk);
      options.onChange();
    }
    options.onEnd();
  };
  if (paths.includes('-') && options.stdin) void readStream(options.stdin).catch((error: unknown) => tell('-', error));

  /** What a file says so far, or all it says: a file that has not grown is not asked again. */
  const saidBy = (file: Followed, ended: boolean): SourceFindings[] => {
    if (file.documents) return file.documents;
    if (ended) file.said = file.pipe.end();
    file.said ??= file.pipe.sofar();
    return file.said ? [{ ...file.said, path: file.path }] : [];
  };

  const gather = (ended: boolean): SourceFindings[] => {
    // What has taken a path speaks for it, though a rename may still tell where the former file is.
    const former = [...strays.values()].filter(({ path }) => !byPath.has(path));
    const files = [...byPath.values(), ...former].flatMap((file) => saidBy(file, ended));
    const streamed = stream ? (ended ? stream.pipe.end() : stream.pipe.sofar()) : null;
    return streamed ? [...files, streamed] : files;
  };

  return {
    sources: () => gather(false),
    missing: () => places?.missing() ?? [],
    ready: start(),
    async close() {
      isClosing = true;
      const open = [...byPath.values()];
      for (const file of open) queue(file);
      await Promise.all(open.map((file) => file.busy));
      for (const file of open) {
        if (file.again) clearTimeout(file.again);
        if (file.again) await readWhole(file).catch((error: unknown) => tell(file.path, error));
      }
      await places?.close();
      return gather(true);
    },
  };
}
