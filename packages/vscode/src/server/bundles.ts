/** All bundles of one editor window: what is open, what was scanned, what is watched. */
import { counted } from '@zoomlog/parser';
import { followSources, readSources } from '@zoomlog/parser/node';
import { plainPath } from '../source-uri.ts';
import { archiveOf } from './archive.ts';
import { type Bundle, closeBundle, createBundle, freeze, nameOf, rootsOf } from './bundle.ts';
import { type JudgingOptions, openJudging } from './judging.ts';
import { inQueue } from './queue.ts';
import { knownPlaces, readText, tellHead } from './read-source.ts';

export interface BundlesOptions extends JudgingOptions {
  /** A text in another language turned out to be a log. */
  readonly onRecognised: (path: string, format: string) => void;
}

export interface OpenText {
  readonly path: string;
  readonly packed: boolean;
  /** Its language is Zoom log, whatever it contains. */
  readonly isClaimed: boolean;
}

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
/** How often a log that was empty when opened is checked again. */
const lookMs = 2_000;
/** The system in the settings is for judging and naming; sources show their own. */
const readOptions = { os: null, hash: false, maxSize: null };

export function openBundles(options: BundlesOptions): Bundles {
  const bundles = new Map<number, Bundle>();
  /** What is shown now, by path. */
  let shown = new Map<string, OpenText>();

  const { judgeNow, judgeSoon, judgeSharers, drop } = openJudging(bundles, options);

  const holdersOf = (path: string): Bundle[] =>
    [...bundles.values()].filter(({ sources, live }) => sources.has(path) || live.has(path));
  const of = (path: string): Bundle | null => {
    const holders = holdersOf(path);
    const watching = holders.findLast(({ live }) => live.has(''));
    return watching ?? holders.findLast(({ kind }) => kind !== 'file') ?? holders[0] ?? null;
  };

  const forget = async (bundle: Bundle): Promise<void> => {
    if (!bundles.delete(bundle.id)) return;
    drop(bundle);
    options.onJudged(bundle, true);
    judgeSharers(bundle, [...bundle.sources.keys()]);
    await closeBundle(bundle);
  };

  const follow = async (bundle: Bundle, key: string, paths: readonly string[]): Promise<void> => {
    const following = followSources(paths, {
      fromStart: true,
      os: null,
      onChange: () => judgeSoon(bundle),
      onProblem: ({ path, message }) => options.onProblem(path, message),
      onRecovery: () => {},
      onPolling: (reason) => options.onProblem(paths[0] ?? '', reason),
      onEnd: () => {},
    });
    bundle.live.set(key, following);
    await following.ready;
  };

  /** Adds a shown log: followed in the bundle that it belongs to, else in its own. */
  const present = async ({ path, packed, isClaimed }: OpenText): Promise<void> => {
    const isFollowed = options.settings().follow && !packed;
    const holder = of(path);
    if (holder) {
      for (const other of holdersOf(path)) if (other !== holder && other.kind === 'file') await forget(other);
      if (!isFollowed) await freeze(holder, path);
      else if (!holder.live.has(path) && !holder.live.has('')) {
        await follow(holder, path, [path]);
        // It may be gone since it was read.
        judgeSoon(holder);
      }
      return;
    }
    if (packed) {
      const archive = await archiveOf(path);
      const { sources } = await readSources(archive === null ? [] : [archive], readOptions);
      const own = sources.filter((source) => plainPath(source.path) === path);
      if (own.length > 0) adopt(createBundle('file', [path], own));
      return;
    }
    const head = await tellHead(path);
    if (head?.state === 'empty' && !isClaimed) setTimeout(() => shown.has(path) && arrange(path), lookMs).unref();
    if (!head || (!isClaimed && head.format === null && head.state !== 'encrypted')) return;
    if (head.format !== null && !isClaimed) options.onRecognised(path, head.format);
    const bundle = createBundle('file', [path], isFollowed ? [] : (await readSources([path], readOptions)).sources);
    bundles.set(bundle.id, bundle);
    if (isFollowed) await follow(bundle, path, [path]);
    judgeNow(bundle);
  };

  /** The last one adopted is shown. */
  const adopt = (bundle: Bundle): void => {
    bundles.delete(bundle.id);
    bundles.set(bundle.id, bundle);
    judgeNow(bundle);
  };

  const hide = async (path: string): Promise<void> => {
    for (const holder of holdersOf(path)) {
      if (holder.kind === 'file') await forget(holder);
      else {
        await freeze(holder, path);
        judgeSoon(holder);
      }
    }
  };

  /** What to do with a path is decided when its turn comes, by what is shown then. */
  const arrange = inQueue(
    (path) => {
      const text = shown.get(path);
      return text ? present(text) : hide(path);
    },
    (path, error) => options.onProblem(path, messageOf(error)),
  );
  const arrangeAll = (): Promise<unknown> => Promise.all([...shown.keys()].map(arrange));

  const sameAs = (kind: Bundle['kind'], paths: readonly string[]): Bundle | undefined =>
    [...bundles.values()].find((bundle) => bundle.kind === kind && bundle.roots === rootsOf(paths));

  return {
    all: () => [...bundles.values()],
    of,
    async show(texts) {
      const before = shown;
      shown = new Map(texts.map((text) => [text.path, text]));
      const changed = [...shown.values()].filter(({ path, isClaimed }) => before.get(path)?.isClaimed !== isClaimed);
      const gone = [...before.keys()].filter((path) => !shown.has(path));
      await Promise.all([...gone, ...changed.map(({ path }) => path)].map(arrange));
    },
    setText(path, text, isClaimed) {
      const known = sameAs('file', [path]);
      const source = text === null ? null : readText(path, text);
      if (!source || (!isClaimed && source.format === null)) {
        if (known) void forget(known);
        return;
      }
      const bundle = known ?? createBundle('file', [path]);
      bundles.set(bundle.id, bundle);
      bundle.read.set(path, source);
      judgeSoon(bundle);
    },
    async scan(paths, signal, onProgress) {
      const places = paths.length > 0 ? paths : await knownPlaces();
      let next = 0;
      const { sources, problems } = await readSources(places, {
        ...readOptions,
        signal,
        progress: ({ sources: count, bytes, path }) => {
          const now = performance.now();
          if (now < next) return;
          next = now + progressMs;
          onProgress(`${counted(count, 'source')}, ${Math.round(bytes / 1e6)} MB: ${nameOf(path)}`);
        },
      });
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
      bundles.set(bundle.id, bundle);
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
      for (const bundle of [...bundles.values()].filter(({ kind }) => kind === 'watched')) {
        bundle.told = null;
        await freeze(bundle, '');
        judgeNow(bundle);
      }
      await arrangeAll();
    },
    async remove(id) {
      const bundle = bundles.get(id);
      if (!bundle) return;
      await forget(bundle);
      await arrangeAll();
    },
    rejudge() {
      for (const bundle of bundles.values()) {
        // What a setting reveals is not news.
        const isTold = bundle.told !== null;
        bundle.told = null;
        judgeNow(bundle);
        if (isTold) bundle.told = bundle.judged;
      }
      void arrangeAll();
    },
    async close() {
      for (const bundle of bundles.values()) drop(bundle);
      const left = [...bundles.values()];
      bundles.clear();
      shown.clear();
      await Promise.all(left.map(closeBundle));
    },
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
