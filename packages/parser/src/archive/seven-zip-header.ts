/** What a 7z states of itself, by 7zFormat.txt of the LZMA SDK (DOC/7zFormat.txt). Throws where it is damaged. */
import { type Cursor, damaged, openCursor } from './seven-zip-cursor.ts';

export interface Coder {
  /** Its number, as hexadecimal digits. */
  readonly id: string;
  readonly properties: Uint8Array;
}

/** One stream, decompressed by one coder after the other; null when they are joined in another way. */
export interface SevenZipFolder {
  readonly coders: readonly Coder[];
  readonly isChain: boolean;
  /** Of what comes out in the end. */
  readonly size: number;
  /** Where its bytes lie, counted from the end of the signature header. */
  readonly start: number;
  readonly packed: number;
  readonly streams: readonly { readonly size: number; readonly checksum: number | null }[];
}

export interface SevenZipFile {
  readonly name: string;
  readonly isEmpty: boolean;
  readonly isFolder: boolean;
  /** Unix mode, 0 when unknown. */
  readonly mode: number;
  readonly modified: Date | undefined;
}

export interface SevenZipHeader {
  readonly folders: readonly SevenZipFolder[];
  readonly files: readonly SevenZipFile[];
  /** The header itself is the only stream of the first folder. */
  readonly isEncoded: boolean;
}

const ids = {
  end: 0,
  header: 1,
  archiveProperties: 2,
  additionalStreams: 3,
  mainStreams: 4,
  files: 5,
  packInfo: 6,
  unpackInfo: 7,
  subStreams: 8,
  size: 9,
  digests: 10,
  folder: 11,
  unpackSizes: 12,
  streamCounts: 13,
  emptyStream: 14,
  emptyFile: 15,
  names: 17,
  modified: 20,
  attributes: 21,
  encodedHeader: 23,
};

export function readSevenZipHeader(bytes: Uint8Array): SevenZipHeader {
  const cursor = openCursor(bytes);
  const first = cursor.byte();
  if (first === ids.encodedHeader) return { folders: readStreams(cursor), files: [], isEncoded: true };
  if (first !== ids.header) throw damaged();
  let folders: SevenZipFolder[] = [];
  let files: SevenZipFile[] = [];
  for (let id = cursor.number(); id !== ids.end; id = cursor.number()) {
    if (id === ids.archiveProperties) while (cursor.number() !== ids.end) cursor.bytes(cursor.number());
    else if (id === ids.additionalStreams) readStreams(cursor);
    else if (id === ids.mainStreams) folders = readStreams(cursor);
    else if (id === ids.files) files = readFiles(cursor);
    else throw damaged();
  }
  return { folders, files, isEncoded: false };
}

const readDigests = (cursor: Cursor, count: number): (number | null)[] =>
  cursor.bitsOrAll(count).map((isThere) => (isThere ? cursor.uint32() : null));

type Draft = Omit<SevenZipFolder, 'streams' | 'start' | 'packed'> & { readonly packCount: number };

function readStreams(cursor: Cursor): SevenZipFolder[] {
  let [start, packed, drafts, sums] = [0, [] as number[], [] as Draft[], [] as (number | null)[]];
  let streams: SevenZipFolder['streams'][] | null = null;
  for (let id = cursor.number(); id !== ids.end; id = cursor.number()) {
    if (id === ids.packInfo) [start, packed] = readPackInfo(cursor);
    else if (id === ids.unpackInfo) [drafts, sums] = readUnpackInfo(cursor);
    else if (id === ids.subStreams) streams = readSubStreams(cursor, drafts, sums);
    else throw damaged();
  }
  let stream = 0;
  return drafts.map(({ packCount, ...draft }, i) => {
    const own = packed.slice(stream, stream + packCount);
    if (own.length < packCount) throw damaged();
    stream += packCount;
    const from = start;
    for (const length of own) start += length;
    return {
      ...draft,
      start: from,
      packed: own[0] ?? 0,
      streams: streams?.[i] ?? [{ size: draft.size, checksum: sums[i] ?? null }],
    };
  });
}

function readPackInfo(cursor: Cursor): [number, number[]] {
  const start = cursor.number();
  const count = cursor.count();
  let sizes: number[] = [];
  for (let id = cursor.number(); id !== ids.end; id = cursor.number()) {
    if (id === ids.size) sizes = Array.from({ length: count }, () => cursor.number());
    else if (id === ids.digests) readDigests(cursor, count);
    else throw damaged();
  }
  return [start, sizes];
}

function readUnpackInfo(cursor: Cursor): [Draft[], (number | null)[]] {
  if (cursor.number() !== ids.folder) throw damaged();
  const count = cursor.count();
  if (cursor.byte() !== 0) throw damaged();
  const shapes = Array.from({ length: count }, () => readFolder(cursor));
  if (cursor.number() !== ids.unpackSizes) throw damaged();
  const drafts = shapes.map(({ outputs, last, ...shape }) => {
    const sizes = Array.from({ length: outputs }, () => cursor.number());
    return { ...shape, size: sizes[last] ?? 0 };
  });
  let sums: (number | null)[] = [];
  for (let id = cursor.number(); id !== ids.end; id = cursor.number()) {
    if (id !== ids.digests) throw damaged();
    sums = readDigests(cursor, count);
  }
  return [drafts, sums];
}

