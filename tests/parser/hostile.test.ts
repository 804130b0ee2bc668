/** Input that once broke something, held against all that the fuzzer checks. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../scripts/fuzz/checks/fault.ts';
import { generatedSeeds } from '../../scripts/fuzz/generated-seeds.ts';
import type { Input } from '../../scripts/fuzz/inputs.ts';
import { everyCheck, examine, type Trial } from '../../scripts/fuzz/trial.ts';
import { fixtures } from '../helpers/places.ts';

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
