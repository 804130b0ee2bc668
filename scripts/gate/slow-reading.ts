/** Formats whose reading takes too long on hostile lines: in a head, in what is derived, wherever a RegExp may stand. */
import { Worker } from 'node:worker_threads';

/** Those of the formats that take longer than the limit, or throw, each with what happened. */
export async function slowFormats(ids: readonly string[], limitMs = 10_000): Promise<readonly string[]> {
  const found: string[] = [];
  let left = ids;
  while (left.length > 0) {
    const stuck = await read(left, limitMs);
    if (stuck === null) break;
    found.push(`${stuck.id}: ${stuck.what}`);
    left = left.slice(left.indexOf(stuck.id) + 1);
  }
  return found;
}

/** Reads as all of them; the one at which it got stuck, null when it ended. */
function read(ids: readonly string[], limitMs: number): Promise<{ id: string; what: string } | null> {
  const worker = new Worker(new URL('hostile-reading.ts', import.meta.url), {
    workerData: ids,
    execArgv: ['--conditions=source'],
  });
  return new Promise((resolve) => {
    // What is loaded first is not the format's time.
    let at: string | null = null;
    let timer: NodeJS.Timeout | undefined;
    const end = (what: string | null): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(what === null ? null : { id: at ?? ids[0]!, what });
    };
    worker
      .on('error', (error) => end(error.message))
      .on('message', (id: string | null) => {
        if (id === null) return end(null);
        at = id;
        clearTimeout(timer);
        timer = setTimeout(() => end(`over ${limitMs / 1000} s to read hostile lines`), limitMs);
      });
  });
}
