/** Tokens that the heads of several formats are made of, and how more are made. */
import { createToken, type TokenType } from 'chevrotain';

/** The mode of the lexer in which everything is message. */
export const afterHead = 'afterHead';

/**
 * Chevrotain dispatches on the first character and cannot work that out for complement sets. This hint names every
 * UTF-16 unit: each below 256, and above that one of every bucket of 255 units that its tables use.
 */
export const anyCharacter = {
  start_chars_hint: Array.from({ length: 768 }, (_, i) => (i < 256 ? i : 256 + (i - 256) * 128)).filter(
    (unit) => unit <= 0xffff,
  ),
};

export const token = (pattern: RegExp, more: object = {}): TokenType =>
  createToken({ name: pattern.source, pattern, ...more });

/** The last token of a head: what follows is message, whatever it looks like. */
export const lastToken = (pattern: RegExp, more: object = {}): TokenType =>
  token(pattern, { ...more, push_mode: afterHead });

/** All that remains, as one token: prose is never tokenised here. */
export const rest = token(/[\s\S]+/, { ...anyCharacter, line_breaks: true });

export const gap = token(/[ \t]+/);
export const tab = token(/\t/);
export const open = token(/\[/);
export const close = token(/\]/);

/** `04/14/2015` month first. */
export const usDate = token(/\d{2}\/\d{2}\/\d{4}/);
/** `2026-03-06`, `2026/03/06`. */
export const isoDate = token(/\d{4}[-/]\d{1,2}[-/]\d{1,2}/);
/** `T` between date and clock. */
export const dateJoin = token(/T/);
/** `12:32:25:079` colon before the milliseconds. */
export const colonClock = token(/\d{2}:\d{2}:\d{2}:\d{1,3}/);
export const clock = token(/\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?/);
export const zone = token(/Z|[+-]\d{2}:?(?:\d{2})?/);

/** `[708:4871:2701066708]`, `[10284:6264 ]`. */
export const ids = token(/\[\d+(?::[0-9A-Fa-f]+)* *\]/);
