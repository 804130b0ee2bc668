import { unprintable } from '../terminal/escape.ts';
import type { Style } from '../terminal/style.ts';

/**
 * A report, an explanation or a list as it is. The report's schema is schema/report.schema.json. What no terminal may get is
 * escaped, and for a reader that would decode it with a Windows code page all that is not ASCII.
 */
export const drawJson = (value: object, style: Style): string => safeJson(`${JSON.stringify(value, null, 2)}\n`, style);

/** The same on one line. */
export const drawJsonLine = (value: object, style: Style): string => safeJson(`${JSON.stringify(value)}\n`, style);

const notAscii = /[^\0-\x7e]/g;
const notPlain = /[^\n\x20-\x7e]/;

/**
 * The same JSON, in which nothing from a log can act on a terminal, or show another text than there is. JSON escapes only the
 * first 32 controls by itself; its own line feeds stay.
 */
const safeJson = (json: string, { platform, unicode }: Style): string =>
  notPlain.test(json)
    ? json.replace(platform !== 'win32' || unicode ? unprintable() : notAscii, (character) =>
        character === '\n' ? character : escaped(character),
      )
    : json;

const escaped = (character: string): string =>
  Array.from({ length: character.length }, (_, at) => unitEscape(character.charCodeAt(at))).join('');

const unitEscape = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
