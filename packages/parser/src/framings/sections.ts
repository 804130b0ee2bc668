/** Blocks of `Label : value` lines, set apart by blank lines; each block is one piece. */
import type { Carry, Format } from '../define.ts';
import { addField, makeEntry } from '../entry.ts';
import type { Entry, Field, Piece } from '../model.ts';
import type { Cutter } from './framing.ts';
import { cutLines } from './lines.ts';

/** A longer block is cut into several: such tools print a few dozen lines. */
const longestBlock = 400;
const longestLabel = 60;

export function cutSections(emit: (piece: Piece) => void): Cutter {
  let block: string[] = [];
  let first = 0;
  const flush = (): void => {
    if (block.length > 0) emit({ line: first, text: block.join('\n') });
    block = [];
  };
  const lines = cutLines(({ line, text }) => {
    if (text.trim() === '') return flush();
    if (block.length === 0) first = line;
    block.push(text);
    if (block.length >= longestBlock) flush();
  }, null);
  return {
    push: lines.push,
    end() {
      const result = lines.end();
      flush();
      return result;
    },
  };
}

/** A block as an entry: its labels, lower-cased, are the fields' keys. */
export function readSection(format: Format, piece: Piece, _carry: Carry): Entry {
  return makeEntry({ format: format.id, pieces: [piece], time: null, level: null, messageStart: 0 }, () => {
    const fields = new Map<string, Field[]>();
    let offset = 0;
    for (const line of piece.text.split('\n')) {
      const colon = line.search(/[:：]/);
      const label = colon < 0 ? '' : line.slice(0, colon).trim();
      const text = colon < 0 ? '' : line.slice(colon + 1).trim();
      if (label !== '' && label.length <= longestLabel && text !== '') {
        const start = offset + line.indexOf(label);
        const value = /^-?\d{1,15}$/.test(text) ? Number(text) : text;
        addField(fields, label.toLowerCase(), { value, piece: 0, start, end: offset + line.trimEnd().length });
      }
      offset += line.length + 1;
    }
    return fields;
  });
}
