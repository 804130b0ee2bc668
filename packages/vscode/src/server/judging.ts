/** When bundles are judged: at once, or soon, and again where a source changed hands. */
import { type Bundle, judgeBundle } from './bundle.ts';
import type { Settings } from './settings.ts';

/** Judging waits so long for more of what is being written, and at least twice as long as it last took. */
const settleMs = 30;

export interface JudgingOptions {
  readonly settings: () => Settings;
  /** A bundle was judged anew; `isGone`: it is no more. */
  readonly onJudged: (bundle: Bundle, isGone: boolean) => void;
  readonly onProblem: (path: string, message: string) => void;
}

export interface Judging {
  judgeNow(bundle: Bundle): void;
  judgeSoon(bundle: Bundle): void;
  /** Others that hold one of the paths have it to show now. */
  judgeSharers(bundle: Bundle, paths: readonly string[]): void;
  /** The bundle is no more. */
  drop(bundle: Bundle): void;
}

/** A bundle that is not among `bundles` any more is not judged. */
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
