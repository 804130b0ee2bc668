/** Where a source lies in what a collector took, and where it lay on its machine, as far as its path alone tells. */
import type { Collected, Collector } from '../define.ts';

export interface CollectedPlace {
  readonly collector: Collector;
  /** The archive or the folder that the collector made; empty: the folder that was looked at. */
  readonly root: string;
  readonly origin: string | null;
}

/** Folders into which a root is looked for; nobody packs deeper. */
const deepest = 60;

/** Null where no part of the path shows the layout of a collector. Of several, one in the other, the outer one took all. */
export function placeOf(path: string, collectors: readonly Collector[]): CollectedPlace | null {
  let at = 0;
  for (let depth = 0; depth < deepest; depth++) {
    const root = path.slice(0, at).replace(/!?\/$/, '');
    for (const collector of collectors) {
      const stored = path.slice(at);
      const isThere = (below: RegExp | undefined): boolean => {
        if (!below) return false;
        below.lastIndex = at;
        return below.test(path);
      };
      if (isThere(collector.below) || (isThere(collector.belowName) && nameOf(root, collector) !== null))
        return { collector, root, origin: collector.origin?.(stored) ?? null };
    }
    at = path.indexOf('/', at) + 1;
    if (at === 0) return null;
  }
  return null;
}

/** The collector whose record lies there under its usual name; null for every other path. */
export function recordPlace(path: string, collectors: readonly Collector[]): CollectedPlace | null {
  const end = path.lastIndexOf('/');
  const name = path.slice(end + 1);
  const collector = collectors.find(({ records }) => records?.test(name));
  return collector ? { collector, root: path.slice(0, Math.max(end, 0)).replace(/!$/, ''), origin: null } : null;
}

/** What the name of a root states, or that of what it lies in: an archive of a folder has both. Null where neither is the collector's. */
export function nameOf(root: string, { name, readName }: Collector): Collected | null {
  if (!name) return null;
  for (const part of root.split(/!?\//).slice(-2).reverse()) {
    const found = name.exec(part.replace(/(?:\.tar\.gz|\.tgz|\.tar|\.zip|\.7z|\.vhdx?)$/i, ''));
    if (found) return readName?.(found.groups ?? {}) ?? {};
  }
  return null;
}
