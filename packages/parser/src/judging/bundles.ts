/** Sources to bundles: what people hand in as one case. What lies in one bundle says nothing of another. */
import { compareText, type SourceFindings } from '../model.ts';
import type { Knowledge } from '../reading/classify.ts';

export interface SourceBundle {
  /** As given, or the root of one of several collections there; null when it is made of several paths, or of the documented folders. */
  readonly path: string | null;
  readonly sources: readonly SourceFindings[];
}

/** The collection of a source; `beside`: it lies where one does, which did not take it; null: in none. */
export type RootOf = (source: SourceFindings) => { readonly root: string } | 'beside' | null;

export interface BundleOptions {
  /** What was asked to be read, as reports write it; empty: the documented folders of one machine. */
  readonly given: readonly string[];
  /** Everything is one bundle. */
  readonly together: boolean;
}

/**
 * Several archives are bundles apart, and so are folders that hold a collection each, whether given by name or as the
 * parents of given files. All the rest is one bundle; where only one collection is there, the rest belongs to it. So it is
 * with what several collectors' runs left in one place.
 */
export function splitBundles(
  sources: readonly SourceFindings[],
  { given, together }: BundleOptions,
  knowledge: Knowledge,
  rootOf: RootOf,
): SourceBundle[] {
  const whole: SourceBundle = { path: given.length === 1 ? given[0]! : null, sources };
  if (together || given.length === 0) return [whole];
  return splitPlaces(whole, given, knowledge)
    .flatMap((bundle) => splitCollections(bundle, rootOf))
    .sort(
      (a, b) =>
        Number(a.path === null) - Number(b.path === null) ||
        compareText(a.path ?? '', b.path ?? '') ||
        compareText(firstPath(a), firstPath(b)),
    );
}

/** Of two collections in one place. */
const firstPath = ({ sources }: SourceBundle): string =>
  sources.reduce((least, { path }) => (compareText(path, least) < 0 ? path : least), sources[0]?.path ?? '');

/** Each collection that lies beside another one, or beside what nobody took, in a bundle, and the rest. */
function splitCollections(bundle: SourceBundle, rootOf: RootOf): SourceBundle[] {
  const byPlace = Map.groupBy(bundle.sources, rootOf);
  if (byPlace.size - (byPlace.has(null) ? 1 : 0) < 2) return [bundle];
  const rest = [...(byPlace.get(null) ?? []), ...(byPlace.get('beside') ?? [])];
  const taken = [...byPlace].flatMap(([place, sources]) =>
    place === null || place === 'beside' ? [] : [{ path: place.root || '.', sources }],
  );
  return rest.length === 0 ? taken : [...taken, { path: bundle.path, sources: rest }];
}

function splitPlaces(whole: SourceBundle, given: readonly string[], knowledge: Knowledge): SourceBundle[] {
  const { sources } = whole;
  const places = Map.groupBy(sources, ({ path }) => placeOf(path, given));
  const collections = [...places].filter(
    ([place, held]) => place !== null && (held.some(isIn(place, '!/')) || held.some((one) => isOfZoom(one, knowledge))),
  );
  const roots = collections.map(([place]) => place!);
  // `Zoom/logs/` lies in `Zoom/`, which holds logs as well: one collection.
  const outermost = (place: string | null): string | null =>
    roots
      .filter((root) => place !== null && (place === root || place.startsWith(`${root}/`)))
      .toSorted((a, b) => a.length - b.length)[0] ?? null;
  const bundles = Map.groupBy(sources, ({ path }) => outermost(placeOf(path, given)));
  const count = bundles.size - (bundles.has(null) ? 1 : 0);
  if (count < 2) return [whole];
  return [...bundles].map(([path, held]) => ({ path, sources: held }));
}

const isIn =
  (place: string, separator: string) =>
  ({ path }: SourceFindings): boolean =>
    path.startsWith(place + separator);

/** A collection of Zoom's: a log of the client is in it, or one that only Zoom can open. */
const isOfZoom = ({ format, state }: SourceFindings, { formatById }: Knowledge): boolean =>
  state === 'encrypted' || (format !== null && formatById.get(format)?.isZooms === true);

/** The archive or the folder that a source was found in, as the user sees it; null on standard input. */
function placeOf(path: string, given: readonly string[]): string | null {
  if (path === '-') return null;
  const root = given.flatMap((one) => matchedBy(path, one) ?? []).toSorted((a, b) => b.length - a.length)[0];
  if (root === undefined) return null;
  if (root !== path) return root.replace(/(?<=[^/])\/+$/, '');
  const end = path.lastIndexOf('/');
  return end < 0 ? '.' : path.slice(0, end) || '/';
}

/** The part of a source's path that a given path, or a glob of as many names, stands for; null when it is another's. */
function matchedBy(path: string, given: string): string | null {
  const literal = given.replace(/(?<=[^/])\/+$/, '');
  if (path === literal || path.startsWith(`${literal}/`) || path.startsWith(`${literal}!/`)) return literal;
  if (!/[*?[{]/.test(given)) return null;
  const names = literal.split('/').length;
  const disk = path.split('!/')[0]!.split('/');
  // `**` may stand for any number of folders: the file itself is what was given.
  return literal.includes('**') ? disk.join('/') : disk.slice(0, names).join('/');
}
