import { unpack } from '../archive/archive.ts';
import { newBudget } from '../archive/budget.ts';
import { blockBytes, streamBytes } from '../archive/bytes.ts';
import type { Custody } from '../archive/custody.ts';
import { notRegular } from '../archive/disk-errors.ts';
import { defaultLimits, type Found, type SourceLimits, type SourceProblem } from '../archive/disk-source.ts';
import { givenPath } from '../telling/paths.ts';
import { zlib } from './decompress.ts';
import { throughLink } from './links.ts';
import { openFile } from './open-file.ts';
import { type Place, placesAt } from './places.ts';
import { type Search, type WalkedFile, walk } from './walk.ts';

export interface FindOptions {
  readonly limits?: Partial<SourceLimits>;
  /** What `-` reads; the standard input of the process unless given. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Follows links that lead out of what was named; else they are named as a problem. */
  readonly followLinks?: boolean;
  /** Hashes what is stored. */
  readonly custody?: Custody;
  /** A file on disk was opened; `id` as in FileInfo. */
  readonly onFile?: (id: string) => void;
}

/**
 * The sources at the paths, in the order of the paths: files, folders with all below them, globs, archives by their
 * content, and `-` for standard input. A file that several paths lead to is found once. A path that exists is taken
 * literally, even when it looks like a glob. disk-source.ts documents what is yielded and the order of reading.
 */
export async function* findSources(paths: readonly string[], options: FindOptions = {}): AsyncGenerator<Found, void> {
  const limits = { ...defaultLimits, ...options.limits };
  const { followLinks = false, custody = null } = options;
  const named: ('-' | Place | SourceProblem)[] = [];
  for (const given of new Set(paths)) {
    if (given === '-') named.push('-');
    else for (const place of await placesAt(givenPath(given, process.platform), followLinks)) named.push(place);
  }
  const search = openSearch(named, followLinks);
  for (const item of named) {
    if (item === '-') yield* readStream(options.stdin ?? process.stdin, limits, custody);
    else
      for await (const found of filesAt(item, search)) {
        if (found.kind === 'file') yield* readFile(found, limits, custody, options.onFile);
        else yield found;
      }
  }
}

/** What the walks through all that was named share. */
export const openSearch = (named: readonly ('-' | Place | SourceProblem)[], followLinks: boolean): Search => ({
  roots: named.flatMap((item) => (item !== '-' && 'real' in item ? [item.real] : [])),
  followLinks,
  visited: new Set(),
});

/** The files at a place and below, each once in a search, and what could not be looked at or was not followed. */
export async function* filesAt(
  place: Place | SourceProblem,
  search: Search,
): AsyncGenerator<WalkedFile | SourceProblem, void> {
  if (!('real' in place)) yield place;
  else if (place.kind === 'folder') yield* walk(place, search);
  else if (!search.visited.has(place.real)) {
    const { kind, path, beyond } = place;
    search.visited.add(place.real);
    yield kind === 'file' ? { kind, path, beyond } : notRegular(path, 'unreadable');
  }
}

async function* readFile(
  { path, beyond }: WalkedFile,
  limits: SourceLimits,
  custody: Custody | null,
  onFile?: (id: string) => void,
): AsyncGenerator<Found, void> {
  const file = openFile(path);
  if ('kind' in file) {
    yield file;
    return;
  }
  const { id, size, modified, close } = file;
  onFile?.(id);
  const notes = beyond === null ? [] : [throughLink(beyond)];
  const bytes = blockBytes(file, 0, size);
  try {
    yield* unpack(
      { ...outermost, path, file: path, modified, size, bytes, blocks: file, close, notes },
      newBudget(limits, zlib, () => size, custody),
    );
  } finally {
    close();
  }
}

function readStream(
  stream: AsyncIterable<Uint8Array>,
  limits: SourceLimits,
  custody: Custody | null,
): AsyncGenerator<Found, void> {
  let size = 0;
  const bytes = streamBytes(stream, (length) => {
    size += length;
  });
  return unpack(
    { ...outermost, path: '-', bytes },
    newBudget(limits, zlib, () => size, custody),
  );
}

/** What is known of standard input, and where a file begins. */
const outermost = {
  file: null,
  modified: null,
  size: null,
  blocks: null,
  close: null,
  level: 0,
  decompressed: false,
  notes: [],
};
