/**
 * One large JSON document, cut without being held: elements of the format's arrays are pieces, and so is each object
 * of the top level that holds none of them; where the array is named '', it is the whole document. A document that ends in the middle gives what was whole before.
 */
import type { Piece } from '../../model.ts';
import type { Cutter } from './framing.ts';

/** Characters of one piece; a larger one is skipped and the source is then not complete. */
const largestPiece = 16 << 20;

/** Levels that are told apart; what lies deeper is only counted. */
const deepest = 128;

interface Level {
  readonly array: boolean;
  /** The key under which it stands, '' in arrays. */
  readonly key: string;
}

export function cutJson(emit: (piece: Piece) => void, elements: readonly string[]): Cutter {
  const decoder = new TextDecoder();
  const levels: Level[] = [];
  let line = 1;
  let lastUnit = 10;
  let started = false;
  let inString = false;
  let escaped = false;
  let string = '';
  let key = '';
  /** The piece being collected: its text so far, its first line, and the number of levels open around it. */
  let text: string[] = [];
  let size = 0;
  let depth = -1;
  let firstLine = 1;
  let indent = 0;
  /** Units of the current line that earlier chunks held. */
  let column = 0;
  let skipped = 0;
  let emitted = 0;
  /** The document is one array of elements, or one element alone. */
  const isWhole = elements.includes('');
  /** Levels below the deepest that is kept. */
  let deeper = 0;

  /** An element of an array that the format names; '' is the array that is the whole document. */
  const isElement = (): boolean => {
    const parent = levels.at(-1);
    return parent?.array === true && elements.includes(parent.key);
  };

  const scan = (chunk: string): void => {
    let lineStart = -column; // where the current line begins, seen from this chunk
    let from = 0; // start of what belongs to the open piece
    const collect = (to: number): void => {
      if (depth < 0 || to <= from) return;
      size += to - from;
      if (size <= largestPiece) text.push(chunk.slice(from, to));
      else text = [];
    };
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
      switch (unit) {
        case 34: // "
          inString = true;
          string = '';
          break;
        case 58: // :
          key = string;
          break;
        case 123: // {
        case 91: {
          // [
          const opensObject = unit === 123;
          const begins =
            opensObject && depth < 0 && (isElement() || (levels.length === (isWhole ? 0 : 1) && !levels[0]?.array));
          if (begins || (!opensObject && elements.includes(key) && levels.length === 1)) {
            depth = begins ? levels.length : -1;
            text = [];
            size = 0;
            from = i;
            firstLine = line;
            indent = i - lineStart;
          }
          if (levels.length >= deepest) deeper++;
          else levels.push({ array: !opensObject, key });
          key = '';
          started = true;
          break;
        }
        case 125: // }
        case 93: // ]
          if (deeper > 0) {
            deeper--;
            break;
          }
          levels.pop();
          if (depth >= 0 && levels.length === depth) {
            collect(i + 1);
            emitted++;
            if (size <= largestPiece) emit({ line: firstLine, text: text.join(''), ...(indent > 0 ? { indent } : {}) });
            else skipped++;
            text = [];
            depth = -1;
          }
          break;
        default:
      }
    }
    collect(chunk.length);
    column = chunk.length - lineStart;
    if (chunk !== '') lastUnit = chunk.charCodeAt(chunk.length - 1);
  };

  return {
    push: (bytes) => scan(decoder.decode(bytes, { stream: true })),
    lines: () => line - 1,
    end() {
      scan(decoder.decode());
      const notes = [
        ...(skipped > 0 ? [`${skipped} values larger than 16 MiB, skipped`] : []),
        ...(emitted === 0 ? ['contains no complete object'] : []),
        ...(started && levels.length > 0 ? ['the document is truncated; the complete part was read'] : []),
      ];
      return { lines: lastUnit === 10 ? line - 1 : line, note: notes.join('; ') || null };
    },
  };
}
