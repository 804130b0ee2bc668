/** What the parser reads in a few lines: entries with their fields, for what is shown beside single lines. */
import {
  type CodeExplanation,
  type Entry,
  explain,
  type Field,
  failures,
  knowledge,
  type Os,
  openSource,
} from '@zoomlog/parser';

/** The entries of some lines, read as their source's format; lines of pieces count from `first`. */
export function readEntries(
  path: string,
  format: string,
  lines: readonly string[],
  first: number,
  os: Os | null,
): Entry[] {
  const entries: Entry[] = [];
  const pipe = openSource(knowledge, path, {
    os,
    format,
    everyPiece: true,
    onEntry: (entry) => entries.push(entry),
  });
  pipe.push(new TextEncoder().encode(`${lines.join('\n')}\n`));
  pipe.end();
  const down = first - 1;
  return entries.map((entry) => ({
    ...entry,
    // Read when they are asked for, they are no part that a copy takes along.
    fields: entry.fields,
    pieces: entry.pieces.map((piece) => ({ ...piece, line: piece.line + down })),
  }));
}

/** Holds a head, a message with fields, and a code. */
const warmingLine =
  '02/17/2025 16:40:01:009\tZOOM\t[512:9013:41288]\tINFO\tvc::on_ping_confirm_cli(),  start,  result: 104103,  top_mmr: , this = 0x00c4d200';

/** Grammar and tables are built on first use, which the first hover would feel. */
export function warmParser(): void {
  for (const entry of readEntries('', 'zoom-memlog', [warmingLine], 1, null)) codesIn(entry, null);
}

/** A value that names itself by a number or a symbol, on one line of the source. */
export interface NamedCode {
  readonly line: number;
  /** In units of the line, from 0; `end` is exclusive. `start` is the value's own, `from` that of its key. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
  readonly explanation: CodeExplanation;
}

/** Keys under which a number is a code. Elsewhere the same digits are a size, a port, an identifier. */
const codeKey =
  /(?:^|[\W_])(?:i?result|(?:exit|error|internalerror)?code|errno|error|err|hresult|hr|status|ret|reason)$/;

/** The codes that the fields of an entry hold, each once, with what they mean. */
export function codesIn(entry: Entry, os: Os | null): NamedCode[] {
  const found = new Map<string, NamedCode>();
  for (const [key, fields] of entry.fields) {
    for (const field of fields) {
      const explanation = codeKey.test(key) || hasOwnShape(String(field.value)) ? explainField(key, field, os) : null;
      const place = explanation && placeOf(entry, field);
      if (!place) continue;
      const id = `${place.line}:${place.end}`;
      if (!found.has(id)) found.set(id, { ...place, explanation });
    }
  }
  return [...found.values()];
}

function explainField(key: string, { value }: Field, os: Os | null): CodeExplanation | null {
  const written = String(value);
  if (written.length > 24 || /^(?:0|0x0+|-?0+)$/.test(written)) return null;
  const query = hasOwnShape(written) ? written : `${key}: ${written}`;
  const explanation = explain(query, { os, failures });
  return explanation?.kind === 'code' && !explanation.ambiguous ? explanation : null;
}

/** Codes that nothing else is written like: failed HRESULTs and symbols. */
const hasOwnShape = (word: string): boolean =>
  /^0x[89a-f][\da-f]{7}$/i.test(word) ||
  /^(?:net::)?ERR_[A-Z_]{4,40}$/.test(word) ||
  /^(?:WSA)?E[A-Z]{4,14}$/.test(word);

/** Codes that someone who points at them may mean: Chromium's errors and Zoom's own numbers only behind a word for it. */
export const isCode = (word: string, before: string): boolean =>
  hasOwnShape(word) ||
  (/^-[1-9]\d{2}$/.test(word) && /(?:net_?error|ERR|net::)\W{0,4}$/i.test(before)) ||
  (/^(?:10[2-5]\d{3}|500[0-4])$/.test(word) && /(?:^|[\W_])(?:code|error|result)\W{0,4}$/i.test(before));

/** Where the value itself is, after its key. */
function placeOf(entry: Entry, field: Field): Omit<NamedCode, 'explanation'> | null {
  const piece = entry.pieces[field.piece];
  if (!piece) return null;
  const before = piece.text.lastIndexOf('\n', field.start - 1) + 1;
  const line = piece.line + piece.text.slice(0, before).split('\n').length - 1;
  const indent = before === 0 ? (piece.indent ?? 0) : 0;
  const written = piece.text.slice(field.start, field.end);
  const value = written.lastIndexOf(String(field.value));
  const start = field.start + Math.max(0, value);
  const place = (at: number): number => indent + Math.max(before, at) - before;
  return { line, from: place(field.start), start: place(start), end: place(field.end) };
}
