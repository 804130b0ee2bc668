/** Runs one command in a folder, with a limit of time; whatever it started ends with it. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface Ran {
  /** Null where it did not end by itself. */
  readonly exit: number | null;
  readonly isOverLimit: boolean;
  /** A code of errno(3). */
  readonly unstarted: string | null;
  /** What it wrote to standard error, then to standard output. */
  readonly said: Buffer;
}

export interface Surroundings {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly limitMs: number;
  /** Ends the command. */
  readonly signal: AbortSignal;
}

/** The program and its arguments that run a line of a shell. */
export type Shell = (command: string) => readonly [file: string, ...args: string[]];

export const posixShell: Shell = (command) => ['/bin/sh', '-c', command];

/** The exit status of the last program, which PowerShell itself would turn into 1; nothing is drawn of how far it is. */
export const powershell: Shell = (command) => [
  'powershell.exe',
  '-NoProfile',
  '-NonInteractive',
  '-ExecutionPolicy',
  'Bypass',
  '-Command',
  `$ProgressPreference = 'SilentlyContinue'; $LASTEXITCODE = 0; ${command}; if ($?) { exit 0 }; if ($LASTEXITCODE) { exit $LASTEXITCODE }; exit 1`,
];

/** Bytes of each stream that are kept; the rest is read and dropped. */
const mostSaid = 4096;
/** What was asked to end is ended after so long, and a stream that someone still holds is left. */
const patienceMs = 1_500;

export function runCommand([file, ...args]: readonly [string, ...string[]], around: Surroundings): Promise<Ran> {
  const { cwd, env, platform, limitMs, signal } = around;
  signal.throwIfAborted();
  // A group of its own: a shell's children end with it, and Ctrl-C reaches them through this program only.
  const child = spawn(file, args, {
    cwd,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: platform !== 'win32',
    windowsHide: true,
  });
  const said = [keep(child.stderr), keep(child.stdout)];
  let isOverLimit = false;
  const { promise, resolve, reject } = Promise.withResolvers<Ran>();
  const abort = (): void => endTree(child, platform);
  const limit = setTimeout(() => {
    isOverLimit = true;
    endTree(child, platform);
  }, limitMs);
  const finish = (exit: number | null, unstarted: string | null): void => {
    clearTimeout(limit);
    signal.removeEventListener('abort', abort);
    for (const stream of [child.stdout, child.stderr]) stream.destroy();
    if (signal.aborted) reject(signal.reason);
    else
      resolve({
        exit: isOverLimit ? null : exit,
        isOverLimit,
        unstarted,
        said: Buffer.concat(said.flatMap((one) => one())),
      });
  };
  signal.addEventListener('abort', abort);
  child.on('error', (error: NodeJS.ErrnoException) => {
    if (child.pid === undefined) finish(null, error.code ?? error.message);
  });
  // What outlives the command may hold its streams for ever.
  child.on('exit', (exit) => setTimeout(() => finish(exit, null), patienceMs).unref());
  child.on('close', (exit) => finish(exit, null));
  return promise;
}

function keep(stream: NodeJS.ReadableStream): () => Buffer[] {
  const chunks: Buffer[] = [];
  let left = mostSaid;
  stream.on('data', (chunk: Buffer) => {
    if (left > 0) chunks.push(chunk.subarray(0, left));
    left -= chunk.length;
  });
  stream.on('error', () => {});
  return () => chunks;
}

/** Asks the command and all that it started to end, and ends them soon after. */
function endTree(child: ChildProcess, platform: NodeJS.Platform): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (platform === 'win32') {
    spawn('taskkill', ['/T', '/F', '/PID', String(pid)], { stdio: 'ignore', windowsHide: true }).on('error', () => {
      child.kill();
    });
    return;
  }
  const send = (signal: NodeJS.Signals): void => {
    try {
      process.kill(-pid, signal);
    } catch {
      // All of them have ended.
    }
  };
  send('SIGTERM');
  const last = setTimeout(() => send('SIGKILL'), patienceMs / 2);
  child.once('close', () => {
    send('SIGKILL');
    clearTimeout(last);
  });
}
