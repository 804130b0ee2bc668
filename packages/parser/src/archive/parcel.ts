/** What may be a source, and the source that it is. */

import { formatCount } from '../telling/labels.ts';
import type { Budget } from './budget.ts';
import type { Blocks, Bytes } from './bytes.ts';
import type { Stored } from './custody.ts';
import type { DiskSource, Loss, SourceProblem } from './disk-source.ts';

/** Something that may be a log or an archive of logs: a file, an entry, a pipe, or what was compressed in one. */
export interface Parcel {
  readonly path: string;
  readonly file: string | null;
  readonly modified: string | null;
  readonly size: number | null;
  readonly bytes: Bytes;
  /** Random access to the same bytes, where there is any. */
  readonly blocks: Blocks | null;
  /** Lets go of the file; null where there is none, or where other entries need it still. */
  readonly close: (() => void) | null;
  /** Archives entered to get here. */
  readonly level: number;
  /** The bytes come directly out of gzip, xz or the like. */
  readonly decompressed: boolean;
  /** What a reader must know of every source in it. */
  readonly notes: readonly string[];
}

/** A parcel whose bytes are hashed as they are stored, if that is wanted. */
export interface StoredParcel extends Parcel {
  readonly stored: Stored | null;
}

/** A source of the parcel's bytes, cut where it is too long. */
export function sourceOf(parcel: StoredParcel, budget: Budget): DiskSource {
  const { path, file, modified, size, bytes, close, stored } = parcel;
  const { fileBytes } = budget.limits;
  const notes = [...parcel.notes];
  let problem: SourceProblem | null = null;
  return {
    kind: 'source',
    path,
    file,
    modified,
    size,
    problem: () => problem,
    sha256: () => stored?.sha256() ?? null,
    note: () => notes.join('; ') || null,
    async *bytes() {
      let left = fileBytes;
      try {
        for (;;) {
          const step = await bytes.next();
          if (step.done) {
            if (step.value?.kind === 'skipped') notes.push(step.value.message);
            else if (step.value) problem = tell(path, step.value, budget);
            return;
          }
          const chunk = step.value;
          if (chunk.length > left) {
            problem = tell(path, tooLong(fileBytes), budget);
            if (left > 0) yield chunk.subarray(0, left);
            return;
          }
          left -= chunk.length;
          yield chunk;
        }
      } finally {
        await bytes.return(null);
        close?.();
      }
    },
  };
}

/** A problem that the consumer is told of once. */
export function tell(path: string, loss: Loss, budget: Budget): SourceProblem {
  budget.told.add(loss);
  return { kind: loss.kind, path, message: loss.message, hint: loss.hint };
}

const tooLong = (limit: number): Loss => ({
  kind: 'limit',
  message: `longer than ${formatCount(limit)} bytes; the rest was not read`,
  hint: 'Raise --max-size.',
});
