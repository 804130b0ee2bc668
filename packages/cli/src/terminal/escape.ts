import { systemPath } from '@zoomlog/parser/telling/paths';

/**
 * Whatever is not drawn as itself, one after the other from left to right: controls, bidirectional marks and overrides,
 * invisible characters, line separators, halves of surrogate pairs. Joiners and variation selectors stay:
 * Persian, Indic scripts and emoji need them.
 */
export const unprintable = (): RegExp => {
  // Its sets of Unicode take more than a millisecond to make, and most text is ASCII.
  made ??=
    /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\u{200C}\u{200D}\p{Variation_Selector}]]/gv;
  return made;
};
let made: RegExp | null = null;
const notAscii = /[^\x20-\x7e]/gu;

/** Punctuation in our own prose that has an ASCII form. */
const plainForms: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u2018\u2019]/g, "'"],
  [/[\u201c-\u201e]/g, '"'],
  [/\u2026/g, '...'],
  [/\u2192/g, '->'],
  [/[\u00b7\u2022]/g, '*'],
  [/\u00d7/g, 'x'],
  [/\u2265/g, '>='],
  [/\u2264/g, '<='],
  [/\u00a0/g, ' '],
];

/**
 * Text from a log, a path or the caller, safe to write to a terminal on one line: what is not printable becomes
 * `\x1b` or `\u{202e}`, a tab becomes one blank. With `unicode` off the result is ASCII.
 */
export function printable(text: string, unicode: boolean): string {
  const line = text.replaceAll('\t', ' ');
  return line.search(notAscii) < 0 ? line : line.replace(unicode ? unprintable() : notAscii, escapeCharacter);
}

/** The same for the path of a source, as this system writes it. */
export const printablePath = (path: string, platform: NodeJS.Platform, unicode: boolean): string =>
  printable(systemPath(path, platform), unicode);

/** The same for prose: without Unicode, dashes and quotes become ASCII before the rest is escaped. */
export function prose(text: string, unicode: boolean): string {
  if (unicode) return printable(text, true);
  return printable(
    plainForms.reduce((plain, [from, to]) => plain.replace(from, to), text),
    false,
  );
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0)!;
  const digits = code.toString(16);
  return code <= 0xff ? `\\x${digits.padStart(2, '0')}` : `\\u{${digits}}`;
}
