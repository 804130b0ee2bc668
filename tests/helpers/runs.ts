const divisors: Readonly<Record<string, number>> = { all: 1, ci: 8 };

/**
 * How often a property is tried on random input: `most` times with ZOOMLOG_RUNS=all (`npm run properties`), an eighth of that
 * in CI, a tenth in `npm test`, so that a change is answered within a minute.
 */
export const runsOf = (most: number): { readonly numRuns: number } => ({
  numRuns: Math.ceil(most / (divisors[process.env.ZOOMLOG_RUNS ?? ''] ?? 10)),
});

/** How many of `count` known things are checked again: all of them with ZOOMLOG_RUNS=all, `most` in CI, a third in `npm test`. */
export const shareOf = (count: number, most: number): number => {
  const { ZOOMLOG_RUNS: runs } = process.env;
  return runs === 'all' ? count : Math.min(count, runs === 'ci' ? most : Math.ceil(most / 3));
};

/** How long something is tried that is never done: `most` in CI and with ZOOMLOG_RUNS, a twentieth of that in `npm test`. */
export const millisecondsOf = (most: number): number => (process.env.ZOOMLOG_RUNS ? most : most / 20);

/** Whether what takes minutes is tried at its full size. */
export const isThorough = process.env.ZOOMLOG_RUNS === 'all';
