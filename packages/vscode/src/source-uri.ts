/** Paths as reports name them (`/logs/bundle.zip!/installer.txt`) and the URIs under which the editor shows them. */
import { URI } from 'vscode-uri';

export const archiveScheme = 'zoomlog-archive';
/** A window of a source, each line behind its number. */
export const focusScheme = 'zoomlog-focus';
/** Pages that the server writes: reports and explanations. */
const pageScheme = 'zoomlog-page';

/** What leads from an archive's path to what is in it. */
export const intoArchive = '!/';

export const isInArchive = (path: string): boolean => path.includes(intoArchive);

export function uriOfPath(path: string): string {
  // A text on no disk is known by its URI; a single letter is a drive.
  if (/^[a-z][\w+.-]+:/i.test(path)) return path;
  return isInArchive(path)
    ? URI.from({ scheme: archiveScheme, path: path.startsWith('/') ? path : `/${path}` }).toString()
    : URI.file(path).toString();
}

/** The lines `first` to `last` of a source, counted from 1, both included. */
export interface TextWindow {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

/** The tab shows the lines behind the name. */
export const uriOfWindow = ({ path, first, last }: TextWindow): string =>
  URI.from({ scheme: focusScheme, path: `${path.startsWith('/') ? '' : '/'}${path}:${first}-${last}` }).toString();

const linesAround = 1500;

/** The window around a line, from 1. */
export const windowAround = (path: string, line: number): TextWindow => ({
  path,
  first: Math.max(1, line - linesAround),
  last: line + linesAround,
});

/** What stands before each line of a window: its number, to the right, and a bar. */
export const windowPrefix = (line: number, last: number): string => `${String(line).padStart(String(last).length)} │ `;

/** How a text that the editor shows lies on its source. */
export interface ShownText {
  readonly path: string;
  /** The source's line that the text's first line shows, from 1. */
  readonly first: number;
  /** Units before each line of the source. */
  readonly indent: number;
  /** Lines shown; null: all of them. */
  readonly lines: number | null;
}

/** Null for a URI that shows no source. Texts of other file systems are known by their URI. */
export function shownText(uri: string): ShownText | null {
  const { scheme, fsPath, path } = URI.parse(uri);
  if (scheme === pageScheme) return null;
  if (scheme === 'file') return { path: slashes(fsPath), first: 1, indent: 0, lines: null };
  if (scheme === archiveScheme) return { path: ownPath(path), first: 1, indent: 0, lines: null };
  if (scheme !== focusScheme) return { path: uri, first: 1, indent: 0, lines: null };
  const [, whole, from, to] = /^(.*):(\d+)-(\d+)$/s.exec(path) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (whole === undefined || first < 1 || last < first) return null;
  return { path: ownPath(whole), first, indent: windowPrefix(first, last).length, lines: last - first + 1 };
}

/** Reports write forward slashes on every system; elsewhere a backslash is part of a name. */
const slashes = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);

/** `/c:/logs` of a URI is `c:/logs`. */
const ownPath = (path: string): string => (/^\/[a-z]:\//i.test(path) ? path.slice(1) : path);
