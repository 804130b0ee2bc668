/** What binary XML is made of, once its tokens are read: text as it is written, places for values, elements around them, templates. */
export type Part = string | Slot | Element | Instance;

export interface Slot {
  /** The number of the value that is put in. */
  readonly slot: number;
}

export interface Element {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly value: readonly Part[] }[];
  /** Null: it has no content, not even an empty one. */
  readonly content: readonly Part[] | null;
}

/** A template with the values for its places, which are not looked at before they are wanted. */
export interface Instance {
  readonly template: readonly Part[];
  /** How many values there are. */
  readonly count: number;
  /** Where in the chunk they are described, four bytes each: size and type. */
  readonly described: number;
  /** Where the first of them stands. */
  readonly first: number;
}

/** Where a value stands in its chunk, and as what. */
export interface Value {
  readonly at: number;
  /** Bytes. */
  readonly size: number;
  readonly type: number;
}

/** The values of an instance in the chunk. */
export function valuesOf({ count, described, first }: Instance, view: DataView): readonly Value[] {
  const values: Value[] = [];
  let at = first;
  for (let place = described; place < described + 4 * count; place += 4) {
    const size = view.getUint16(place, true);
    values.push({ at, size, type: view.getUint8(place + 2) });
    at += size;
  }
  return values;
}

export const isSlot = (part: Part | undefined): part is Slot => typeof part === 'object' && 'slot' in part;

/** Elements, templates and values in each other. A template that holds itself has no end. */
const deepest = 32;

/** @throws RangeError where parts lie in each other without end. */
export function checkDepth(depth: number): void {
  if (depth > deepest) throw new RangeError('too deep');
}

/** Lists of parts in one event, more than the tokens of a chunk can make; but templates may stand in each other again and again. */
export const mostParts = 1 << 14;
