/**
 * What an event log states of itself, held against what is there. Numbers of records in its file (not their ids, of which an
 * export may leave some out) go on from chunk to chunk, but for the place where a full log begins anew.
 */

/** More than a chunk can hold is damage. */
const mostInChunk = 65_536 / 28;

export interface Tally {
  /** The header of the file. */
  header(bytes: Uint8Array): void;
  /** A chunk, as it lies in the file, how many records were seen in it, and whether it has a header. */
  chunk(bytes: Uint8Array, seen: number, isWhole: boolean): void;
  isDirty(): boolean;
  /** Records that should be there and are not; after the end. */
  missing(): number;
  /** The file has fewer chunks than it states. */
  isShort(): boolean;
}

export function openTally(): Tally {
  let isDirty = false;
  /** Of a log that began anew, the first numbers are gone without a loss. */
  let isFromStart = false;
  let chunks = 0;
  let next = 0;
  let stated = 0;
  let last = 0;
  let highest = 0;
  let missing = 0;
  /** Seen in chunks that do not tell their numbers. */
  let unnumbered = 0;
  return {
    header(bytes) {
      const view = viewOf(bytes);
      isDirty = (view.getUint32(120, true) & 1) === 1;
      // Windows brings the header up to date when it closes the log.
      if (isDirty) return;
      isFromStart = view.getBigUint64(8, true) === 0n;
      next = Number(view.getBigUint64(24, true));
      stated = view.getUint16(42, true);
    },
    chunk(bytes, seen, isWhole) {
      chunks++;
      const view = viewOf(bytes);
      const [from, to, firstId, lastId] = isWhole
        ? ([8, 16, 24, 32].map((at) => Number(view.getBigUint64(at, true))) as [number, number, number, number])
        : [0, 0, 0, 0];
      const count = to - from + 1;
      // A header that contradicts itself is damaged, and tells nothing of the others.
      if (from < 1 || count < 1 || count > mostInChunk || lastId - firstId < count - 1) {
        unnumbered += seen;
        return;
      }
      missing += Math.max(0, count - seen);
      if (last > 0) missing += Math.max(0, from - last - 1);
      else if (isFromStart) missing += from - 1;
      last = Math.max(to, from + seen - 1);
      highest = Math.max(highest, last, lastId);
    },
    isDirty: () => isDirty,
    missing() {
      const atEnd = isFromStart || highest > 0 ? Math.max(0, next - highest - 1) : 0;
      // More than its chunks could hold: the header is damaged.
      return Math.max(0, missing + (atEnd > stated * mostInChunk ? 0 : atEnd) - unnumbered);
    },
    isShort: () => chunks < stated && next !== 1,
  };
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
