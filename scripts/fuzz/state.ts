/** What was tried so far, kept between runs: a run goes on where the last one of its seed ended. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FaultKind } from './checks/fault.ts';

export interface State {
  /** The next trial of each seed. */
  readonly next: Record<string, number>;
  trials: number;
  inputs: number;
  /** Of the inputs, archives. */
  archives: number;
  bytes: number;
  milliseconds: number;
  /** Bytes; the most that was seen. */
  peak: number;
  readonly faults: Partial<Record<FaultKind, number>>;
}

const empty = (): State => ({
  next: {},
  trials: 0,
  inputs: 0,
  archives: 0,
  bytes: 0,
  milliseconds: 0,
  peak: 0,
  faults: {},
});

export const readState = (path: string | null): State =>
  path !== null && existsSync(path) ? { ...empty(), ...(JSON.parse(readFileSync(path, 'utf8')) as State) } : empty();

/** Written beside it and renamed: a run that is killed loses a moment, not the counts. */
export function writeState(path: string | null, state: State): void {
  if (path === null) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}
