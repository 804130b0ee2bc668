/** 7z archives whose streams are compressed one after the other: LZMA, LZMA2, Deflate, bzip2, Zstandard, or stored. */
import { type ArchiveEntries, type ArchiveEntry, isoDate, lockedTogether } from './archive-entry.ts';
import { type Budget, metered } from './budget.ts';
import { openReader } from './byte-reader.ts';
import { type Blocks, type Bytes, blockBytes, collect, noBytes } from './bytes.ts';
import { brokenAfter, overratio } from './compressed.ts';
import { explainError } from './disk-errors.ts';
import type { Loss } from './disk-source.ts';
import { lzma2Bytes, lzmaBytes } from './lzma-stream.ts';
import { readSevenZipHeader, type SevenZipFile, type SevenZipFolder, type SevenZipHeader } from './seven-zip-header.ts';
import { openSolid } from './solid.ts';
import { getAgain, verify } from './verify.ts';

/** Where all places are counted from. */
const signatureLength = 32;
/** A header that is compressed may hold one that is. */
const mostHeaders = 4;

const broken: Loss = { kind: 'unreadable', message: 'the 7z is damaged or truncated', hint: getAgain };
const cut: Loss = {
  kind: 'unreadable',
  message: 'the 7z is truncated, or only one part of several: the list of its files, at its end, is missing',
  hint: 'Get all of it again, or extract it with 7-Zip with all parts beside each other, then scan the folder.',
};

export async function* sevenZipEntries(blocks: Blocks, budget: Budget): ArchiveEntries {
  const header = await readHeader(blocks, budget);
  if ('kind' in header) return header;
  const waiting: SevenZipFile[] = [];
  for (const file of header.files) {
    if (!file.isEmpty) waiting.push(file);
    else yield entryOf(file, 0, noBytes);
  }
  const hindered = new Map<string, SevenZipFile[]>();
  let [next, loss]: [number, Loss | null] = [0, null];
  for (const folder of header.folders) {
    const files = waiting.slice(next, next + folder.streams.length);
    next += files.length;
    if (files.length === 0) continue;
    const reason = hindrance(folder);
    if (reason !== null) {
      const others = hindered.get(reason) ?? [];
      for (const file of files) others.push(file);
      hindered.set(reason, others);
      continue;
    }
    const solid = openSolid(metered(folderBytes(blocks, folder, budget), budget), broken);
    let start = 0;
    try {
      for (const [i, file] of files.entries()) {
        const { size, checksum } = folder.streams[i]!;
        const from = start;
        yield entryOf(file, size, () => {
          const bytes = solid.part(from, size);
          return checksum === null ? bytes : verify(bytes, size, checksum, budget.decompression);
        });
        if (solid.loss()) break;
        start += size;
      }
    } finally {
      await solid.close();
    }
    loss ??= solid.loss();
    if (budget.spent) return budget.spent;
  }
  for (const [reason, files] of hindered) {
    const tool = reason.startsWith('encrypted') ? 'its password' : '7-Zip';
    const names = files.map(({ name }) => name);
    yield lockedTogether(names, reason, `Extract the archive with ${tool}, then scan the folder.`);
  }
  return loss;
}

/** The list of files, decompressed as often as it is compressed. */
async function readHeader(blocks: Blocks, budget: Budget): Promise<SevenZipHeader | Loss> {
  try {
    const signature = await blocks.read(0, signatureLength);
    if (signature.length < signatureLength) return broken;
    const view = new DataView(signature.buffer, signature.byteOffset, signatureLength);
    const start = signatureLength + Number(view.getBigUint64(12, true));
    const length = Number(view.getBigUint64(20, true));
    if (length === 0) return { folders: [], files: [], isEncoded: false };
    if (start + length > blocks.size) return cut;
    if (length > budget.buffer) return tooLarge;
    let bytes = await blocks.read(start, length);
    if (bytes.length < length || budget.decompression.crc32(bytes, 0) !== view.getUint32(28, true)) return broken;
    for (let count = 0; count < mostHeaders; count++) {
      const header = readSevenZipHeader(bytes);
      const [folder] = header.folders;
      if (!header.isEncoded) return header;
      if (!folder) return broken;
      if (folder.coders.some(({ id }) => id === encryption)) return encrypted;
      if (hindrance(folder) !== null || folder.size > budget.buffer) return tooLarge;
      const decoded = await collect(metered(folderBytes(blocks, folder, budget), budget), budget.buffer, []);
      if (!(decoded instanceof Uint8Array)) return decoded;
      bytes = decoded;
    }
    return broken;
  } catch (error) {
    return error instanceof Error && error.message === 'damaged' ? broken : explainError(error);
  }
}

