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
  if (a.path === b.path) return 'tied';
  if (areOfTwoUsers(a.path, b.path)) return 'apart';
  const [one, other] = [archiveOf(a.path), archiveOf(b.path)];
  if (one === null || other === null || one === other) return 'tied';
  return a.machine.computer !== null && a.machine.computer === b.machine.computer ? 'tied' : 'untied';
}

/** Homes of nobody: what lies there is of all users. */
const shared = new Set(['public', 'shared', 'all users', 'default', 'default user']);
const homes = [
  /^(.*(?:^|\/)(?:users|home|documents and settings)\/)([^/]+)\//,
  // A home under any name, by what stands in it: roaming profiles, copies that a collector made.
  /^(.*\/)([^/]+)\/(?:appdata|library|\.zoom|\.var|snap)\//,
];

/** True for files in the homes of two users of one disk: `Users/alex/` and `Users/sam/`. */
const areOfTwoUsers = (a: string, b: string): boolean =>
  homes.some((home) => {
    const [, disk, name = ''] = home.exec(a.toLowerCase()) ?? [];
    const [, other, otherName = ''] = home.exec(b.toLowerCase()) ?? [];
    return disk !== undefined && disk === other && name !== otherName && !shared.has(name) && !shared.has(otherName);
  });

/** The innermost archive that holds a file. */
const archiveOf = (path: string): string | null => {
  const end = path.lastIndexOf('!/');
  return end < 0 ? null : path.slice(0, end);
};

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
