/** Input that once broke something, held against all that the fuzzer checks; and as many new trials as there is time for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../scripts/fuzz/checks/fault.ts';
import { fuzz } from '../../scripts/fuzz/fuzzing.ts';
import { generatedSeeds } from '../../scripts/fuzz/generated-seeds.ts';
import type { Input } from '../../scripts/fuzz/inputs.ts';
import { everyCheck, examine, type Trial } from '../../scripts/fuzz/trial.ts';
import { fixtures } from '../helpers/places.ts';
import { millisecondsOf } from '../helpers/runs.ts';

const folder = join(fixtures, 'hostile');
const files = readdirSync(folder).sort();

/** A step may take long on a busy machine; what really takes long does so again. */
async function faultsOf(trial: Trial, indexes: readonly number[]): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const index of indexes) {
    const first = await examine(trial, index, everyCheck);
    const isSlow = first.some(({ kind }) => kind === 'slow');
    faults.push(...(isSlow ? await examine(trial, index, everyCheck) : first));
  }
  return faults;
}

const trialOf = (...inputs: readonly Input[]): Trial => ({ inputs, archive: null });

describe('what once broke something', () => {
  test.each(files)('%s', async (name) => {
    const bytes = readFileSync(join(folder, name));
    const input: Input = { path: `evidence/${name}`, bytes, format: null };
    expect(await faultsOf(trialOf(input), [1, 2, 3, 4, 5, 6])).toEqual([]);
    if (/\.(?:zip|tar|tgz|gz)$/.test(name)) expect(await faultsOf({ inputs: [], archive: bytes }, [1, 2])).toEqual([]);
    for (const { id } of formats) expect(await faultsOf(trialOf({ ...input, format: id }), [1]), id).toEqual([]);
  });

  test.each(generatedSeeds)('$name', async ({ text }) => {
    const input: Input = { path: 'evidence/a.log', bytes: Buffer.from(text), format: null };
    expect(await faultsOf(trialOf(input), [1, 2])).toEqual([]);
  });

  test('all files together', async () => {
    const inputs = files.map(
      (name): Input => ({ path: `evidence/${name}`, bytes: readFileSync(join(folder, name)), format: null }),
    );
    expect(await faultsOf(trialOf(...inputs), [1, 2, 3])).toEqual([]);
  });
});

test('the fuzzer finds nothing', { timeout: 600_000 }, async () => {
  const milliseconds = millisecondsOf(30_000);
  const seed = Number(process.env.ZOOMLOG_SEED ?? 1);
  const lines: string[] = [];
  const { faults, run } = await fuzz({
    seed,
    milliseconds,
    trials: null,
    state: null,
    faults: null,
    folders: [],
    print: (line) => void lines.push(line),
  });
  expect(faults, lines.join('\n')).toEqual([]);
  expect(run.inputs).toBeGreaterThan(0);
});
