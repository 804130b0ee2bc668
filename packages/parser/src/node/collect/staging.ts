/** The temporary folder that holds what goes into the zip, and what is known of each file in it. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { CollectedFile } from '../../knowledge/commands/collection.ts';

export interface Staging {
  /** A new empty folder for a command to run in. */
  folder(): Promise<string>;
  /** Takes over a file's bytes; null when it has more than so many. Rejects with a ReadError when it cannot be read. */
  add(file: Adding): Promise<CollectedFile | null>;
  /** Where the bytes of a file are now. */
  placeOf(file: CollectedFile): string;
  remove(): Promise<void>;
}

interface Adding {
  readonly source: string;
  /** Its path in the zip; made unique, and such that every system can unpack it. */
  readonly path: string;
  readonly from: string | null;
  readonly modified: string | null;
  readonly most: number;
}

/** The file could not be read; anything else that goes wrong is the disk's that takes the copy. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
}

export async function openStaging(): Promise<Staging> {
  const root = await mkdtemp(join(tmpdir(), 'zoomlog-collect-'));
  const places = new Map<string, string>();
  const names = new Set<string>();
  let count = 0;
  const next = (): string => join(root, String(++count));
  return {
    async folder() {
      const folder = next();
      await mkdir(folder);
      return folder;
    },
    async add({ source, path, from, modified, most }) {
      const place = next();
      const copied = await copy(source, place, most);
      if (copied === null) return null;
      const own = uniqueIn(names, safePath(path));
      places.set(own, place);
      return { path: own, from, ...copied, modified };
    },
    placeOf: ({ path }) => places.get(path)!,
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}

async function copy(source: string, place: string, most: number): Promise<{ bytes: number; sha256: string } | null> {
  const hash = createHash('sha256');
  const sink = createWriteStream(place);
  const written = finished(sink);
  // Awaited below; until then a full disk is no unhandled rejection.
  written.catch(() => {});
  let bytes = 0;
  try {
    for await (const chunk of readingOf(source)) {
      bytes += chunk.length;
      if (bytes > most) break;
      hash.update(chunk);
      if (!sink.write(chunk))
        await Promise.race([written, new Promise<void>((resolve) => sink.once('drain', resolve))]);
    }
  } finally {
    sink.end();
  }
  await written;
  if (bytes <= most) return { bytes, sha256: hash.digest('hex') };
  await rm(place, { force: true });
  return null;
}

async function* readingOf(source: string): AsyncGenerator<Buffer, void> {
  try {
    yield* createReadStream(source) as AsyncIterable<Buffer>;
  } catch (error) {
    throw new ReadError('', { cause: error });
  }
}

/** `C:\Users\alice\x` and `/home/alice/x` as names that every system can unpack, and that stay below their folder. */
export const safePath = (path: string): string =>
  path
    .split('/')
    .map((name) => name.replace(/[\p{Cc}<>:"\\|?*]/gu, '_').slice(0, 200))
    .filter((name) => name !== '' && name !== '.' && name !== '..')
    .join('/');

/** Names that differ only in case are one on some systems. */
function uniqueIn(names: Set<string>, path: string): string {
  let own = path;
  for (let count = 2; names.has(own.toLowerCase()); count++) own = path.replace(/(?=\.[^./]{1,20}$|$)/, `-${count}`);
  names.add(own.toLowerCase());
  return own;
}
