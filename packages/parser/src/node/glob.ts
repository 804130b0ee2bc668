import { type Dirent, readdir } from 'node:fs';
import type { Options } from 'globby';
import { explainError, isAbsence } from '../archive/disk-errors.ts';
import type { SourceProblem } from '../archive/disk-source.ts';
import { compareText } from '../model.ts';
import { ignoresCase } from '../telling/paths.ts';

/** Loaded when a pattern may be given: it takes as long as all else that a scan of a file loads from disk. */
const loadGlobby = () => import('globby');

export const isGlob = async (path: string): Promise<boolean> =>
  path !== '' && (await loadGlobby()).isDynamicPattern(path);

/** The folder that a pattern starts in: all before its first part that may match more than one name. */
export async function fixedPart(pattern: string): Promise<string> {
  const { isDynamicPattern } = await loadGlobby();
  const parts = pattern.split('/');
  const wild = parts.findIndex((part) => /[*?[\]{}\\]/.test(part) || (part !== '' && isDynamicPattern(part)));
  const fixed = parts.slice(0, Math.max(0, wild)).join('/');
  if (fixed !== '') return fixed;
  return pattern.startsWith('/') ? '/' : '.';
}

/**
 * The files and folders that a pattern (with forward slashes) matches, hidden ones included, sorted in code units;
 * and the folders on the way that could not be read. As in a shell, `*` goes through links and `**` does not. Names match
 * as the system compares them.
 */
export async function expandGlob(
  pattern: string,
  platform: NodeJS.Platform,
  options: Pick<Options, 'cwd'> = {},
): Promise<{ paths: readonly string[]; problems: readonly SourceProblem[] }> {
  const problems: SourceProblem[] = [];
  // globby stops at the first folder that it may not read, or is silent about all of them.
  const readFolder = (path: string, how: { withFileTypes: true }, done: ReadDone): void =>
    readdir(path, how, (error, entries) => {
      if (error && !isAbsence(error)) problems.push({ ...explainError(error), path });
      done(error, entries);
    });
  // Someone types `é` as one character; macOS may have written it as two.
  const forms = platform === 'darwin' ? [pattern, pattern.normalize('NFC'), pattern.normalize('NFD')] : [pattern];
  const { globby } = await loadGlobby();
  const matches = globby([...new Set(forms.map(spellOut))], {
    ...options,
    caseSensitiveMatch: !ignoresCase(platform),
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
  return { paths: paths.sort(), problems: problems.sort((a, b) => compareText(a.path, b.path)) };
}

/** globby takes a folder with `?` in its name (`zoom?/x.log`) as it stands, and finds nothing; a class it understands. */
const spellOut = (pattern: string): string =>
  pattern.replace(/\\.|\[[^\]]{0,255}\]|\?(?!\()/g, (part) => (part === '?' ? '[!/]' : part));

type ReadDone = (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void;
