/** The text of what the editor shows, line by line: from disk, out of an archive, or as the editor sent it. */
import { stat } from 'node:fs/promises';
import { findSources, linesIn, openLines, type SourceLines } from '@zoomlog/parser/node';
import { intoArchive, isInArchive, type ShownText } from '../source-uri.ts';

export interface Texts {
  /** Lines of a source, from 1, both included. Empty when it cannot be read. */
  lines(path: string, first: number, last: number): Promise<string[]>;
  /** The bytes of a source in an archive; null when there is none of that path. */
  entry(path: string): Promise<Uint8Array | null>;
  /** The text of a source that lies on no disk; null: it is closed. */
  set(path: string, text: string | null): void;
  close(): Promise<void>;
}

/** Files that are kept open, and sources out of archives that are kept in memory. */
const mostOpen = 8;
/** A source in an archive that is larger is shown as far as this. */
const mostEntryBytes = 64 << 20;

interface Open {
  readonly lines: Promise<SourceLines>;
  /** Device and inode; null for what lies in an archive. */
  readonly id: string | null;
  readonly size: number;
}

export function openTexts(): Texts {
  const open = new Map<string, Open>();
  const sent = new Map<string, SourceLines>();

  const forget = (path: string): void => {
    const known = open.get(path);
    open.delete(path);
    void known?.lines.then((one) => one.close()).catch(() => {});
  };

  const readEntry = async (path: string): Promise<Uint8Array | null> => {
    const archive = path.slice(0, path.indexOf(intoArchive));
    for await (const found of findSources([archive])) {
      if (found.kind !== 'source' || found.path !== path) continue;
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of found.bytes()) {
        chunks.push(Buffer.from(chunk));
        size += chunk.length;
        if (size >= mostEntryBytes) break;
      }
      return Buffer.concat(chunks);
    }
    return null;
  };

  const linesOf = async (path: string): Promise<SourceLines> => {
    const info = isInArchive(path) ? null : await stat(path);
    const id = info && `${info.dev}:${info.ino}`;
    const known = open.get(path);
    // A file that only grew is read on; one that was replaced or truncated anew.
    if (known && known.id === id && known.size <= (info?.size ?? known.size)) return known.lines;
    forget(path);
    const lines = info ? openLines(path) : readEntry(path).then((bytes) => linesIn(bytes ?? new Uint8Array(0)));
    open.set(path, { lines, id, size: info?.size ?? 0 });
    lines.catch(() => open.delete(path));
    if (open.size > mostOpen) forget(open.keys().next().value!);
    return lines;
  };

  return {
    async lines(path, first, last) {
      try {
        return await (sent.get(path) ?? (await linesOf(path))).read(Math.max(1, first), last);
      } catch {
        return []; // it is gone, or may not be read: the bundle says so
      }
    },
    entry: readEntry,
    set(path, text) {
      if (text === null) sent.delete(path);
      else sent.set(path, linesIn(new TextEncoder().encode(text)));
    },
    async close() {
      for (const path of [...open.keys()]) forget(path);
    },
  };
}

/** A range of lines of a text that is shown, from 0, as lines of its source, from 1. */
export function sourceLines({ first, lines }: ShownText, from: number, to: number): { first: number; last: number } {
  const last = lines === null ? to : Math.min(to, lines - 1);
  return { first: first + from, last: first + last };
}
