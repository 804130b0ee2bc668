/** Tables: header lines begin with `#`, each other line is a row of cells set apart by blanks, `-` an empty one. */
import type { Carry, Format, Framing } from '../../define.ts';
import type { Entry, Field, Piece } from '../../model.ts';
import { addField, makeEntry } from '../entry.ts';
import { cutLines } from './lines.ts';

/** @param columns those of a file whose header is missing. */
export const table = ({ columns }: { readonly columns: readonly string[] }): Framing => ({
  searched: true,
  grows: true,
  cut: cutLines,
  read: (format, piece, carry) => readRow(format, piece, carry, columns),
});

/** One row as an entry; header lines are entries without a time and fields: the format's `carries` read the columns from them. */
function readRow(format: Format, piece: Piece, carry: Carry, assumed: readonly string[]): Entry | null {
  const { text } = piece;
  if (text.startsWith('#')) {
    return makeEntry({ format: format.id, pieces: [piece], time: null, level: null, messageStart: 0 }, () => new Map());
  }
  const head = format.head?.read(text);
  if (!head) return null;
  const columns = carry.columns.length > 0 ? carry.columns : assumed;
  return makeEntry(
    { format: format.id, pieces: [piece], time: head.time, level: null, messageStart: head.messageStart },
    () => {
      const fields = new Map<string, Field[]>();
      let index = 0;
      for (const cell of text.matchAll(/\S+/g)) {
        const key = columns[index++];
        if (key === undefined || cell[0] === '-') continue;
        const value = /^\d{1,15}$/.test(cell[0]) ? Number(cell[0]) : cell[0];
        addField(fields, key, { value, piece: 0, start: cell.index, end: cell.index + cell[0].length });
      }
      return fields;
    },
  );
}
