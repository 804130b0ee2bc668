/** Threads that read small sources beside the one that finds them: the findings are plain data, and so pass unchanged. */
import { Worker } from 'node:worker_threads';
import type { SourceFindings } from '../model.ts';
import { type ReadingAsked, type ReadingDone, type ReadingJob, readWhole } from './reading-job.ts';

/** Sources after which threads are started: they take as long to start as so many take to be read. */
const fewSources = 48;
/** Sources that wait for one thread, so that it never does. */
const mostWaiting = 6;
/** MiB: small sources leave nothing behind that a larger one would keep. */
const youngGeneration = 16;

export interface ReadingPool {
  /** What is found in a source; null when every thread has enough to do, or there is none yet. */
  read(job: ReadingJob): Promise<SourceFindings> | null;
  close(): void;
}

interface Waiting {
  readonly job: ReadingJob;
  readonly done: (findings: SourceFindings) => void;
}

export interface Threads {
  /** In all, with the one that calls; 1: none is started. */
  readonly count: number;
  /** What each of them runs: reading-worker.ts, or a bundle of it. */
  readonly script: URL;
}

export function openReadingPool({ count, script }: Threads): ReadingPool {
  let asked = 0;
  let threads: Thread[] | null = null;
  return {
    read(job) {
      asked++;
      if (count < 2 || asked <= fewSources) return null;
      threads ??= Array.from({ length: count - 1 }, () => startThread(script));
      const idle = threads.filter(({ waiting }) => waiting() < mostWaiting);
      const [least] = idle.toSorted((a, b) => a.waiting() - b.waiting());
      return least ? new Promise((done) => least.take(asked, { job, done })) : null;
    },
    close() {
      for (const thread of threads ?? []) thread.close();
    },
  };
}

interface Thread {
  waiting(): number;
  take(id: number, one: Waiting): void;
  close(): void;
}

function startThread(script: URL): Thread {
  const jobs = new Map<number, Waiting>();
  let isGone = false;
  const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: youngGeneration } });
  // Only what it reads keeps the process from its end.
  worker.unref();
  worker.on('message', ({ id, findings }: ReadingDone) => {
    jobs.get(id)?.done(findings);
    jobs.delete(id);
    if (jobs.size === 0) worker.unref();
  });
  /** What it had is read here: a thread that fails costs time and no evidence. */
  const leave = (): void => {
    isGone = true;
    for (const { job, done } of jobs.values()) done(readWhole(job));
    jobs.clear();
  };
  worker.on('error', leave);
  worker.on('exit', leave);
  return {
    waiting: () => (isGone ? Number.POSITIVE_INFINITY : jobs.size),
    take(id, one) {
      jobs.set(id, one);
      worker.ref();
      const asked: ReadingAsked = { id, job: one.job };
      worker.postMessage(asked);
    },
    close() {
      jobs.clear();
      void worker.terminate();
    },
  };
}
