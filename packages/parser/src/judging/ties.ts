/** How sources of one machine hang together: by the user whose they are, and by the archive that they came in. */
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
const home = /^(.*(?:^|\/)(?:users|home|documents and settings)\/)([^/]+)\//i;

/** True for files in the homes of two users of one disk: `Users/alex/` and `Users/sam/`. */
function areOfTwoUsers(a: string, b: string): boolean {
  const [, disk, name = ''] = home.exec(a.toLowerCase()) ?? [];
  const [, other, otherName = ''] = home.exec(b.toLowerCase()) ?? [];
  return disk !== undefined && disk === other && name !== otherName && !shared.has(name) && !shared.has(otherName);
}

/** The innermost archive that holds a file. */
const archiveOf = (path: string): string | null => {
  const end = path.lastIndexOf('!/');
  return end < 0 ? null : path.slice(0, end);
};
