/** Blocks of `Label : value` lines, set apart by blank lines or by the line that begins each; each block is one piece. */
import type { Cutter, Format, Framing, Introduction } from '../../define.ts';
import type { Entry, Field, Piece } from '../../model.ts';
import { addField, makeEntry } from '../entry.ts';
import { cutLinesInto } from './lines.ts';

/** A longer block is cut into several: such tools print a few dozen lines, whole reports a few thousand. */
const longestBlock = 400;
const longestReport = 10_000;
/** UTF-16 units of one block. */
const largestBlock = 4 << 20;
const longestLabel = 60;

interface SectionsOptions {
  /** Whether a line begins a new block, given the lines of the open one. Absent: blank lines set blocks apart. */
  readonly begins?: (line: string, block: readonly string[]) => boolean;
  /** Each block is a file of its own, below the lines that introduce it. */
  readonly nests?: (block: string) => Introduction;
}

export const sections = ({ begins, nests }: SectionsOptions = {}): Framing => ({
  ...(nests ? { nests } : {}),
  cut: (emit) => cutSections(emit, begins),
  read: readSection,
});

function cutSections(emit: (piece: Piece) => void, begins: SectionsOptions['begins']): Cutter {
  const longest = begins ? longestReport : longestBlock;
  let block: string[] = [];
  let size = 0;
  let first = 0;
  const flush = (): void => {
    while (block.at(-1)?.trim() === '') block.pop();
    if (block.length > 0) emit({ line: first, text: block.join('\n') });
    block = [];
    size = 0;
  };
  return cutLinesInto(({ line, text }) => {
    const isBlank = text.trim() === '';
    if (isBlank && (!begins || block.length === 0)) return flush();
    if (begins && !isBlank && block.length > 0 && begins(text, block)) flush();
    if (block.length === 0) first = line;
    block.push(text);
    size += text.length;
    if (block.length >= longest || size >= largestBlock) flush();
  }, flush);
}

/** A block as an entry: its labels, lower-cased, are the fields' keys. */
function readSection(format: Format, piece: Piece): Entry {
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
