/** Cabinets of Windows: stored, or compressed as MSZIP. [MS-CAB]; [MS-MCI] for MSZIP. */

import { joinAll } from '../reading/transcoder.ts';
import { type ArchiveEntries, lockedTogether } from './archive-entry.ts';
import { type Budget, metered } from './budget.ts';
import { openReader } from './byte-reader.ts';
import { type Blocks, type Bytes, blockBytes } from './bytes.ts';
import { type CabDirectory, type CabFile, type CabFolder, cutCabinet, readDirectory } from './cab-directory.ts';
import { brokenAfter, overratio } from './compressed.ts';
import { isLost, type Loss } from './disk-source.ts';
import { openSolid } from './solid.ts';
import { getAgain } from './verify.ts';

const stored = 0;
const mszip = 1;
const methods: Readonly<Record<number, string>> = { 2: 'Quantum', 3: 'LZX' };

/** A block gives no more, and refers to no more of what came before it. [MS-MCI] 2.1. */
const windowLength = 32_768;
/** Where a folder's files lie for those who ask which lie over each other: sizes and places have 32 bits. */
const folderSpan = 2 ** 34;

export async function* cabEntries(blocks: Blocks, budget: Budget): ArchiveEntries {
  const directory = await readDirectory(blocks);
  if (!directory) return cutCabinet;
  const { hindered, readable } = sorted(directory);
  let loss = directory.loss;
  for (const [reason, files] of hindered) {
    const names = files.map(({ name }) => name);
    yield lockedTogether(names, reason, extractIt);
  }
  for (const [index, files] of readable) {
    const wrong: number[] = [];
    const folder = folderBytes(blocks, directory.folders[index]!, directory.reserved, budget, wrong);
    const solid = openSolid(metered(folder, budget), cutCabinet);
    try {
      for (const { name, size, start } of files.sort((a, b) => a.start - b.start)) {
        yield {
          name,
          type: name.endsWith('/') ? 'directory' : 'file',
          size,
          // Local time of an unknown zone.
          modified: null,
          locked: null,
          span: { start: index * folderSpan + start, end: index * folderSpan + start + size },
          open: () => checked(solid.part(start, size), start, wrong),
        };
        if (solid.loss()) break;
      }
    } finally {
      await solid.close();
    }
    loss ??= solid.loss();
    if (budget.spent) return budget.spent;
  }
  return loss;
}

/** Files by what hinders reading them, and the others by their folder. */
function sorted(directory: CabDirectory) {
  const hindered = new Map<string, CabFile[]>();
  const readable = new Map<number, CabFile[]>();
  for (const file of directory.files) {
    const reason = hindrance(file, directory);
    if (reason === null) {
      if (!readable.get(file.folder)?.push(file)) readable.set(file.folder, [file]);
    } else if (!hindered.get(reason)?.push(file)) hindered.set(reason, [file]);
  }
  return { hindered, readable };
}

/** Why a file cannot be read; null when it can. */
function hindrance({ folder, isSplit }: CabFile, { folders, isContinued }: CabDirectory): string | null {
  if (isSplit || (isContinued && folder === 0)) return 'continued in another cabinet of its set';
  const { method } = folders[folder]!;
  if (method === stored || method === mszip) return null;
  return `compressed with ${methods[method] ?? `an unknown method (${method})`}, which zoomlog does not read`;
}

const extractIt =
  'Extract the cabinet (on Windows  expand -F:* FILE.cab FOLDER, elsewhere cabextract), with all of its set beside it, then scan the folder.';

/** What one folder holds, block by block. `wrong`: the places of blocks whose sum is wrong. */
async function* folderBytes(
  blocks: Blocks,
  { start, blockCount, method }: CabFolder,
  reserved: number,
  { limits, decompression }: Budget,
  wrong: number[],
): Bytes {
  const reader = openReader(blockBytes(blocks, start, Math.max(0, blocks.size - start)));
  let window: Uint8Array = new Uint8Array(0);
  let given = 0;
  const headLength = 8 + reserved;
  for (let count = 0; count < blockCount; count++) {
    if (!(await reader.has(headLength))) return reader.loss() ?? cutCabinet;
    const head = reader.held().subarray(0, headLength);
    const view = new DataView(head.buffer, head.byteOffset, headLength);
    const [sum, packed, size] = [view.getUint32(0, true), view.getUint16(4, true), view.getUint16(6, true)];
    if (size > windowLength) return damagedAfter(given);
    const isWhole = await reader.has(headLength + packed);
    const data = reader.held().subarray(headLength, headLength + packed);
    reader.take(headLength + data.length);
    if (isWhole && sum !== 0 && checksum(view, data) !== sum) wrong.push(given);
    const output = method === stored ? data : unzipBlock(data, window, decompression.inflateBlock);
    if (!output) return damagedAfter(given);
    if (output.length > 0) {
      given += output.length;
      window = output.length >= windowLength ? output : joinAll([window, output]).subarray(-windowLength);
      const overrun = overratio(given, reader.passed(), limits);
      if (overrun) return overrun;
      yield output.subarray(0, size);
    }
    if (!isWhole) return reader.loss() ?? cutCabinet;
    // A block without a size goes on in the next cabinet.
    if (output.length !== size) return size === 0 ? null : damagedAfter(given);
  }
  return null;
}

const unzipBlock = (
  data: Uint8Array,
  window: Uint8Array,
  inflateBlock: Budget['decompression']['inflateBlock'],
): Uint8Array | null =>
  data[0] === 0x43 && data[1] === 0x4b ? inflateBlock(data.subarray(2), window, windowLength) : null;

function damagedAfter(given: number): Loss {
  const { kind, message, hint } = brokenAfter(given, false);
  return { kind, message: `${message} of its folder in the cabinet; what follows there is lost`, hint };
}

/** The bytes of one file; when they lie in a block whose sum is wrong, that is the Loss. */
async function* checked(bytes: Bytes, start: number, wrong: readonly number[]): Bytes {
  const loss = yield* bytes;
  if (isLost(loss)) return loss;
  // Blocks behind the file have not been read yet.
  const isWrong = (wrong.at(-1) ?? Number.NEGATIVE_INFINITY) + windowLength > start;
  return isWrong
    ? { kind: 'unreadable', message: 'damaged in the archive: its checksum is wrong', hint: getAgain }
    : loss;
}

/** [MS-CAB] 3.1: words of four bytes, exclusive-or; the last few bytes stand the other way round. */
function checksum(head: DataView, data: Uint8Array): number {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const whole = data.length & ~3;
  let sum = 0;
  for (let at = 0; at < whole; at += 4) sum ^= view.getInt32(at, true);
  let rest = 0;
  for (let at = whole; at < data.length; at++) rest = (rest << 8) | data[at]!;
  return (sum ^ rest ^ head.getInt32(4, true)) >>> 0;
}
