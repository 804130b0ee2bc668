/** What a command prints of a state: all of it is one entry, with the fields that its format derives and no others. */
import type { Carry } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { addField, makeEntry, textOf, withFields } from '../../reading/entry.ts';
import { sections } from '../../reading/framings/sections.ts';

export const wholeOutput = sections({ begins: () => false });

/** A line of a log. Where one is near the start, an output was copied into it, or before it, and the log is what matters. */
export const logLine =
  /^(?:ZoomLauncher started|zoom started\.)|\tZOOM\t\[|^(?:\[ {0,8}\d{1,8}\.\d{6}\] |[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,64} |\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.,+Z \d-])/m;

/** A value, and what an expression matched where it stands; without that, the first line. */
export type Told = readonly [
  key: string,
  value: string | number | null | undefined,
  at?: { readonly index: number; readonly 0: string } | null | undefined,
];

/** The entry with those values in place of its fields; what is null or undefined is not told. */
export const tell = (entry: Entry, told: (text: string) => readonly Told[]): Entry =>
  withFields(entry, (fields) => {
    fields.clear();
    const text = textOf(entry);
    for (const [key, value, at] of told(text)) {
      if (value === null || value === undefined) continue;
      const whole = at?.[0] ?? /^[^\n]*/.exec(text)![0];
      const start = (at?.index ?? 0) + whole.length - whole.trimStart().length;
      const end = start + whole.trim().length;
      addField(fields, key, { value, piece: 0, start, end });
    }
  });

/**
 * What an empty file of that name shows, where a command prints nothing when there is nothing; null for any other entry. The path is
 * then all there is to read.
 */
export function tellEmpty(
  entry: Entry,
  { path }: Carry,
  name: RegExp,
  told: Readonly<Record<string, string | number>>,
): Entry | null {
  const whole = textOf(entry);
  if (whole !== path || !name.test(path)) return null;
  const text = whole.split(/[\\/]/).at(-1)!;
  return makeEntry(
    { format: entry.format, pieces: [{ line: entry.pieces[0]!.line, text }], time: null, level: null, messageStart: 0 },
    () => new Map(Object.entries(told).map(([key, value]) => [key, [{ value, piece: 0, start: 0, end: text.length }]])),
  );
}
