/** All bundles of one editor window: what is open, what was scanned, what is watched. */
import { counted } from '@zoomlog/parser';
import { readSources, type Turn } from '@zoomlog/parser/node';
import { plainPath } from '../source-uri.ts';
import { type Bundle, closeBundle, createBundle, freeze, nameOf } from './bundle.ts';
import { type BundlesOptions, openBundleStore } from './bundle-store.ts';
import { knownPlaces, readOptions, readText } from './read-source.ts';
import { type OpenText, openShownLogs } from './shown-logs.ts';

export interface Bundles {
  all(): readonly Bundle[];
  /** The bundle that a source belongs to: scanned or watched before merely open. */
  of(path: string): Bundle | null;
  /** The logs that the editor shows now; those no longer shown, and in no other bundle, are dropped. */
  show(texts: readonly OpenText[]): Promise<void>;
  /** The text of a source that is not on disk, whenever it changes; null: it is closed. */
  setText(path: string, text: string | null, isClaimed: boolean): void;
  /** Rejects when aborted; nothing is kept then. */
  scan(paths: readonly string[], signal: AbortSignal, onProgress: (text: string) => void): Promise<Bundle>;
  watch(paths: readonly string[]): Promise<Bundle>;
  stopWatching(): Promise<void>;
  remove(id: number): Promise<void>;
  /** Judges everything again, with new settings. */
  rejudge(): void;
  close(): Promise<void>;
}

const progressMs = 100;

export function openBundles(options: BundlesOptions): Bundles {
  const store = openBundleStore(options);
  const { add, adopt, all, follow, forget, judgeNow, judgeSoon, of, sameAs } = store;
  const { show, arrangeAll, clear } = openShownLogs(store, options);

  return {
    all,
    of,
    show,
    setText(path, text, isClaimed) {
      const known = sameAs('file', [path]);
      const source = text === null ? null : readText(path, text);
      if (!source || (!isClaimed && source.format === null)) {
        if (known) void forget(known);
        return;
      }
      const bundle = known ?? createBundle('file', [path]);
      add(bundle);
      bundle.read.set(path, source);
      judgeSoon(bundle);
    },
    async scan(paths, signal, onProgress) {
      const { sources, problems } = await readPlaces(paths, { signal, onProgress, turn: options.turn });
      for (const { path, message } of problems) options.onProblem(path, message);
      const bundle = sameAs('scanned', paths) ?? createBundle('scanned', paths);
      bundle.read.clear();
      for (const source of sources) bundle.read.set(plainPath(source.path), source);
      adopt(bundle);
      await arrangeAll();
      return bundle;
    },
    async watch(paths) {
      const bundle = sameAs('watched', paths) ?? createBundle('watched', paths);
      add(bundle);
      if (!bundle.live.has('')) {
        await closeBundle(bundle);
        bundle.read.clear();
        await follow(bundle, '', paths);
        judgeNow(bundle);
        bundle.told = bundle.live.has('') ? bundle.judged : null;
      }
      await arrangeAll();
      return bundle;
    },
    async stopWatching() {
      for (const bundle of all().filter(({ kind }) => kind === 'watched')) {
        bundle.told = null;
        await freeze(bundle, '');
        judgeNow(bundle);
      }
      await arrangeAll();
    },
    async remove(id) {
      const bundle = store.get(id);
      if (!bundle) return;
      await forget(bundle);
      await arrangeAll();
    },
    rejudge() {
      for (const bundle of all()) {
        // What a setting reveals is not news.
        const isTold = bundle.told !== null;
        bundle.told = null;
        judgeNow(bundle);
        if (isTold) bundle.told = bundle.judged;
      }
      void arrangeAll();
    },
    async close() {
      clear();
      await store.close();
    },
  };
}

/** Reads every source at the paths; none: the Zoom folders on this machine. */
async function readPlaces(
  paths: readonly string[],
  { signal, onProgress, turn }: { signal: AbortSignal; onProgress: (text: string) => void; turn: Turn },
) {
  let next = 0;
  return readSources(paths.length > 0 ? paths : await knownPlaces(), {
    ...readOptions,
    signal,
    turn,
    progress: ({ sources: count, bytes, path }) => {
      const now = performance.now();
      if (now < next) return;
      next = now + progressMs;
      onProgress(`${counted(count, 'source')}, ${Math.round(bytes / 1e6)} MB: ${nameOf(path)}`);
    },
  });
}
