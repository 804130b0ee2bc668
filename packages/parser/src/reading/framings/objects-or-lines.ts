/** JSON objects, one after the other or in an array, or rows of a table: the first character of the file decides. */
import type { Cutter, Framing } from '../../define.ts';
import type { Piece } from '../../model.ts';
import { json } from './json.ts';
import { cutRows } from './quoted-rows.ts';

/** A row whose quotes are open goes on in the next line; a longer one is hostile. */
const longestRow = 60;
const isOpen = (row: string): boolean => row.split('"').length % 2 === 0;

/** Lines, or the rows of a table whose cells may hold lines: the first line tells, which has no values. */
function cutRows(emit: (piece: Piece) => void): Cutter {
  let isTable: boolean | null = null;
  let held: Piece | null = null;
  let count = 0;
  const flush = (): void => {
    if (held) emit(held);
    held = null;
    count = 0;
  };
  const lines = cutLines((piece) => {
    isTable ??= !/[{:<]/.test(piece.text);
    if (!isTable) return emit(piece);
    held = held ? { ...held, text: `${held.text}\n${piece.text}` } : piece;
    if (!isOpen(held.text) || ++count >= longestRow) flush();
  }, null);
  return {
    push: lines.push,
    lines: lines.lines,
    end() {
      const told = lines.end();
      flush();
      return told;
    },
  };
}

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
