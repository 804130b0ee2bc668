/** Run as a worker by the fuzzer, which watches from outside: a trial that does not end must not stop the rest. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Fault } from './checks/fault.ts';
import type { Input } from './inputs.ts';
import { readSeeds, type Seeds } from './seeds.ts';
import { drawTrial, examine, type Trial } from './trial.ts';

/** What the fuzzer asks for: so many trials in a row, or one that it has in hand. */
export type Task =
  | { readonly kind: 'batch'; readonly seed: number; readonly first: number; readonly count: number }
  | { readonly kind: 'one'; readonly trial: Trial; readonly index: number };

export interface Batch {
  readonly trials: number;
  readonly inputs: number;
  readonly archives: number;
  readonly bytes: number;
  /** Bytes that the process holds: its heap and what is outside of it. */
  readonly held: number;
  readonly resident: number;
  readonly faults: readonly { readonly index: number; readonly fault: Fault; readonly trial: Trial }[];
}

export interface WorkerData {
  readonly folders: readonly string[];
  /** The index of the trial that runs, for whoever looks from outside. */
  readonly progress: SharedArrayBuffer;
}

const { folders, progress } = workerData as WorkerData;
/** Read when they are first needed: a trial that is given needs none. */
let seeds: Seeds | null = null;
const at = new Float64Array(progress);

const sizeOf = ({ inputs, archive }: Trial): number =>
  archive ? archive.length : inputs.reduce((sum: number, { bytes }: Input) => sum + bytes.length, 0);

async function runBatch(seed: number, first: number, count: number): Promise<Batch> {
  seeds ??= readSeeds(folders);
  const faults: Batch['faults'][number][] = [];
  let [inputs, archives, bytes] = [0, 0, 0];
  for (let index = first; index < first + count; index++) {
    at[0] = index;
    const trial = await drawTrial(seeds, seed, index);
    inputs += trial.archive ? 1 : trial.inputs.length;
    if (trial.archive) archives++;
    bytes += sizeOf(trial);
    for (const fault of await examine(trial, index, 1)) faults.push({ index, fault, trial });
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { trials: count, inputs, archives, bytes, held: heapUsed + external, resident: rss, faults };
}

parentPort!.on('message', async (task: Task) => {
  if (task.kind === 'batch') parentPort!.postMessage(await runBatch(task.seed, task.first, task.count));
  else parentPort!.postMessage(await examine(task.trial, task.index, 1));
});
parentPort!.postMessage('ready');
