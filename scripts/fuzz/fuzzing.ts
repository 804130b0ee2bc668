/** Fuzzing: batches of trials in a watched worker until the time is over, with counts that are kept. */
import { type Fault, faultKinds } from './checks/fault.ts';
import { type Found, isConfirmed, keepFault, signatureOf } from './faults.ts';
import { readSeeds, type Seeds } from './seeds.ts';
import { readState, type State, writeState } from './state.ts';
import { drawTrial } from './trial.ts';
import { openWatchedWorker } from './watched-worker.ts';
import type { Batch } from './worker.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly milliseconds: number;
  /** Trials after which it ends; null: only the time counts. */
  readonly trials: number | null;
  /** Where the counts are kept; null: nowhere. */
  readonly state: string | null;
  /** Where faults are written; null: nowhere. */
  readonly faults: string | null;
  /** Folders of further seeds. */
  readonly folders: readonly string[];
  readonly print: (line: string) => void;
}

export interface FuzzResult {
  /** Of this run. */
  readonly faults: readonly Fault[];
  readonly run: State;
  readonly total: State;
}

/** Trials of one batch: the counts are written after each. */
const batchTrials = 100;
/** How long one trial may take before it is stopped; it takes twenty times as long on a busy machine. */
const patienceMs = 30_000;
/** Bytes that the process may hold. */
const mostResident = 1 << 30;
/** Faults of one cause that are made small and written. */
const mostAlike = 1;

export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { seed, print, state: path } = options;
  const total = readState(path);
  const run = readState(null);
  const faults: Fault[] = [];
  const alike = new Map<string, number>();
  const worker = openWatchedWorker(options.folders, patienceMs);
  const alone = openWatchedWorker(options.folders, patienceMs);
  let seeds: Seeds | null = null;

  const take = async (found: Found): Promise<void> => {
    const { fault, index } = found;
    if (!(await isConfirmed(alone, found))) return;
    faults.push(fault);
    for (const state of [run, total]) state.faults[fault.kind] = (state.faults[fault.kind] ?? 0) + 1;
    const signature = signatureOf(fault);
    const count = (alike.get(signature) ?? 0) + 1;
    alike.set(signature, count);
    if (count > mostAlike) return;
    print(`trial ${index}: ${faultKinds[fault.kind]}: ${fault.what.slice(0, 300)}`);
    if (options.faults !== null) print(`  kept as ${await keepFault(alone, found, options.faults)}`);
  };

  const add = ({ trials, inputs, archives, bytes, resident }: Batch, milliseconds: number): void => {
    for (const state of [run, total]) {
      state.trials += trials;
      state.inputs += inputs;
      state.archives += archives;
      state.bytes += bytes;
      state.peak = Math.max(state.peak, resident);
      state.milliseconds += milliseconds;
    }
  };

  /** A worker that has just started, and does nothing else, shows whether it is the inputs that take so much. */
  const isTooLarge = async (first: number, count: number): Promise<boolean> => {
    await worker.close();
    const again = await worker.batch(seed, first, count);
    return again.kind === 'done' && again.result.resident > mostResident;
  };

  const end = performance.now() + options.milliseconds;
  let next = total.next[seed] ?? 0;
  const last = options.trials === null ? Number.POSITIVE_INFINITY : next + options.trials;
  while (performance.now() < end && next < last) {
    const first = next;
    const count = Math.min(batchTrials, last - next);
    const since = performance.now();
    const outcome = await worker.batch(seed, first, count);
    if (outcome.kind === 'done') {
      next += count;
      add(outcome.result, performance.now() - since);
      for (const found of outcome.result.faults) await take(found);
      if (outcome.result.resident > mostResident && (await isTooLarge(first, count))) {
        faults.push({ kind: 'memory', what: `trials ${first} to ${next - 1}` });
        for (const state of [run, total]) state.faults.memory = (state.faults.memory ?? 0) + 1;
        print(`${faultKinds.memory}: trials ${first} to ${next - 1}`);
      }
    } else {
      seeds ??= readSeeds(options.folders);
      const { index, why, what } = outcome;
      await take({ index, fault: { kind: why, what }, trial: await drawTrial(seeds, seed, index) });
      // What was tried before it in its batch is not counted.
      next = index + 1;
    }
    total.next[seed] = next;
    writeState(path, total);
  }
  await Promise.all([worker.close(), alone.close()]);
  return { faults, run, total };
}
