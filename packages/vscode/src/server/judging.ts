/** When bundles are judged: at once or soon, and again when a source moves to another bundle. */
import { type Bundle, judgeBundle } from './bundle.ts';
import type { Settings } from './settings.ts';

/** How long judging waits for more of what is being written; at least twice as long as it last took. */
const settleMs = 30;

export interface JudgingOptions {
  readonly settings: () => Settings;
  /** A bundle was judged again; `isGone`: it was removed. */
  readonly onJudged: (bundle: Bundle, isGone: boolean) => void;
  readonly onProblem: (path: string, message: string) => void;
}

export interface Judging {
  judgeNow(bundle: Bundle): void;
  judgeSoon(bundle: Bundle): void;
  /** Judges other bundles that hold one of the paths. */
  judgeSharers(bundle: Bundle, paths: readonly string[]): void;
  /** The bundle was removed. */
  drop(bundle: Bundle): void;
}

/** Bundles that are no longer in `bundles` are not judged. */
export function openJudging(
  bundles: ReadonlyMap<number, Bundle>,
  { settings, onJudged, onProblem }: JudgingOptions,
): Judging {
  const settling = new Map<number, NodeJS.Timeout>();
  /** Milliseconds that the last judgement took. */
  const costs = new Map<number, number>();

  const judgeNow = (bundle: Bundle): void => {
    clearTimeout(settling.get(bundle.id));
    settling.delete(bundle.id);
    if (!bundles.has(bundle.id)) return;
    const started = performance.now();
    const before = [...bundle.sources.keys()];
    try {
      judgeBundle(bundle, settings());
      onJudged(bundle, false);
      judgeSharers(
        bundle,
        before.filter((path) => !bundle.sources.has(path)),
      );
    } catch (error) {
      onProblem(bundle.name, `judging failed: ${error instanceof Error ? error.message : String(error)}`);
    }
    costs.set(bundle.id, performance.now() - started);
  };

  const judgeSoon = (bundle: Bundle): void => {
    if (settling.has(bundle.id)) return;
    const wait = Math.max(settleMs, 2 * (costs.get(bundle.id) ?? 0));
    settling.set(
      bundle.id,
      setTimeout(() => judgeNow(bundle), wait),
    );
  };

  const judgeSharers = (bundle: Bundle, paths: readonly string[]): void => {
    for (const other of bundles.values())
      if (other !== bundle && paths.some((path) => other.sources.has(path))) judgeSoon(other);
  };

  return {
    judgeNow,
    judgeSoon,
    judgeSharers,
    drop({ id }) {
      clearTimeout(settling.get(id));
      settling.delete(id);
      costs.delete(id);
    },
  };
}
