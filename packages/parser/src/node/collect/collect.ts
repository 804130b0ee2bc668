/** `zoomlog collect`: what was planned is asked, and what came of it is told in a manifest and packed. */
import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  type CollectedFile,
  type CollectedItem,
  type Collection,
  outputsFolder,
} from '../../knowledge/commands/collection.ts';
import type { Os } from '../../model.ts';
import { statFile } from '../file-info.ts';
import type { Machine } from '../known-paths.ts';
import { copyPlace, type Room, wholeRoom } from './copy-place.ts';
import { noLeave, outcomeOf } from './ending.ts';
import { clockUrl, measureClock } from './measure-clock.ts';
import { isText, textOf } from './output-text.ts';
import type { Write } from './pack.ts';
import { type CollectionPlan, type PlannedCommand, type PlannedPlace, planCollection } from './plan.ts';
import { posixShell, powershell, runCommand, type Shell } from './run-command.ts';
import { openStaging, type Staging } from './staging.ts';
import { thisMachine } from './this-machine.ts';

export interface CollectOptions {
  readonly os: Os;
  readonly machine: Machine;
  /** Other machines may be asked. */
  readonly network: boolean;
  /** Its name and version, for the manifest. */
  readonly tool: string;
  readonly now: () => Date;
  /** Ends what is under way; nothing is left of it. */
  readonly signal: AbortSignal;
  /** Called as it goes on: questions that have ended, how many there are, and what was asked last. */
  readonly progress?: (state: { readonly done: number; readonly count: number; readonly what: string }) => void;
  /** For tests: what runs a command, the seconds that each may take, where the clock is asked for, and the machine's name. */
  readonly shell?: Shell;
  readonly limit?: number;
  readonly clockUrl?: string;
  readonly host?: string;
}

export interface Collected {
  readonly collection: Collection;
  /** Writes the zip. */
  pack(write: Write): Promise<void>;
  /** Removes the temporary folder. */
  remove(): Promise<void>;
}

/** Seconds. */
const usualLimit = 60;
const mostAtOnce = 4;
/** Bytes of one output: a command that prints for ever is not packed. */
const mostOfOutput = 512e6;
/** Bytes of an output that only says why there is none. */
const shortOutput = 4096;

/** Asks everything that is planned. Rejects when it is interrupted, or when the disk cannot take it; then nothing is left. */
export async function collect(options: CollectOptions): Promise<Collected> {
  const { os, machine, network, tool, now, signal } = options;
  const started = now().toISOString();
  const plan = await planCollection(os, machine, network);
  const staging = await openStaging();
  try {
    const clock = network
      ? measureClock(options.clockUrl ?? clockUrl, () => now().getTime(), signal)
      : Promise.resolve(null);
    const items = await askAll(plan, staging, options);
    const collection: Collection = {
      kind: 'zoomlog-collection',
      schemaVersion: 1,
      tool,
      started,
      ended: now().toISOString(),
      os,
      network,
      ...(await thisMachine(machine.platform)),
      ...(options.host === undefined ? {} : { host: options.host }),
      clock: await clock,
      items,
    };
    return {
      collection,
      async pack(write) {
        // A scan does not load what only a collection needs.
        const { pack } = await import('./pack.ts');
        await pack(collection, staging, write, signal);
      },
      remove: staging.remove,
    };
  } catch (error) {
    await staging.remove();
    throw error;
  }
}

async function askAll(
  { places, commands }: CollectionPlan,
  staging: Staging,
  options: CollectOptions,
): Promise<CollectedItem[]> {
  const count = places.length + commands.length;
  let done = 0;
  const told = (item: CollectedItem): CollectedItem => {
    options.progress?.({ done: ++done, count, what: item.what });
    return item;
  };
  const room = wholeRoom();
  const items: CollectedItem[] = [];
  for (const place of places) items.push(told(await askPlace(place, room, staging, options)));
  const answers: CollectedItem[] = [];
  let next = 0;
  // Once one fails, such as on a full disk, the others end as well.
  const failing = new AbortController();
  const own = { ...options, signal: AbortSignal.any([options.signal, failing.signal]) };
  const work = async (): Promise<void> => {
    try {
      for (let at = next++; at < commands.length; at = next++)
        answers[at] = told(await askCommand(commands[at]!, staging, own));
    } catch (error) {
      failing.abort(error);
      throw error;
    }
  };
  const ended = await Promise.allSettled(
    Array.from({ length: Math.min(mostAtOnce, availableParallelism(), commands.length) }, work),
  );
  const fault = ended.find((one) => one.status === 'rejected');
  if (fault) throw fault.reason;
  return [...items, ...answers];
}

