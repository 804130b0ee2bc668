/** A log that begins late in its source, below the banner of a wrapper or in a transcript. */
import type { Format } from '../define.ts';
import type { Knowledge } from './classify.ts';
import { type KeptText, linesOf, longestKept } from './kept-text.ts';
import { isPasting } from './pastes.ts';
import { isQuoting } from './quotations.ts';
import { signIn } from './signs.ts';
import { recogniseLate, sniffBytes } from './sniff.ts';

export interface LogStart {
  readonly format: Format;
  /** The part of the source in which it begins. */
  readonly text: string;
  /** Bytes before its first line. */
  readonly from: number;
}

export interface LateLog extends LogStart {
  /** The source as UTF-8, from its start, as far as it has come. */
  readonly utf8: Uint8Array;
  /** Bytes of that which are old. */
  readonly old: number;
}

/**
 * The beginning is looked for in windows of `sniffBytes` that begin so many bytes apart: by their place in the source, so
 * that it is found or not however the bytes arrive. What fits into the overlap stands whole in one of them.
 */
const windowStep = 48 * 1024;

export interface LateLook {
  /** Looks at the windows that are there whole, and were not looked at. */
  whole(text: KeptText): LogStart | null;
  /** Looks at what follows the last of those, and leaves all as it is. */
  rest(text: KeptText): LogStart | null;
}

/** Looks for the beginning of a log, window by window; where the text only quotes one it looks no further. */
export function openLateLook(path: string, knowledge: Knowledge): LateLook {
  let from = 0;
  let isOver = false;
  const isExample = (prose: string): boolean => knowledge.isExample(path, prose);
  const look = (utf8: Uint8Array, to: number): LogStart | 'quoted' | null => {
    // From the first whole line to the last.
    const begin = from === 0 ? 0 : utf8.indexOf(10, from) + 1;
    if (from > 0 && begin === 0) return null;
    const lines = linesOf(utf8.subarray(begin, to), to - begin);
    const text = lines.join('\n');
    // The first bytes were looked at when the source began.
    const format = recogniseLate(text, path, knowledge.formats, begin === 0);
    if (!format) return null;
    const isQuoted =
      isQuoting(lines, format, isExample) || isPasting(linesOf(utf8, to), format, knowledge.formats, isExample);
    if (isQuoted) return 'quoted';
    let first = begin;
    for (let before = signIn(lines, format); before > 0; before--) first = utf8.indexOf(10, first) + 1;
    return { format, text, from: first };
  };
  return {
    whole(text) {
      const most = Math.min(text.size(), longestKept);
      for (; !isOver && from + sniffBytes <= most; from += windowStep) {
        const utf8 = text.all();
        const seen = look(utf8, utf8.lastIndexOf(10, from + sniffBytes - 1) + 1);
        isOver = seen !== null;
        if (seen !== null && seen !== 'quoted') return seen;
      }
      return null;
    },
    rest(text) {
      const seen = isOver ? null : look(text.all(), text.size());
      return seen === 'quoted' ? null : seen;
    },
  };
}
