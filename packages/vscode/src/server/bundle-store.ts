/** The bundles there are: which one a source belongs to, how they come, are followed and go. */
import { followSources, type Turn } from '@zoomlog/parser/node';
import { type Bundle, closeBundle, rootsOf } from './bundle.ts';
import { type Judging, type JudgingOptions, openJudging } from './judging.ts';
import type { Texts } from './texts.ts';

export interface BundlesOptions extends JudgingOptions {
  /** A text in another language turned out to be a log. */
  readonly onRecognised: (path: string, format: string) => void;
  /** Where the lines of a log lie is found while it is shown. */
  readonly survey: Texts['survey'];
  /** What reading waits for. */
  readonly turn: Turn;
}

export interface BundleStore extends Pick<Judging, 'judgeNow' | 'judgeSoon'> {
  all(): Bundle[];
  get(id: number): Bundle | undefined;
  add(bundle: Bundle): void;
  /** Adds and judges it; the last one adopted is the one that shows a source that several hold. */
  adopt(bundle: Bundle): void;
  forget(bundle: Bundle): Promise<void>;
  holdersOf(path: string): Bundle[];
  /** The bundle that a source belongs to: scanned or watched before merely open. */
  of(path: string): Bundle | null;
  /** The bundle of that kind made of the same paths. */
  sameAs(kind: Bundle['kind'], paths: readonly string[]): Bundle | undefined;
  /** Follows the paths in the bundle under a key. */
  follow(bundle: Bundle, key: string, paths: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export function openBundleStore(options: BundlesOptions): BundleStore {
  const bundles = new Map<number, Bundle>();
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
      turn: options.turn,
      onChange: () => judgeSoon(bundle),
      onProblem: ({ path, message }) => options.onProblem(path, message),
      onRecovery: () => {},
      onPolling: (reason) => options.onProblem(paths[0] ?? '', reason),
      onEnd: () => {},
    });
    bundle.live.set(key, following);
    await following.ready;
  };

  const sameAs = (kind: Bundle['kind'], paths: readonly string[]): Bundle | undefined =>
    [...bundles.values()].find((bundle) => bundle.kind === kind && bundle.roots === rootsOf(paths));

  return {
    judgeNow,
    judgeSoon,
    all: () => [...bundles.values()],
    get: (id) => bundles.get(id),
    add: (bundle) => void bundles.set(bundle.id, bundle),
    adopt(bundle) {
      bundles.delete(bundle.id);
      bundles.set(bundle.id, bundle);
      judgeNow(bundle);
    },
    forget,
    holdersOf,
    of,
    sameAs,
    follow,
    async close() {
      const left = [...bundles.values()];
      for (const bundle of left) drop(bundle);
      bundles.clear();
      await Promise.all(left.map(closeBundle));
    },
  };
}
