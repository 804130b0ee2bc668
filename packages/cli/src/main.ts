import { parseArguments } from './args/args.ts';
import { isUsageError } from './args/usage-error.ts';
import type { ExitStatus } from './exit-status.ts';
import { type Io, writeError } from './io.ts';
import { outputWidth } from './terminal/style.ts';

/** Runs a command line, `argv` without the program name, and returns its exit status. Only internal errors throw. */
export async function main(argv: readonly string[], io: Io): Promise<ExitStatus> {
  try {
    const invocation = parseArguments(argv, {
      width: outputWidth(io),
      version: io.version,
      platform: io.platform,
    });
    // Each command loads only what it needs: explaining a code does not load the archive readers.
    switch (invocation.command) {
      case 'print':
        (invocation.isAnswer ? io.stdout : io.stderr).write(invocation.text);
        return invocation.isAnswer ? 0 : 2;
      case 'scan':
        io.expectMuch();
        return await (await import('./commands/scan.ts')).runScan(invocation.paths, invocation.options, io);
      case 'watch':
        io.expectMuch();
        return await (await import('./commands/watch.ts')).runWatch(invocation.paths, invocation.options, io);
      case 'collect':
        io.expectMuch();
        return await (await import('./commands/collect.ts')).runCollect(invocation.options, io);
      case 'explain':
        return (await import('./commands/explain.ts')).runExplain(invocation.query, invocation.options, io);
      case 'list':
        return await (await import('./commands/list.ts')).runList(invocation.topic, invocation.options, io);
    }
  } catch (error) {
    if (!isUsageError(error)) throw error;
    writeError(io, error.hint ? `${error.message}; ${error.hint}` : error.message);
    return 2;
  }
}
