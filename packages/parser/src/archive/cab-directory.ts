/** What a cabinet states at its start: its folders (compressed streams) and the files in them. [MS-CAB] 2.1 to 2.3. */
import { openReader, type Reader } from './byte-reader.ts';
import { type Blocks, blockBytes } from './bytes.ts';
import type { Loss } from './disk-source.ts';
import { getAgain } from './verify.ts';

export interface CabFolder {
  /** Where its blocks begin. */
  readonly start: number;
  readonly blockCount: number;
  /** How it is compressed, by the number that [MS-CAB] 2.2 gives it. */
  readonly method: number;
}

export interface CabFile {
  readonly name: string;
  readonly size: number;
  /** In its folder, decompressed. */
  readonly start: number;
  readonly folder: number;
  /** Of a set of cabinets: the file begins in the one before, or ends in the next. */
  readonly isSplit: boolean;
}

export interface CabDirectory {
  readonly folders: readonly CabFolder[];
  readonly files: readonly CabFile[];
  /** Bytes that a program keeps for itself in the head of each block. */
  readonly reserved: number;
  /** The first folder begins in the cabinet before. */
  readonly isContinued: boolean;
  /** Why files are missing from the list. */
  readonly loss: Loss | null;
}

export const cutCabinet: Loss = {
  kind: 'unreadable',
  message: 'the cabinet is damaged or truncated here; what follows is lost',
  hint: getAgain,
};

const headerLength = 36;
const hasPrevious = 1;
const hasNext = 2;
const hasReserve = 4;
/** From here on no number of a folder: the file is split over cabinets, the last of them 0xffff for both sides. */
const fromPrevious = 0xfffd;
const toNext = 0xfffe;
const isUtf8 = 0x80;

/** Null when it is none. */
export async function readDirectory(blocks: Blocks): Promise<CabDirectory | null> {
  const reader = openReader(blockBytes(blocks, 0, blocks.size));
  if (!(await reader.has(headerLength))) return null;
  const header = viewOf(reader);
  const filesStart = header.getUint32(16, true);
  const [folderCount, fileCount] = [header.getUint16(26, true), header.getUint16(28, true)];
  const flags = header.getUint16(30, true);
  reader.take(headerLength);
  let [folderReserve, reserved] = [0, 0];
  if (flags & hasReserve) {
    if (!(await reader.has(4))) return null;
    const sizes = viewOf(reader);
    [folderReserve, reserved] = [sizes.getUint8(2), sizes.getUint8(3)];
    if (!(await reader.skip(4 + sizes.getUint16(0, true)))) return null;
  }
  // The names of the cabinet and of the disk before and after it.
  for (const flag of [hasPrevious, hasNext])
    if (flags & flag && !((await reader.skipText()) && (await reader.skipText()))) return null;
  const folders: CabFolder[] = [];
  for (let count = 0; count < folderCount; count++) {
    if (!(await reader.has(8 + folderReserve))) return null;
    const folder = viewOf(reader);
    folders.push({
      start: folder.getUint32(0, true),
      blockCount: folder.getUint16(4, true),
      method: folder.getUint16(6, true) & 15,
    });
    reader.take(8 + folderReserve);
  }
  const files = await readFiles(blocks, filesStart, fileCount, folders.length);
  const isContinued = files.some(({ folder, isSplit }) => isSplit && folder === 0) && (flags & hasPrevious) !== 0;
  return { folders, files, reserved, isContinued, loss: files.length < fileCount ? cutCabinet : null };
}

async function readFiles(blocks: Blocks, start: number, count: number, folderCount: number): Promise<CabFile[]> {
  const files: CabFile[] = [];
  const reader = openReader(blockBytes(blocks, start, Math.max(0, blocks.size - start)));
  while (files.length < count && (await reader.has(16))) {
    const file = viewOf(reader);
    const [size, from] = [file.getUint32(0, true), file.getUint32(4, true)];
    const [stated, attributes] = [file.getUint16(8, true), file.getUint16(14, true)];
    reader.take(16);
    const name = await readName(reader, (attributes & isUtf8) !== 0);
    if (name === null) break;
    const isSplit = stated >= fromPrevious;
    const folder = stated === toNext ? folderCount - 1 : isSplit ? 0 : stated;
    if (folder >= folderCount) break;
    files.push({ name, size, start: from, folder, isSplit });
  }
  return files;
}

/** Without the mark of UTF-8 a name is in the code page of whoever wrote it, which nothing states. */
async function readName(reader: Reader, isMarked: boolean): Promise<string | null> {
  await reader.has(longestName);
  const held = reader.held();
  const end = held.subarray(0, longestName).indexOf(0);
  if (end < 0) return null;
  const bytes = held.subarray(0, end);
  reader.take(end + 1);
  const text = new TextDecoder().decode(bytes);
  const name = isMarked || !text.includes('\ufffd') ? text : new TextDecoder('windows-1252').decode(bytes);
  return name.replaceAll('\\', '/');
}

/** 255 bytes in [MS-CAB]; some programs write more. */
const longestName = 4096;

const viewOf = (reader: Reader): DataView => {
  const held = reader.held();
  return new DataView(held.buffer, held.byteOffset, held.length);
};
