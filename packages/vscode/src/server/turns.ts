/** Whoever asks is answered before reading goes on: a large log is read block by block, and an answer takes several reads. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Turn } from '@zoomlog/parser/node';

export interface Turns {
  /** Gives an answer; what is read waits meanwhile. */
  answering<Result>(give: () => Promise<Result>): Promise<Result>;
  /** What reading waits for before its next block; null when nobody asks. */
  readonly next: Turn;
}

/** Reading goes on after so long: a disk may not answer. */
const mostMs = 100;

export function openTurns(): Turns {
  const asked = new Set<Promise<unknown>>();
  return {
    async answering(give) {
      const answer = give();
      const over = answer.catch(() => {});
      asked.add(over);
      try {
        return await answer;
      } finally {
        asked.delete(over);
      }
    },
    next: () => (asked.size === 0 ? null : Promise.race([Promise.all(asked), sleep(mostMs, null, { ref: false })])),
  };
}
