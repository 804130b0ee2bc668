/**
 * Paths as reports name them (`/logs/bundle.zip!/installer.txt`) and the URIs under which the editor shows them. Pure: the
 * system is a parameter, and this one unless given.
 */
import { URI } from 'vscode-uri';

/** Sources packed in archives and compressed files. */
export const archiveScheme = 'zoomlog-archive';
/** A window of a source, each line after its number. */
export const focusScheme = 'zoomlog-focus';
/** Pages that the server writes: reports and explanations. */
const pageScheme = 'zoomlog-page';

/** Of a source that is packed, the URI is that of its text and not of the file that holds it. */
export function uriOfSource(path: string, packed: boolean): string {
  // A text that is not on disk is known by its URI; a single letter is a drive.
  if (/^[a-z][\w+.-]+:/i.test(path)) return path;
  return packed ? uriOf(archiveScheme, path) : URI.file(path.toWellFormed()).toString();
}

/** The lines `first` to `last` of a source, counted from 1, both included. */
export interface TextWindow {
  readonly path: string;
  readonly packed: boolean;
  readonly first: number;
  readonly last: number;
}

/** The tab shows the lines after the name. */
export const uriOfWindow = ({ path, packed, first, last }: TextWindow): string =>
  uriOf(focusScheme, `${path}:${first}-${last}`, packed ? 'packed' : '');

const linesAround = 1500;

/** The window around a line, from 1. */
export const windowAround = (path: string, packed: boolean, line: number): TextWindow => ({
  path,
  packed,
  first: Math.max(1, line - linesAround),
  last: line + linesAround,
});

/** The prefix of each line in a window: its number, right-aligned, and a bar. */
export const windowPrefix = (line: number, last: number): string => `${String(line).padStart(String(last).length)} │ `;

export const uriOfPage = (name: string): string => URI.from({ scheme: pageScheme, path: `/${name}` }).toString();
export const nameOfPage = (uri: string): string => URI.parse(uri).path.slice(1);

/** How a text in the editor maps to its source. */
export interface ShownText {
  readonly path: string;
  readonly packed: boolean;
  /** The source's line that the text's first line shows, from 1. */
  readonly first: number;
  /** Units before each line of the source. */
  readonly indent: number;
  /** Lines shown; null: all of them. */
  readonly lines: number | null;
}

/** A source that is shown whole. */
export const whole = { first: 1, lines: null, indent: 0 } as const;

/** Null for a URI that shows no source. Texts of other file systems are known by their URI. */
export function shownText(uri: string, platform: NodeJS.Platform = process.platform): ShownText | null {
  const { scheme, authority, path: below, query } = URI.parse(uri);
  if (scheme === pageScheme) return null;
  if (scheme === 'file') return { path: pathFrom(authority, below, platform), packed: false, ...whole };
  if (scheme === archiveScheme) return { path: pathFrom(authority, below, platform), packed: true, ...whole };
  if (scheme !== focusScheme) return { path: uri, packed: false, ...whole };
  const [, path, from, to] = /^(.*):(\d+)-(\d+)$/s.exec(pathFrom(authority, below, platform)) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (path === undefined || first < 1 || last < first) return null;
  const indent = windowPrefix(first, last).length;
  return { path, packed: query === 'packed', first, indent, lines: last - first + 1 };
}

/** A path in the form in which this program compares paths: forward slashes, the drive in lower case. */
export function plainPath(path: string, platform: NodeJS.Platform = process.platform): string {
  // Elsewhere a backslash is part of a name, and a colon, too.
  if (platform !== 'win32') return path;
  return path.replaceAll('\\', '/').replace(/^[A-Z]:\//, (drive) => drive.toLowerCase());
}

/** A share (`//server/share/…`) keeps its server as the authority. */
function uriOf(scheme: string, path: string, query = ''): string {
  const [, authority = '', below = path] = /^\/\/([^/]+)(\/.*)$/s.exec(path) ?? [];
  // A file name of Windows may hold half of a surrogate pair, a URI none.
  const rooted = (below.startsWith('/') ? below : `/${below}`).toWellFormed();
  return URI.from({ scheme, authority: authority.toWellFormed(), path: rooted, query }).toString();
}

/** The path that a URI of one of our schemes names. */
export function pathOf(uri: string, platform: NodeJS.Platform = process.platform): string {
  const { authority, path } = URI.parse(uri);
  return pathFrom(authority, path, platform);
}

/** A URI's path begins with a slash, before a drive too; the server of a share is its authority. */
function pathFrom(authority: string, path: string, platform: NodeJS.Platform): string {
  if (authority !== '') return `//${authority}${path}`;
  return plainPath(platform === 'win32' ? path.replace(/^\/(?=[A-Za-z]:\/)/, '') : path, platform);
}
