/** What a report notes about a source: what was cut, skipped or could not be read. */

export const counted = (count: number, one: string, many: string): string | null =>
  count === 0 ? null : `${count} ${count === 1 ? one : many}`;

/** Of a file that ends in the middle of what it holds. */
export const truncated = 'the document is truncated; the complete part was read';

export const joinNotes = (notes: readonly (string | null)[]): string | null =>
  notes.filter((one) => one !== null).join('; ') || null;
