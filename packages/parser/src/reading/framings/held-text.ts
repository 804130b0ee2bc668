/** UTF-8 that came and is not done with, and where in its file it stands. */
import { compileLiterals, findLines } from '../search.ts';

export interface HeldText {
  /** Holds what came, in its first `size` bytes; only good until the next `take` or `drop`. */
  bytes(): Uint8Array;
  size(): number;
  take(utf8: Uint8Array): void;
  /** The line of that byte, from 1, and the UTF-16 units before it on its line. Asked for in the order of the file. */
  placeOf(at: number): { readonly line: number; readonly indent: number };
  /** What stands before that byte is done with. */
  drop(to: number): void;
}

const lineFeed = 10;
const noLiterals = compileLiterals([]);

export function openHeldText(): HeldText {
  const decoder = new TextDecoder();
  let held = new Uint8Array(1 << 17);
  let size = 0;
  /** Lines and units are counted up to there. */
  let counted = 0;
  let line = 1;
  let indent = 0;

  const placeOf = (at: number): { readonly line: number; readonly indent: number } => {
    const feeds = findLines(noLiterals, held, counted, at, () => {});
    const from = feeds > 0 ? held.lastIndexOf(lineFeed, at - 1) + 1 : counted;
    const units = unitsIn(held, from, at, decoder);
    indent = feeds > 0 ? units : indent + units;
    line += feeds;
    counted = at;
    return { line, indent };
  };

  return {
    bytes: () => held,
    size: () => size,
    placeOf,
    take(utf8) {
      if (size + utf8.length > held.length) {
        const larger = new Uint8Array(Math.max(size + utf8.length, 2 * held.length));
        larger.set(held.subarray(0, size));
        held = larger;
      }
      held.set(utf8, size);
      size += utf8.length;
    },
    drop(to) {
      placeOf(to);
      held.copyWithin(0, to, size);
      size -= to;
      counted = 0;
    },
  };
}

/** UTF-16 units of UTF-8; most of it is ASCII. */
function unitsIn(bytes: Uint8Array, from: number, to: number, decoder: InstanceType<typeof TextDecoder>): number {
  for (let at = from; at < to; at++)
    if (bytes[at]! >= 0x80) return at - from + decoder.decode(bytes.subarray(at, to)).length;
  return to - from;
}
