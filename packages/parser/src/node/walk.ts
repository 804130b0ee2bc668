import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { brokenLink, explainError, notRegular } from '../archive/disk-errors.ts';
import type { SourceProblem } from '../archive/disk-source.ts';
import { realPath, statFile } from './file-info.ts';
import { collectLinksOut, isInside, type LinksOut } from './links.ts';
import type { Place } from './places.ts';

/** A regular file, named or in a folder that was walked. */
export interface WalkedFile {
  readonly kind: 'file';
  readonly path: string;
  /** Its real path where a link led to it out of what was named; else null. */
  readonly beyond: string | null;
}

/** What all folders of one search share. */
export interface Search {
  /** Real paths of all that was named: what lies in one of them is found under its own name. */
  readonly roots: readonly string[];
  /** Follows links that lead out of them. */
  readonly followLinks: boolean;
  /** Real paths: what stands in it is passed over, what is found is added. */
  readonly visited: Set<string>;
}

interface Spot {
  readonly kind: 'file' | 'folder';
  readonly path: string;
  /** The path without links: two spots with one real path are the same. */
  readonly real: string;
  /** A link led to it out of what was named. */
  readonly isBeyond: boolean;
  /** The roots, and the real paths of those that links led to on the way here. */
  readonly trees: readonly string[];
}

/** The files in a folder and below, hidden ones included, sorted by path in code units; then the links not followed. */
export async function* walk(place: Place, search: Search): AsyncGenerator<WalkedFile | SourceProblem, void> {
  const { visited } = search;
  const linksOut = collectLinksOut(place.path);
  const { path, real } = place;
  const start: Spot = { kind: 'folder', path, real, isBeyond: place.beyond !== null, trees: search.roots };
  const pending: (Spot | SourceProblem)[] = [start];
  const entries = openEntries();
  for (let spot = pending.pop(); spot; spot = pending.pop()) {
    if (!('real' in spot)) {
      yield spot;
      continue;
    }
    if (visited.has(spot.real)) continue;
    visited.add(spot.real);
    const { kind, path, real, isBeyond } = spot;
    if (kind === 'file') yield { kind, path, beyond: isBeyond ? real : null };
    else for (const inner of await list(spot, entries.of(spot), search, linksOut)) pending.push(inner);
    entries.readAhead(pending);
  }
  const notFollowed = linksOut.problem();
  if (notFollowed) yield notFollowed;
}

type Entries = Promise<readonly Dirent[]>;

/** Folders that are read while the files before them are. */
const mostAhead = 4;

/** The entries of folders, the next few of which are asked for early: each answer takes its time, and there may be thousands. */
function openEntries() {
  const begun = new Map<Spot, Entries>();
  const read = ({ path }: Spot): Entries => readdir(path, { withFileTypes: true });
  return {
    of(folder: Spot): Entries {
      const entries = begun.get(folder) ?? read(folder);
      begun.delete(folder);
      return entries;
    },
    /** @param pending the next one last. */
    readAhead(pending: readonly (Spot | SourceProblem)[]): void {
      for (const next of pending.slice(-mostAhead)) {
        if (!('real' in next) || next.kind !== 'folder' || begun.has(next)) continue;
        const entries = read(next);
        // Told when its turn comes.
        entries.catch(() => {});
        begun.set(next, entries);
      }
    },
  };
}

/** What a folder holds, the last path first: the walk takes from the end. */
async function list(
  folder: Spot,
  entries: Entries,
  search: Search,
  linksOut: LinksOut,
): Promise<(Spot | SourceProblem)[]> {
  const found: (Spot | SourceProblem)[] = [];
  try {
    for (const entry of await entries) {
      const path = join(folder.path, '/', entry.name);
      const { trees, isBeyond } = folder;
      // A junction of Windows is a link, too.
      if (entry.isSymbolicLink()) {
        const spot = await follow(path, folder, search, linksOut);
        if (spot) found.push(spot);
      } else if (entry.isFile() || entry.isDirectory()) {
        const real = join(folder.real, sep, entry.name);
        found.push({ kind: entry.isFile() ? 'file' : 'folder', path, real, isBeyond, trees });
      } else found.push(notRegular(path, 'skipped'));
    }
  } catch (error) {
    found.push({ ...explainError(error), path: folder.path });
  }
  // A folder stands where its files will: `a.log` before `a/b.log`, as the paths themselves sort.
  const keyed = found.map((spot) => ({ spot, key: spot.kind === 'folder' ? `${spot.path}/` : spot.path }));
  return keyed.sort((a, b) => (a.key < b.key ? 1 : -1)).map(({ spot }) => spot);
}

async function follow(
  path: string,
  { real: folder, trees }: Spot,
  { followLinks }: Search,
  linksOut: LinksOut,
): Promise<Spot | SourceProblem | null> {
  try {
    const { kind } = await statFile(path);
    if (kind !== 'file' && kind !== 'folder') return notRegular(path, 'skipped');
    const real = await realPath(path);
    if (isInside(real, trees, folder)) return null;
    if (followLinks) return { kind, path, real, isBeyond: true, trees: [...trees, real] };
    linksOut.add(path, real);
    return null;
  } catch (error) {
    return brokenLink(path, error, 'skipped');
  }
}

const join = (folder: string, separator: string, name: string): string =>
  folder.endsWith(separator) ? folder + name : folder + separator + name;
