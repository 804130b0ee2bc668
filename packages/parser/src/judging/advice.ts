/** What to do about a diagnosis, and who can do it. */
import type { Failure } from '../define.ts';
import { fixById } from '../knowledge/fixes/index.ts';
import type { FixStep, Who } from '../model.ts';
import type { JudgedMachine } from './machines.ts';

/** The steps of a diagnosis, checks first; on a machine of a known system only its own. */
export function fixesOf(failures: readonly Failure[], named: Failure, { machine }: JudgedMachine): FixStep[] {
  const ids = new Set([
    ...named.fixes,
    ...failures.filter((one) => one.class === named.class && one.role === 'cause').flatMap((one) => one.fixes),
  ]);
  const order = { check: 0, change: 1, 'last-resort': 2 } as const;
  return [...ids]
    .flatMap((id) => fixById(id) ?? [])
    .filter(({ os }) => machine.os === null || os.includes(machine.os))
    .toSorted((a, b) => order[a.kind] - order[b.kind])
    .map(({ id, os, title, command, admin, destructive, restart, undo, who, source }) => ({
      id,
      os: [...os],
      title,
      command,
      admin,
      destructive,
      restart,
      undo,
      who,
      source,
    }));
}

/** Who can mend it, the first to ask first. */
export function whoOf(fixes: readonly FixStep[]): Who[] {
  const changes = fixes.filter(({ undo }) => undo !== null);
  return [...new Set((changes.length > 0 ? changes : fixes).map(({ who }) => who))];
}
