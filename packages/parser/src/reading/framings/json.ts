/**
 * One large JSON document, cut without being held: elements of the format's arrays are pieces, and so is each object
 * of the top level that holds none of them; where the array is named '', it is the whole document. A document that ends in the middle gives what was whole before.
 */
import type { Cutter, Framing } from '../../define.ts';
import type { Piece } from '../../model.ts';
import { joinNotes, truncated } from '../notes.ts';
import { readJson, readSome } from './json-lines.ts';

/** Characters of one piece; a larger one is skipped and the source is then not complete. */
const largestPiece = 16 << 20;

/** Levels that are told apart; what lies deeper is only counted. */
const deepest = 128;

interface Level {
  readonly array: boolean;
  /** The key under which it stands, '' in arrays. */
  readonly key: string;
}

/**
 * @param elements names of the arrays whose elements are the pieces; '' is one that is the whole document.
 * @param only the fields that are read, where a piece holds many that nobody asks for, before those that matter.
 * @param mayBeEmpty a whole document without a piece lacks nothing.
 */
export const json = ({
  elements,
  only,
  mayBeEmpty = false,
}: {
  readonly elements: readonly string[];
  readonly mayBeEmpty?: boolean;
  readonly only?: readonly string[];
}): Framing => ({
  cut: (emit) => cutJson(emit, elements, mayBeEmpty),
  read: only ? (format, piece) => readSome(format, piece, only) : readJson,
});

function cutJson(emit: (piece: Piece) => void, elements: readonly string[], mayBeEmpty: boolean): Cutter {
  const decoder = new TextDecoder();
  const levels: Level[] = [];
  /** Levels below the deepest that is kept. */
  let deeper = 0;
  const open = openPiece(emit);
  let line = 1;
  /** Units of the current line that earlier chunks held. */
  let column = 0;
  let lastUnit = 10;
  let started = false;
  let inString = false;
  let escaped = false;
  let string = '';
  let key = '';
  const grammar = openGrammar();
  let sawElements = false;
  /** The document is one array of elements, or one element alone. */
  const isWhole = elements.includes('');

  /** An element of an array that the format names; '' is the array that is the whole document. */
  const isElement = (): boolean => {
    const parent = levels.at(-1);
    return parent?.array === true && elements.includes(parent.key);
  };

  const descend = (array: boolean, at: number, lineStart: number): void => {
    const isTop = levels.length === (isWhole ? 0 : 1) && !levels[0]?.array;
    if (array && elements.includes(key)) sawElements = true;
    if (!array && !open.isOpen() && (isElement() || isTop)) open.begin(at, levels.length, line, at - lineStart, isTop);
    else if (array && elements.includes(key) && levels.length <= 2) open.drop();
    if (levels.length >= deepest) deeper++;
    else levels.push({ array, key });
    key = '';
    started = true;
  };

  const ascend = (chunk: string, end: number): void => {
    if (deeper > 0) {
      deeper--;
      return;
    }
    levels.pop();
    open.ascended(chunk, end, levels.length);
  };

  const scan = (chunk: string): void => {
    let lineStart = -column; // where the current line begins, seen from this chunk
    for (let i = 0; i < chunk.length; i++) {
      const unit = chunk.charCodeAt(i);
      if (unit === 10) {
        line++;
        lineStart = i + 1;
      }
      if (inString) {
        if (escaped) escaped = false;
        else if (unit === 92) escaped = true;
        else if (unit === 34) inString = false;
        else if (string.length < 256) string += chunk[i];
        continue;
      }
      if (unit > 32) grammar.take(unit, levels);
      if (unit === 34) [inString, string] = [true, ''];
      else if (unit === 58) key = string;
      else if (unit === 123 || unit === 91) descend(unit === 91, i, lineStart);
      else if (unit === 125 || unit === 93) ascend(chunk, i + 1);
    }
    open.chunkEnded(chunk);
    column = chunk.length - lineStart;
    if (chunk !== '') lastUnit = chunk.charCodeAt(chunk.length - 1);
  };

  return {
    push: (bytes) => scan(decoder.decode(bytes, { stream: true })),
    lines: () => line - 1,
    end() {
      scan(decoder.decode());
      const cut = started && levels.length > 0 ? truncated : null;
      const isEmpty = mayBeEmpty && sawElements && cut === null;
      const note = joinNotes([...open.notes(isEmpty), cut, grammar.note()]);
      return { lines: lastUnit === 10 ? line - 1 : line, note };
    },
  };
}

/** Sees what stands outside strings: a comma that nothing follows, values with none between them, brackets that do not fit. */
function openGrammar() {
  let last = 0;
  let isBroken = false;
  return {
    take(unit: number, levels: readonly Level[]): void {
      const closes = unit === 125 || unit === 93;
      const begins = unit === 34 || unit === 123 || unit === 91;
      const isAmiss =
        last === 44
          ? closes || unit === 44
          : (begins && (last === 34 || last === 125 || last === 93)) ||
            (closes && (unit === 93) !== levels.at(-1)?.array);
      if (isAmiss && levels.length > 0 && levels.length < deepest) isBroken = true;
      last = unit;
    },
    note: () => (isBroken ? 'the document is not valid JSON, as if edited or damaged' : null),
  };
}

interface OpenPiece {
  isOpen(): boolean;
  /** From `at` in the present chunk on; `around` is the number of levels open around it. */
  begin(at: number, around: number, line: number, indent: number, canHold: boolean): void;
  /** It turns out to be no piece, if it is one that can hold some. */
  drop(): void;
  /** A level has ended before `end`, and so has the piece if `around` levels are left. */
  ascended(chunk: string, end: number, around: number): void;
  chunkEnded(chunk: string): void;
  notes(isEmpty: boolean): (string | null)[];
}

/** The piece that is being collected, over all chunks in which it lies. */
function openPiece(emit: (piece: Piece) => void): OpenPiece {
  let text: string[] = [];
  let size = 0;
  /** Where in the present chunk it begins. */
  let from = 0;
  let depth = -1;
  let firstLine = 1;
  let column = 0;
  /** It is none of the elements. */
  let mayHold = false;
  let skipped = 0;
  let emitted = 0;

  const collect = (chunk: string, end: number): void => {
    if (depth < 0 || end <= from) return;
    size += end - from;
    if (size <= largestPiece) text.push(chunk.slice(from, end));
    else text = [];
  };

  return {
    isOpen: () => depth >= 0,
    begin(at, around, line, indent, canHold) {
      [text, size, from, depth, firstLine, column, mayHold] = [[], 0, at, around, line, indent, canHold];
    },
    drop() {
      if (!mayHold) return;
      text = [];
      depth = -1;
    },
    ascended(chunk, end, around) {
      if (depth < 0 || around !== depth) return;
      collect(chunk, end);
      emitted++;
      if (size > largestPiece) skipped++;
      else emit({ line: firstLine, text: text.join(''), ...(column > 0 ? { indent: column } : {}) });
      text = [];
      depth = -1;
    },
    chunkEnded(chunk) {
      collect(chunk, chunk.length);
      from = 0;
    },
    notes: (isEmpty) => [
      skipped > 0 ? `${skipped} values larger than 16 MiB, skipped` : null,
      emitted === 0 && !isEmpty ? 'no whole object in it' : null,
    ],
  };
}
