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
  /** It asks another machine: Zoom's site, a name server, a time server. Else it stays on this one. */
  readonly network?: true;
  /** It answers for the account that asks: an administrator who collects for someone else would learn about himself. */
  readonly account?: true;
  /** What is private in its output, before anything is masked; absent: nothing is. */
  readonly private?: string;
  /** Exit statuses other than 0 that are an answer as well; `any`: what it prints is the answer, whatever its status. */
  readonly answers?: readonly number[] | 'any';
  /** It copies from the documented folders, which a collection holds under their own names anyway. */
  readonly copies?: true;
  /** Seconds after which a collector ends it; 60 when absent. */
  readonly limit?: number;
}

type Traits = Partial<Pick<Probe, 'shows' | 'network' | 'account' | 'private' | 'answers' | 'copies' | 'limit'>>;

/** `collect` writes to `output`, which it names. */
export const probe = (
  what: string,
  output: string,
  reads: readonly FormatId[],
  collect: (file: string) => string,
  traits: Traits = {},
): Probe => ({
  what,
  collect: collect(output),
  output,
  reads,
  ...traits,
});

/** `--stderr` keeps PowerShell from wrapping curl's output in its own error records. */
export const curl = (program: string, sink: string): Probe =>
  probe(
    'a detailed trace of a request to Zoom (name resolution, proxy, connection, certificate, response)',
    'curl-zoom.txt',
    ['curl'],
    (file) => `${program} -sv -o ${sink} --connect-timeout 15 --stderr ${file} https://zoom.us`,
    { network: true, answers: 'any' },
  );
