import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl';
import { type ArchiveEntries, type ArchiveEntry, isoDate } from './archive-entry.ts';
import { type Budget, metered } from './budget.ts';
import { type Blocks, type Bytes, blockBytes } from './bytes.ts';
import { errorCode, explainError } from './disk-errors.ts';
import type { Loss } from './disk-source.ts';
import { getAgain, verify } from './verify.ts';
import { countOn, openMender } from './zip-directory.ts';
import { blocksWithin, findZip, noteAround, type ZipSpan } from './zip-span.ts';

/** What yauzl reads the directory through. Bounded: an offset beyond the archive is an error, never an exception. */
class BlockReader extends RandomAccessReader {
  readonly #blocks: Blocks;
  readonly #mend = openMender();

  constructor(blocks: Blocks) {
    super();
    this.#blocks = blocks;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    const inside = position >= 0 && position < this.#blocks.size;
    const reading = inside ? this.#blocks.read(position, length) : Promise.resolve(new Uint8Array(0));
    reading.then(
      (chunk) => {
        buffer.set(chunk, offset);
        this.#mend(buffer.subarray(offset, offset + chunk.length), position);
        callback(null, chunk.length);
      },
      (error) => callback(error),
    );
  }
}

/**
 * The entries of a zip, by its central directory. Each entry is read where it lies; nothing is read ahead. `span`: where
 * the zip was found; without one, a zip that begins where the file does is looked for.
 */
export async function* zipEntries(file: Blocks, budget: Budget, found?: ZipSpan): ArchiveEntries {
  try {
    const span = found ?? (await findZip(file));
    // A zip in a zip that was cut ends like one, and is another.
    const isWhole = span !== null && (span === found || span.start === 0);
    const blocks = isWhole ? blocksWithin(file, span) : file;
    // Names are decoded and sizes verified here: yauzl gives up the whole archive for one bad entry.
    const options = { decodeStrings: false, validateEntrySizes: false };
    const zip = await fromRandomAccessReaderPromise(new BlockReader(blocks), blocks.size, options);
    await countOn(zip, blocks);
    for await (const entry of zip.eachEntry()) {
      yield entryOf(zip, entry, blocks, budget);
      await countOn(zip, blocks);
    }
    return isWhole ? noteAround(file, span) : null;
  } catch (error) {
    return explainZip(error);
  }
}

const entryOf = (zip: ZipFile, entry: Entry, blocks: Blocks, budget: Budget): ArchiveEntry => {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  return {
    name,
    type: name.endsWith('/') ? 'directory' : typeOf(entry),
    size: entry.uncompressedSize,
    modified: hasZonedDate(entry) ? isoDate(entry.getLastModDate()) : null,
    locked: lockOf(entry),
    // The name before its data may have other extra fields, and be longer.
    span: { start: entry.relativeOffsetOfLocalHeader, end: entry.relativeOffsetOfLocalHeader + lengthOf(entry) },
    open() {
      const data = dataOf(zip, entry, blocks, budget);
      return metered(verify(data, entry.uncompressedSize, entry.crc32, budget.decompression), budget);
    },
  };
};

/** APPNOTE 4.3.7: what stands before the name takes 30 bytes. */
const lengthOf = (entry: Entry): number => 30 + entry.fileNameLength + entry.compressedSize;

async function* dataOf(zip: ZipFile, entry: Entry, blocks: Blocks, { limits, decompression }: Budget): Bytes {
  let start: number;
  try {
    start = (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart;
  } catch (error) {
    return explainZip(error);
  }
  const raw = blockBytes(blocks, start, entry.compressedSize);
  return yield* entry.compressionMethod === deflated ? decompression.inflate(raw, 'deflate', limits) : raw;
}

const stored = 0;
const deflated = 8;

/** Compression methods by number that zip programs in use write. APPNOTE 4.4.5. */
const methods: Readonly<Record<number, string>> = {
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  99: 'AES',
};

function lockOf(entry: Entry): Loss | null {
  const method = entry.compressionMethod;
  if (entry.isEncrypted() || method === 99) {
    const hint = 'Extract the archive with its password, then scan the folder.';
    return { kind: 'unreadable', message: 'it is encrypted in the archive', hint };
  }
  if (method === stored || method === deflated) return null;
  const message = `it is compressed with an unsupported method: ${methods[method] ?? `number ${method}`}`;
  return { kind: 'unreadable', message, hint: 'Extract the archive with 7-Zip, then scan the folder.' };
}

/** File types of Unix in the upper half of the attributes, when a Unix wrote them. APPNOTE 4.4.2 and 4.4.15. */
function typeOf(entry: Entry): ArchiveEntry['type'] {
  const kind = entry.versionMadeBy >>> 8 === 3 ? (entry.externalFileAttributes >>> 16) & 0o170000 : 0;
  if (kind === 0o120000) return 'link';
  if (kind === 0o040000) return 'directory';
  return kind === 0 || kind === 0o100000 ? 'file' : 'special';
}

/** Only the extra fields of Info-ZIP and NTFS are UTC; the date that every entry has is local time of an unknown zone. */
const hasZonedDate = (entry: Entry): boolean => entry.extraFields.some(({ id }) => id === 0x5455 || id === 0x000a);

function explainZip(error: unknown): Loss {
  if (errorCode(error) !== '') return explainError(error);
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
  const message = `the zip is damaged or truncated: ${reason}`;
  return { kind: 'unreadable', message, hint: getAgain };
}
