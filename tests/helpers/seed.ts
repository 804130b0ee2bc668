/** Properties are tried on new random input each time, unless a seed is given: CI judges a change by its own faults. */
import fc from 'fast-check';

const { ZOOMLOG_SEED: seed } = process.env;
if (seed) fc.configureGlobal({ seed: Number(seed) });
