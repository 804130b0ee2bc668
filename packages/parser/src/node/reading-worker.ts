/** The script of a thread that reads small sources: bytes in, findings out. */
import { parentPort } from 'node:worker_threads';
import { type ReadingAsked, type ReadingDone, readWhole } from './reading-job.ts';

parentPort?.on('message', ({ id, job }: ReadingAsked) => {
  const done: ReadingDone = { id, findings: readWhole(job) };
  parentPort?.postMessage(done);
});
