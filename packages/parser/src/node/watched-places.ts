/** The files and folders below what was asked for, as they come, grow and go; also those that appear later. */
import { normalize } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { errorCode, explainError, mayPass, retriesMs } from '../archive/disk-errors.ts';
import type { SourceProblem } from '../archive/disk-source.ts';
import { forwardSlashes } from '../telling/paths.ts';
import { type FileInfo, statFileNow } from './file-info.ts';
import { filesAt, openSearch } from './find-sources.ts';
import { exchange, type FoundPlaces, findPlaces } from './found-places.ts';
import type { Place } from './places.ts';
import { noticeQuietChanges } from './quiet-changes.ts';
import { openWatchedLinks } from './watched-links.ts';

export interface WatchOptions {
  /** Looks at the files several times a second instead of being told by the system. */
  readonly polling?: boolean;
  /** As in FindOptions. */
  readonly followLinks?: boolean;
  /** A file is there, or has changed. `isOld`: it stood there when the watch began. */
  readonly onFile: (path: string, info: FileInfo, isOld: boolean) => void;
  readonly onGone: (path: string) => void;
  readonly onProblem: (problem: SourceProblem) => void;
  /** What was reported as a problem of the path is over. */
  readonly onRecovery: (path: string) => void;
  /** The system tells of no more files, for the reason given; they are polled from now on. */
  readonly onPolling: (reason: string) => void;
}

export interface WatchedPlaces {
  /** Resolves when every file that stood there at the start has been told. */
  readonly ready: Promise<void>;
  /** The paths that lead to nothing now. */
  missing(): readonly string[];
  /** Named paths that lead to a pipe, a socket or a device now. */
  refused(): readonly string[];
  /** What a reader must know of a file that links led to; null when nothing. */
  noteOn(path: string): string | null;
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
  const { followLinks = false } = options;
  const links = openWatchedLinks(options);
  /** A folder that was removed and made again is another. */
  const watched = new Map<string, Place>();
  let found: FoundPlaces = { places: [], missing: [], refused: [], notFollowed: [] };
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
      if (info.kind === 'other') links.refuse(path, 'skipped');
      if (info.kind === 'file' && !links.isReplaced(path)) {
        links.allow(path);
        quiet.seen(path, info);
        options.onFile(path, info, isOld);
      } else onGone(path);
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
    links.started();
    setReady();
  };

  const isPassedOver = (told: string): boolean => links.isPassedOver(forwardSlashes(told, process.platform));
  const watcher = openWatcher(() => [...watched.keys()], options, { onFile, onGone, started, isPassedOver });

  const look = async (): Promise<void> => {
    const now = await findPlaces(paths, followLinks);
    if (isClosed) return;
    found = now;
    links.look(now);
    const { gone, fresh } = exchange(watched, now.places);
    for (const path of gone) watcher.unwatch(path);
    for (const { path } of fresh) links.allow(path);
    if (fresh.length > 0) watcher.add(fresh.map(({ path }) => path));
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
    missing: () => found.missing,
    refused: () => found.refused,
    noteOn: links.noteOn,
    async tellAll() {
      await look();
      // The watcher joins names to the folder, too.
      const places = [...watched.values()];
      const search = openSearch(places, followLinks);
      for (const place of places)
        for await (const { kind, path } of filesAt(place, search))
          if (kind === 'file') onFile(path === place.path ? path : normalize(path));
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
  /** Neither reported nor entered. */
  isPassedOver(path: string): boolean;
}

/** Opened with the first places. Where the system has no more watches for files, one that polls takes over. */
function openWatcher(places: () => string[], options: WatchOptions, events: WatcherEvents): Watcher {
  let watcher: FSWatcher | null = null;
  let isPolling = options.polling ?? false;

  const open = (): void => {
    const opened = watch(places(), {
      followSymlinks: true,
      ignored: (path) => events.isPassedOver(path),
      usePolling: isPolling,
      interval: pollMs,
    });
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
