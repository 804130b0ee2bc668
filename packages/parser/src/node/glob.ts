import { type Dirent, readdir } from 'node:fs';
import { globby, isDynamicPattern, type Options } from 'globby';
import { explainError, isAbsence } from './disk-errors.ts';
import type { SourceProblem } from './disk-source.ts';

export const isGlob = (path: string): boolean => path !== '' && isDynamicPattern(path);

/** On Windows paths are shown and matched with forward slashes; elsewhere a backslash is part of a name. */
export const forwardSlashes = (path: string, platform: NodeJS.Platform): string =>
  platform === 'win32' && !path.startsWith('\\\\?\\') ? path.replaceAll('\\', '/') : path;

/**
 * The files and folders that a pattern (with forward slashes) matches, hidden ones included, sorted in code units;
 * and the folders on the way that could not be read. As in a shell, `*` goes through links and `**` does not.
 */
export async function expandGlob(
  pattern: string,
  options: Pick<Options, 'cwd' | 'caseSensitiveMatch'> = {},
): Promise<{ paths: readonly string[]; problems: readonly SourceProblem[] }> {
  const problems: SourceProblem[] = [];
  // globby stops at the first folder that it may not read, or is silent about all of them.
  const readFolder = (path: string, how: { withFileTypes: true }, done: ReadDone): void =>
    readdir(path, how, (error, entries) => {
      if (error && !isAbsence(error)) problems.push({ ...explainError(error), path });
      done(error, entries);
    });
  const matches = globby(pattern, {
    ...options,
    dot: true,
    expandDirectories: false,
    expandNegationOnlyPatterns: false,
    followSymbolicLinks: !pattern.includes('**'),
    fs: { readdir: readFolder as typeof readdir },
    onlyFiles: false,
    suppressErrors: true,
  });
  // What it rejects are patterns too long or too large to expand: they match nothing.
  const paths = await matches.catch(() => []);
  return { paths: paths.sort(), problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

type ReadDone = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;
