/**
 * How often a property is tried on random input: `most` times with ZOOMLOG_RUNS=all (`npm run properties`, CI), a tenth of
 * that in `npm test`, so that a change is answered within a minute.
 */
export const runsOf = (most: number): { readonly numRuns: number } => ({
  numRuns: process.env.ZOOMLOG_RUNS === 'all' ? most : Math.ceil(most / 10),
});
