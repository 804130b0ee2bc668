/** The process: its arguments, streams and exit status. bin/zoomlog.js imports the build of this file. */
import { homedir } from 'node:os';
import type { WriteStream } from 'node:tty';
import manifest from '../package.json' with { type: 'json' };
import type { Sink } from './io.ts';
import { main } from './main.ts';
import { compileRegExpsOnce } from './regexp-tiers.ts';
import { consoleCodePage } from './terminal/code-page.ts';
import { boundYoungGeneration } from './young-generation.ts';

/** Node makes a stream when it is first looked at, of which most commands need but one. */
function sinkOf(name: 'stdout' | 'stderr'): Sink {
  let opened: WriteStream | null = null;
  const stream = (): WriteStream => {
    opened ??= process[name].on('error', ({ code, message }: NodeJS.ErrnoException) => {
      // The reader at the other end (head, less) has closed the pipe.
      if (code === 'EPIPE') return;
      process.exitCode = 2;
      if (name === 'stdout') process.stderr.write(`zoomlog: standard output failed: ${message}\n`);
    });
    return opened;
  };
  return {
    write: (text) => void stream().write(text),
    get isTTY() {
      return stream().isTTY === true;
    },
    get columns() {
      return stream().isTTY ? stream().columns : null;
    },
  };
}

/** How long what is under way at the end may take. */
const lastMs = 1_000;

/**
 * Ends the process although reads hang, such as those of a network share that is gone. `process.exit` would wait for them:
 * it joins the threads that read. Only replacing the process ends those.
 */
function leaveHangingReads(): void {
  setTimeout(() => {
    const active = process.getActiveResourcesInfo();
    const isWriting = process.stdout.writableLength > 0 || process.stderr.writableLength > 0;
    // A command of --exec is waited for.
    if (isWriting || active.includes('ProcessWrap')) leaveHangingReads();
    else if (process.platform === 'win32') process.exit();
    else if (active.some((resource) => resource.startsWith('FSReq')))
      process.execve?.('/bin/sh', ['sh', '-c', `exit ${process.exitCode}`], process.env);
  }, lastMs).unref();
}

// Nothing is under way any more: to take the heap apart piece by piece, as Node would, takes longer than to leave it.
process.once('beforeExit', () => process.exit());

let isReading = false;

try {
  const status = await main(process.argv.slice(2), {
    get stdin() {
      isReading = true;
      return process.stdin;
    },
    stdout: sinkOf('stdout'),
    stderr: sinkOf('stderr'),
    env: process.env,
    platform: process.platform,
    home: homedir(),
    version: manifest.version,
    codePage: consoleCodePage,
    now: () => new Date(),
    expectMuch() {
      boundYoungGeneration();
      compileRegExpsOnce();
    },
    onInterrupt(listener) {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, listener);
      return () => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, listener);
      };
    },
  });
  process.exitCode ??= status;
  leaveHangingReads();
  // A watch may end before its standard input does; a file or device as standard input has no `unref`.
  if (isReading && 'unref' in process.stdin) process.stdin.unref();
} catch (error) {
  // Node would exit with 1, which means a diagnosis.
  process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 2;
}
