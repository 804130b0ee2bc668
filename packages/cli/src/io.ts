import type { Os } from '@zoomlog/parser';
import { systemPath } from '@zoomlog/parser/telling/paths';
import { printable } from './terminal/escape.ts';

/** Where text goes: standard output or standard error. */
export interface Sink {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Width of the terminal; null where there is none. */
  readonly columns: number | null;
}

/** Everything a command may know about its process. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly version: string;
  /** The code page of the Windows console that the process shares; null where there is none. */
  codePage(): number | null;
  now(): Date;
  /** Readies the process for reading gigabytes; what only answers from memory does without. */
  expectMuch(): void;
  /** Calls back when the user interrupts; the returned function removes the listener. */
  onInterrupt(listener: () => void): () => void;
}

/** https://learn.microsoft.com/windows/win32/intl/code-page-identifiers */
const utf8CodePage = 65001;

/** Whether the reader of the stream expects UTF-8. */
export function takesUnicode({ isTTY }: Sink, { env, platform, codePage }: Io): boolean {
  // Node writes UTF-16 to a Windows console; a pipe or a redirection there is decoded with the code page.
  if (platform === 'win32') return isTTY || codePage() === utf8CodePage;
  // POSIX.1-2017 §8.2: the first of these that is set and not empty.
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return locale ? /utf-?8/i.test(locale) : platform === 'darwin';
}

/** `path: text` on standard error, the path as this system writes it. */
export const writePathError = (io: Io, path: string, text: string): void =>
  writeError(io, `${systemPath(path, io.platform)}: ${text}`);

/** One line on standard error. */
export function writeError(io: Io, text: string): void {
  io.stderr.write(`${printable(`zoomlog: ${text}`, takesUnicode(io.stderr, io))}\n`);
}

/** The system that the process runs on; null for one that zoomlog does not support. */
export function osOf({ platform }: Io): Os | null {
  const systems: Partial<Record<NodeJS.Platform, Os>> = { win32: 'windows', darwin: 'macos', linux: 'linux' };
  return systems[platform] ?? null;
}
