/** The text of what the editor shows, line by line: from disk, out of an archive, or as the editor sent it. */
import { linesFrom, linesIn, openLines, type SourceLines, statFile, type Turn } from '@zoomlog/parser/node';
import type { ShownText } from '../source-uri.ts';
import { archiveOf, openEntry } from './archive.ts';

export interface Texts {
  /** Lines of a source, from 1, both included. Empty when it cannot be read. */
  lines(source: Pick<ShownText, 'path' | 'packed'>, first: number, last: number): Promise<string[]>;
  /** As SourceLines has it, for a large file. */
  survey(path: string, isWanted: () => boolean, turn: Turn): Promise<void>;
  /** The bytes of a packed source; null when there is none of that path, or more than the editor takes as a text. */
  entry(path: string): Promise<Uint8Array | null>;
  /** The text of a source that lies on no disk; null: it is closed. */
  set(path: string, text: string | null): void;
  close(): Promise<void>;
}

/** Files that are kept open. */
const mostOpen = 8;
/** Bytes of unpacked sources that are kept in memory, all together; a larger one is unpacked again for each window. */
const mostKept = 64 << 20;
/** Bytes of a file in which to find a line takes so long that one would notice. */
const largeFile = 16 << 20;

interface Open {
  readonly lines: SourceLines;
  /** Tells the file from another that took its place; for a packed source that of its archive. */
  readonly id: string;
  /** Bytes kept in memory. */
  readonly kept: number;
}

export function openTexts(): Texts {
  const open = new Map<string, Promise<Open>>();
  const sent = new Map<string, SourceLines>();

  const forget = (path: string): void => {
    const known = open.get(path);
    open.delete(path);
    void known?.then(({ lines }) => lines.close()).catch(() => {});
  };

  const idOf = async (path: string, packed: boolean): Promise<string> => {
    const file = packed ? ((await archiveOf(path)) ?? path) : path;
    const { id, size, modified } = await statFile(file);
    // A log grows; an archive that has changed is another.
    return packed ? `${id}:${size}:${modified}` : id;
  };

  const openOne = async (path: string, packed: boolean, id: string): Promise<Open> => {
    if (!packed) return { lines: await openLines(path), id, kept: 0 };
    const bytes = await unpack(path, mostKept);
    if (bytes) return { lines: linesIn(bytes), id, kept: bytes.length };
    const streamed: SourceLines = {
      read: async (first, last) => linesFrom((await openEntry(path)) ?? nothing(), first, last),
      survey: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    return { lines: streamed, id, kept: 0 };
  };

  const makeRoom = async (): Promise<void> => {
    let kept = 0;
    const known = [...open].reverse();
    for (const [at, [path, one]] of known.entries()) {
      kept += (await one.catch(() => null))?.kept ?? 0;
      if (at >= mostOpen || kept > mostKept) forget(path);
    }
  };

  const linesOf = async (path: string, packed: boolean): Promise<SourceLines> => {
    const id = await idOf(path, packed);
    const known = await open.get(path)?.catch(() => null);
    if (known?.id === id) {
      // Used last, it goes last.
      const one = open.get(path)!;
      open.delete(path);
      open.set(path, one);
      return known.lines;
    }
    forget(path);
    const opened = openOne(path, packed, id);
    open.set(path, opened);
    await makeRoom();
    return (await opened).lines;
  };

  return {
    async lines({ path, packed }, first, last) {
      const read = async () => (sent.get(path) ?? (await linesOf(path, packed))).read(Math.max(1, first), last);
      // The file may have been closed to make room for another.
      return read()
        .catch(read)
        .catch(() => []); // it is gone, or may not be read: the bundle says so
    },
    async survey(path, isWanted, turn) {
      if ((await statFile(path)).size >= largeFile) await (await linesOf(path, false)).survey(isWanted, turn);
    },
    entry: (path) => unpack(path, mostKept),
    set(path, text) {
      if (text === null) sent.delete(path);
      else sent.set(path, linesIn(new TextEncoder().encode(text)));
    },
    async close() {
      for (const path of [...open.keys()]) forget(path);
    },
  };
}

/** A packed source whole; null when there is none, or more than `most` bytes of it. */
async function unpack(path: string, most: number): Promise<Uint8Array | null> {
  const entry = await openEntry(path);
  if (!entry) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of entry) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > most) return null;
  }
  return Buffer.concat(chunks);
}

async function* nothing(): AsyncGenerator<Uint8Array, void> {}

/** A range of lines of a text that is shown, from 0, as lines of its source, from 1. */
export function sourceLines(
  { first, lines }: Pick<ShownText, 'first' | 'lines'>,
  from: number,
  to: number,
): { first: number; last: number } {
  const last = lines === null ? to : Math.min(to, lines - 1);
  return { first: first + from, last: first + last };
}
