/**
 * Links and what they lead to. A path that someone names may itself be a link and is resolved; below it, a link that
 * leads out is followed only when asked: what lies there belongs to another machine or another case, such as
 * `.zoom/logs`, an absolute link in a copy of a home folder, which leads to the logs of whoever reads it.
 */
import { sep } from 'node:path';
import type { SourceProblem } from '../archive/disk-source.ts';
import { formatCount } from '../telling/labels.ts';

/** True for the folder itself too. Both are real paths. */
export const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);

/**
 * True where the target of a link that stands in `folder` is found under its own name anyway, or is a folder around the
 * link, which would be a loop. All are real paths.
 */
export const isInside = (target: string, trees: readonly string[], folder: string): boolean =>
  isWithin(folder, target) || trees.some((tree) => isWithin(target, tree));

/** Links that were not followed. */
export interface LinksOut {
  add(path: string, target: string): void;
  /** One problem for all of them: a home folder may hold thousands. Null when there are none. */
  problem(): SourceProblem | null;
}

/** `place` is the path, as it was named, that the links lie below. */
export function collectLinksOut(place: string): LinksOut {
  const shown: { path: string; target: string }[] = [];
  let count = 0;
  return {
    add(path, target) {
      if (count++ < 3) shown.push({ path, target });
    },
    problem() {
      const [first] = shown;
      if (!first) return null;
      const hint = 'To read what is there too, add --follow-links.';
      if (count === 1) {
        const message = `it is a link that leads out of what was named, to ${first.target}, and was not followed`;
        return { kind: 'skipped', path: first.path, message, hint };
      }
      const names = shown.map(({ path, target }) => `${JSON.stringify(below(path, place))} (to ${target})`);
      const more = count > shown.length ? ` and ${formatCount(count - shown.length)} more` : '';
      const message = `${formatCount(count)} links lead out of it and were not followed: ${names.join(', ')}${more}`;
      return { kind: 'skipped', path: place, message, hint };
    },
  };
}

const below = (path: string, place: string): string =>
  path.startsWith(place) ? path.slice(place.length).replace(/^[\\/]+/, '') : path;

/** What a reader must know of a source that a followed link led to. */
export const throughLink = (target: string): string => `reached through a link: it lies at ${target}`;
