/**
 * The end of a watch, which always comes: a disk that does not answer (a network share that is gone) is not waited for, and
 * neither is a file that takes longer to read than anyone would wait.
 */
import { setTimeout as sleep } from 'node:timers/promises';

/** What readings share: each says when it has moved on, and stops once the time is up. */
export interface Pace {
  step(): void;
  isOver(): boolean;
}

export interface Closing extends Pace {
  /** Waits for the work as long as it moves on, and not for ever; false when the time was up first. */
  finish(work: Promise<unknown>): Promise<boolean>;
}

/** Nothing has moved on for so long. */
const stillMs = 3_000;
/** However it moves on. */
const mostMs = 10_000;
const lookMs = 200;

export function openClosing(): Closing {
  let moved = 0;
  let isOver = false;
  return {
    step() {
      moved = performance.now();
    },
    isOver: () => isOver,
    async finish(work) {
      const ended = work.then(
        () => true,
        () => true,
      );
      const start = performance.now();
      moved = start;
      for (let now = start; now - moved < stillMs && now - start < mostMs; now = performance.now())
        if (await Promise.race([ended, sleep(lookMs, false)])) return true;
      isOver = true;
      // What stops by itself between two steps.
      return Promise.race([ended, sleep(lookMs, false)]);
    },
  };
}
