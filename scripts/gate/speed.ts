/**
 * How much processor each kind of log takes, held against speed.tsv: `node --conditions=source scripts/gate/speed.ts`, with
 * `--write` to record what it is now. The unit is what the search in JavaScript takes for as many bytes in the same process, so that the
 * machine and its other work matter little. What takes 1.5 times as much as recorded gets a line; the status is 1 when something
 * takes three times as much, three times in a row.
 */
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, type Log, logs, ordinaryLogs } from '../../bench/inputs/logs.ts';
import { randomOf } from '../../bench/inputs/random.ts';
import { windowsEvents } from '../../bench/inputs/windows-events.ts';
import { knowledge, openSource } from '../../packages/parser/src/index.ts';
import { compileLiterals } from '../../packages/parser/src/reading/search.ts';
import { eventLogOf } from '../../tests/helpers/event-log.ts';
import { root } from '../declarations.ts';

const path = join(root, 'scripts/gate/speed.tsv');
const size = 400_000;
/** Of formats of which no log is made, the healthy sample is repeated to this many bytes. */
const repeatedSize = 70_000;
const chunkSize = 1 << 18;
/** Seconds of processor below which a measure is mostly noise. */
const leastSeconds = 0.01;
const rounds = 2;
const tries = 3;
const slower = 1.5;
const tooSlow = 3;

interface Input {
  readonly name: string;
  /** As which format it is read. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

function* inputs(): Generator<Input> {
  const made = (log: Log, about = ''): Input => ({
    name: `${log.format}${about}`,
    file: log.file,
    bytes: bytesOf(log, size),
  });
  for (const log of ordinaryLogs) yield made(log);
  yield made(logs.failing, ', failing');
  yield made(logs.tccd, ', of tccd');
  yield made(logs.netlog);
  yield made(logs.har);
  const next = windowsEvents(randomOf(1), 0.05);
  const bytes = eventLogOf(Array.from({ length: 400 }, next));
  yield { name: 'windows-events, binary', file: 'System.evtx', bytes };
  yield* healthyInputs();
}

/** Files of lines of which no log is made. */
function* healthyInputs(): Generator<Input> {
  const seen = new Set(ordinaryLogs.map(({ format }) => format));
  const folder = join(root, 'fixtures/healthy/evidence');
  for (const file of globSync('**/*.*', { cwd: folder }).sort()) {
    if (!statSync(join(folder, file)).isFile()) continue;
    const one = readFileSync(join(folder, file));
    const id = formatOf(file, one);
    if (id === null || seen.has(id) || !knowledge.formatById.get(id)?.framing.searched) continue;
    seen.add(id);
    const bytes = Buffer.concat(Array.from({ length: Math.ceil(repeatedSize / one.length) }, () => one));
    if (formatOf(file, bytes) === id) yield { name: id, file, bytes };
  }
}

function read(file: string, bytes: Uint8Array) {
  const source = openSource(knowledge, file);
  for (let at = 0; at < bytes.length; at += chunkSize) source.push(bytes.subarray(at, at + chunkSize));
  return source.end();
}

const formatOf = (file: string, bytes: Uint8Array): string | null => read(file, bytes).format;

/** Seconds of processor for a megabyte: the best of some rounds, each of which is long enough to tell. */
function costOf(work: () => void, bytes: number): number {
  work();
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    let seconds = 0;
    let times = 0;
    while (seconds < leastSeconds) {
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      seconds += (user + system) / 1e6;
      times++;
    }
    least = Math.min(least, seconds / times);
  }
  return least / (bytes / 1e6);
}

const text = bytesOf(logs.sparse, 8_000_000);
const words = knowledge.literals(knowledge.formatById.get(logs.sparse.format)!).literals;
const unitSet = compileLiterals(words, text.subarray(0, 1 << 16));
const unit = (): number => costOf(() => void unitSet.plainly()(text, 0, text.length, () => {}), text.length);

const ratioOf = ({ file, bytes }: Input): number => costOf(() => void read(file, bytes), bytes.length) / unit();

const recorded = new Map(
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t') as [string, string])
    .map(([name, ratio]) => [name, Number(ratio)]),
);
const isWriting = process.argv.includes('--write');
const found = new Map<string, number>();
for (const input of inputs()) {
  const before = recorded.get(input.name);
  let ratio = ratioOf(input);
  if (before === undefined) {
    if (!isWriting) {
      console.log(`${input.name}: not recorded; run this with --write`);
      process.exitCode = 1;
    }
  } else if (!isWriting) {
    for (let left = tries - 1; left > 0 && ratio > tooSlow * before; left--) ratio = Math.min(ratio, ratioOf(input));
    if (ratio > tooSlow * before) process.exitCode = 1;
    if (ratio > slower * before)
      console.log(
        `${input.name}: ${(ratio / before).toFixed(1)} times as slow as recorded (${ratio.toFixed(1)}, was ${before})`,
      );
  }
  found.set(input.name, ratio);
}
if (isWriting) {
  const rows = [...found].map(([name, ratio]) => `${name}\t${ratio.toFixed(1)}`);
  writeFileSync(path, `${rows.sort().join('\n')}\n`);
}
console.log(`${found.size} kinds of log, ${(process.cpuUsage().user / 1e6).toFixed(0)} s of processor`);
