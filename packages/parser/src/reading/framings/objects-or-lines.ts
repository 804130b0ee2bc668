/** JSON objects, one after the other or in an array, or rows of a table: the first character of the file decides. */
import type { Cutter, Framing } from '../../define.ts';
import { json } from './json.ts';
import { cutRows } from './quoted-rows.ts';

/** How the pieces of both are read. */
export const objectsOrLines = (read: Framing['read']): Framing => ({
  cut(emit) {
    let cutter: Cutter | null = null;
    const choose = (bytes: Uint8Array): Cutter => {
      const first = bytes.find((byte) => byte > 32 && byte < 128);
      const isObject = first === 0x7b || first === 0x5b; // { [
      return isObject ? json({ elements: [''] }).cut(emit, null) : cutRows(emit);
    };
    const cut = (bytes: Uint8Array): Cutter => {
      cutter ??= choose(bytes);
      return cutter;
    };
    return {
      push: (bytes) => {
        if (bytes.length > 0) cut(bytes).push(bytes);
      },
      lines: () => cutter?.lines() ?? 0,
      end: () => cut(new Uint8Array()).end(),
    };
  },
  read,
});
