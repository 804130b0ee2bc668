/** Records of named fields: JSON objects on one line or on several, or a line for each of their fields. */
import type { Cutter, Format, Framing } from '../../define.ts';
import type { Entry, Field, Piece, Time } from '../../model.ts';
import { addField, makeEntry } from '../entry.ts';
import { jsonLines, readJson, timed } from './json-lines.ts';
import { cutLinesInto } from './lines.ts';

/** Lines and UTF-16 units of one record; what is longer is cut into several. */
const mostLines = 400;
const mostUnits = 1 << 20;

interface FieldRecordsOptions {
  /** Whether a line begins a record of fields. */
  readonly begins: RegExp;
  /** When a record was written. */
  timeOf(entry: Entry): Time | null;
}

const object = /^\s{0,40}(?:\x1e|data: |\[)?\s{0,4}\{/;

export const fieldRecords = ({ begins, timeOf }: FieldRecordsOptions): Framing => {
  const onLines = jsonLines(timeOf);
  return {
    grows: true,
    cut: (emit) => cutRecords(emit, begins),
    read: (format, piece) =>
      timed(object.test(piece.text) ? readJson(format, piece) : readFields(format, piece), timeOf),
    // Where records of several lines follow, they are read as such.
    as: (head) => (isWholeObject(/\S.*/.exec(head)?.[0] ?? '') && !openObject.test(head) ? onLines : null),
  };
};

/** A line on which an object begins and does not end. */
const openObject = /^[ \t]{0,40}\{[ \t\r]{0,40}$/m;

const isWholeObject = (line: string): boolean => object.test(line) && /\}[\],\s]{0,8}$/.test(line);

function cutRecords(emit: (piece: Piece) => void, begins: RegExp): Cutter {
  let open: string[] = [];
  let size = 0;
  let first = 0;
  const flush = (): void => {
    if (open.length > 0) emit({ line: first, text: open.join('\n') });
    open = [];
    size = 0;
  };
  return cutLinesInto((piece) => {
    const { line, text } = piece;
    if (isWholeObject(text)) {
      flush();
      return emit(piece);
    }
    if (text.trim() === '') return flush();
    if (object.test(text) ? /^\s{0,4}\{\s*$/.test(text) || text.includes('"') : begins.test(text)) flush();
    if (open.length === 0) first = line;
    open.push(text);
    size += text.length;
    if (/^\},?\s*$/.test(text) || open.length >= mostLines || size >= mostUnits) flush();
  }, flush);
}

/** `    KEY=value` lines as fields, lower-cased as those of the JSON; null when there are none. */
function readFields(format: Format, piece: Piece): Entry | null {
  const pattern = /^[ \t]{0,8}([A-Z_][A-Z_\d]{1,63})=(.*)$/gm;
  if (!/^[ \t]{0,8}[A-Z_][A-Z_\d]{1,63}=/m.test(piece.text)) return null;
  return makeEntry({ format: format.id, pieces: [piece], time: null, level: null, messageStart: 0 }, () => {
    const fields = new Map<string, Field[]>();
    for (const told of piece.text.matchAll(pattern)) {
      const [whole, key = '', value = ''] = told;
      addField(fields, key.toLowerCase(), { value, piece: 0, start: told.index, end: told.index + whole.length });
    }
    return fields;
  });
}
