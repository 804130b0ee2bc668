/** What the paths lead to that someone named, through links: files, folders, and whatever a glob matches. */
import { dirname } from 'node:path';
import { brokenLink, explainError, isAbsence } from '../archive/disk-errors.ts';
import type { SourceProblem } from '../archive/disk-source.ts';
import { isDevicePath } from '../telling/paths.ts';
import { realPath, statFile, statLink } from './file-info.ts';
import { expandGlob, fixedPart, isGlob } from './glob.ts';
import { collectLinksOut, isWithin } from './links.ts';

export interface Place {
  /** `other`: a pipe, a socket or a device, which is never opened. */
  readonly kind: 'file' | 'folder' | 'other';
  readonly path: string;
  /** The path without links. */
  readonly real: string;
  /** As in FileInfo. */
  readonly id: string;
  /** As in WalkedFile. */
  readonly beyond: string | null;
  /** Real path of the folder that a glob starts in; null where the path itself was named. */
  readonly base: string | null;
}

/**
 * A path that exists is taken literally, even when it looks like a glob. For a glob, the folder that the pattern starts in
 * is what was named: what it matches through a link that leads out of there is a place only with `followLinks`.
 */
export async function placesAt(path: string, followLinks: boolean): Promise<(Place | SourceProblem)[]> {
  if (isDevicePath(path, process.platform))
    return [{ kind: 'other', path, real: path, id: path, beyond: null, base: null }];
  const found = await placeAt(path);
  if (!('absent' in found)) return [found];
  if (await isGlob(path)) return placesOf(path, followLinks);
  return [{ kind: 'missing', path, message: 'no such file or folder', hint: missingHint }];
}

async function placeAt(path: string): Promise<Place | SourceProblem | { readonly absent: true }> {
  try {
    const { kind, id } = await statFile(path);
    // A pipe may have no path of its own.
    if (kind !== 'file' && kind !== 'folder') return { kind: 'other', path, real: path, id, beyond: null, base: null };
    return { kind, path, real: await realPath(path), id, beyond: null, base: null };
  } catch (error) {
    if (await isLink(path)) return brokenLink(path, error, 'missing');
    return isAbsence(error) ? { absent: true } : { ...explainError(error), path };
  }
}

async function placesOf(pattern: string, followLinks: boolean): Promise<(Place | SourceProblem)[]> {
  const { paths, problems } = await expandGlob(pattern, process.platform);
  const places: (Place | SourceProblem)[] = [...problems];
  const base = await fixedPart(pattern);
  const linksOut = collectLinksOut(base);
  const root = await realPath(base).catch(() => base);
  for (const path of paths) {
    const place = await placeAt(path);
    if ('absent' in place || (await isLoop(path))) continue;
    if (!('real' in place)) places.push(place);
    else if (isWithin(place.real, root)) places.push({ ...place, base: root });
    else if (followLinks) places.push({ ...place, beyond: place.real });
    else linksOut.add(path, place.real);
  }
  const notFollowed = linksOut.problem();
  if (notFollowed) places.push(notFollowed);
  if (paths.length === 0)
    places.push({ kind: 'missing', path: pattern, message: 'no file or folder matches', hint: missingHint });
  return places;
}

const missingHint = 'Check the spelling. `zoomlog list paths` shows where Zoom keeps its logs.';

async function isLink(path: string): Promise<boolean> {
  try {
    return (await statLink(path)).kind === 'link';
  } catch {
    return false;
  }
}

/** True for a link to a folder that it stands in. A glob matches such links by accident; no one asks for them. */
async function isLoop(path: string): Promise<boolean> {
  try {
    return isWithin(await realPath(dirname(path)), await realPath(path));
  } catch {
    return false;
  }
}
