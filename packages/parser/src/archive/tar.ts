import { type Extract, type Header, extract as openTar } from 'tar-stream';
import { type ArchiveEntries, type ArchiveEntry, isoDate } from './archive-entry.ts';
import type { Bytes } from './bytes.ts';
import { isLost, type Loss } from './disk-source.ts';
import { getAgain } from './verify.ts';

/** What the feeding of a tar knows of it. */
interface Feeding {
  /** The bytes fed so far end inside an entry. */
  isInEntry: boolean;
  /** Why the input ended early, or a note on it. */
  loss: Loss | null;
}

const broken = (): Loss => ({
  kind: 'unreadable',
  message: 'the tar is damaged or truncated here; the rest is lost',
  hint: getAgain,
});

/** tar-stream holds a name in memory, and no more than 4 MiB of it. */
const isTooLong = (error: unknown): boolean => error instanceof Error && error.message === 'Header exceeds max size';
const tooLong: Loss = {
  kind: 'limit',
  message: 'the name or the header of an entry is longer than 4 MiB, as in no real tar; what follows was not read',
  hint: 'Extract it, then scan the folder.',
};

/** What breaks the tar's own bytes breaks off all that follows; a limit says so already. */
const withRest = (loss: Loss): Loss =>
  loss.kind !== 'unreadable' ? loss : { ...loss, message: `${loss.message}; the rest of the archive is lost` };

/** Fed where the input ends inside an entry; told from the entry's own bytes by the memory it lies in. */
const padding = new Uint8Array(512);

/**
 * The entries of a tar. tar-stream drops what it holds when its input ends too early, so a tar that is cut is padded
 * until the entry it was cut in has been read to its last real byte.
 */
export async function* tarEntries(input: Bytes): ArchiveEntries {
  // Unknown to its types: the oldest tars, without a magic. A mark of one byte: every write reports back when the tar
  // is parsed as far as its bytes go.
  const options = { allowUnknownFormat: true, highWaterMark: 1 };
  const extract = openTar(options);
  const feeding: Feeding = { isInEntry: false, loss: null };
  extract.on('entry', (header, stream) => {
    feeding.isInEntry = header.type !== 'directory' && header.size !== 0;
    stream.on('end', () => {
      feeding.isInEntry = false;
    });
  });
  const entries = extract[Symbol.asyncIterator]();
  void feed(extract, input, feeding);
  try {
    for (;;) {
      const step = await entries.next();
      if (step.done) return feeding.loss;
      const { header } = step.value;
      // tar-stream waits for ever on a size that is none.
      if (!Number.isSafeInteger(header.size) || header.size < 0) return broken();
      const chunks = step.value[Symbol.asyncIterator]();
      let cut: Loss | null = null;
      const read = async (): Promise<Uint8Array | null> => {
        const chunk = cut ? null : await chunks.next();
        if (!chunk || chunk.done) return null;
        const bytes = chunk.value as Uint8Array;
        if (bytes.buffer !== padding.buffer) return bytes;
        cut = isLost(feeding.loss) ? feeding.loss : broken();
        return null;
      };
      yield entryOf(header, async function* () {
        for (let chunk = await read(); chunk; chunk = await read()) yield chunk;
        return cut;
      });
      while (await read());
      if (cut) return cut;
    }
  } catch (error) {
    if (isLost(feeding.loss)) return feeding.loss;
    return isTooLong(error) ? tooLong : broken();
  } finally {
    extract.destroy();
    // Not awaited: standard input may keep a read open for ever.
    void input.return(null);
  }
}

async function feed(extract: Extract, input: Bytes, feeding: Feeding): Promise<void> {
  for (;;) {
    const step = await input.next();
    if (extract.destroyed) return;
    if (step.done) {
      feeding.loss = step.value && withRest(step.value);
      break;
    }
    await write(extract, step.value);
  }
  while (feeding.isInEntry && !extract.destroyed) await write(extract, padding);
  extract.end(null);
}

const write = (extract: Extract, chunk: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    const settle = () => {
      extract.off('drain', settle).off('close', settle);
      resolve();
    };
    extract.on('drain', settle).on('close', settle);
    extract.write(chunk);
  });

const types: Readonly<Record<string, ArchiveEntry['type']>> = {
  file: 'file',
  'contiguous-file': 'file',
  directory: 'directory',
  link: 'link',
  symlink: 'link',
};

/** A sparse file of GNU tar holds a map of its pieces, not its bytes. */
const isSparse = ({ pax }: Header): boolean => Object.keys(pax ?? {}).some((key) => key.startsWith('GNU.sparse.'));

const entryOf = (header: Header, open: () => Bytes): ArchiveEntry => ({
  name: header.name,
  type: isSparse(header) ? 'special' : (types[header.type] ?? 'special'),
  size: header.size,
  modified: isoDate(header.mtime),
  locked: null,
  span: null,
  open,
});
