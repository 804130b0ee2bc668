import type { Loss, SourceProblem } from './disk-source.ts';

/** What a system error means to the user, and what to do. Codes: errno(3), as libuv names them on every system. */
const known: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  EACCES: ['permission denied', 'Run zoomlog as a user who may read it, or scan a copy of your own.'],
  EPERM: [
    'the system does not permit reading it',
    'On macOS give the terminal Full Disk Access (System Settings, Privacy & Security), on Windows run it as administrator; or scan a copy of your own.',
  ],
  EBUSY: ['another program holds it locked', 'Quit that program (Zoom, a backup, a virus scanner) and try again.'],
  ENOENT: ['it vanished before it was read, or its name is not valid Unicode', 'Scan again, or rename it.'],
  ELOOP: ['its links lead in a circle', 'Name the file that is meant.'],
  ENAMETOOLONG: ['its path is too long for this system', 'Move it closer to the root and scan it there.'],
  EMFILE: ['too many files are open', 'Raise the limit of open files (ulimit -n) and scan again.'],
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
  message: 'it is a pipe, a socket or a device; it was not opened',
  hint: 'Read what comes out of it: cat PIPE | zoomlog scan -',
});

export function brokenLink(path: string, error: unknown, kind: 'missing' | 'skipped'): SourceProblem {
  if (errorCode(error) !== 'ENOENT') return { ...explainError(error), path };
  const message = 'it is a link to something that is not there';
  return { kind, path, message, hint: 'Copy what it was meant to lead to, and scan that.' };
}
