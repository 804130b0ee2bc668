/** Fuzzing: batches of trials in a watched worker until the time is over, with counts that are kept. */
import { type Fault, faultKinds } from './checks/fault.ts';
import { type Found, isConfirmed, keepFault, signatureOf } from './faults.ts';
import { readSeeds, type Seeds } from './seeds.ts';
import { readState, type State, writeState } from './state.ts';
import { drawTrial } from './trial.ts';
import { openWatchedWorker } from './watched-worker.ts';

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
    if (!(await isConfirmed(alone, found))) return;
    const { fault, index } = found;
    faults.push(fault);
    for (const state of [run, total]) state.faults[fault.kind] = (state.faults[fault.kind] ?? 0) + 1;
    const signature = signatureOf(fault);
    const count = (alike.get(signature) ?? 0) + 1;
    alike.set(signature, count);
    if (count > mostAlike) return;
    print(`trial ${index}: ${faultKinds[fault.kind]}: ${fault.what.slice(0, 300)}`);
    if (options.faults !== null) print(`  kept as ${await keepFault(alone, found, options.faults)}`);
  };

  const begun = performance.now();
  let next = total.next[seed] ?? 0;
  const last = options.trials === null ? Number.POSITIVE_INFINITY : next + options.trials;
  let since = begun;
  while (performance.now() - begun < options.milliseconds && next < last) {
    const outcome = await worker.batch(seed, next, Math.min(batchTrials, last - next));
    if (outcome.kind === 'done') {
      const { trials, inputs, archives, bytes, resident } = outcome.result;
      next += trials;
      const now = performance.now();
      for (const state of [run, total]) {
        state.trials += trials;
        state.inputs += inputs;
        state.archives += archives;
        state.bytes += bytes;
        state.peak = Math.max(state.peak, resident);
        state.milliseconds += now - since;
      }
      since = now;
      for (const found of outcome.result.faults) await take(found);
      if (resident > mostResident) {
        const what = `${Math.round(resident / 2 ** 20)} MiB after trial ${next - 1}`;
        print(`memory: ${what}`);
        await worker.close();
      }
    } else {
      seeds ??= readSeeds(options.folders);
      const { index, why, what } = outcome;
      await take({ index, fault: { kind: why, what }, trial: await drawTrial(seeds, seed, index) });
      // Those of the batch before it are run again: they are few, and counted once.
      next = index + 1;
    }
    total.next[seed] = next;
    writeState(path, total);
  }
  await Promise.all([worker.close(), alone.close()]);
  return { faults, run, total };
}
