/** Making entries: fields are computed on first use, since most entries are looked at for a literal only. */
import type { Entry, Field, Fields, Time } from '../model.ts';

export type EntryParts = Omit<Entry, 'fields'>;

/** A class, since entries are made for each line that is looked at: all of one shape, and no closure but the one given. */
class LazyEntry implements Entry {
  readonly format: string;
  pieces: Entry['pieces'];
  readonly plain?: string;
  witness?: string;
  isAttested?: boolean;
  host?: string;
  context?: string;
  readonly link?: NonNullable<Entry['link']>;
  time: Time | null;
  readonly level: string | null;
  readonly messageStart: number;
  #fields: Fields | (() => Fields);

  constructor(parts: EntryParts, fields: () => Fields) {
    this.format = parts.format;
    this.pieces = parts.pieces;
    this.time = parts.time;
    this.level = parts.level;
    this.messageStart = parts.messageStart;
    this.#fields = fields;
    if (parts.plain !== undefined) this.plain = parts.plain;
    if (parts.witness !== undefined) this.witness = parts.witness;
    if (parts.isAttested !== undefined) this.isAttested = parts.isAttested;
    if (parts.host !== undefined) this.host = parts.host;
    if (parts.context !== undefined) this.context = parts.context;
    if (parts.link !== undefined) this.link = parts.link;
  }

  get fields(): Fields {
    if (typeof this.#fields === 'function') this.#fields = this.#fields();
    return this.#fields;
  }
}

/** An entry of the same parts; its fields stay uncomputed until they are wanted. */
const copyOf = (entry: Entry): LazyEntry => new LazyEntry(entry, () => entry.fields);

export const makeEntry = (parts: EntryParts, readFields: () => Fields): Entry => new LazyEntry(parts, readFields);

/** The entry of a part, where it stands in the file. */
export function movedDown(entry: Entry, lines: number): Entry {
  const moved = copyOf(entry);
  moved.pieces = entry.pieces.map((piece) => ({ ...piece, line: piece.line + lines }));
  return moved;
}

/** Adds to a set that must not grow with the file. */
export function remember(set: Set<string>, value: string, most = 2000): void {
  if (set.size < most) set.add(value);
}

/** Adds `value` under `key`; fields of one key keep the order in which they stand. */
export function addField(fields: Map<string, Field[]>, key: string, field: Field): void {
  const same = fields.get(key);
  if (same) same.push(field);
  else fields.set(key, [field]);
}

/** The entry with more fields; what they are is worked out on first use. */
export function withFields(entry: Entry, more: (fields: Map<string, Field[]>) => void): Entry {
  return makeEntry(entry, () => {
    const fields = new Map<string, Field[]>();
    for (const [key, values] of entry.fields) fields.set(key, [...values]);
    more(fields);
    return fields;
  });
}

export function withTime(entry: Entry, time: Time | null): Entry {
  const timed = copyOf(entry);
  timed.time = time;
  return timed;
}

/** The entry with who says it, on which machine, and in which context, as far as the log tells. */
export function withSpeaker(
  entry: Entry,
  { witness, isAttested, host, context }: Pick<EntryParts, 'witness' | 'isAttested' | 'host' | 'context'>,
): Entry {
  const spoken = copyOf(entry);
  if (witness !== undefined) spoken.witness = witness;
  if (isAttested !== undefined) spoken.isAttested = isAttested;
  if (host !== undefined) spoken.host = host;
  if (context !== undefined) spoken.context = context;
  return spoken;
}

/** The text of an entry's first piece: all of it, where an entry is one line. */
export const textOf = (entry: Entry): string => entry.pieces[0]!.text;

/** The first value under `key`, as text. */
export function fieldText(entry: Entry, key: string): string | null {
  const field = entry.fields.get(key)?.[0];
  return field === undefined ? null : String(field.value);
}

/** The last value under `key`, as a number; null when there is none or it is no number. */
export function fieldNumber(entry: Entry, key: string): number | null {
  const value = entry.fields.get(key)?.at(-1)?.value;
  if (value === undefined || value === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** Where `needle` stands in `text` from `from` on; the whole text when it does not stand there as it is (escapes). */
export function locate(text: string, needle: string, from = 0): { start: number; end: number } {
  const start = text.indexOf(needle, from);
  return start < 0 ? { start: 0, end: text.length } : { start, end: start + needle.length };
}

/** Entries that a chain keeps at either end; those between are left out. */
const keptPieces = 24;

/** Entries of one key folded into one: its pieces in file order, its fields merged, its time the last one's. */
export function foldEntries(entries: readonly Entry[]): Entry {
  const kept =
    entries.length <= 2 * keptPieces ? entries : [...entries.slice(0, keptPieces), ...entries.slice(-keptPieces)];
  const last = kept.at(-1)!;
  const context = kept.findLast((entry) => entry.context !== undefined)?.context;
  return makeEntry(
    {
      format: last.format,
      pieces: kept.flatMap((entry) => entry.pieces),
      // A chain holds the entries of one witness on one machine.
      ...(last.witness === undefined ? {} : { witness: last.witness }),
      ...(last.host === undefined ? {} : { host: last.host }),
      ...(last.isAttested === undefined ? {} : { isAttested: last.isAttested }),
      // The line that names it may be any: the key of a registry's values stands above them.
      ...(context === undefined ? {} : { context }),
      time: last.time ?? kept.findLast((entry) => entry.time)?.time ?? null,
      level: last.level,
      messageStart: kept[0]!.messageStart,
    },
    () => {
      const fields = new Map<string, Field[]>();
      let base = 0;
      for (const entry of kept) {
        for (const [key, values] of entry.fields)
          for (const field of values) addField(fields, key, { ...field, piece: field.piece + base });
        base += entry.pieces.length;
      }
      return fields;
    },
  );
}
