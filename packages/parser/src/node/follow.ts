/**
 * Sources followed as they grow. Files of lines are read on from where the last reading ended; every other kind (XML, JSON,
 * reports, archives) says what it has only at its end, and is read anew once it has been quiet for a moment.
 *
 * A file is known by its inode: one that is renamed stays the same source, under its new name. One that was truncated, or
 * written anew under the same inode, begins anew, and what it had said before is forgotten with it: `sources` always says
 * what a scan of the files as they are now would say, but for what stood in them before the watch began.
 */

import { notRegular } from '../archive/disk-errors.ts';
import type { SourceProblem } from '../archive/disk-source.ts';
import type { SourceFindings } from '../model.ts';
import { joinNotes } from '../reading/notes.ts';
import { openLedger } from '../reading/thrift.ts';
import { openClosing } from './closing.ts';
import { type Followed, isArchive } from './followed-file.ts';
import { openFollowedFiles } from './followed-files.ts';
import { followStream } from './followed-stream.ts';
import { openReadingQueue, type ReadingOptions } from './reading-queue.ts';
import { unreadable } from './scan.ts';
import { type WatchOptions, watchPlaces } from './watched-places.ts';

export interface FollowOptions extends ReadingOptions, Pick<WatchOptions, 'polling' | 'followLinks' | 'onPolling'> {
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
  /**
   * Looks for files once more, reads to the present end of each, and closes them. It always ends: what the disk does not
   * give in time is a problem, and its source is not complete.
   */
  close(): Promise<SourceFindings[]>;
}

/**
 * Follows files, folders, globs and `-`; with no path the documented folders of this machine. What does not exist yet is
 * followed from when it appears.
 */
export function followSources(paths: readonly string[], options: FollowOptions): Following {
  const closing = openClosing();
  const queue = openReadingQueue(options, (former) => files.leave(former), closing);
  const files = openFollowedFiles({ ...options, read: queue.add });
  const onDisk = paths.filter((path) => path !== '-');
  const isStreamOnly = paths.length > 0 && onDisk.length === 0;
  const places = isStreamOnly ? null : watchPlaces(onDisk, { ...options, onFile: files.add, onGone: files.remove });
  const start = async (): Promise<void> => {
    await places?.ready;
    await Promise.all(files.all().map((file) => file.busy));
  };

  const stream = paths.includes('-') && options.stdin ? followStream(options.stdin, options) : null;

  const noted = (findings: SourceFindings, path: string): SourceFindings => {
    const note = places?.noteOn(path) ?? null;
    return note === null ? findings : { ...findings, note: joinNotes([findings.note, note]) };
  };
  const gather = (ended: boolean): SourceFindings[] => {
    // What has taken a path speaks for it, though a rename may still show where the former file is.
    const followed = [...files.all(), ...files.strays()];
    const ledger = openLedger();
    for (const file of followed) for (const findings of findingsOf(file, ended)) ledger.add(noted(findings, file.path));
    for (const path of places?.refused() ?? []) ledger.add(unreadable(notRegular(path, 'unreadable')));
    for (const findings of stream?.sources(ended) ?? []) ledger.add(findings);
    // What the sources hold together is bounded, too.
    if (ledger.thrift() > 0) for (const { pipe } of followed) pipe.spare(ledger.thrift());
    if (ledger.thrift() > 0) stream?.spare(ledger.thrift());
    return ledger.sources();
  };

  const close = async (): Promise<SourceFindings[]> => {
    const isWhole = await closing.finish(
      (async () => {
        await places?.tellAll();
        closing.step();
        await queue.finish(files.all());
        await places?.close();
      })(),
    );
    if (isWhole) return gather(true);
    // Without it, the watcher would go on.
    void places?.close();
    const late = files.all().filter(({ underWay, isCut }) => underWay > 0 || isCut);
    const silent = late.length > 0 ? late : [{ path: onDisk[0] ?? '.' }];
    for (const { path } of silent) options.onProblem({ ...notToTheEnd, path });
    const cut = new Set(late.map(({ path }) => path));
    return gather(true).map((source) => (cut.has(source.path) ? { ...source, ...incomplete } : source));
  };

  return {
    sources: () => gather(false),
    missing: () => places?.missing() ?? [],
    ready: start(),
    close,
  };
}

/** Follows the promise of `Following.close`: what was not read is told. */
const notToTheEnd: Omit<SourceProblem, 'path'> = {
  kind: 'limit',
  message: 'it was not read to its end before the watch ended',
  hint: 'Scan it, or check whether its disk or network share still answers.',
};
const incomplete = { complete: false, note: notToTheEnd.message };

/** What was found in a file so far, or in all of it: a file that has not grown is not asked again. */
function findingsOf(file: Followed, ended: boolean): SourceFindings[] {
  if (file.documents) return file.documents;
  if ((!file.isMet || isArchive(file)) && !ended) return [];
  if (ended) file.said = file.pipe.end();
  file.said ??= file.pipe.sofar();
  return file.said ? [{ ...file.said, path: file.path }] : [];
}
