/** The files and folders below what was asked for, as they come, grow and go; also those that appear later. */
import { homedir } from 'node:os';
import { normalize } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { errorCode, explainError, isAbsence, mayPass, retriesMs } from '../archive/disk-errors.ts';
import type { SourceProblem } from '../archive/disk-source.ts';
import { forwardSlashes, givenPath, isDevicePath } from '../telling/paths.ts';
import { type FileInfo, statFile, statFileNow } from './file-info.ts';
import { locate } from './find-sources.ts';
import { expandGlob, isGlob } from './glob.ts';
import { locateKnownPaths } from './known-paths.ts';
import { noticeQuietChanges } from './quiet-changes.ts';

export interface WatchOptions {
  /** Looks at the files several times a second instead of being told by the system. */
  readonly polling?: boolean;
  /** A file is there, or has changed. `isOld`: it stood there when the watch began. */
  readonly onFile: (path: string, info: FileInfo, isOld: boolean) => void;
  readonly onGone: (path: string) => void;
  readonly onProblem: (problem: SourceProblem) => void;
  /** The system tells of no more files, for the reason given; they are polled from now on. */
  readonly onPolling: (reason: string) => void;
}

export interface WatchedPlaces {
  /** Resolves when every file that stood there at the start has been told. */
  readonly ready: Promise<void>;
  /** The paths that lead to nothing now. */
  missing(): readonly string[];
  /** Tells of every file as it is now: the system may be behind, and what it tells last would come too late. */
  tellAll(): Promise<void>;
  close(): Promise<void>;
}

/** Places that do not exist yet, or were removed, are looked for so often. */
const lookMs = 2_000;
const pollMs = 200;

/** inotify(7): the limit of watches, and those of instances; kqueue runs out of open files. */
const outOfWatches = ['ENOSPC', 'EMFILE', 'ENFILE'];

/** Watches files, folders and globs; with no path the documented folders of this machine. */
export function watchPlaces(paths: readonly string[], options: WatchOptions): WatchedPlaces {
  /** Place to what stands there: a folder that was removed and made again is another. */
  const watched = new Map<string, string>();
  let missing: readonly string[] = [];
  let isStarting = true;
  let isClosed = false;
  const { promise: ready, resolve: setReady } = Promise.withResolvers<void>();

  /** At once, so that what is told of a file stays in order. */
  const onFile = (told: string, isOld = isStarting, tries = 0): void => {
    if (isClosed) return;
    const path = forwardSlashes(told, process.platform);
    try {
      const info = statFileNow(path);
      if (!info) return;
      quiet.seen(path, info);
      options.onFile(path, info, isOld);
    } catch (error) {
      const retry = mayPass(error, process.platform) ? retriesMs[tries] : undefined;
      if (retry === undefined) options.onProblem({ ...explainError(error), path });
      else setTimeout(() => onFile(told, isOld, tries + 1), retry).unref();
    }
  };
  const onGone = (told: string): void => {
    const path = forwardSlashes(told, process.platform);
    quiet.forget(path);
    options.onGone(path);
  };
  const quiet = noticeQuietChanges(onFile, onGone);

  const started = (): void => {
    isStarting = false;
    setReady();
  };

  const watcher = openWatcher(() => [...watched.keys()], options, { onFile, onGone, started });

  const look = async (): Promise<void> => {
    const now = await findPlaces(paths);
    if (isClosed) return;
    missing = now.missing;
    for (const [place, id] of watched) {
      if (now.places.get(place) === id) continue;
      watched.delete(place);
      watcher.unwatch(place);
    }
    const fresh = [...now.places].filter(([place]) => !watched.has(place));
    for (const [place, id] of fresh) watched.set(place, id);
    if (fresh.length === 0) return;
    watcher.add(fresh.map(([place]) => place));
  };

  let timer: NodeJS.Timeout | null = null;
  const keepLooking = async (): Promise<void> => {
    await look();
    if (!watcher.isOpen()) started();
    if (isClosed) return;
    timer = setTimeout(() => void keepLooking(), lookMs);
  };
  void keepLooking();

  return {
    ready,
    missing: () => missing,
    async tellAll() {
      await look();
      const visited = new Set<string>();
      // The watcher joins names to the folder, too.
      for (const place of watched.keys())
        for await (const found of locate(place, visited))
          if (found.kind === 'file') onFile(found.path === place ? place : normalize(found.path));
    },
    async close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
      quiet.close();
      await watcher.close();
      // A watcher that is closed early never says that it is ready.
      setReady();
    },
  };
}

interface Watcher {
  isOpen(): boolean;
  add(places: string[]): void;
  unwatch(place: string): void;
  close(): Promise<void>;
}

interface WatcherEvents {
  onFile(path: string): void;
  onGone(path: string): void;
  /** Every file that was there has been reported. */
  started(): void;
}

/** Opened with the first places. Where the system has no more watches for files, one that polls takes over. */
function openWatcher(places: () => string[], options: WatchOptions, events: WatcherEvents): Watcher {
  let watcher: FSWatcher | null = null;
  let isPolling = options.polling ?? false;

  const open = (): void => {
    const opened = watch(places(), { followSymlinks: true, usePolling: isPolling, interval: pollMs });
    watcher = opened;
    opened
      .on('add', (path) => events.onFile(path))
      .on('change', (path) => events.onFile(path))
      .on('unlink', (path) => events.onGone(path))
      .on('ready', () => events.started());
    opened.on('error', (error) => {
      if (watcher !== opened) return;
      if (!isPolling && outOfWatches.includes(errorCode(error))) {
        isPolling = true;
        options.onPolling(`the system cannot watch more files (${errorCode(error)})`);
        void opened.close();
        open();
      } else options.onProblem({ ...explainError(error), path: pathOf(error) ?? places()[0] ?? '.' });
    });
  };

  return {
    isOpen: () => watcher !== null,
    add(fresh) {
      if (watcher) watcher.add(fresh);
      else open();
    },
    unwatch: (place) => void watcher?.unwatch(place),
    async close() {
      await watcher?.close();
    },
  };
}

const pathOf = (error: unknown): string | null =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null;

/** What the paths lead to now, and those that lead to nothing. */
async function findPlaces(
  paths: readonly string[],
): Promise<{ places: ReadonlyMap<string, string>; missing: readonly string[] }> {
  const places = new Map<string, string>();
  const add = async (path: string): Promise<boolean> => {
    try {
      const { kind, id } = await statFile(path);
      // The watcher itself sees that a file is replaced.
      places.set(path, kind === 'folder' ? id : 'file');
      return true;
    } catch (error) {
      if (isAbsence(error)) return false;
      // It is there: the watcher says what is wrong with it.
      places.set(path, 'closed');
      return true;
    }
  };
  if (paths.length === 0) {
    const known = await locateKnownPaths({ platform: process.platform, env: process.env, home: homedir() });
    for (const { path, exists } of known) if (exists) await add(path);
  }
  const missing: string[] = [];
  for (const given of paths) {
    const path = givenPath(given, process.platform);
    if (!isDevicePath(path, process.platform) && (await add(path))) continue;
    const matches = isGlob(path) ? (await expandGlob(path, process.platform)).paths : [];
    for (const match of matches) await add(match);
    if (matches.length === 0) missing.push(given);
  }
  return { places, missing };
}
