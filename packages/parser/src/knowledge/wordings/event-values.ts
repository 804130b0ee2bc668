/** Values that are read from a message, and their places in it. */

/** A value and its place in the message: `[start, end)`. */
export interface EventValue {
  readonly key: string;
  readonly value: string | number;
  readonly start: number;
  readonly end: number;
}

export type Reader = (message: string) => EventValue[];

/** A number where it is written as one. */
export const typed = (value: string): string | number => (/^\d{1,15}$/.test(value) ? Number(value) : value);

/** The groups of a match under their keys; those that are missing are left out. */
export function groups(match: RegExpExecArray | null, ...keys: readonly string[]): EventValue[] {
  if (!match) return [];
  let from = match.index;
  return keys.flatMap((key, i) => {
    const value = match[i + 1];
    if (value === undefined) return [];
    const start = Math.max(match.index, match.input.indexOf(value, from));
    from = start + value.length;
    return [{ key, value: typed(value), start, end: from }];
  });
}
