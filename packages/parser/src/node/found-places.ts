/** The places that a watch follows, looked for again and again: some appear later, or are removed and made again. */
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { SourceProblem } from '../archive/disk-source.ts';
import { givenPath } from '../telling/paths.ts';
import { locateKnownPaths } from './known-paths.ts';
import { type Place, placesAt } from './places.ts';

export interface FoundPlaces {
  /** Files and folders; also those that may not be looked at, of which the watcher says what is wrong. */
  readonly places: readonly Place[];
  /** The paths that lead to nothing now. */
  readonly missing: readonly string[];
  /** The paths that lead to something that is never opened. */
  readonly refused: readonly string[];
  /** Links that a glob matches and that lead out of the folder it starts in. */
  readonly notFollowed: readonly SourceProblem[];
}

/** What the paths lead to now; with no path, the documented folders of this machine that are there. */
export async function findPlaces(paths: readonly string[], followLinks: boolean): Promise<FoundPlaces> {
  const given = paths.length > 0 ? paths : await knownPlaces();
  const found = { places: [] as Place[], missing: [] as string[], refused: new Set<string>() };
  const notFollowed: SourceProblem[] = [];
  for (const path of given) {
    for (const place of await placesAt(givenPath(path, process.platform), followLinks)) {
      if (place.kind === 'other') found.refused.add(place.path);
      else if (place.kind === 'file' || place.kind === 'folder') found.places.push(place);
      else if (place.kind === 'missing') found.missing.push(...(paths.length > 0 ? [path] : []));
      else if (place.kind === 'skipped') notFollowed.push(place);
      else
        found.places.push({
          kind: 'file',
          path: place.path,
          real: resolve(place.path),
          id: '',
          beyond: null,
          base: null,
        });
    }
  }
  return { ...found, refused: [...found.refused], notFollowed };
}

async function knownPlaces(): Promise<string[]> {
  const known = await locateKnownPaths({ platform: process.platform, env: process.env, home: homedir() });
  return known.filter(({ exists }) => exists).map(({ path }) => path);
}

/** Makes `watched`, by path, hold what is there now; the paths that left it, and the places that are new or others. */
export function exchange(
  watched: Map<string, Place>,
  now: readonly Place[],
): { readonly gone: readonly string[]; readonly fresh: readonly Place[] } {
  const there = new Map(now.map((place) => [place.path, place]));
  const gone = [...watched.values()].flatMap((before) => {
    const place = there.get(before.path);
    return place && isSame(place, before) ? [] : [before.path];
  });
  for (const path of gone) watched.delete(path);
  const fresh = now.filter(({ path }) => !watched.has(path));
  for (const place of fresh) watched.set(place.path, place);
  return { gone, fresh };
}

/** The watcher itself sees that a file is replaced. */
const isSame = (one: Place, other: Place): boolean =>
  one.kind === other.kind && (one.kind === 'file' ? (one.id === '') === (other.id === '') : one.id === other.id);
