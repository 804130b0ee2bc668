/**
 * Where a zip lies in a file. Its directory is found from its end, so that bytes around it do no harm: what a mail program,
 * a transfer or a disk adds behind it, and the program before a self-extracting one. APPNOTE 4.3.16.
 */

import { counted } from '../telling/labels.ts';
import type { Blocks } from './bytes.ts';
import type { Loss } from './disk-source.ts';

/** Positions in the file. */
export interface ZipSpan {
  readonly start: number;
  /** Where the end record ends, and the comment begins. */
  readonly comment: number;
  /** May lie behind the file's own end, where a comment was cut. */
  readonly end: number;
}

const recordLength = 22;
const locatorLength = 20;
const record64Length = 56;
const headerLength = 4;

/** So far from the end of the file the record is looked for. */
const farthest = 16 * 1024 ** 2;
const stepLength = 256 * 1024;
/** So many records that lead nowhere are tried. */
const mostTries = 100;

const locator64 = 0x07064b50;
const endRecord64 = 0x06064b50;
const entryHeader = 0x02014b50;

/** The last end record whose directory is where it says; null when there is none. */
export async function findZip(blocks: Blocks): Promise<ZipSpan | null> {
  const first = Math.max(0, blocks.size - farthest);
  let tries = 0;
  for (let end = blocks.size; end - first >= recordLength; ) {
    const start = Math.max(first, end - stepLength);
    const bytes = await blocks.read(start, end - start);
    for (let at = bytes.lastIndexOf(0x50); at >= 0; at = at === 0 ? -1 : bytes.lastIndexOf(0x50, at - 1)) {
      if (bytes[at + 1] !== 0x4b || bytes[at + 2] !== 5 || bytes[at + 3] !== 6) continue;
      const span = await spanOf(blocks, start + at);
      if (span || ++tries === mostTries) return span;
    }
    if (start === first) return null;
    // A signature may lie across the edge.
    end = start + headerLength - 1;
  }
  return null;
}

async function spanOf(blocks: Blocks, position: number): Promise<ZipSpan | null> {
  const record = await viewOf(blocks, position, recordLength);
  if (!record) return null;
  const comment = position + recordLength;
  const end = comment + record.getUint16(20, true);
  const locator = await viewOf(blocks, position - locatorLength, locatorLength);
  if (locator?.getUint32(0, true) === locator64) {
    const stated = Number(locator.getBigUint64(8, true));
    const start = await startOf(blocks, endRecord64, stated, position - locatorLength - record64Length);
    return start === null ? null : { start, comment, end };
  }
  const length = record.getUint32(12, true);
  const stated = record.getUint32(16, true);
  if (length === 0) return stated === position ? { start: 0, comment, end } : null;
  const start = await startOf(blocks, entryHeader, stated, position - length);
  return start === null ? null : { start, comment, end };
}

/** What a zip calls 0: the start of the file, or its own start behind other bytes. Null when neither leads to it. */
async function startOf(blocks: Blocks, signature: number, stated: number, found: number): Promise<number | null> {
  for (const position of stated === found ? [found] : [stated, found])
    if ((await viewOf(blocks, position, headerLength))?.getUint32(0, true) === signature)
      return position === stated ? 0 : found > stated ? found - stated : null;
  return null;
}

async function viewOf(blocks: Blocks, position: number, length: number): Promise<DataView | null> {
  if (position < 0 || position + length > blocks.size) return null;
  const bytes = await blocks.read(position, length);
  return bytes.length < length ? null : new DataView(bytes.buffer, bytes.byteOffset, length);
}

/** The zip alone and without its comment, which may be cut, or hold what looks like an end. */
export const blocksWithin = (blocks: Blocks, { start, comment }: ZipSpan): Blocks => ({
  size: comment - start,
  async read(position, length) {
    const bytes = await blocks.read(start + position, Math.min(length, comment - start - position));
    const isLast = start + position + bytes.length > comment - 2;
    if (!isLast) return bytes;
    // The length of the comment is the last field.
    return Uint8Array.from(bytes, (byte, at) => (start + position + at >= comment - 2 ? 0 : byte));
  },
});

/** What lies around the zip; null when nothing does. */
export function noteAround(blocks: Blocks, { start, end }: ZipSpan): Loss | null {
  const after = Math.max(0, blocks.size - end);
  const parts = [
    ...(start > 0 ? [`${counted(start, 'byte')} before the zip`] : []),
    ...(after > 0 ? [`${counted(after, 'byte')} after the end of the zip`] : []),
  ];
  if (parts.length === 0) return null;
  const message = `${parts.join(' and ')} ${start + after === 1 ? 'was' : 'were'} ignored`;
  return { kind: 'skipped', message, hint: 'unzip ignores them as well; nothing is missing.' };
}

/** Names and first bytes of files that may hold a zip behind something else. Any log may hold the letters of a signature. */
export const mayFollow = (head: Uint8Array, path: string): boolean =>
  /\.(?:zip|exe)$/i.test(path) || ['MZ', '#!', '\x7fELF'].some((magic) => startsWith(head, magic));

const startsWith = (head: Uint8Array, magic: string): boolean =>
  [...magic].every((character, at) => head[at] === character.charCodeAt(0));
