/**
 * One large JSON document, cut without being held: elements of the format's arrays are pieces, and so is each object
 * of the top level that holds none of them; where the array is named '', it is the whole document. A document that ends in the middle gives what was whole before.
 */
import type { Carry, Format, Framing } from '../../define.ts';
import type { Entry } from '../../model.ts';
import { cutJson } from '../json/cutter.ts';
import type { JsonPiece } from '../json/piece.ts';
import { mostValues, readJson, readOwn, readSome } from './json-lines.ts';

interface JsonOptions {
  /** Names of the arrays whose elements are the pieces, in ASCII; '' is one that is the whole document. */
  readonly elements: readonly string[];
  /** A whole document without a piece lacks nothing. */
  readonly mayBeEmpty?: boolean;
  /** The fields that are read, where a piece holds many that nobody asks for, before those that matter. */
  readonly only?: readonly string[];
  /** Reads a piece instead of that. */
  readonly read?: (format: Format, piece: JsonPiece, carry: Carry) => Entry | null;
  /**
   * As in Framing: the names of the object's own fields that the format prepares an entry with, as `only` has them or in
   * lower case. No chain of the format is known by what a piece writes in escapes.
   */
  readonly sifted?: readonly string[];
}

export const json = ({ elements, only, mayBeEmpty = false, read, sifted }: JsonOptions): Framing => ({
  cut: (emit, search) => cutJson((piece) => emit(piece, piece.canMatter), { elements, mayBeEmpty }, search),
  read(format, piece, carry) {
    const { canMatter, mostValues: values } = piece as JsonPiece;
    if (read) return read(format, piece as JsonPiece, carry);
    const isIdle = sifted !== undefined && canMatter === false;
    if (only) return readSome(format, piece, isIdle ? sifted : only);
    return isIdle && values < mostValues ? readOwn(format, piece, sifted) : readJson(format, piece);
  },
  ...(sifted ? { sifted: true } : {}),
});