/** Coders and how they are joined. */
function readFolder(cursor: Cursor) {
  const coders: Coder[] = [];
  let [inputs, outputs] = [0, 0];
  const count = cursor.number();
  if (count === 0 || count > 32) throw damaged();
  for (let left = count; left > 0; left--) {
    const flags = cursor.byte();
    const id = Array.from(cursor.bytes(flags & 15), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const isComplex = (flags & 0x10) !== 0;
    inputs += isComplex ? cursor.number() : 1;
    outputs += isComplex ? cursor.number() : 1;
    coders.push({ id, properties: (flags & 0x20) === 0 ? new Uint8Array(0) : cursor.bytes(cursor.number()) });
    if (inputs > 64 || outputs > 64) throw damaged();
  }
  const bound = new Set<number>();
  for (let left = outputs - 1; left > 0; left--) {
    cursor.number();
    bound.add(cursor.number());
  }
  const packCount = inputs - (outputs - 1);
  if (packCount < 1) throw damaged();
  if (packCount > 1) for (let left = packCount; left > 0; left--) cursor.number();
  // What is bound to no other is what comes out.
  const last = Array.from({ length: outputs }, (_, i) => i).find((output) => !bound.has(output)) ?? 0;
  return { coders, isChain: inputs === count && outputs === count, outputs, last, packCount };
}

function readSubStreams(cursor: Cursor, drafts: readonly Draft[], sums: readonly (number | null)[]) {
  let id = cursor.number();
  let counts = drafts.map(() => 1);
  if (id === ids.streamCounts) {
    counts = drafts.map(() => cursor.count());
    id = cursor.number();
  }
  const isListed = id === ids.size;
  const sizes = drafts.map(({ size }, folder) => {
    if (counts[folder] === 0) return [];
    let left = size;
    const listed: number[] = [];
    for (let more = counts[folder]! - 1; more > 0; more--) {
      const next = isListed ? cursor.number() : 0;
      listed.push(next);
      left -= next;
    }
    if (left < 0) throw damaged();
    return [...listed, left];
  });
  if (isListed) id = cursor.number();
  const isKnown = (folder: number): boolean => counts[folder] === 1 && (sums[folder] ?? null) !== null;
  let fresh: (number | null)[] = [];
  for (; id !== ids.end; id = cursor.number()) {
    const unknown = counts.reduce((total, count, folder) => total + (isKnown(folder) ? 0 : count), 0);
    if (id === ids.digests) fresh = readDigests(cursor, unknown);
    else cursor.bytes(cursor.number());
  }
  let next = 0;
  return sizes.map((own, folder) =>
    own.map((size) => ({ size, checksum: isKnown(folder) ? sums[folder]! : (fresh[next++] ?? null) })),
  );
}

/** 100 ns since 1601, as Windows counts. */
const dateOf = (filetime: bigint): Date => new Date(Number(filetime / 10_000n) - 11_644_473_600_000);

function readFiles(cursor: Cursor): SevenZipFile[] {
  const count = cursor.count();
  let [names, empty, emptyFiles] = [[] as string[], [] as boolean[], [] as boolean[]];
  let [dates, attributes]: [(bigint | null)[], (number | null)[]] = [[], []];
  for (let id = cursor.number(); id !== ids.end; id = cursor.number()) {
    const own = openCursor(cursor.bytes(cursor.number()));
    if (id === ids.emptyStream) empty = own.bits(count);
    else if (id === ids.emptyFile) emptyFiles = own.bits(empty.filter((isEmpty) => isEmpty).length);
    else if (id === ids.names && own.byte() === 0) names = readNames(own.bytes(own.rest()));
    else if (id === ids.modified || id === ids.attributes) {
      const isThere = own.bitsOrAll(count);
      if (own.byte() !== 0) continue;
      if (id === ids.modified) dates = isThere.map((is) => (is ? own.uint64() : null));
      else attributes = isThere.map((is) => (is ? own.uint32() : null));
    }
  }
  if (names.length < count) throw damaged();
  let emptyCount = 0;
  return Array.from({ length: count }, (_, i) => {
    const isEmpty = empty[i] === true;
    const isFolder = isEmpty && emptyFiles[emptyCount++] !== true;
    const attribute = attributes[i] ?? 0;
    const date = dates[i];
    // The mark of p7zip: the mode of Unix stands above.
    const mode = attribute & 0x8000 ? attribute >>> 16 : 0;
    return { name: names[i]!, isEmpty, isFolder, mode, modified: date == null ? undefined : dateOf(date) };
  });
}

/** UTF-16, each ended by a NUL. */
const readNames = (bytes: Uint8Array): string[] => new TextDecoder('utf-16le').decode(bytes).split('\0').slice(0, -1);
