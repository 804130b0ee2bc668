/** Counts the records that are longer than their bounds: what follows the bound is no part of them. */

/** True when a record begins with the line in `bytes[start..end)`. */
export type BeginsAt = (bytes: Uint8Array, start: number, end: number) => boolean;

export interface LongRecords {
  /** Takes the whole lines in `bytes[from..to)`, which follow those before. A record is split only where a bound ends it. */
  take(bytes: Uint8Array, from: number, to: number): void;
  /** What comes next is no part of the record before. */
  close(): void;
  count(): number;
}

const LF = 10;

export function countLongRecords(beginsAt: BeginsAt, mostLines: number, mostBytes: number): LongRecords {
  let count = 0;
  /** The last line that was taken belongs to a record. */
  let isInRecord = false;

  const endOf = (bytes: Uint8Array, start: number, to: number): number => {
    const feed = bytes.indexOf(LF, start);
    return feed < 0 || feed > to ? to : feed;
  };

  /** Where the first record begins from `start` on; `to` where there is none. */
  const nextHead = (bytes: Uint8Array, start: number, to: number): number => {
    for (let at = start; at < to; ) {
      const end = endOf(bytes, at, to);
      if (beginsAt(bytes, at, end)) return at;
      at = end + 1;
    }
    return to;
  };

  /** Where the lines begin that follow the head, up to the first one that is out of bounds. */
  const following = (bytes: Uint8Array, head: number, to: number): number[] => {
    const starts: number[] = [];
    for (let at = endOf(bytes, head, to) + 1; at < to && starts.length < mostLines; ) {
      starts.push(at);
      const end = endOf(bytes, at, to);
      if (end - head > mostBytes) break;
      at = end + 1;
    }
    return starts;
  };

  return {
    take(bytes, from, to) {
      if (from >= to) return;
      let head = nextHead(bytes, from, to);
      if (isInRecord && head > from) count++;
      isInRecord = false;
      while (head < to) {
        const starts = following(bytes, head, to);
        // Most lines begin a record: the last of them tells of all before it.
        const last = starts.findLast((at) => beginsAt(bytes, at, endOf(bytes, at, to)));
        if (last !== undefined) {
          head = last;
          continue;
        }
        const beyond = starts.at(-1);
        const isWithin =
          beyond === undefined || (starts.length < mostLines && endOf(bytes, beyond, to) - head <= mostBytes);
        if (isWithin) {
          isInRecord = true;
          return;
        }
        count++;
        head = nextHead(bytes, beyond, to);
      }
    },
    close() {
      isInRecord = false;
    },
    count: () => count,
  };
}
