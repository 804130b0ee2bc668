/** What a watcher comes across besides files and folders: links, pipes, sockets and devices. */
import { dirname, resolve } from 'node:path';
import { errorCode, notRegular } from '../archive/disk-errors.ts';
import type { SourceProblem } from '../archive/disk-source.ts';
import { realPathNow, statFileNow, statLinkNow } from './file-info.ts';
import type { FoundPlaces } from './found-places.ts';
import { collectLinksOut, isWithin, type LinksOut, throughLink } from './links.ts';
import type { Place } from './places.ts';

export interface WatchedLinks {
  /** The named paths lead to these now. */
  look(found: FoundPlaces): void;
  /** True for what is passed over. Links that lead out are named, as a walk names them, and so is what is no file. */
  isPassedOver(path: string): boolean;
  /** True for what a link now leads to from elsewhere: it took the place of a file, or of a folder on the way. */
  isReplaced(path: string): boolean;
  /** What is no file is named once, until a file takes its place. */
  refuse(path: string, kind: 'unreadable' | 'skipped'): void;
  /** A file is there now. */
  allow(path: string): void;
  /** What a reader must know of a file that links led to; null when nothing. */
  noteOn(path: string): string | null;
  /** All that was there at the start has been met: its links are named, and those that come later one by one. */
  started(): void;
}

export interface WatchedLinksOptions {
  /** As in FindOptions. */
  readonly followLinks?: boolean;
  readonly onProblem: (problem: SourceProblem) => void;
  /** What was reported as a problem of the path is over. */
  readonly onRecovery: (path: string) => void;
}

export function openWatchedLinks({ followLinks = false, onProblem, onRecovery }: WatchedLinksOptions): WatchedLinks {
  let places: readonly Place[] = [];
  /** By whole path. */
  let names: ReadonlyMap<string, Place> = new Map();
  const refused = new Set<string>();
  const named = new Set<string>();

  const isInRoots = (real: string): boolean => places.some((place) => isWithin(real, place.real));
  const placeOf = (path: string): string => {
    const whole = resolve(path);
    return places.find((place) => isWithin(whole, resolve(place.path)))?.path ?? path;
  };
  const links = openLinkNames(named, placeOf, onProblem);
  const nameOnce = (problem: SourceProblem): void => {
    if (!named.has(problem.path)) onProblem(problem);
    named.add(problem.path);
  };

  const refuse = (path: string, kind: 'unreadable' | 'skipped'): void => {
    if (refused.has(path)) return;
    refused.add(path);
    onProblem(notRegular(path, kind));
  };

  const isLinkPassedOver = (path: string): boolean => {
    const target = statFileNow(path);
    // Followed from when its target appears.
    if (!target) return !followLinks;
    if (target.kind === 'other') {
      refuse(path, 'skipped');
      return true;
    }
    const real = realPathNow(path);
    if (isInRoots(real) || isWithin(realPathNow(dirname(path)), real)) return true;
    if (!followLinks) links.add(path, real);
    return !followLinks;
  };

  const isPassedOver = (path: string): boolean => {
    if (names.has(resolve(path))) return false;
    try {
      const info = statLinkNow(path);
      if (info?.kind === 'other') refuse(path, 'skipped');
      if (info?.kind === 'link') return isLinkPassedOver(path);
      return info?.kind === 'other';
    } catch (error) {
      // What is closed to us is reported where it is opened.
      return errorCode(error) === 'ELOOP';
    }
  };

  return {
    look(found) {
      places = found.places;
      names = new Map(places.map((place) => [resolve(place.path), place]));
      for (const path of found.refused) refuse(path, 'unreadable');
      for (const problem of found.notFollowed) nameOnce(problem);
    },
    refuse,
    allow(path) {
      if (refused.delete(path)) onRecovery(path);
    },
    isPassedOver,
    isReplaced(path) {
      if (isPassedOver(path)) return true;
      const place = names.get(resolve(path));
      if (followLinks || (place && place.base === null)) return false;
      const real = realPathNow(path);
      return place?.base == null ? !isInRoots(real) : !isWithin(real, place.base);
    },
    noteOn(path) {
      if (!followLinks) return null;
      try {
        const real = realPathNow(path);
        return isInRoots(real) ? null : throughLink(real);
      } catch {
        return null;
      }
    },
    started: links.started,
  };
}

/** Links that lead out, each named once: by place as long as the watch starts, then one by one. */
function openLinkNames(
  named: Set<string>,
  placeOf: (path: string) => string,
  onProblem: (problem: SourceProblem) => void,
) {
  let waiting: Map<string, LinksOut> | null = new Map();
  const tell = (links: LinksOut): void => {
    const problem = links.problem();
    if (problem) onProblem(problem);
  };
  return {
    add(path: string, target: string): void {
      const place = placeOf(path);
      const links = waiting?.get(place) ?? collectLinksOut(place);
      if (!named.has(path)) links.add(path, target);
      if (waiting) waiting.set(place, links);
      else tell(links);
      named.add(path);
    },
    started(): void {
      for (const links of waiting?.values() ?? []) tell(links);
      waiting = null;
    },
  };
}
