/** The records of one chunk of an event log, as XML. */
import type { KnownTemplates } from './known-templates.ts';
import type { Part } from './parts.ts';
import { openTokens, type Tokens } from './tokens.ts';
import { readValue, typeOf } from './values.ts';
import { escaped, openWriter } from './writer.ts';

export interface BinaryXml {
  readonly view: DataView;
  readonly tokens: Tokens;
  /** The XML of a record, in one line. Throws a RangeError where it is damaged. */
  write(parts: readonly Part[]): string;
}

/** @param known templates of earlier chunks. */
export function openBinaryXml(chunk: Uint8Array, known: KnownTemplates): BinaryXml {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const tokens = openTokens(chunk, known);
  const write = openWriter(view, ({ at, size, type }, depth) => {
    if (type === typeOf.binaryXml) return write(tokens.parts(at, at + size, true, depth), [], depth);
    const value = readValue(view, at, size, type);
    return value === null ? null : typeof value === 'string' ? escaped(value) : value.map(escaped);
  });
  return { view, tokens, write: (parts) => write(parts, [], 0) };
}
