/**
 * Illegal instruction, trap, abort, bus error, arithmetic error, invalid memory access, bad system call (signal(7)); 9 and 15
 * end a program on request.
 */
export const crashSignals = [4, 5, 6, 7, 8, 11, 31] as const;
