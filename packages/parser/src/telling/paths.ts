/**
 * Paths as people give them, as reports hold them, and as a system writes them. Pure: the system is a parameter, so that
 * each can be tested on any other.
 *
 * A report has one form everywhere: forward slashes; on Windows `C:/Users/…` and `//server/share/…`.
 */

/** On Windows a backslash separates; elsewhere it is part of a name. */
export const forwardSlashes = (path: string, platform: NodeJS.Platform): string =>
  platform === 'win32' ? path.replaceAll('\\', '/') : path;

/** The report's form of a path that someone typed. */
export function givenPath(given: string, platform: NodeJS.Platform): string {
  if (platform !== 'win32') return given;
  const path = forwardSlashes(given, platform)
    // A shell passes `"C:\My logs\"` on with its last quote: the backslash before it has escaped it.
    .replace(/"$/, '')
    // Longer than 260 characters or with odd ends: Node itself adds the prefix to every path that it opens.
    .replace(/^\/\/[?.]\/(?=[A-Za-z]:\/)/, '')
    .replace(/^\/\/\?\/UNC\//i, '//');
  // `C:` is the folder in which that drive was left, and `C:/x` is in its root.
  return /^[A-Za-z]:$/.test(path) ? `${path}.` : path;
}

/** `//./PhysicalDrive0`, `//./pipe/name`, `//./C:`: on Windows even asking about one opens it. */
export const isDevicePath = (path: string, platform: NodeJS.Platform): boolean =>
  platform === 'win32' && path.startsWith('//./');

/** A report's path as the system writes it. A packed path keeps its archive's slashes. */
export function systemPath(path: string, platform: NodeJS.Platform): string {
  if (platform !== 'win32') return path;
  const end = path.indexOf('!/');
  return end < 0 ? path.replaceAll('/', '\\') : path.slice(0, end).replaceAll('/', '\\') + path.slice(end);
}

/** The file in which a source stands, whose lines it counts: of what a document quotes (`ticket.md#L12-40`) the document. */
export const documentOf = (path: string): string => path.replace(/#L\d{1,9}-\d{1,9}$/, '');

/** Whether names that differ only in case are the same, as on these systems' disks by default. */
export const ignoresCase = (platform: NodeJS.Platform): boolean => platform === 'win32' || platform === 'darwin';
