/** One JSON object a line. Nested keys are joined by a point; keys are lower-cased. */
import type { Format } from '../define.ts';
import { addField, locate, makeEntry } from '../entry.ts';
import type { Entry, Field, Piece } from '../model.ts';

const deepest = 6;
const mostFields = 400;

/** An object as an entry, or null when the text is no JSON object. */
export function readJson(format: Format, piece: Piece): Entry | null {
  const value = parseObject(piece.text);
  if (value === null) return null;
  return makeEntry({ format: format.id, pieces: [piece], time: null, level: null, messageStart: 0 }, () => {
    const fields = new Map<string, Field[]>();
    flatten(value, '', 0, piece.text, fields);
    return fields;
  });
}

/** The object that `text` holds (a trailing comma is allowed), or null. */
export function parseObject(text: string): Record<string, unknown> | null {
  const trimmed = text.trim().replace(/,$/, '');
  if (!trimmed.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(trimmed);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function flatten(value: unknown, key: string, depth: number, text: string, fields: Map<string, Field[]>): void {
  if (fields.size >= mostFields || value === null || value === undefined) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 64)) flatten(item, key, depth + 1, text, fields);
  } else if (typeof value === 'object') {
    if (depth >= deepest) return;
    for (const [name, inner] of Object.entries(value))
      flatten(inner, key === '' ? name.toLowerCase() : `${key}.${name.toLowerCase()}`, depth + 1, text, fields);
  } else {
    const plain = typeof value === 'number' && Number.isSafeInteger(value) ? value : String(value);
    addField(fields, key, { value: plain, piece: 0, ...placeOf(text, key, value) });
  }
}

/** `"name": value` in the raw text, or the value alone, or the whole text. */
function placeOf(text: string, key: string, value: unknown): { start: number; end: number } {
  const name = key.slice(key.lastIndexOf('.') + 1);
  const at = text.search(new RegExp(`"${name.replace(/[^\w-]/g, '.')}"\\s*:`, 'i'));
  const raw = JSON.stringify(value) ?? '';
  const found = locate(text, raw, Math.max(at, 0));
  return at >= 0 && found.start > at && found.start - at < name.length + 8 ? { start: at, end: found.end } : found;
}

/** Where the string value of a top-level key begins in raw JSON text, behind its quote; null when it is no string. */
export function stringStart(text: string, key: string): number | null {
  const match = new RegExp(`"${key}"\\s*:\\s*"`).exec(text);
  return match ? match.index + match[0].length : null;
}
