/** What takes too long to read of hostile texts: in a sign, a head, in what is derived, wherever a RegExp may stand. */
import { Worker } from 'node:worker_threads';
import type { Pieces } from './hostile-texts.ts';

/** A text, and the format as which it is read: null for any, that it gives itself away as. */
export interface Trial {
  readonly format: string | null;
  /** Absent where there is a format: its own lines, drawn out. */
  readonly pieces?: Pieces;
}

const nameOf = ({ format, pieces }: Trial): string =>
  [format, pieces?.map((piece) => JSON.stringify(piece)).join(' and ')].filter(Boolean).join(', ');

/** Those of the texts that take longer than the limit, or throw, each with what happened. */
export async function slowReadings(trials: readonly Trial[], limitMs = 10_000): Promise<readonly string[]> {
  const found: string[] = [];
  let left = trials;
  while (left.length > 0) {
    const stuck = await read(left, limitMs);
    if (stuck === null) break;
    found.push(`${nameOf(left[stuck.at]!)}: ${stuck.what}`);
    left = left.slice(stuck.at + 1);
  }
  return found;
}

/** Reads all of them; the one at which it got stuck, null when it ended. */
function read(trials: readonly Trial[], limitMs: number): Promise<{ at: number; what: string } | null> {
  const worker = new Worker(new URL('hostile-reading.ts', import.meta.url), {
    workerData: trials,
    execArgv: ['--conditions=source'],
  });
  return new Promise((resolve) => {
    // What is loaded first is not the text's time.
    let at = 0;
    let timer: NodeJS.Timeout | undefined;
    const end = (what: string | null): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(what === null ? null : { at, what });
    };
    worker
      .on('error', (error) => end(error.message))
      .on('message', (next: number | null) => {
        if (next === null) return end(null);
        at = next;
        clearTimeout(timer);
        timer = setTimeout(() => end(`over ${limitMs / 1000} s to read hostile lines`), limitMs);
      });
  });
}
