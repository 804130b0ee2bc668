/**
 * Sources followed as they grow. Files of lines are read on from where the last reading ended; every other kind (XML, JSON,
 * reports, archives) says what it has only at its end, and is read anew once it has been quiet for a moment.
 *
 * A file is known by its inode: one that is renamed stays the same source, under its new name. One that was truncated, or
 * written anew under the same inode, begins anew, and what it had said before is forgotten with it: `sources` always says
 * what a scan of the files as they are now would say, but for what stood in them before the watch began.
 */
import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { type FSWatcher, watch } from 'chokidar';
import { knowledge } from '../knowledge.ts';
import type { Os, SourceFindings } from '../model.ts';
import { openSource, type SourcePipe } from '../source.ts';
import { explainError, isAbsence } from './disk-errors.ts';
import type { SourceProblem } from './disk-source.ts';
import { findSources } from './find-sources.ts';
import { readSource } from './scan.ts';

export interface FollowOptions {
  /** Reads what already stands in the files, too. */
  readonly fromStart: boolean;
  readonly os: Os | null;
  /** Looks at the files several times a second instead of being told by the system. */
  readonly polling?: boolean;
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Something new was read: time to judge again. */
  readonly onChange: () => void;
  readonly onSource: (event: 'added' | 'lost', path: string) => void;
  readonly onProblem: (problem: SourceProblem) => void;
  /** Standard input has ended; nothing else is followed. */
  readonly onEnd: () => void;
}

export interface Following {
  /** Every source, as far as it was read. */
  sources(): SourceFindings[];
  /** Resolves when what stood in the files at the start has been read, or passed over. */
  readonly ready: Promise<void>;
  /** Reads to the present end of every file, and closes them. */
  close(): Promise<SourceFindings[]>;
}

/** A file that is followed. */
interface Followed {
  path: string;
  /** Device and inode. */
  id: string;
  /** Bytes read so far. */
  at: number;
  /** The last bytes before `at`: other ones there mean that the file was written anew. */
  tail: Buffer;
  pipe: SourcePipe;
  /** What a document said when it was last read whole; null for a file of lines. */
  documents: SourceFindings[] | null;
  /** Readings of one file never overlap. */
  busy: Promise<void>;
  again: NodeJS.Timeout | null;
}

const blockSize = 1 << 20;
const tailSize = 64;
/** A document is read when it has been quiet for so long. */
const quietMs = 300;
/** Paths that do not exist yet are looked for so often. */
const lookMs = 2_000;
const pollMs = 200;

const idOf = ({ dev, ino }: Stats): string => `${dev}:${ino}`;

