/**
 * `npm run fuzz -- --minutes N --seed S`: mutated logs and archives through everything that reads, judges and draws them.
 * Each trial follows from the seed and its number. A run continues where the last one of its seed ended.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../declarations.ts';
import { faultKinds } from './checks/fault.ts';
import { fuzz } from './fuzzing.ts';
import type { State } from './state.ts';

const usage = `npm run fuzz -- [options]
  --minutes N     how long; 1 unless given
  --seed S        a whole number; 1 unless given
  --trials N      ends after so many trials
  --state FILE    where the counts are kept; .fuzz/state.json unless given
  --faults DIR    where inputs with a fault are written; .fuzz/faults unless given
  --also DIR      more files to start from; may be given again
  --fresh         forgets the counts and begins at the first trial`;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    trials: { type: 'string' },
    state: { type: 'string', default: join(root, '.fuzz/state.json') },
    faults: { type: 'string', default: join(root, '.fuzz/faults') },
    also: { type: 'string', multiple: true, default: [] },
    fresh: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error(usage);
  process.exit(2);
}
if (values.fresh) rmSync(values.state, { force: true });

const count = (value: number): string => Math.round(value).toLocaleString('en-US');

function summaryOf({ trials, inputs, archives, bytes, milliseconds, peak, faults }: State): string[] {
  const kinds = Object.entries(faults).map(
    ([kind, times]) => `  ${kind} ${times}: ${faultKinds[kind as keyof typeof faultKinds]}`,
  );
  return [
    `${count(inputs)} inputs (${count(archives)} of them archives, ${count(bytes / 1e6)} MB) in ${count(trials)} trials`,
    `${count(milliseconds / 60_000)} minutes, ${count((inputs / Math.max(1, milliseconds)) * 1000)} inputs a second, at most ${count(peak / 2 ** 20)} MiB`,
    ...(kinds.length > 0 ? ['Faults:', ...kinds] : ['No faults.']),
  ];
}

const { faults, run, total } = await fuzz({
  seed,
  milliseconds: minutes * 60_000,
  trials: values.trials === undefined ? null : Number(values.trials),
  state: values.state,
  faults: values.faults,
  folders: values.also,
  print: (line) => console.log(line),
});
console.log(['This run:', ...summaryOf(run), '', `All runs, kept in ${values.state}:`, ...summaryOf(total)].join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
