/** The piece of a JSON document that is being collected. */

import type { LineSearch } from '../../define.ts';
import type { Piece } from '../../model.ts';

/** Units of one piece; a larger one is skipped and the source is then not complete. */
const largestPiece = 16 << 20;

/** An element, or an object of the top level. */
export interface JsonPiece extends Piece {
  /** Its own keys, those of inner objects not counted, as often as they stand in it. */
  readonly keys: number;
  /** It holds no more values, those of inner objects and arrays counted. */
  readonly mostValues: number;
  /** The search finds something in it, or there is none. */
  readonly canMatter: boolean;
}

export interface Place {
  /** Levels that are open around it. */
  readonly depth: number;
  readonly line: number;
  readonly indent: number;
  /** Those before it in the document. */
  readonly separators: number;
  /** It is one that can hold elements. */
  readonly canHold: boolean;
}

export interface OpenPiece {
  isOpen(): boolean;
  /** None is open, or one that can hold some. */
  mayHold(): boolean;
  /** From `at` in the present chunk on, which is that unit of the source. */
  begin(at: number, unit: number, place: Place): void;
  /** It turns out to be no piece, if it is one that can hold some. */
  drop(): void;
  /** A key stands so deep. */
  hasKey(depth: number): void;
  /** It ends where so many levels are left. */
  endsAt(depth: number): boolean;
  /** It has ended before `end` in the present chunk, which is that unit of the source, behind so many separators. */
  emit(chunk: Uint8Array, end: number, unit: number, separators: number): void;
  chunkEnded(chunk: Uint8Array, unit: number): void;
  notes(isEmpty: boolean): (string | null)[];
}

const nowhere: Place = { depth: -1, line: 1, indent: 0, separators: 0, canHold: true };

/** The piece that is being collected, over all chunks in which it lies. */
export function openPiece(emit: (piece: JsonPiece) => void, search: LineSearch | null): OpenPiece {
  const decoder = new TextDecoder();
  /** What earlier chunks held of it. */
  let held: Uint8Array[] = [];
  let from = 0;
  let firstUnit = 0;
  let place = nowhere;
  let keys = 0;
  let skipped = 0;
  let emitted = 0;

  const canMatter = (bytes: Uint8Array): boolean => {
    if (search === null) return true;
    let isFound = false;
    search(bytes, 0, bytes.length, () => {
      isFound = true;
    });
    return isFound;
  };

  return {
    isOpen: () => place !== nowhere,
    mayHold: () => place.canHold,
    begin(at, unit, where) {
      [held, from, firstUnit, place, keys] = [[], at, unit, where, 0];
    },
    drop() {
      if (place.canHold) [place, held] = [nowhere, []];
    },
    hasKey(depth) {
      if (depth === place.depth + 1) keys++;
    },
    endsAt: (depth) => depth === place.depth,
    emit(chunk, end, unit, separators) {
      emitted++;
      const { line, indent } = place;
      const mostValues = separators - place.separators;
      place = nowhere;
      if (unit - firstUnit > largestPiece) {
        skipped++;
        return;
      }
      const bytes = held.length === 0 ? chunk.subarray(from, end) : joined([...held, chunk.subarray(0, end)]);
      held = [];
      const text = decoder.decode(bytes);
      const piece = { line, text, keys, mostValues, canMatter: canMatter(bytes) };
      emit(indent > 0 ? { ...piece, indent } : piece);
    },
    chunkEnded(chunk, unit) {
      if (place === nowhere) return;
      // A character may be cut at the end of the chunk: its bytes count as units until it is whole.
      if (unit - firstUnit > largestPiece + 3) held = [];
      else held.push(chunk.slice(from));
      from = 0;
    },
    notes: (isEmpty) => [
      skipped > 0 ? `${skipped} values larger than 16 MiB, skipped` : null,
      emitted === 0 && !isEmpty ? 'no whole object in it' : null,
    ],
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
