/**
 * A source may list the files beside it (the manifest of a collection): those are hashed as they are read and compared with
 * what it states. What does not agree is a note of that source, and everything else is judged as it is.
 */
import type { DiskSource, Found } from '../archive/disk-source.ts';
import { copiesFolder, outputsFolder } from '../knowledge/commands/collection.ts';
import type { ListedFile, SourceFindings } from '../model.ts';
import { counted, joinNotes } from '../reading/notes.ts';

export interface Manifests {
  /** True when a manifest that was read states the hash of this source. */
  wantsHash(path: string): boolean;
  /** A source was read; the hash is null where none was made. Returns it without what only this comparison needs. */
  take(findings: SourceFindings, source: DiskSource, keepHash: boolean): SourceFindings;
  /** An archive was read to its end. */
  enter(path: string, size: number, sha256: string): void;
  /** Something at the path gave no source: it is told of already. */
  lose(path: string): void;
  /** Listed files that were read before the manifest that lists them. */
  unhashed(): ReadonlySet<string>;
  /** Hashes those of them that come again. */
  hashAgain(again: AsyncIterable<Found>): Promise<void>;
  /** The sources, the manifests and what differs from them with a note of what does not agree. */
  compared(sources: readonly SourceFindings[]): SourceFindings[];
}

interface Manifest {
  readonly path: string;
  /** Up to the last slash: what it lists begins here. */
  readonly root: string;
  readonly listed: ReadonlyMap<string, ListedFile>;
  /** It lists everything, as far as it was read. */
  readonly isWhole: boolean;
}

interface Seen {
  /** Null where what was read is not what was stored: a gzip file is read as what is in it. */
  readonly size: number | null;
  sha256: string | null;
  /** A part of it was not read, as it says itself. */
  readonly isCut: boolean;
}

/** Each is compared with all sources. */
const mostManifests = 1_000;
/** Of all manifests together. */
const mostListed = 200_000;
/** As of one manifest in the format that reads it. */
const mostOfOne = 20_000;

export function openManifests(): Manifests {
  const manifests: Manifest[] = [];
  const seen = new Map<string, Seen>();
  const lost = new Set<string>();
  let left = mostListed;

  const listing = (path: string): ListedFile | undefined => {
    for (const { root, listed } of manifests)
      if (path.startsWith(root)) {
        const file = listed.get(path.slice(root.length));
        if (file) return file;
      }
    return undefined;
  };
  const unhashed = (): ReadonlySet<string> =>
    new Set(
      manifests.flatMap(({ root, listed }) =>
        [...listed.values()].flatMap(({ path, sha256 }) => {
          const own = seen.get(root + path);
          return own && sha256 !== null && own.sha256 === null && !own.isCut ? [root + path] : [];
        }),
      ),
    );
  return {
    wantsHash: (path) => (listing(path)?.sha256 ?? null) !== null,
    take(findings, { path, size, problem }, keepHash) {
      seen.set(path, { size, sha256: findings.sha256, isCut: problem() !== null });
      const isKept = findings.listed.length <= left && manifests.length < mostManifests;
      if (findings.listed.length > 0 && isKept) {
        left -= findings.listed.length;
        const listed = new Map(findings.listed.map((file) => [file.path, file]));
        const isWhole = findings.complete && findings.listed.length < mostOfOne;
        manifests.push({ path, root: path.slice(0, path.lastIndexOf('/') + 1), listed, isWhole });
      }
      return { ...findings, listed: isKept ? findings.listed : [], sha256: keepHash ? findings.sha256 : null };
    },
    enter: (path, size, sha256) => void seen.set(path, { size, sha256, isCut: false }),
    lose: (path) => void lost.add(path),
    unhashed,
    async hashAgain(again) {
      const wanted = unhashed();
      for await (const found of again) {
        if (found.kind !== 'source' || !wanted.has(found.path)) continue;
        for await (const _ of found.bytes());
        if (found.problem() === null) seen.get(found.path)!.sha256 = found.sha256();
      }
    },
    compared(sources) {
      if (manifests.length === 0) return [...sources];
      const notes = new Map(manifests.map((one) => [one.path, notesOn(one, seen, lost)]));
      const altered = new Set(
        manifests.flatMap(({ root, listed }) =>
          [...listed.values()].flatMap((file) => {
            const own = seen.get(root + file.path);
            return own && !isOutside(file.path) && !isAsListed(own, file) ? [root + file.path] : [];
          }),
        ),
      );
      return sources.map((source) => {
        const isAltered = altered.size > 0 && holdersOf(source.path).some((path) => altered.has(path));
        const note = joinNotes([
          notes.get(source.path) ?? null,
          isAltered ? 'differs from the manifest that lists it' : null,
        ]);
        if (note === null) return source;
        const told = { ...source, complete: false, note: joinNotes([source.note, note]) };
        return isAltered ? { ...told, isAltered } : told;
      });
    },
  };
}

/** A source, and the archives that it lies in. */
const holdersOf = (path: string): string[] => path.split('!/').map((_, at, parts) => parts.slice(0, at + 1).join('!/'));

/** What does not agree; null when all does. */
function notesOn(manifest: Manifest, seen: ReadonlyMap<string, Seen>, lost: ReadonlySet<string>): string | null {
  const { root, listed } = manifest;
  /** Files that were read or lost, archives among them by their own names. */
  const here = new Set<string>();
  for (const path of [...seen.keys(), ...lost])
    if (path !== manifest.path && path.startsWith(root)) here.add(path.slice(root.length).split('!/')[0]!);
  const [outside, missing, different]: [string[], string[], string[]] = [[], [], []];
  for (const file of listed.values()) {
    const own = seen.get(root + file.path);
    if (isOutside(file.path)) outside.push(file.path);
    else if (!here.has(file.path)) missing.push(file.path);
    else if (own && !isAsListed(own, file)) different.push(file.path);
  }
  const inArchive = root.endsWith('!/');
  const isOurs = (path: string): boolean =>
    inArchive || path.startsWith(`${copiesFolder}/`) || path.startsWith(`${outputsFolder}/`);
  const unknown = manifest.isWhole ? [...here].filter((path) => !listed.has(path) && isOurs(path)) : [];
  return joinNotes([
    told(outside, 'file that it lists lies elsewhere', 'files that it lists lie elsewhere'),
    told(missing, 'file that it lists is missing', 'files that it lists are missing'),
    told(different, 'file differs from what it lists', 'files differ from what it lists'),
    told(unknown, 'file is not listed in it', 'files are not listed in it'),
  ]);
}

const isAsListed = ({ size, sha256, isCut }: Seen, file: ListedFile): boolean =>
  isCut ||
  ((file.bytes === null || size === null || file.bytes === size) &&
    (file.sha256 === null || sha256 === null || file.sha256 === sha256));

const isOutside = (path: string): boolean => /^(?:[\\/]|[A-Za-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)/.test(path);

/** Three of them by name. */
function told(paths: readonly string[], one: string, many: string): string | null {
  const count = counted(paths.length, one, many);
  if (count === null) return null;
  const names = paths.slice(0, 3).map((path) => JSON.stringify(path.slice(0, 120)));
  return `${count}: ${names.join(', ')}${paths.length > names.length ? ', …' : ''}`;
}
