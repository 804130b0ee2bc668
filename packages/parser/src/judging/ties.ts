/**
 * How evidence of one machine hangs together: by the user whose it is, by the archive that it came in, and by the context in
 * which it was seen.
 */
import type { SourceFindings } from '../model.ts';

/**
 * tied: nothing tells them apart. untied: they came in archives beside each other, and nothing says that both are of one
 * computer. apart: they are two users'.
 */
export type Tie = 'tied' | 'untied' | 'apart';

export function tieOf(a: SourceFindings, b: SourceFindings): Tie {
  if (a === b || a.path === b.path) return 'tied';
  const [one, other] = [placeOf(a), placeOf(b)];
  if (areOfTwoUsers(one, other)) return 'apart';
  if (one.archive === null || other.archive === null || one.archive === other.archive) return 'tied';
  return a.machine.computer !== null && a.machine.computer === b.machine.computer ? 'tied' : 'untied';
}

/** Where a source lies, as far as that ties it. */
interface SourcePlace {
  /** The disk and the user's name, as each way to see a home gives them. */
  readonly homes: readonly (readonly [disk: string, user: string] | null)[];
  /** The innermost archive that holds it. */
  readonly archive: string | null;
}

/** Every pair of sources is compared, often: a path is looked at once. */
const places = new WeakMap<SourceFindings, SourcePlace>();

function placeOf(source: SourceFindings): SourcePlace {
  const known = places.get(source);
  if (known) return known;
  const path = (source.origin ?? source.path).toLowerCase();
  const end = source.path.lastIndexOf('!/');
  const place = {
    homes: homes.map((home) => {
      const [, disk, user] = home.exec(path) ?? [];
      return disk === undefined || user === undefined || shared.has(user) ? null : ([disk, user] as const);
    }),
    archive: end < 0 ? null : source.path.slice(0, end),
  };
  places.set(source, place);
  return place;
}

/** Homes of nobody: what lies there is of all users. */
const shared = new Set(['public', 'shared', 'all users', 'default', 'default user']);
const homes = [
  /^(.*(?:^|\/)(?:users|home|documents and settings)\/)([^/]+)\//,
  // A home under any name, by what stands in it: roaming profiles, copies that a collector made.
  /^(.*\/)([^/]+)\/(?:appdata|library|\.zoom|\.var|snap)\//,
];

/** Equal for sources that lie in the same home, or in none. */
export const homeOf = (source: SourceFindings): string => JSON.stringify(placeOf(source).homes);

/** True for files in the homes of two users of one disk: `Users/alex/` and `Users/sam/`. */
const areOfTwoUsers = (a: SourcePlace, b: SourcePlace): boolean =>
  a.homes.some((home, at) => {
    const other = b.homes[at];
    return home !== null && other != null && home[0] === other[0] && home[1] !== other[1];
  });

/** same: what both tell is the same. other: it is not. unknown: they tell nothing that could be compared. */
export type Agreement = 'same' | 'other' | 'unknown';

/** Compares two contexts (`from 192.0.2.5; interface Wi-Fi`) by what both name. */
export function compareContexts(a: string | null, b: string | null): Agreement {
  const [left, right] = [partsOf(a), partsOf(b)];
  const common = [...left.keys()].filter((key) => right.has(key));
  if (common.some((key) => left.get(key) !== right.get(key))) return 'other';
  return common.length > 0 ? 'same' : 'unknown';
}

const partsOf = (context: string | null): ReadonlyMap<string, string> =>
  new Map(
    (context ?? '')
      .split('; ')
      .filter((part) => part !== '')
      .map((part) => [part.split(' ', 1)[0]!, part.slice(part.indexOf(' ') + 1)] as const),
  );
