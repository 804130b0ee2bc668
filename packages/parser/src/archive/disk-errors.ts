import type { Loss, SourceProblem } from './disk-source.ts';

/** What a system error means for the user, and what to do. Codes: errno(3), as libuv names them on every system. */
const known: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  EACCES: ['permission denied', 'Run zoomlog as a user with read access, or scan your own copy.'],
  EPERM: [
    'the system denies read access',
    'On macOS, give the terminal Full Disk Access (System Settings > Privacy & Security); on Windows, run zoomlog as administrator; or scan your own copy.',
  ],
  EBUSY: ['another program has locked it', 'Quit that program (Zoom, a backup, a virus scanner) and try again.'],
  ENOENT: ['it disappeared before it could be read, or its name is not valid Unicode', 'Scan again, or rename it.'],
  ELOOP: ['its links form a loop', 'Pass the path of the file itself.'],
  ENAMETOOLONG: ['its path is too long for this system', 'Move it to a shorter path and scan it there.'],
  EMFILE: ['too many files are open', 'Raise the limit on open files (ulimit -n) and scan again.'],
  ENFILE: ['the system has too many files open', 'Close other programs and scan again.'],
  EIO: ['the disk failed to read it', 'Copy it from the machine again.'],
};

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** True when nothing has that path; with ENAMETOOLONG nothing can. */
export const isAbsence = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error));

/** On Windows a virus scanner, an indexer or a backup holds a file for a moment, and so does whoever deletes it. */
export const mayPass = (error: unknown, platform: NodeJS.Platform): boolean =>
  platform === 'win32' && ['EBUSY', 'EPERM', 'EACCES'].includes(errorCode(error));

/** What may pass is tried again after so many milliseconds, before it is reported. */
export const retriesMs: readonly number[] = [100, 400, 1_500];

export function explainError(error: unknown): Loss {
  const code = errorCode(error);
  const [message, hint] = known[code] ?? ['it cannot be read', 'Copy it from the machine again.'];
  const detail = code || (error instanceof Error ? error.message : String(error));
  return { kind: 'unreadable', message: `${message} (${detail})`, hint };
}

/** Opening a pipe waits for ever, and opening a device may do something. */
export const notRegular = (path: string, kind: 'unreadable' | 'skipped'): SourceProblem => ({
  kind,
  path,
  message: 'it is a pipe, a socket or a device and was not opened',
  hint: 'Pipe its output instead: cat PIPE | zoomlog scan -',
});

export function brokenLink(path: string, error: unknown, kind: 'missing' | 'skipped'): SourceProblem {
  if (errorCode(error) !== 'ENOENT') return { ...explainError(error), path };
  const message = 'it is a link to a missing target';
  return { kind, path, message, hint: 'Find the target and scan that.' };
}
