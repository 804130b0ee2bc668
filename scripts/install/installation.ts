/** Test environments that an installer puts into a cache folder, beside no project's packages: found, or missed aloud. */
import { accessSync, constants, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** The folder that the environment variable names, else one of this name in the user's cache. */
export const cacheFolder = (variable: string, name: string): string =>
  process.env[variable] || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), name);

/** Written last by the installer, so that half an installation is none. */
const markerIn = (folder: string): string => join(folder, 'installed.json');

export const markInstalled = (folder: string, parts: object): void =>
  writeFileSync(markerIn(folder), JSON.stringify(parts));

/** Whether the folder holds exactly these parts: other versions are another environment. */
export function isInstalled(folder: string, parts: object): boolean {
  try {
    return readFileSync(markerIn(folder), 'utf8') === JSON.stringify(parts);
  } catch {
    return false;
  }
}

/** The first of the commands that is on the PATH, as its whole path; null when none is. */
export function commandOnPath(...names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * For `describe.runIf`: whether tests can run; says so when they cannot. `why` says what is missing, null when nothing is.
 * Throws instead where the environment variable is `required`, as in CI: tests that are skipped everywhere test nothing.
 */
export function canTest(why: string | null, variable: string): boolean {
  if (why === null) return true;
  if (process.env[variable] === 'required') throw new Error(why);
  console.log(`Skipped. ${why}`);
  return false;
}
