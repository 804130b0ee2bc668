/** The text of a source that is no log so far, kept within bounds until all of it is there. */
import { decodeText } from './decode.ts';
import { joinAll } from './transcoder.ts';

/** Bytes of a text, as UTF-8, that are kept; a longer one is not looked at. */
export const longestKept = 2 << 20;

export interface KeptText {
  push(utf8: Uint8Array): void;
  /** Everything, in one piece; nothing once there was too much. */
  all(): Uint8Array;
  size(): number;
  isOpen(): boolean;
  /** Lets go of everything when it is too much. */
  bound(): void;
}

export function openKeptText(): KeptText {
  let parts: Uint8Array[] = [];
  let size = 0;
  const isOpen = (): boolean => size <= longestKept;
  return {
    push(utf8) {
      if (utf8.length > 0 && isOpen()) parts.push(new Uint8Array(utf8));
      size += utf8.length;
    },
    all() {
      parts = [joinAll(parts)];
      return parts[0]!;
    },
    size: () => size,
    isOpen,
    bound() {
      if (!isOpen()) parts = [];
    },
  };
}

/** The lines of the text up to a byte. */
export const linesOf = (utf8: Uint8Array, end: number): string[] =>
  decodeText(utf8.subarray(0, end))
    .split('\n')
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
