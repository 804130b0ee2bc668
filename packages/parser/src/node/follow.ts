/**
 * Sources followed as they grow. Files of lines are read on from where the last reading ended; every other kind (XML, JSON,
 * reports, archives) says what it has only at its end, and is read anew once it has been quiet for a moment.
 *
 * A file is known by its inode: one that is renamed stays the same source, under its new name. One that was truncated, or
 * written anew under the same inode, begins anew, and what it had said before is forgotten with it: `sources` always says
 * what a scan of the files as they are now would say, but for what stood in them before the watch began.
 */

import { explainError, isAbsence } from '../archive/disk-errors.ts';
import { knowledge } from '../knowledge/index.ts';
import type { SourceFindings } from '../model.ts';
import { openSource, type SourcePipe } from '../reading/source.ts';
import { openLedger } from '../reading/thrift.ts';
import type { Followed } from './followed-file.ts';
import { openFollowedFiles } from './followed-files.ts';
import { openReadingQueue, type ReadingOptions } from './reading-queue.ts';
import { type WatchOptions, watchPlaces } from './watched-places.ts';

export interface FollowOptions extends ReadingOptions, Pick<WatchOptions, 'polling' | 'onPolling'> {
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Standard input has ended. */
  readonly onEnd: () => void;
}

export interface Following {
  /** Every source, as far as it was read. */
  sources(): SourceFindings[];
  /** The paths that lead to nothing now. */
  missing(): readonly string[];
  /** Resolves when what stood in the files at the start has been read, or passed over. */
  readonly ready: Promise<void>;
  /** Looks for files once more, reads to the present end of each, and closes them. */
  close(): Promise<SourceFindings[]>;
}

/**
 * Follows files, folders, globs and `-`; with no path the documented folders of this machine. What does not exist yet is
 * followed from when it appears.
 */
export function followSources(paths: readonly string[], options: FollowOptions): Following {
  const queue = openReadingQueue(options, (former) => files.leave(former));
  const files = openFollowedFiles({ ...options, read: queue.add });
  const onDisk = paths.filter((path) => path !== '-');
  const isStreamOnly = paths.length > 0 && onDisk.length === 0;
  const places = isStreamOnly ? null : watchPlaces(onDisk, { ...options, onFile: files.add, onGone: files.remove });
  const start = async (): Promise<void> => {
    await places?.ready;
    await Promise.all(files.all().map((file) => file.busy));
  };

  let stream: SourcePipe | null = null;
  const readStream = async (input: AsyncIterable<Uint8Array>): Promise<void> => {
    stream = openSource(knowledge, '-', { os: options.os });
    for await (const chunk of input) {
      stream.push(chunk);
      options.onChange();
    }
    options.onEnd();
  };
  if (paths.includes('-') && options.stdin)
    void readStream(options.stdin).catch((error: unknown) => {
      if (!isAbsence(error)) options.onProblem({ ...explainError(error), path: '-' });
    });

  const gather = (ended: boolean): SourceFindings[] => {
    // What has taken a path speaks for it, though a rename may still show where the former file is.
    const followed = [...files.all(), ...files.strays()];
    const ledger = openLedger();
    for (const found of followed.flatMap((file) => findingsOf(file, ended))) ledger.add(found);
    const streamed = ended ? stream?.end() : stream?.sofar();
    if (streamed) ledger.add(streamed);
    // What the sources hold together is bounded, too.
    if (ledger.thrift() > 0) for (const { pipe } of followed) pipe.spare(ledger.thrift());
    return ledger.sources();
  };

  return {
    sources: () => gather(false),
    missing: () => places?.missing() ?? [],
    ready: start(),
    async close() {
      await places?.tellAll();
      await queue.finish(files.all());
      await places?.close();
      return gather(true);
    },
  };
}

/** What was found in a file so far, or in all of it: a file that has not grown is not asked again. */
function findingsOf(file: Followed, ended: boolean): SourceFindings[] {
  if (file.documents) return file.documents;
  if (ended) file.said = file.pipe.end();
  file.said ??= file.pipe.sofar();
  return file.said ? [{ ...file.said, path: file.path }] : [];
}
