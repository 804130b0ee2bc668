/** Faults that were found: each kind once, made small, and written so that a person can move it to fixtures/hostile. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, type FaultKind, faultKinds } from './checks/fault.ts';
import { isOfTime, minimize } from './minimize.ts';
import type { Trial } from './trial.ts';
import type { WatchedWorker } from './watched-worker.ts';

export interface Found {
  readonly index: number;
  readonly fault: Fault;
  readonly trial: Trial;
}

/** What is the same for two faults of one cause, as far as that can be told: numbers and quoted text differ. */
export const signatureOf = ({ kind, what }: Fault): string =>
  `${kind} ${what
    .replace(/"(?:[^"\\]|\\.)*"?/g, '"')
    .replace(/\d+/g, 'n')
    .slice(0, 60)}`;

const isAlike = (fault: Fault, other: Fault): boolean =>
  isOfTime(fault.kind) ? other.kind === fault.kind : signatureOf(other) === signatureOf(fault);

/** Trials of the checks with other chances: a smaller input may need another cut. */
const chances = [0, 1, 2, 3];

async function faultIn(worker: WatchedWorker, trial: Trial, index: number, fault: Fault): Promise<boolean> {
  const tried = isOfTime(fault.kind) ? [0] : chances;
  for (const more of tried) {
    const outcome = await worker.one(trial, index + more);
    const found = outcome.kind === 'done' ? outcome.result : [{ kind: outcome.why, what: outcome.what }];
    if (found.some((one) => isAlike(fault, one))) return true;
  }
  return false;
}

/** Whether it is found again, alone and three times: on a busy machine a step may take long once. */
export async function isConfirmed(worker: WatchedWorker, { index, fault, trial }: Found): Promise<boolean> {
  if (!isOfTime(fault.kind)) return true;
  for (let left = 3; left > 0; left--) if (!(await faultIn(worker, trial, index, fault))) return false;
  return true;
}

/** Makes it small and writes it: the input as it is, and what broke. The paths of both. */
export async function keepFault(
  worker: WatchedWorker,
  found: Found,
  folder: string,
  limitMs = 20_000,
): Promise<string> {
  const { index, fault, trial } = found;
  const small = await minimize(trial, (smaller) => faultIn(worker, smaller, index, fault), limitMs);
  mkdirSync(folder, { recursive: true });
  const name = `${fault.kind}-${index}`;
  const files = small.archive ? [small.archive] : small.inputs.map(({ bytes }) => bytes);
  for (const [at, bytes] of files.entries()) writeFileSync(join(folder, `${name}-${at + 1}.input`), bytes);
  const told = {
    kind: fault.kind,
    meaning: faultKinds[fault.kind as FaultKind],
    what: fault.what,
    index,
    files: small.archive
      ? 'an archive'
      : small.inputs.map(({ path, format, bytes }) => ({ path, format, bytes: bytes.length })),
  };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(told, null, 2)}\n`);
  return join(folder, name);
}
