/** One run of a command: how long it took, of how many processors, and how much memory it held. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Command {
  /** Program and arguments. */
  readonly words: readonly string[];
  /** What is piped into it. */
  readonly from?: readonly string[];
  /** Node itself then counts its memory: no look from outside misses the peak. */
  readonly isNode?: true;
  /** GNU grep stops at its first line when nobody can read what it writes. */
  readonly isHeard?: true;
  /** Exit statuses up to this are no failure. */
  readonly mostStatus: number;
}

export interface Run {
  /** Seconds from start to end. */
  readonly wall: number;
  /** Seconds of processor, of all threads and of what is piped in. */
  readonly cpu: number;
  /** Resident at the peak, in bytes, of the command alone; null where the system does not tell. */
  readonly peak: number | null;
}

const peakFile = join(tmpdir(), `zoomlog-bench-${process.pid}.peak`);
const hook = join(import.meta.dirname, 'peak-memory.cjs');
const lookEveryMs = 5;

const quoted = (words: readonly string[]): string =>
  words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');

/** @throws where the command fails, or bash is missing. */
export function measure({ words, from, isNode, isHeard, mostStatus }: Command): Promise<Run> {
  const [program, ...rest] = words;
  const line = quoted(isNode ? [program!, '--require', hook, ...rest] : words);
  // What `time` of bash writes has milliseconds everywhere, and counts all of a pipeline.
  const sink = isHeard ? '> >(cat >/dev/null)' : '>/dev/null';
  const script = `TIMEFORMAT='%R %U %S'; time { ${from ? `${quoted(from)} | ` : ''}${line}; } ${sink} 2>&1`;
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', script], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C', ZOOMLOG_BENCH_PEAK: peakFile },
    });
    let times = '';
    child.stderr!.on('data', (part: Buffer) => {
      times += part.toString();
    });
    const peak = isNode ? () => peakOfNode() : watchPeak(child, program!);
    child.on('error', reject);
    child.on('close', (status) => {
      const [wall, user, system] = times.trim().split(' ').map(Number);
      if (status === null || status > mostStatus || system === undefined || Number.isNaN(system))
        reject(new Error(`${line}: exit status ${status}. ${times}`));
      else resolve({ wall: wall!, cpu: user! + system, peak: peak() });
    });
  });
}

function peakOfNode(): number | null {
  const kilobytes = Number(readFileSync(peakFile, 'utf8'));
  rmSync(peakFile);
  return kilobytes * 1024;
}

/** Looks at the processes below the shell until they end: Linux only, and what lasts some milliseconds is missed. */
function watchPeak(shell: ChildProcess, program: string): () => number | null {
  if (process.platform !== 'linux') return () => null;
  let most: number | null = null;
  const name = program.slice(program.lastIndexOf('/') + 1).slice(0, 15);
  const look = (): void => {
    for (const pid of below(shell.pid!)) {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'latin1');
        const kilobytes = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0);
        if (status.startsWith(`Name:\t${name}\n`)) most = Math.max(most ?? 0, kilobytes * 1024);
      } catch {
        // It has ended.
      }
    }
  };
  const timer = setInterval(look, lookEveryMs);
  shell.on('close', () => clearInterval(timer));
  return () => most;
}

function below(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean).map(Number);
    return children.flatMap((child) => [child, ...below(child)]);
  } catch {
    return [];
  }
}
