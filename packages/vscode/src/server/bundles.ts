/** All bundles of one editor window: what is open, what was scanned, what is watched. */
import { open, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { knowledge, openSource, type SourceFindings } from '@zoomlog/parser';
import { followSources, locateKnownPaths, readSources } from '@zoomlog/parser/node';
import { intoArchive, isInArchive } from '../source-uri.ts';
import { type Bundle, closeBundle, createBundle, judgeBundle } from './bundle.ts';
import type { Settings } from './settings.ts';

export interface BundlesOptions {
  readonly settings: () => Settings;
  /** A bundle was judged anew; `isGone`: it is no more. */
  readonly onJudged: (bundle: Bundle, isGone: boolean) => void;
  readonly onProblem: (path: string, message: string) => void;
  /** A text of no language of ours turned out to be a log. */
  readonly onRecognised: (path: string, format: string) => void;
}

export interface Bundles {
  all(): readonly Bundle[];
  /** The bundle that a source belongs to: scanned or watched before merely open. */
  of(path: string): Bundle | null;
  /** The logs that the editor shows now; those that are shown no more, and belong to nothing else, are forgotten. */
  show(texts: readonly { readonly path: string; readonly isClaimed: boolean }[]): Promise<void>;
  /** The text of a source that lies on no disk, whenever it changes; null: it is closed. */
  setText(path: string, text: string | null): void;
  /** Rejects when aborted; nothing is kept then. */
  scan(paths: readonly string[], signal: AbortSignal, onProgress: (text: string) => void): Promise<Bundle>;
  watch(paths: readonly string[]): Promise<Bundle>;
  stopWatching(): Promise<void>;
  remove(id: number): Promise<void>;
  /** Judges all anew, by new settings. */
  rejudge(): void;
  close(): Promise<void>;
}

/** Judging waits so long for more of what is being written. */
const settleMs = 30;
/** Bytes by which a text is told to be a log. */
const headBytes = 1 << 16;

export function openBundles(options: BundlesOptions): Bundles {
  const bundles = new Map<number, Bundle>();
  const settling = new Map<number, NodeJS.Timeout>();
  /** Paths that are shown now. */
  let shown = new Set<string>();

  const judgeNow = (bundle: Bundle): void => {
    clearTimeout(settling.get(bundle.id));
    settling.delete(bundle.id);
    if (!bundles.has(bundle.id)) return;
    judgeBundle(bundle, options.settings());
    options.onJudged(bundle, false);
  };
  const judgeSoon = (bundle: Bundle): void => {
    if (!settling.has(bundle.id))
      settling.set(
        bundle.id,
        setTimeout(() => judgeNow(bundle), settleMs),
      );
  };

  const forget = async (bundle: Bundle): Promise<void> => {
    if (!bundles.delete(bundle.id)) return;
    options.onJudged(bundle, true);
    await closeBundle(bundle);
  };

  const of = (path: string): Bundle | null => {
    const holders = [...bundles.values()].filter(({ sources, live }) => sources.has(path) || live.has(path));
    return holders.findLast(({ kind }) => kind !== 'file') ?? holders[0] ?? null;
  };

  const follow = (bundle: Bundle, key: string, paths: readonly string[]): Promise<void> => {
    const following = followSources(paths, {
      fromStart: true,
      os: options.settings().os,
      onChange: () => judgeSoon(bundle),
      onProblem: ({ path, message }) => options.onProblem(path, message),
      onPolling: (reason) => options.onProblem(paths[0] ?? '', reason),
      onEnd: () => {},
    });
    bundle.live.set(key, following);
    return following.ready;
  };

  /** A log on disk that is shown: followed in the bundle that it belongs to, else in one of its own. */
  const showFile = async (path: string, isClaimed: boolean): Promise<void> => {
    const holder = of(path);
    if (holder) {
      const isFollowed = holder.live.has(path) || holder.live.has('') || isInArchive(path);
      if (!isFollowed && options.settings().follow) await follow(holder, path, [path]);
      return;
    }
    const [archive] = path.split(intoArchive);
    if (isInArchive(path)) {
      const { sources } = await readSources([archive!], readOptions());
      const own = sources.filter((source) => source.path === path);
      const bundle = createBundle(nameOf(path), 'file', own);
      bundles.set(bundle.id, bundle);
      judgeNow(bundle);
      return;
    }
    const head = await tellHead(path);
    if (!shown.has(path) || !head || (!isClaimed && head.format === null && head.state !== 'encrypted')) return;
    if (head.format !== null && !isClaimed) options.onRecognised(path, head.format);
    const bundle = createBundle(nameOf(path), 'file');
    bundles.set(bundle.id, bundle);
    if (options.settings().follow) await follow(bundle, path, [path]);
    else for (const source of (await readSources([path], readOptions())).sources) bundle.read.set(source.path, source);
    judgeNow(bundle);
  };

  const hide = async (path: string): Promise<void> => {
    const holder = of(path);
    if (holder?.kind === 'file') return forget(holder);
    const following = holder?.live.get(path);
    if (!holder || !following) return;
    for (const source of await following.close()) holder.read.set(source.path, source);
    holder.live.delete(path);
  };

  const readOptions = () => ({ os: options.settings().os, hash: false, maxSize: null });

  /** A scan takes over what it read of the logs that are open. */
  const settle = async (bundle: Bundle): Promise<void> => {
    judgeNow(bundle);
    for (const other of [...bundles.values()])
      if (other.kind === 'file' && [...other.live.keys()].some((path) => bundle.sources.has(path))) await forget(other);
    for (const path of shown) if (bundle.sources.has(path)) await showFile(path, true);
  };

  return {
    all: () => [...bundles.values()],
    of,
    async show(texts) {
      const now = new Set(texts.map(({ path }) => path));
      const gone = [...shown].filter((path) => !now.has(path));
      const fresh = texts.filter(({ path }) => !shown.has(path));
      shown = now;
      await Promise.all(gone.map(hide));
      await Promise.all(
        fresh.map(({ path, isClaimed }) =>
          showFile(path, isClaimed).catch((error: unknown) => options.onProblem(path, messageOf(error))),
        ),
      );
    },
    setText(path, text) {
      const known = [...bundles.values()].find(({ read, kind }) => kind === 'file' && read.has(path));
      if (text === null) {
        if (known) void forget(known);
        return;
      }
      const bundle = known ?? createBundle(nameOf(path), 'file');
      bundles.set(bundle.id, bundle);
      bundle.read.set(path, readText(path, text, options.settings()));
      judgeSoon(bundle);
    },
    async scan(paths, signal, onProgress) {
      const places = paths.length > 0 ? paths : await knownPlaces();
      const { sources, problems } = await readSources(places, {
        ...readOptions(),
        signal,
        progress: ({ sources: count, bytes, path }) =>
          onProgress(`${count} sources, ${Math.round(bytes / 1e6)} MB: ${nameOf(path)}`),
      });
      for (const { path, message } of problems) options.onProblem(path, message);
      const name = nameOfBundle(paths);
      for (const other of [...bundles.values()])
        if (other.kind === 'scanned' && other.name === name) await forget(other);
      const bundle = createBundle(name, 'scanned', sources);
      bundles.set(bundle.id, bundle);
      await settle(bundle);
      return bundle;
    },
    async watch(paths) {
      const bundle = createBundle(nameOfBundle(paths), 'watched');
      bundles.set(bundle.id, bundle);
      await follow(bundle, '', paths);
      await settle(bundle);
      return bundle;
    },
    async stopWatching() {
      for (const bundle of bundles.values()) {
        const following = bundle.live.get('');
        if (bundle.kind !== 'watched' || !following) continue;
        for (const source of await following.close()) bundle.read.set(source.path, source);
        bundle.live.delete('');
        judgeNow(bundle);
      }
    },
    async remove(id) {
      const bundle = bundles.get(id);
      if (bundle) await forget(bundle);
    },
    rejudge() {
      for (const bundle of bundles.values()) judgeSoon(bundle);
    },
    async close() {
      for (const timer of settling.values()) clearTimeout(timer);
      const open = [...bundles.values()];
      bundles.clear();
      await Promise.all(open.map(closeBundle));
    },
  };
}

/** What the first bytes of a file say; null for what is no file. */
async function tellHead(path: string): Promise<SourceFindings | null> {
  const info = await stat(path);
  if (!info.isFile()) return null;
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(Math.min(headBytes, info.size));
    await handle.read(head, 0, head.length, 0);
    const pipe = openSource(knowledge, path, { sniffedAfter: Math.max(1, head.length) });
    pipe.push(head);
    return pipe.end();
  } finally {
    await handle.close();
  }
}

function readText(path: string, text: string, { os }: Settings): SourceFindings {
  const pipe = openSource(knowledge, path, { os });
  pipe.push(new TextEncoder().encode(text));
  return pipe.end();
}

async function knownPlaces(): Promise<string[]> {
  const located = await locateKnownPaths({ platform: process.platform, env: process.env, home: homedir() });
  return located.filter(({ exists }) => exists).map(({ path }) => path);
}

const nameOf = (path: string): string => path.split('/').at(-1) || path;
const nameOfBundle = (paths: readonly string[]): string =>
  paths.length === 0 ? 'this machine' : paths.map(nameOf).join(', ');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