const tooLarge: Loss = {
  kind: 'limit',
  message: 'the list of its files is larger or compressed in another way than in any real 7z',
  hint: 'Extract it with 7-Zip, then scan the folder.',
};
const encrypted: Loss = {
  kind: 'unreadable',
  message: 'it is encrypted, the names of its files too',
  hint: 'Extract the archive with its password, then scan the folder.',
};

const encryption = '06f10701';
const stored = '00';
const lzma = '030101';
const lzma2 = '21';
const layouts = { '040108': 'deflate', '040202': 'bzip2', '04f71101': 'zstd' } as const;
const isLayout = (id: string): id is keyof typeof layouts => Object.hasOwn(layouts, id);

/** Methods that are not read here, by the beginnings of their numbers. */
const methods: readonly (readonly [string, string])[] = [
  ['030401', 'PPMd'],
  ['040109', 'Deflate64'],
  ['0303', 'a filter for programs'],
  ['0', 'a filter for programs'],
];

/** Why the files of a folder cannot be read; null when they can. */
function hindrance({ coders, isChain }: SevenZipFolder): string | null {
  if (coders.some(({ id }) => id === encryption)) return 'encrypted in the archive';
  const [coder] = coders;
  const isRead = coder && [stored, lzma, lzma2].includes(coder.id);
  if (coders.length === 1 && isChain && (isRead || (coder && isLayout(coder.id)))) return null;
  const odd = coders.find(({ id }) => ![stored, lzma, lzma2].includes(id) && !isLayout(id));
  const name = methods.find(([start]) => odd?.id.startsWith(start))?.[1] ?? 'an unknown method';
  return `compressed with ${name}, which zoomlog does not read`;
}

async function* folderBytes(blocks: Blocks, folder: SevenZipFolder, { limits, decompression }: Budget): Bytes {
  const { id, properties } = folder.coders[0]!;
  const input = blockBytes(blocks, signatureLength + folder.start, folder.packed);
  if (id === stored) return yield* input;
  if (isLayout(id)) return yield* decompression.inflate(input, layouts[id], limits);
  const reader = openReader(input);
  const output =
    id === lzma2
      ? lzma2Bytes(reader, properties, limits.buffer)
      : lzmaBytes(reader, properties, folder.size, limits.buffer);
  let given = 0;
  try {
    for (;;) {
      const step = await output.next();
      if (step.done) return step.value;
      given += step.value.length;
      if (given > folder.size) return brokenAfter(folder.size, false);
      const overrun = overratio(given, reader.passed(), limits);
      if (overrun) return overrun;
      yield step.value;
    }
  } finally {
    await input.return(null);
  }
}

const entryOf = (file: SevenZipFile, size: number, open: () => Bytes): ArchiveEntry => ({
  name: file.name.replaceAll('\\', '/'),
  type: typeOf(file),
  size,
  modified: isoDate(file.modified),
  locked: null,
  span: null,
  open,
});

function typeOf({ isFolder, mode }: SevenZipFile): ArchiveEntry['type'] {
  const kind = mode & 0o170000;
  if (isFolder || kind === 0o040000) return 'directory';
  if (kind === 0o120000) return 'link';
  return kind === 0 || kind === 0o100000 ? 'file' : 'special';
}
