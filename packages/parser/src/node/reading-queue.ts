/**
 * The readings of followed files: of one file never two at a time, again when an error may pass, and a document only once
 * it has been quiet for a moment.
 */

import { explainError, isAbsence, mayPass, notRegular, retriesMs } from '../archive/disk-errors.ts';
import type { SourceProblem } from '../archive/disk-source.ts';
import type { Os, SourceFindings } from '../model.ts';
import type { Pace } from './closing.ts';
import { findSources } from './find-sources.ts';
import { type Followed, isDocument, readOn } from './followed-file.ts';
import { readSource, type Turn, unreadable } from './scan.ts';

export interface ReadingOptions {
  /** Reads what the files already hold, too. */
  readonly fromStart: boolean;
  readonly os: Os | null;
  /** As in ScanOptions. */
  readonly turn?: Turn;
  readonly onProblem: (problem: SourceProblem) => void;
  /** What was reported as a problem of the file is over. */
  readonly onRecovery: (path: string) => void;
  /** Something new was read: time to judge again. */
  readonly onChange: () => void;
}

export interface ReadingQueue {
  /** Reads what came. `isOld`: the file was there when the watch began. */
  add(file: Followed, isOld?: boolean): void;
  /** Reads to the present end of every file; what fails now is not tried again. */
  finish(files: readonly Followed[]): Promise<void>;
}

/** A document is read when it has been quiet for so long. */
const quietMs = 300;

const unhurried: Pace = { step: () => {}, isOver: () => false };

/** `left` is called with what a path led to before another file took it. */
export function openReadingQueue(
  options: ReadingOptions,
  left: (former: Followed) => void,
  pace: Pace = unhurried,
): ReadingQueue {
  let isClosing = false;

  const readWhole = async (file: Followed): Promise<void> => {
    const documents = await readDocuments(file.path, options, pace);
    file.isCut = documents === null;
    if (documents === null) return;
    file.documents = documents;
    options.onChange();
  };

  /** Readings of one file never overlap, and one that is not over is counted. */
  const enqueue = (
    file: Followed,
    reading: () => Promise<void>,
    failed = (error: unknown): void => report(file.path, error),
  ): void => {
    file.underWay++;
    file.busy = file.busy
      .then(reading)
      .catch(failed)
      .then(() => void file.underWay--);
  };

  const report = (path: string, error: unknown): void => {
    if (!isAbsence(error)) options.onProblem({ ...explainError(error), path });
  };

  const later = (file: Followed): void => {
    if (file.again) clearTimeout(file.again);
    file.again = setTimeout(() => {
      file.again = null;
      enqueue(file, () => readWhole(file));
    }, quietMs);
  };

  const read = async (file: Followed, isOld: boolean): Promise<void> => {
    file.isQueued = false;
    const kind = await readOn(file, { ...options, left, pace }).finally(() => {
      file.isMet = true;
    });
    // The watcher will see that the file is gone.
    if (kind === 'other') options.onProblem(notRegular(file.path, 'skipped'));
    if (kind !== 'file' || pace.isOver()) return;
    pace.step();
    if (file.failures > retriesMs.length) options.onRecovery(file.path);
    file.failures = 0;
    if (!isDocument(file)) options.onChange();
    else if (!isOld) later(file);
    else if (options.fromStart) await readWhole(file);
  };

  const add = (file: Followed, isOld = false): void => {
    if (file.isQueued) return;
    file.isQueued = true;
    enqueue(
      file,
      () => read(file, isOld),
      (error) => fail(file, isOld, error),
    );
  };

  /** What may pass is tried again before it is reported. */
  const fail = (file: Followed, isOld: boolean, error: unknown): void => {
    const retry = mayPass(error, process.platform) && !isClosing ? retriesMs[file.failures] : undefined;
    file.failures = retry === undefined ? retriesMs.length + 1 : file.failures + 1;
    if (retry === undefined) report(file.path, error);
    else setTimeout(() => isClosing || add(file, isOld), retry).unref();
  };

  return {
    add,
    async finish(files) {
      isClosing = true;
      for (const file of files) add(file);
      await Promise.all(files.map((file) => file.busy));
      for (const file of files) {
        if (file.again) clearTimeout(file.again);
        if (!file.again) continue;
        enqueue(file, () => readWhole(file));
        await file.busy;
      }
    },
  };
}

/** Reads a document whole, with whatever is packed in it; null when its time was up before. */
async function readDocuments(
  path: string,
  { os, turn = () => null }: Pick<ReadingOptions, 'os' | 'turn'>,
  pace: Pace,
): Promise<SourceFindings[] | null> {
  const documents: SourceFindings[] = [];
  for await (const found of findSources([path])) {
    if (found.kind === 'source')
      documents.push((await readSource(found, { os, turn, isOver: pace.isOver }, pace.step)).findings);
    // As in a scan: an entry that is damaged, or an archive that ends early.
    else if (found.kind === 'unreadable' || found.kind === 'limit') documents.push(unreadable(found));
    if (pace.isOver()) return null;
  }
  return documents;
}
