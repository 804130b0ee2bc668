/** What a format makes of an entry before it is chained. */

import type { Carry, Format } from '../define.ts';
import type { Entry, Piece } from '../model.ts';
import { withSpeaker } from './entry.ts';

/** The entry as its format prepares it; null where the format drops it. */
export const preparedBy = (format: Format, read: Entry, carry: Carry): Entry | null =>
  read.format === format.id && format.prepare ? format.prepare(read, carry) : read;

/** A prepared entry with who says it and where, as the entry tells before it is prepared, and in which context. */
export function spokenBy(format: Format, read: Entry, prepared: Entry): Entry {
  if (read.format !== format.id) return prepared;
  const witness = format.witness?.(read) ?? null;
  const host = format.host?.(read) ?? null;
  const context = format.context?.(prepared) ?? null;
  if (witness === null && host === null && context === null) return prepared;
  return withSpeaker(prepared, {
    ...(witness === null ? {} : { witness }),
    ...(host === null ? {} : { host }),
    ...(context === null ? {} : { context }),
    ...(format.attests ? { isAttested: true } : {}),
  });
}

/** The entry of a piece as it is chained; null when it is none. */
export function entryOf(format: Format, piece: Piece, carry: Carry, embeds: readonly Format[]): Entry | null {
  const read = format.framing.read(format, piece, carry, embeds);
  const prepared = read && preparedBy(format, read, carry);
  return prepared && spokenBy(format, read, prepared);
}
