/** The logs that the editor shows: each is followed in its bundle while it is shown. */
import { readSources } from '@zoomlog/parser/node';
import { plainPath } from '../source-uri.ts';
import { archiveOf } from './archive.ts';
import { createBundle, freeze } from './bundle.ts';
import type { BundleStore, BundlesOptions } from './bundle-store.ts';
import { inQueue } from './queue.ts';
import { readHead, readOptions } from './read-source.ts';

export interface OpenText {
  readonly path: string;
  readonly packed: boolean;
  /** Its language is Zoom log, whatever it contains. */
  readonly isClaimed: boolean;
}

export interface ShownLogs {
  /** Replaces the logs that are shown. */
  show(texts: readonly OpenText[]): Promise<void>;
  /** Looks again at every log that is shown: bundles may have come or gone. */
  arrangeAll(): Promise<unknown>;
  clear(): void;
}

/** How often a log that was empty when opened is checked again. */
const lookMs = 2_000;

export function openShownLogs(store: BundleStore, options: BundlesOptions): ShownLogs {
  const { add, adopt, follow, forget, holdersOf, judgeNow, judgeSoon, of } = store;
  /** What is shown now, by path. */
  let shown = new Map<string, OpenText>();

  /** Nobody waits for it, and it never fails: what cannot be read is told elsewhere. */
  const survey = (path: string): void => {
    void options.survey(path, () => shown.has(path), options.turn).catch(() => {});
  };

  /** Adds a shown log: followed in the bundle that it belongs to, else in its own. */
  const present = async ({ path, packed, isClaimed }: OpenText): Promise<void> => {
    const isFollowed = options.settings().follow && !packed;
    const holder = of(path);
    if (holder) {
      if (!packed) survey(path);
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
      const { sources } = await readSources(archive === null ? [] : [archive], { ...readOptions, turn: options.turn });
      const own = sources.filter((source) => plainPath(source.path) === path);
      if (own.length > 0) adopt(createBundle('file', [path], own));
      return;
    }
    const head = await readHead(path);
    if (head?.state === 'empty' && !isClaimed) setTimeout(() => shown.has(path) && arrange(path), lookMs).unref();
    if (!head || (!isClaimed && head.format === null && head.state !== 'encrypted')) return;
    if (head.format !== null && !isClaimed) options.onRecognised(path, head.format);
    survey(path);
    const bundle = createBundle(
      'file',
      [path],
      isFollowed ? [] : (await readSources([path], { ...readOptions, turn: options.turn })).sources,
    );
    add(bundle);
    if (isFollowed) await follow(bundle, path, [path]);
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

  return {
    arrangeAll,
    async show(texts) {
      const before = shown;
      shown = new Map(texts.map((text) => [text.path, text]));
      const changed = [...shown.values()].filter(({ path, isClaimed }) => before.get(path)?.isClaimed !== isClaimed);
      const gone = [...before.keys()].filter((path) => !shown.has(path));
      await Promise.all([...gone, ...changed.map(({ path }) => path)].map(arrange));
    },
    clear: () => shown.clear(),
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
