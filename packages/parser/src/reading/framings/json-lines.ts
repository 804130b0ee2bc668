/** One JSON object a line. Nested keys are joined by a point; keys are lower-cased. */
import type { Format, Framing } from '../../define.ts';
import type { Entry, Field, Piece, Time } from '../../model.ts';
import { addField, fieldText, makeEntry, textOf, withTime } from '../entry.ts';
import { cutLines } from './lines.ts';

/** @param timeOf when an object was written. */
export const jsonLines = (timeOf: (entry: Entry) => Time | null): Framing => ({
  searched: true,
  shuffles: true,
  grows: true,
  cut: cutLines,
  read: (format, piece) => timed(readJson(format, piece), timeOf),
});

export const timed = (entry: Entry | null, timeOf: (entry: Entry) => Time | null): Entry | null =>
  entry && withTime(entry, timeOf(entry));

const deepest = 6;
/** Values of one object, all keys together. */
export const mostValues = 400;
/** Units of a value that is looked for in the text, and of what stands between it and its key. */
const longestPlaced = 1000;

/** An object as an entry, or null when the text is no JSON object. */
export function readJson(format: Format, piece: Piece): Entry | null {
  if (parseObject(piece.text) === null) return null;
  return makeEntry({ format: format.id, pieces: [piece], time: null, level: null, messageStart: 0 }, () => {
    const fields = new Map<string, Field[]>();
    // Parsed again where others came between: an entry that waits in a chain holds its text and nothing else.
    flatten(parseObject(piece.text), '', 0, { text: piece.text, from: 0, left: mostValues }, fields);
    return fields;
  });
}

/** The same, of the fields of these names alone (`request.url`); an array's elements count as its own. */
export function readSome(format: Format, piece: Piece, names: readonly string[]): Entry | null {
  const value = parseObject(piece.text);
  if (value === null) return null;
  return makeEntry({ format: format.id, pieces: [piece], time: null, level: null, messageStart: 0 }, () => {
    const fields = new Map<string, Field[]>();
    for (const name of names) addSome(piece.text, value, name, fields);
    return fields;
  });
}

/**
 * The same, of its own fields of these names (in lower case) alone, and their places are left out: enough for what an
 * entry is prepared with that shows nothing, of an object of fewer values than are read.
 */
export function readOwn(format: Format, piece: Piece, names: readonly string[]): Entry | null {
  const value = parseObject(piece.text);
  if (value === null) return null;
  const fields = new Map<string, Field[]>();
  for (const [key, one] of Object.entries(value)) {
    const name = key.toLowerCase();
    if (one === null || !names.includes(name)) continue;
    if (typeof one === 'object') return readJson(format, piece);
    addField(fields, name, { value: plainOf(one), piece: 0, start: 0, end: piece.text.length });
  }
  return makeEntry({ format: format.id, pieces: [piece], time: null, level: null, messageStart: 0 }, () => fields);
}

const plainOf = (value: unknown): string | number =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : String(value);

function addSome(text: string, object: object, name: string, fields: Map<string, Field[]>): void {
  let from = 0;
  let value: unknown = object;
  for (const key of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return;
    value = (value as Record<string, unknown>)[key];
    // Where the key stands also as the key of something before it, the place is that one's: the line is right at least.
    from = Math.max(from, text.indexOf(`"${key}"`, from));
  }
  if (value === null || typeof value === 'object') return;
  // Of a long value (the body of an answer) the place of its key does.
  const raw = String(value).length > longestPlaced ? '' : JSON.stringify(value);
  const at = text.indexOf(raw, from);
  const end = at < 0 || at - from > longestPlaced ? text.length : at + raw.length;
  addField(fields, name.toLowerCase(), { value: plainOf(value), piece: 0, start: end === text.length ? 0 : from, end });
}

/** What was parsed last: a record is read, prepared and asked for its fields one after the other. */
let last: { readonly text: string; readonly object: Record<string, unknown> | null } | null = null;

/**
 * The object that `text` holds, or null; a trailing comma is allowed, and what streams write before an object. Others may get
 * the same object: it is only read.
 */
export function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  if (last?.text !== text) last = { text, object: objectIn(text) };
  return last.object;
}

function objectIn(text: string): Record<string, unknown> | null {
  const bare = text.startsWith('{') && text.endsWith('}') ? text : unwrapped(text);
  if (!bare.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(bare);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const unwrapped = (text: string): string =>
  text
    .trim()
    .replace(/^(?:\x1e|data: |\[(?=\s{0,4}\{))\s{0,4}/, '')
    .replace(/[,\]]$/, '');

/** How far the text was read for places: JSON.parse keeps the order of keys, so each is looked for behind the last. */
interface Cursor {
  readonly text: string;
  from: number;
  left: number;
}

function flatten(value: unknown, key: string, depth: number, cursor: Cursor, fields: Map<string, Field[]>): void {
  if (cursor.left <= 0 || depth > deepest || value === null || value === undefined) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 64)) flatten(item, key, depth + 1, cursor, fields);
  } else if (typeof value === 'object') {
    for (const [name, inner] of Object.entries(value))
      flatten(inner, key === '' ? name.toLowerCase() : `${key}.${name.toLowerCase()}`, depth + 1, cursor, fields);
  } else {
    cursor.left--;
    addField(fields, key, { value: plainOf(value), piece: 0, ...placeOf(cursor, key, value) });
  }
}

/** `"name": value` in the raw text, or the value alone; the whole text when it is written in another way (escapes). */
function placeOf(cursor: Cursor, key: string, value: unknown): { start: number; end: number } {
  const raw = JSON.stringify(value) ?? '';
  const found = cursor.text.indexOf(raw, cursor.from);
  if (found < 0) return { start: 0, end: cursor.text.length };
  const end = found + raw.length;
  const name = key.length - key.lastIndexOf('.') - 1;
  const before = cursor.text.slice(Math.max(cursor.from, found - name - 8), found);
  const label = /"[^"]*"\s*:\s*$/.exec(before);
  cursor.from = end;
  return { start: label ? found - label[0].length : found, end };
}

/** The string under a top-level key of the entry's object, else the first value of that name among its fields. */
export function stringUnder(entry: Entry, key: string): string | null {
  const value = parseObject(textOf(entry))?.[key];
  return typeof value === 'string' ? value : fieldText(entry, key.toLowerCase());
}

/** Where the string value of a top-level key begins in raw JSON text, behind its quote; null when it is no string. */
export function stringStart(text: string, key: string): number | null {
  const match = new RegExp(`"${key}"\\s*:\\s*"`).exec(text);
  return match ? match.index + match[0].length : null;
}
