/**
 * Templates that were read before. Each chunk of a log has those that its records use, most of them the same as in others, at
 * other places: such a template is known by its bytes. It names elements by a place in its chunk, behind which the name may
 * stand, so of those four bytes it is the name that must be the same.
 */
import type { Part } from './parts.ts';

/** A name in a template. */
export interface Naming {
  /** The bytes that tell its place. */
  readonly at: number;
  readonly name: string;
  /** It stands behind them. */
  readonly isHere: boolean;
}

interface Known {
  readonly bytes: Uint8Array;
  /** Places count from the first of the bytes. */
  readonly namings: readonly Naming[];
  readonly depth: number;
  readonly parts: readonly Part[];
}

export interface KnownTemplates {
  /**
   * The parts of the template in `[at, end)` of the chunk; null where it is not known.
   * @param nameAt the name at a place of the chunk.
   * @throws RangeError where that does, as reading would.
   */
  find(
    chunk: DataView,
    at: number,
    end: number,
    depth: number,
    nameAt: (place: number) => string,
  ): Known['parts'] | null;
  /** Keeps one that was read there, and holds no other one: its parts do not depend on its chunk. */
  keep(chunk: DataView, at: number, end: number, read: Omit<Known, 'bytes'>): void;
}

/** Bytes of all that are known; a log of more is damaged. */
const mostBytes = 1 << 21;
/** Of templates of one size. */
const mostAlike = 16;

export function openKnownTemplates(): KnownTemplates {
  const bySize = new Map<number, Known[]>();
  let held = 0;
  return {
    find: (chunk, at, end, depth, nameAt) =>
      bySize.get(end - at)?.find((one) => one.depth === depth && isThere(one, chunk, at, nameAt))?.parts ?? null,
    keep(chunk, at, end, { namings, depth, parts }) {
      const size = end - at;
      if (held + size > mostBytes) {
        bySize.clear();
        held = 0;
      }
      const alike = bySize.get(size) ?? [];
      bySize.set(size, alike);
      if (alike.length >= mostAlike) held -= alike.pop()!.bytes.length;
      const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset + at, size).slice();
      alike.unshift({ bytes, namings: namings.map((one) => ({ ...one, at: one.at - at })), depth, parts });
      held += size;
    },
  };
}

function isThere({ bytes, namings }: Known, chunk: DataView, at: number, nameAt: (place: number) => string): boolean {
  const areSame = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) if (bytes[i] !== chunk.getUint8(at + i)) return false;
    return true;
  };
  let from = 0;
  for (const { at: naming, name, isHere } of namings) {
    if (!areSame(from, naming)) return false;
    from = naming + 4;
    const place = chunk.getUint32(at + naming, true);
    if ((place === at + from) !== isHere) return false;
    // Before a name stand four bytes that lead to another one of the chunk.
    if (isHere) from += 4;
    else if (nameAt(place) !== name) return false;
  }
  return areSame(from, bytes.length);
}
