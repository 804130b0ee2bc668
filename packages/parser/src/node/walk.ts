import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { brokenLink, explainError, notRegular } from '../archive/disk-errors.ts';
import type { SourceProblem } from '../archive/disk-source.ts';
import { realPath, statFile } from './file-info.ts';

/** A regular file in a folder that was walked. */
export interface WalkedFile {
  readonly kind: 'file';
  readonly path: string;
}

interface Spot {
  readonly kind: 'file' | 'folder';
  readonly path: string;
  /** The path without links: two spots with one real path are the same. */
  readonly real: string;
  /** Real paths of the folder that is walked, and of those that links led to from there. */
  readonly trees: readonly string[];
}

/**
 * The files in a folder and below, hidden ones included, sorted by path in code units.
 * `root` is the folder's real path. `visited` holds real paths: what stands in it is passed over, what is found is added.
 * A link is followed when it leads out of the folder. What lies inside is found under its own name anyway, and a link
 * to a folder around the place it stands in is a loop.
 */
export async function* walk(
  folder: string,
  root: string,
  visited: Set<string>,
): AsyncGenerator<WalkedFile | SourceProblem, void> {
  const pending: (Spot | SourceProblem)[] = [{ kind: 'folder', path: folder, real: root, trees: [root] }];
  for (let spot = pending.pop(); spot; spot = pending.pop()) {
    if (!('real' in spot)) {
      yield spot;
      continue;
    }
    if (visited.has(spot.real)) continue;
    visited.add(spot.real);
    if (spot.kind === 'file') yield { kind: 'file', path: spot.path };
    else for (const inner of await list(spot)) pending.push(inner);
  }
}

/** What a folder holds, the last path first: the walk takes from the end. */
async function list(folder: Spot): Promise<(Spot | SourceProblem)[]> {
  const found: (Spot | SourceProblem)[] = [];
  try {
    for (const entry of await readdir(folder.path, { withFileTypes: true })) {
      const path = join(folder.path, '/', entry.name);
      const { trees } = folder;
      if (entry.isSymbolicLink()) {
        const spot = await follow(path, trees);
        if (spot) found.push(spot);
      } else if (entry.isFile() || entry.isDirectory()) {
        const real = join(folder.real, sep, entry.name);
        found.push({ kind: entry.isFile() ? 'file' : 'folder', path, real, trees });
      } else found.push(notRegular(path, 'skipped'));
    }
  } catch (error) {
    found.push({ ...explainError(error), path: folder.path });
  }
  // A folder stands where its files will: `a.log` before `a/b.log`, as the paths themselves sort.
  const keyed = found.map((spot) => ({ spot, key: spot.kind === 'folder' ? `${spot.path}/` : spot.path }));
  return keyed.sort((a, b) => (a.key < b.key ? 1 : -1)).map(({ spot }) => spot);
}

async function follow(path: string, trees: readonly string[]): Promise<Spot | SourceProblem | null> {
  try {
    const { kind } = await statFile(path);
    if (kind !== 'file' && kind !== 'folder') return notRegular(path, 'skipped');
    const real = await realPath(path);
    if (trees.some((tree) => isWithin(real, tree) || isWithin(tree, real))) return null;
    return kind === 'file' ? { kind, path, real, trees } : { kind, path, real, trees: [...trees, real] };
  } catch (error) {
    return brokenLink(path, error, 'skipped');
  }
}

const join = (folder: string, separator: string, name: string): string =>
  folder.endsWith(separator) ? folder + name : folder + separator + name;

/** True for the folder itself too. Both are real paths. */
export const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(join(outer, sep, ''));
