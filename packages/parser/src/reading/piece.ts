/** One piece of a file as an entry: of its format, or of one that lives in it. */
import type { Carry, Format } from '../define.ts';
import type { Entry, Piece } from '../model.ts';
import { readJson } from './framings/json-lines.ts';
import { readLine } from './framings/lines.ts';
import { readSection } from './framings/sections.ts';
import { readRow } from './framings/table.ts';
import { readEvent } from './framings/xml-events.ts';

export const isOfLines = (format: Format): boolean => format.framing === 'lines' || format.framing === 'table';

/** True for files that say what they have line by line: one that grows can be read on. */
export const growsByLine = (format: Format): boolean => isOfLines(format) || format.framing === 'json-lines';

/** One piece as an entry of the format or of one that lives in it; null when it is none. */
export function readPiece(format: Format, embeds: readonly Format[], piece: Piece, carry: Carry): Entry | null {
  switch (format.framing) {
    case 'lines':
      for (const embed of embeds) {
        const entry = readLine(embed, piece, carry);
        if (entry) return embed.prepare ? embed.prepare(entry, carry) : entry;
      }
      return readLine(format, piece, carry) ?? readLine({ ...format, head: 'none' }, piece, carry);
    case 'table':
      return readRow(format, piece, carry);
    case 'sections':
      return readSection(format, piece, carry);
    case 'xml-events':
      return readEvent(format, piece);
    case 'json':
    case 'json-lines':
      return readJson(format, piece);
  }
}

/** Lets the format take from an entry what later ones need. */
export function carryOver(format: Format, entry: Entry, carry: Carry): void {
  for (const { has, read } of format.carries ?? [])
    if (entry.pieces.some(({ text }) => text.toLowerCase().includes(has.toLowerCase()))) read(entry, carry);
}
