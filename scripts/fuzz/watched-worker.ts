/** A worker that is watched: what does not end, or takes too much memory, ends with it, and another one takes its place. */
import { Worker } from 'node:worker_threads';
import type { Fault } from './checks/fault.ts';
import type { Trial } from './trial.ts';
import type { Batch, Task, WorkerData } from './worker.ts';

/** A batch, or the trial at which the worker ended. */
export type Outcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'lost'; readonly index: number; readonly why: 'hang' | 'memory' | 'throw'; readonly what: string };

export interface WatchedWorker {
  batch(seed: number, first: number, count: number): Promise<Outcome<Batch>>;
  one(trial: Trial, index: number): Promise<Outcome<readonly Fault[]>>;
  close(): Promise<void>;
}

/** Megabytes of its heap. */
const mostHeap = 768;

/** `patienceMs`: how long one trial may take before it counts as one that does not end. */
export function openWatchedWorker(folders: readonly string[], patienceMs: number): WatchedWorker {
  const progress = new SharedArrayBuffer(8);
  const at = new Float64Array(progress);
  let worker: Promise<Worker> | null = null;

  const start = (): Promise<Worker> =>
    new Promise((resolve, reject) => {
      const workerData: WorkerData = { folders, progress };
      const one = new Worker(new URL('worker.ts', import.meta.url), {
        workerData,
        execArgv: ['--conditions=source'],
        resourceLimits: { maxOldGenerationSizeMb: mostHeap },
      });
      one.once('error', reject);
      one.once('message', () => {
        one.off('error', reject);
        resolve(one);
      });
    });

  const ask = async <Result>(task: Task): Promise<Outcome<Result>> => {
    worker ??= start();
    const asked = await worker;
    return new Promise((resolve) => {
      let index = -1;
      let since = performance.now();
      const watch = setInterval(() => {
        const now = performance.now();
        if (at[0] !== index) [index, since] = [at[0]!, now];
        else if (now - since > patienceMs) finish(lost('hang', `no end after ${Math.round(now - since)} ms`));
      }, 200);
      const lost = (why: 'hang' | 'memory' | 'throw', what: string): Outcome<Result> => {
        worker = null;
        // What it still has to report counts no more.
        asked.on('error', () => {});
        void asked.terminate();
        return { kind: 'lost', index: at[0]!, why, what };
      };
      const onMessage = (result: Result): void => finish({ kind: 'done', result });
      const onError = (error: Error & { code?: string }): void =>
        finish(lost(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'throw', error.stack ?? error.message));
      const finish = (outcome: Outcome<Result>): void => {
        clearInterval(watch);
        asked.off('message', onMessage);
        asked.off('error', onError);
        resolve(outcome);
      };
      asked.on('message', onMessage);
      asked.on('error', onError);
      at[0] = task.kind === 'batch' ? task.first : task.index;
      asked.postMessage(task);
    });
  };

  return {
    batch: (seed, first, count) => ask<Batch>({ kind: 'batch', seed, first, count }),
    one: (trial, index) => ask<readonly Fault[]>({ kind: 'one', trial, index }),
    async close() {
      const last = await worker;
      worker = null;
      await last?.terminate();
    },
  };
}
