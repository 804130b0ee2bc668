/**
 * How soon `zoomlog watch` says what stands on a line, and how it keeps up with a busy writer. Absolute figures depend on the
 * machine and its other work. Run as `node bench/watch.ts [seconds]`.
 *
 * 1. From a line on disk to its diagnosis on standard output, over 200 tries.
 * 2. 50,000 lines per second over 20 files that rotate, for so many seconds (30 unless said otherwise): what the watch counted
 *    beside what a scan of the finished files counts, resident memory on the way, and use of the processor when idle.
 */
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const entry = join(dirname(import.meta.dirname), 'packages/cli/src/entry.ts');
const seconds = Number(process.argv[2] ?? 30);
const tries = 200;
const fileCount = 20;
const linesPerSecond = 50_000;
const roundMs = 100;

const folder = mkdtempSync(join(tmpdir(), 'zoomlog-bench-'));
const stamp = (ms: number): string => new Date(Date.UTC(2025, 1, 17, 8) + ms).toISOString();
const line = (ms: number, message: string): string => {
  const [date, clock] = [stamp(ms).slice(0, 10).split('-'), stamp(ms).slice(11, 23).replace('.', ':')];
  return `${date[1]}/${date[2]}/${date[0]} ${clock}\tZOOM\t[512:9013:41288]\tINFO\t${message}, this = 0x00c4d200\n`;
};
const failed = (ms: number): string => line(ms, 'vc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: ');
const succeeded = (ms: number): string => line(ms, 'vc::on_ping_confirm_cli(),  start,  result: 0,  top_mmr: ');

function watch(place: string) {
  const child = spawn(
    process.execPath,
    ['--conditions=source', entry, 'watch', place, '--from-start', '--format', 'ndjson'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let rest = '';
  const listeners: ((event: { event: string; diagnosis?: { code: string; count: number } }) => void)[] = [];
  child.stdout.on('data', (part: Buffer) => {
    const lines = (rest + part.toString()).split('\n');
    rest = lines.pop()!;
    for (const one of lines) for (const tell of listeners) tell(JSON.parse(one));
  });
  return {
    child,
    onEvent: (tell: (typeof listeners)[number]) => void listeners.push(tell),
    end: () =>
      new Promise<void>((resolve) => {
        child.on('close', () => resolve());
        child.kill('SIGINT');
      }),
  };
}

// ---- from a line to its diagnosis --------------------------------------------------------------

const median = (of: number[]): number => of.toSorted((a, b) => a - b)[of.length >> 1]!;

async function measureLatency(): Promise<void> {
  const place = join(folder, 'latency');
  mkdirSync(place);
  const { onEvent, end } = watch(place);
  let answer: (() => void) | null = null;
  onEvent(({ event }) => {
    if (!event.startsWith('source')) answer?.();
  });
  writeFileSync(join(place, 'zoom_memlog_0.log'), line(0, 'vc::start_req(),  nothing'));
  await sleep(2_000);
  const took: number[] = [];
  for (let k = 0; k < tries; k++) {
    const { promise: seen, resolve } = Promise.withResolvers<void>();
    answer = resolve;
    const start = performance.now();
    // A failure opens a diagnosis, or raises it again; a success closes it.
    appendFileSync(join(place, 'zoom_memlog_0.log'), (k % 2 === 0 ? failed : succeeded)(k * 1_000));
    await Promise.race([seen, sleep(5_000)]);
    took.push(performance.now() - start);
    await sleep(50 + (k % 7) * 20);
  }
  await end();
  console.log(
    `line to diagnosis, ${tries} tries: median ${median(took).toFixed(0)} ms, worst ${Math.max(...took).toFixed(0)} ms`,
  );
}

// ---- a busy writer -----------------------------------------------------------------------------

/** Resident bytes, and milliseconds of processor used; Linux only. */
function usage(pid: number): { resident: number; busyMs: number } {
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  // proc_pid_stat(5): utime and stime, fields 14 and 15, in ticks of 10 ms.
  return { resident: Number(resident) * 1024, busyMs: (Number(fields[11]) + Number(fields[12])) * 10 };
}

async function measureThroughput(): Promise<void> {
  const place = join(folder, 'busy');
  mkdirSync(place);
  const child = spawn(process.execPath, ['--conditions=source', entry, 'watch', place, '--from-start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.on('data', (part: Buffer) => {
    told += part.toString();
  });
  await sleep(2_000);

  const perRound = (linesPerSecond * roundMs) / 1000 / fileCount;
  const nameOf = (file: number): string => join(place, `zoom_memlog_${file}.log`);
  const resident: number[] = [];
  let lines = 0;
  let failures = 0;
  const start = performance.now();
  const rounds = (seconds * 1000) / roundMs;
  for (let round = 0; round < rounds; round++) {
    for (let file = 0; file < fileCount; file++) {
      // Each file rotates every ten seconds, one after the other.
      if (round > 0 && (round + file * 5) % 100 === 0 && round >= 5)
        renameSync(nameOf(file), join(place, `zoom_memlog_${file}.${round}.log`));
      let text = '';
      for (let k = 0; k < perRound; k++) {
        const isFailure = (lines + k) % 1_000 === 7;
        if (isFailure) failures++;
        text += isFailure ? failed(round * roundMs) : line(round * roundMs, 'vc::start_req(),  nothing');
      }
      lines += perRound;
      appendFileSync(nameOf(file), text);
    }
    if (round % 10 === 0) resident.push(usage(child.pid!).resident);
    await sleep(Math.max(0, start + (round + 1) * roundMs - performance.now()));
  }
  const rate = lines / ((performance.now() - start) / 1000);
  await sleep(3_000);
  const before = usage(child.pid!).busyMs;
  await sleep(10_000);
  const idle = (usage(child.pid!).busyMs - before) / 10_000;
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.kill('SIGINT');
  await ended;

  const scanned = spawnSync(process.execPath, ['--conditions=source', entry, 'scan', place], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  }).stdout;
  const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
  const third = Math.ceil(resident.length / 3);
  const peaks = [0, 1, 2].map((k) => Math.max(...resident.slice(k * third, (k + 1) * third)));
  const written: Counts = { lines, failures };
  console.log(`written: ${textOf(written)}, ${Math.round(rate)} lines/s`);
  console.log(`watch: ${textOf(countsIn(told))}; lost: ${textOf(missingIn(countsIn(told), written))}`);
  console.log(`scan:  ${textOf(countsIn(scanned))}`);
  console.log(
    `resident, peak of each third: ${peaks.map(mb).join(', ')}; idle: ${(idle * 100).toFixed(2)} % of a processor`,
  );
}

interface Counts {
  readonly lines: number;
  readonly failures: number;
}

/** The last report in a text: its lines, and how often the failure was seen. NaN for what it does not say. */
function countsIn(text: string): Counts {
  const last = (pattern: RegExp): number => Number([...text.matchAll(pattern)].at(-1)?.[1]?.replaceAll(',', ''));
  return { lines: last(/ sources, ([\d,]+) lines/g), failures: last(/seen +([\d,]+) log entr/g) };
}

const missingIn = (seen: Counts, written: Counts): Counts => ({
  lines: written.lines - seen.lines,
  failures: written.failures - seen.failures,
});

const textOf = ({ lines, failures }: Counts): string => `${lines} lines, ${failures} failures`;

await measureLatency();
await measureThroughput();
rmSync(folder, { recursive: true });