/** Follows files, folders and `-`. A path that does not exist yet is followed from when it appears. */
export function followSources(paths: readonly string[], options: FollowOptions): Following {
  const byPath = new Map<string, Followed>();
  /** Files whose path was taken by another, or is gone: a rename tells where they are now. */
  const strays = new Map<string, Followed>();
  const waiting = new Set<string>();
  let isStarting = true;
  let stream: { pipe: SourcePipe } | null = null;

  const begin = (path: string, info: Stats, isOld: boolean): Followed => ({
    path,
    id: idOf(info),
    at: 0,
    tail: Buffer.alloc(0),
    pipe: openSource(knowledge, path, {
      os: options.os,
      modified: info.mtime.toISOString(),
      silentBytes: isOld && !options.fromStart ? info.size : 0,
    }),
    documents: null,
    busy: Promise.resolve(),
    again: null,
  });

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

  /** Reads what came, from where the last reading ended. */
  const readOn = async (file: Followed, isOld: boolean): Promise<void> => {
    const handle = await open(file.path, 'r');
    try {
      const info = await handle.stat();
      if (idOf(info) !== file.id || info.size < file.at || !(await hasSameTail(file, handle))) {
        if (idOf(info) !== file.id) leave({ ...file });
        Object.assign(file, begin(file.path, info, false), { busy: file.busy, again: file.again });
      }
      const block = Buffer.alloc(Math.min(blockSize, Math.max(1, info.size - file.at)));
      for (;;) {
        const { bytesRead } = await handle.read(block, 0, block.length, file.at);
        if (bytesRead === 0) break;
        const bytes = Buffer.from(block.subarray(0, bytesRead));
        file.at += bytesRead;
        file.tail = Buffer.concat([file.tail, bytes]).subarray(-tailSize);
        file.pipe.push(bytes);
      }
    } finally {
      await handle.close();
    }
    const isDocument = file.pipe.sofar() === null || isArchive(file);
    if (!isDocument) options.onChange();
    else if (!isOld || options.fromStart) later(file);
  };

  const queue = (file: Followed, isOld = false): void => {
    file.busy = file.busy.then(() => readOn(file, isOld)).catch((error: unknown) => tell(file.path, error));
  };

  /** A file whose name is gone, or another's. A rename says so before it tells the new name: it is kept for a while. */
  const leave = (file: Followed): void => {
    strays.set(file.id, file);
    setTimeout(() => {
      if (strays.get(file.id) !== file) return;
      strays.delete(file.id);
      if (!byPath.has(file.path)) options.onSource('lost', file.path);
      options.onChange();
    }, lookMs).unref();
  };

  const add = (path: string, info: Stats, isOld: boolean): void => {
    const id = idOf(info);
    const moved = strays.get(id) ?? [...byPath.values()].find((file) => file.id === id && file.path !== path);
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
      return;
    }
    const file = begin(path, info, isOld);
    byPath.set(path, file);
    options.onSource('added', path);
    queue(file, isOld);
  };

  const remove = (path: string): void => {
    const file = byPath.get(path);
    if (!file) return;
    byPath.delete(path);
    leave(file);
  };

  let watcher: FSWatcher | null = null;
  const onFile = (path: string, info: Stats | undefined): void => {
    const isOld = isStarting;
    if (info) add(path, info, isOld);
    else
      void stat(path).then(
        (found) => add(path, found, isOld),
        (error: unknown) => tell(path, error),
      );
  };
  const openWatcher = (present: readonly string[]): FSWatcher =>
    watch([...present], {
      alwaysStat: true,
      followSymlinks: false,
      usePolling: options.polling ?? false,
      interval: pollMs,
    })
      .on('add', onFile)
      .on('change', onFile)
      .on('unlink', remove)
      .on('error', (error) => options.onProblem({ ...explainError(error), path: paths[0] ?? '.' }));

  const files = paths.filter((path) => path !== '-');
  const look = async (): Promise<void> => {
    for (const path of files.filter((one) => waiting.has(one)))
      if (await stat(path).catch(() => null)) {
        waiting.delete(path);
        if (watcher) watcher.add(path);
        else watcher = openWatcher([path]);
      }
  };
  const looking = setInterval(() => void look(), lookMs);
  looking.unref();

  const start = async (): Promise<void> => {
    const present: string[] = [];
    for (const path of files) (await stat(path).catch(() => null)) ? present.push(path) : waiting.add(path);
    if (present.length > 0) {
      watcher = openWatcher(present);
      const { promise, resolve } = Promise.withResolvers<void>();
      watcher.once('ready', resolve);
      await promise;
    }
    isStarting = false;
    await Promise.all([...byPath.values()].map((file) => file.busy));
  };

  const readStream = async (input: AsyncIterable<Uint8Array>): Promise<void> => {
    stream = { pipe: openSource(knowledge, '-', { os: options.os }) };
    options.onSource('added', '-');
    for await (const chunk of input) {
      stream.pipe.push(chunk);
      options.onChange();
    }
    if (files.length === 0) options.onEnd();
  };
  if (paths.includes('-') && options.stdin) void readStream(options.stdin).catch((error: unknown) => tell('-', error));

  const gather = (ended: boolean): SourceFindings[] => {
    const lines = (pipe: SourcePipe, path: string): SourceFindings[] => {
      const found = ended ? pipe.end() : pipe.sofar();
      return found ? [{ ...found, path }] : [];
    };
    return [
      ...[...byPath.values(), ...strays.values()].flatMap(
        ({ pipe, path, documents }) => documents ?? lines(pipe, path),
      ),
      ...(stream ? lines(stream.pipe, '-') : []),
    ];
  };

  return {
    sources: () => gather(false),
    ready: start(),
    async close() {
      clearInterval(looking);
      const open = [...byPath.values()];
      for (const file of open) queue(file);
      await Promise.all(open.map((file) => file.busy));
      for (const file of open) {
        if (file.again) clearTimeout(file.again);
        if (file.again) await readWhole(file).catch((error: unknown) => tell(file.path, error));
      }
      await watcher?.close();
      return gather(true);
    },
  };
}

/** True when the bytes before the place that was reached are still those that were read. */
async function hasSameTail({ at, tail }: Followed, handle: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  if (tail.length === 0) return true;
  const now = Buffer.alloc(tail.length);
  const { bytesRead } = await handle.read(now, 0, now.length, at - tail.length);
  return bytesRead === tail.length && now.equals(tail);
}

/** A zip or gzip file holds sources of its own. */
const isArchive = ({ pipe }: Followed): boolean => /^(?:a zip archive|gzip data)/.test(pipe.sofar()?.note ?? '');