async function askPlace(
  { holds, pattern, paths, isThere }: PlannedPlace,
  room: Room,
  staging: Staging,
  { machine: { platform }, signal, now }: CollectOptions,
): Promise<CollectedItem> {
  const started = now();
  const copied = isThere
    ? await copyPlace(paths, { staging, room, platform, signal })
    : { state: 'absent' as const, error: 'there is no such file or folder', files: [] };
  return { what: holds, command: null, place: pattern, user: null, exit: null, ...copied, ...spanOf(started, now()) };
}

const spanOf = (started: Date, ended: Date): Pick<CollectedItem, 'started' | 'seconds'> => ({
  started: started.toISOString(),
  seconds: Math.max(0, (ended.getTime() - started.getTime()) / 1000),
});

async function askCommand(
  probe: PlannedCommand,
  staging: Staging,
  { machine: { platform, env }, signal, now, shell, limit }: CollectOptions,
): Promise<CollectedItem> {
  const { what, collect: command, skipped } = probe;
  const item = { what, command, place: null, user: null };
  if (skipped !== null)
    return { ...item, state: 'skipped', exit: null, error: skipped, started: null, seconds: null, files: [] };
  const started = now();
  const cwd = await staging.folder();
  const limitMs = (limit ?? probe.limit ?? usualLimit) * 1000;
  const asked = performance.now();
  const run = shell ?? (platform === 'win32' ? powershell : posixShell);
  const ran = await runCommand(run(command), { cwd, env, platform, limitMs, signal });
  const said = textOf(ran.said);
  const isSilent = ran.exit === 0 && said.trim() === '';
  // A program with a window returns at once and writes later.
  if (platform === 'win32' && isSilent && !probe.output.includes('*'))
    await waitFor(join(cwd, probe.output), limitMs - (performance.now() - asked), signal);
  const outputs = await outputsIn(cwd);
  const bytes = outputs.reduce((sum, one) => sum + one.size, 0);
  const printed =
    bytes <= shortOutput ? await Promise.all(outputs.map(async ({ path }) => textOf(await readFile(path)))) : [];
  const outcome = outcomeOf({ ...ran, said, printed: printed.join('\n'), bytes }, probe, platform === 'win32');
  const isAnswer = outcome.state === 'ran' || outcome.state === 'timed-out' || bytes > shortOutput;
  // What a program itself says of its failure is evidence as well; what the shell says of it is not.
  const isSaid = ['failed', 'not-allowed'].includes(outcome.state) && ran.unstarted === null && ran.exit !== noLeave;
  // Of an answer that says nothing the name of its file tells what was asked; of what was ended early it would mislead.
  const wanted = outcome.state === 'ran' ? outputs : outputs.filter(({ size }) => size > 0);
  const files = isAnswer || (isSaid && isText(printed)) ? await keep(wanted, staging) : { files: [], error: null };
  return {
    ...item,
    state: outcome.state,
    exit: ran.exit,
    error: outcome.error ?? files.error,
    ...spanOf(started, now()),
    files: files.files,
  };
}

interface Output {
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

/** What a command wrote. */
async function outputsIn(folder: string): Promise<Output[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return Promise.all(
    names
      .sort()
      .map(async (name) => ({ name, path: join(folder, name), size: (await statFile(join(folder, name))).size })),
  );
}

async function keep(
  outputs: readonly Output[],
  staging: Staging,
): Promise<{ readonly files: CollectedFile[]; readonly error: string | null }> {
  const files: CollectedFile[] = [];
  let error: string | null = null;
  for (const { name, path } of outputs) {
    const file = await staging.add({
      source: path,
      path: `${outputsFolder}/${name}`,
      from: null,
      modified: null,
      most: mostOfOutput,
    });
    if (file) files.push(file);
    else error = `${name} is larger than ${mostOfOutput / 1e6} MB and was left out`;
  }
  return { files, error };
}

const pollMs = 500;

/** Waits until a file is there and grows no more, or the time is up. */
async function waitFor(path: string, ms: number, signal: AbortSignal): Promise<void> {
  const until = performance.now() + ms;
  for (let size = -1; performance.now() < until; ) {
    const now = await statFile(path).then(
      (info) => info.size,
      () => -1,
    );
    if (now > 0 && now === size) return;
    size = now;
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
