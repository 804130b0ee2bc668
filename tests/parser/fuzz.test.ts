/** As many trials of the fuzzer as there is time for. */
import { expect, test } from 'vitest';
import { fuzz } from '../../scripts/fuzz/fuzzing.ts';
import { millisecondsOf } from '../helpers/runs.ts';

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
