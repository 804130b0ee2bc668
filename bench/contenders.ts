/** Who reads the input of a case: the command as it is built, and what it is held against. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { rgPath } from '@vscode/ripgrep';
import type { Case } from './inputs/cases.ts';
import type { Command } from './measure.ts';

export const launcher = join(dirname(import.meta.dirname), 'packages/cli/bin/zoomlog.js');

/** Programs that need not be there. */
const installed = new Map<string, boolean>();
export function isInstalled(program: string): boolean {
  const known = installed.get(program) ?? spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
  installed.set(program, known);
  return known;
}

export interface Contender {
  readonly name: string;
  readonly command: Command;
}

/** The yardstick that the others are divided by. */
export const yardstick = 'rg';

const escaped = (literal: string): string => literal.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function zoomlogOf(place: string, { by }: Case, more: readonly string[]): Command {
  const words = [process.execPath, launcher, 'scan', by === 'stdin' ? '-' : place, '--format', 'json', ...more];
  // 3: nothing there that it knows.
  return { words, isNode: true, mostStatus: 3, ...(by === 'stdin' && { from: ['cat', place] }) };
}

/** How others get at the text: packed files are unpacked by the usual program. */
function unpacked(place: string, by: Case['by']): readonly string[] | null {
  if (by === 'zip') return ['unzip', '-p', place];
  if (by === 'tar.gz') return ['tar', 'xzOf', place];
  return by === 'stdin' ? ['cat', place] : null;
}

/**
 * @param patterns a file with the literals of the case's format, one on each line.
 * @param more arguments for `scan`.
 */
export function contendersOf(
  one: Case,
  place: string,
  patterns: string,
  literals: readonly string[],
  more: readonly string[],
): Contender[] {
  const list: Contender[] = [{ name: 'zoomlog', command: zoomlogOf(place, one, more) }];
  const from = unpacked(place, one.by);
  if (from && !isInstalled(from[0]!)) return list;
  const counting = (program: string, ...options: readonly string[]): Command =>
    from
      ? { words: [program, '-c', ...options, '-i', '-F', '-f', patterns], from, mostStatus: 1 }
      : { words: [program, '-c', ...options, '-i', '-F', '-f', patterns, place], mostStatus: 1 };
  // Whatever a folder holds and a binary log: rg reads it as it is.
  list.push({ name: yardstick, command: counting(rgPath, '-a', '--no-ignore', '--no-config') });
  const grep = counting('grep', '-a', ...(one.by === 'folder' ? ['-r'] : []));
  if (!one.isWide) list.push({ name: 'grep', command: { ...grep, isHeard: true } });
  if (from === null && one.by !== 'folder') {
    list.push({ name: 'cat', command: { words: ['cat', place], mostStatus: 0 } });
    const filter = `:filter-in (${literals.map(escaped).join('|')})`;
    if (isInstalled('lnav') && !one.isWide)
      list.push({ name: 'lnav', command: { words: ['lnav', '-N', '-n', '-c', filter, place], mostStatus: 0 } });
  }
  if (one.by === 'zip' || one.by === 'tar.gz') list.push({ name: from![0]!, command: { words: from!, mostStatus: 0 } });
  return list;
}
