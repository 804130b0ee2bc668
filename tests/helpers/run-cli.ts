/** The command line run in this process. */
import type { Io, Sink } from '../../packages/cli/src/io.ts';
import { main } from '../../packages/cli/src/main.ts';

export interface CliRun {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const nowhere: Sink = { isTTY: false, columns: null, write() {} };

/** An Io that nobody reads. */
export const quietIo: Io = {
  stdin: (async function* () {})(),
  stdout: nowhere,
  stderr: nowhere,
  env: { LANG: 'en_US.UTF-8' },
  platform: 'linux',
  home: '/nowhere',
  version: '9.8.7',
  codePage: () => null,
  now: () => new Date(),
  expectMuch() {},
  onInterrupt: () => () => {},
};

/** Runs a command line in this process; `tty` makes both its outputs terminals. */
export async function runCli(
  argv: readonly string[],
  { tty = false, columns = 80, ...io }: Partial<Io> & { tty?: boolean; columns?: number } = {},
): Promise<CliRun> {
  const written = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr'): Sink => ({
    isTTY: tty,
    columns: tty ? columns : null,
    write(part) {
      written[name] += part;
    },
  });
  const streams = { stdout: sink('stdout'), stderr: sink('stderr') };
  const status = await main(argv, { ...quietIo, ...streams, ...io });
  return { status, ...written };
}
