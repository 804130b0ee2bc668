import { setFlagsFromString } from 'node:v8';

/**
 * Compiles each RegExp once, to machine code. V8 would make bytecode of it first, and optimizes that at length, though all
 * but a few are then run again and compiled again: of the time of a short scan that was a quarter.
 */
export function compileRegExpsOnce(): void {
  setFlagsFromString('--no-regexp-tier-up');
}
