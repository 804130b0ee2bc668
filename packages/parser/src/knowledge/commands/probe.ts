import type { FactId, FailureId, FormatId } from '../../define.ts';

/**
 * A command that gathers evidence into a new file in the current folder, in a format that `scan` reads, and changes
 * nothing else. None needs elevation unless `what` says so.
 */
export interface Probe {
  /** What it gathers; completes "needs: …". */
  readonly what: string;
  /** For PowerShell on Windows, for a POSIX shell elsewhere. */
  readonly collect: string;
  /** The new file, or folder; with `*` where the evidence names it. */
  readonly output: string;
  /** The formats as which its output is read. */
  readonly reads: readonly FormatId[];
  /** Where other commands write that format, too: what only its output shows; absent: anything of its class. */
  readonly shows?: readonly (FailureId | FactId)[];
}

/** `collect` writes to `output`, which it names. */
export const probe = (
  what: string,
  output: string,
  reads: readonly FormatId[],
  collect: (file: string) => string,
): Probe => ({
  what,
  collect: collect(output),
  output,
  reads,
});

/** `--stderr` keeps PowerShell from wrapping curl's output in its own error records. */
export const curl = (program: string, sink: string): Probe =>
  probe(
    'a detailed trace of a request to Zoom (name resolution, proxy, connection, certificate, response)',
    'curl-zoom.txt',
    ['curl'],
    (file) => `${program} -sv -o ${sink} --connect-timeout 15 --stderr ${file} https://zoom.us`,
  );
