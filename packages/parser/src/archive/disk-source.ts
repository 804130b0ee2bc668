/**
 * The contract of this folder: sources on disk, in archives and on standard input, as bytes.
 *
 * - `findSources` yields sources and problems, one by one, in a fixed order. It never throws for what it finds on disk.
 * - A source is read before the next item is asked for: archives are streamed once, front to back, and asking for the
 *   next item closes the last one. A source may also be left unread, or be left after a part: that costs nothing more
 *   (a compressed archive still has to be inflated past it).
 * - Nothing is written to disk but a copy of TCC.db, for as long as its rows are read, and memory does not grow with a
 *   file: only an archive that is read here and there and has no file of its own (a zip in another archive, on standard
 *   input) is held in memory, up to `SourceLimits.buffer`, and xz takes no more than that either.
 * - What cannot be read whole is delivered as far as it goes; `problem()` then says why it is not complete.
 */

/** Why something could not be read, or not to its end. Both texts are plain sentences that follow a path. */
export interface Loss {
  /**
   * `limit`: zoomlog stopped by itself, see SourceLimits. `skipped`: no log, and no loss: a link, a pipe or a device that
   * nobody named, or bytes around an archive.
   */
  readonly kind: 'unreadable' | 'limit' | 'skipped';
  /** What happened, and where inside the file. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}

/** Whether something is missing from what was read. */
export const isLost = (loss: Loss | null): loss is Loss => loss !== null && loss.kind !== 'skipped';

/** Something that gives no source at all. `missing`: the user named it and it is not there. */
export interface SourceProblem {
  readonly kind: 'missing' | Loss['kind'];
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/** One log file, wherever it lies. A gzip file (or xz …) around one file *is* that file, under its own name. */
export interface DiskSource {
  readonly kind: 'source';
  /** As the user gave it, joined with `/`; `!/` enters an archive; `-` is standard input. */
  readonly path: string;
  /** The file on disk that holds exactly these bytes; null when they are decompressed, in an archive, or piped in. */
  readonly file: string | null;
  /** ISO 8601 UTC; null when unknown: a zip often states a local time without its zone. */
  readonly modified: string | null;
  /** Bytes as the disk or the archive states them, not verified; null when unknown. */
  readonly size: number | null;
  /** The bytes, once, in chunks of any size that may share a buffer. Never throws. Stopping early closes the file. */
  bytes(): AsyncGenerator<Uint8Array, void, undefined>;
  /** Why `bytes()` ended before the end of the source; null until it ended, and when the source is complete. */
  problem(): SourceProblem | null;
  /** Lower-case hex, of its bytes as they are stored (a gzip file's own); whole once `bytes()` has ended, null where nobody asks. */
  sha256(): string | null;
  /** What else a reader must know of it, though nothing is missing; whole once `bytes()` has ended. */
  note(): string | null;
}

export type Found = DiskSource | SourceProblem;

/** Bounds against hostile archives. "Archive" is the file the user named, with everything nested in it. */
export interface SourceLimits {
  /** Archives within archives; 1 opens only the outer one. gzip, xz and the like add a level only directly around another. */
  readonly depth: number;
  /** Entries of one archive, folders included. */
  readonly entries: number;
  /** Bytes that decompression may produce from one archive. */
  readonly bytes: number;
  /** Bytes out for a byte in, of one compressed entry; applies above `ratioFloor` bytes out. */
  readonly ratio: number;
  /** Bytes out below which any ratio is fine. */
  readonly ratioFloor: number;
  /** The same for all that comes out of one archive, for each byte of the archive. */
  readonly totalFloor: number;
  /** Bytes of memory for archives that have no file of their own, and for the dictionary of xz and 7z. */
  readonly buffer: number;
  /** A source is cut after so many bytes. */
  readonly fileBytes: number;
}

export const defaultLimits: SourceLimits = {
  depth: 3,
  entries: 100_000,
  bytes: 4 * 1024 ** 3,
  ratio: 200,
  ratioFloor: 10_000_000,
  totalFloor: 20_000_000,
  buffer: 64 * 1024 ** 2,
  fileBytes: Number.POSITIVE_INFINITY,
};
