/**
 * Columns that text takes on a terminal, by the rules of string-width (tests/cli-layout.test.ts compares the two).
 * That package builds its segmenter and emoji patterns as it loads, which is a third of the time that `explain` may
 * take; here text of plain letters and signs never needs them.
 */
import { eastAsianWidth } from 'get-east-asian-width';

/**
 * ASCII, Latin letters, quotes and dashes, and what the faces draw with: a column each, and none joins another. Not the soft
 * hyphen, which has no width.
 */
const plain = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2500-\u257f\u25ba]*$/;

/** Columns of `text`, which must be printable: see escape.ts. */
export const widthOf = (text: string): number => (plain.test(text) ? text.length : full().width(text));

/** What a reader takes for one character each. */
export const charactersOf = (text: string): readonly string[] =>
  plain.test(text) ? text.split('') : full().split(text);

interface Ruler {
  width(text: string): number;
  split(text: string): readonly string[];
}

let ruler: Ruler | null = null;

function full(): Ruler {
  ruler ??= createRuler();
  return ruler;
}

function createRuler(): Ruler {
  const segmenter = new Intl.Segmenter();
  const emoji = /^(?:\p{RGI_Emoji}|\p{Regional_Indicator}|[#*0-9]\u{FE0F}|\p{ExtPict}.*\u{200D}\p{ExtPict})/v;
  const textStyle = /^[\p{Emoji_Presentation}--[\u{10000}-\u{10FFFF}]]\u{FE0E}/v;
  const hangul = /^[\p{Script=Hangul}--[\u{3131}-\u{318E}\u{3200}-\u{32FF}\u{FFA0}-\u{FFDC}]]/v;
  const invisible = /^[\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Default_Ignorable_Code_Point}]/v;

  const characterWidth = (character: string): number => {
    if (textStyle.test(character)) return 1;
    if (emoji.test(character)) return 2;
    // The letters of a Hangul syllable share its block.
    if (hangul.test(character)) return eastAsianWidth(character.codePointAt(0)!);
    const visible = Array.from(character).filter((part) => !invisible.test(part));
    return visible.reduce((sum, part) => sum + eastAsianWidth(part.codePointAt(0)!), 0);
  };
  const split = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  return { split, width: (text) => split(text).reduce((sum, character) => sum + characterWidth(character), 0) };
}
