import { isAbsence } from '../archive/disk-errors.ts';
import type { Os } from '../model.ts';
import { forwardSlashes } from '../telling/paths.ts';
import { statFile } from './file-info.ts';
import { expandGlob } from './glob.ts';

/** A place where Zoom, or the system on its behalf, keeps logs. */
export interface KnownPath {
  readonly os: Os;
  /** As people write it: `%NAME%` and `~` are for the user, `*` matches any name. */
  readonly pattern: string;
  readonly holds: string;
}

/** Every place that zoomlog searches by default. `list paths`, `scan`, `watch`, the docs and the editor read this table. */
export const knownPaths: readonly KnownPath[] = [
  {
    os: 'windows',
    pattern: '%APPDATA%\\Zoom\\installer.txt',
    holds: 'installs, updates and removals for one user; one file can cover years',
  },
  {
    os: 'windows',
    pattern: '%APPDATA%\\Zoom\\logs',
    holds: 'client, crash and feedback logs; encrypted (.zenc) in current versions',
  },
  { os: 'windows', pattern: '%APPDATA%\\Zoom\\data', holds: 'settings and databases, most of them encrypted' },
  { os: 'windows', pattern: '%LOCALAPPDATA%\\Zoom', holds: 'plug-ins and caches; logs in a few versions' },
  { os: 'windows', pattern: '%TEMP%\\MSI*.LOG', holds: 'Windows Installer logs of Zoom and other products' },
  { os: 'macos', pattern: '~/Library/Logs/zoom.us', holds: 'client logs, and the sign-ins of each run (crashlog)' },
  { os: 'macos', pattern: '~/Library/Logs/zoominstall.log', holds: 'the last install for one user' },
  { os: 'macos', pattern: '~/Library/Logs/ZoomPhone', holds: 'Zoom Phone logs' },
  { os: 'macos', pattern: '/Library/Logs/zoom*', holds: 'installs for the whole machine' },
  {
    os: 'macos',
    pattern: '~/Library/Application Support/zoom.us',
    holds: 'settings and databases, most of them encrypted',
  },
  {
    os: 'macos',
    pattern: '~/Library/Logs/DiagnosticReports/zoom.us*',
    holds: 'crash reports that macOS wrote about Zoom',
  },
  {
    os: 'macos',
    pattern: '/Library/Logs/DiagnosticReports/zoom.us*',
    holds: 'the same for what ran outside of an account',
  },
  {
    os: 'linux',
    pattern: '~/.zoom/logs',
    holds: 'client output (zoom_stdout_stderr.log), metrics, crash dumps',
  },
  {
    os: 'linux',
    pattern: '~/snap/zoom-client/*/.zoom/logs',
    holds: 'the same for the snap package, one folder per revision',
  },
  { os: 'linux', pattern: '~/.var/app/us.zoom.Zoom/.zoom/logs', holds: 'the same for the Flatpak package' },
];

export interface LocatedPath extends KnownPath {
  /** Where it is on this machine, with forward slashes; what is unknown stays as the pattern has it. */
  readonly path: string;
  readonly exists: boolean;
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder; what `~` stands for. */
  readonly home: string;
}

const platforms: Readonly<Record<string, Os>> = { win32: 'windows', darwin: 'macos', linux: 'linux' };

/**
 * The rows for a machine, in the table's order. A row with `*` becomes one for each match, or one that does not exist.
 * A variable that is not set means that the place is not there; a place that may not be looked at exists.
 */
export async function locateKnownPaths(machine: Machine): Promise<readonly LocatedPath[]> {
  const located: LocatedPath[] = [];
  for (const known of knownPaths) {
    if (known.os !== platforms[machine.platform]) continue;
    for (const place of await locate(known.pattern, machine)) located.push({ ...known, ...place });
  }
  return located;
}

async function locate(pattern: string, machine: Machine): Promise<Pick<LocatedPath, 'path' | 'exists'>[]> {
  const parts = pattern.split(/[\\/]/);
  const wild = parts.findIndex((part) => part.includes('*'));
  const folder = expand(parts.slice(0, wild < 0 ? parts.length : wild).join('/'), machine);
  if (folder === null) return [{ path: pattern, exists: false }];
  if (wild < 0) return [{ path: folder, exists: await exists(folder) }];
  const tail = parts.slice(wild).join('/');
  const path = `${folder}/${tail}`;
  if (!(await exists(folder))) return [{ path, exists: false }];
  // Only the tail is a pattern: a home folder may have brackets in its name.
  const { paths, problems } = await expandGlob(tail, machine.platform, { cwd: folder });
  if (paths.length === 0) return [{ path, exists: problems.length > 0 }];
  return paths.map((match) => ({ path: `${folder}/${match}`, exists: true }));
}

/** Null when the machine lacks what the path names. */
function expand(path: string, { platform, env, home }: Machine): string | null {
  let isKnown = true;
  const value = (text: string | undefined): string => {
    isKnown &&= Boolean(text);
    return forwardSlashes(text ?? '', platform);
  };
  const expanded = path.replace(/%(\w+)%/g, (_, name: string) => value(env[name])).replace(/^~/, () => value(home));
  return isKnown ? expanded : null;
}

async function exists(path: string): Promise<boolean> {
  try {
    await statFile(path);
    return true;
  } catch (error) {
    return !isAbsence(error);
  }
}
