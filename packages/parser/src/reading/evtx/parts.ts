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

/** A template with the values for its places. */
export interface Instance {
  readonly template: readonly Part[];
  readonly values: readonly Value[];
}

/** Where a value stands in its chunk, and as what. */
export interface Value {
  readonly at: number;
  /** Bytes. */
  readonly size: number;
  readonly type: number;
}

export const isSlot = (part: Part | undefined): part is Slot => typeof part === 'object' && 'slot' in part;

/** Elements, templates and values in each other. A template that holds itself has no end. */
const deepest = 32;

/** @throws RangeError where parts lie in each other without end. */
export function checkDepth(depth: number): void {
  if (depth > deepest) throw new RangeError('too deep');
}
