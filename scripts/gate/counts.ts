/** The counts of a RegExp (`{1,60}`): what would be if they were small, or without an end. */

/** Escapes (`\x41`, `\u{1f600}`, `\p{L}` as one), classes, and counts. */
const parts = /\\[upP]\{[^}]*\}|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\{(\d{1,9})(?:(,)(\d{0,9}))?\}/g;

const mapCounts = (source: string, change: (least: number, most: number, written: string) => string): string =>
  source.replace(parts, (written, least?: string, comma?: string, most?: string) => {
    if (least === undefined) return written;
    const end = comma === undefined ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most);
    return change(Number(least), end, written);
  });

/**
 * Small counts: what takes polynomial time all the same has a quantifier without an end, and no text is short enough for it.
 * The time that large counts take is a factor, which a text shows.
 */
export const withSmallCounts = (source: string): string =>
  mapCounts(source, (least, most, written) => {
    if (most <= 3) return written;
    if (most === Number.POSITIVE_INFINITY) return `{${Math.min(least, 2)},}`;
    return least === most ? '{2}' : `{${Math.min(least, 2)},3}`;
  });

/** No end to large counts: the text that makes this slow is the one to try. */
export const withoutEnds = (source: string): string =>
  mapCounts(source, (least, most, written) => (most <= 8 ? written : `{${Math.min(least, 2)},}`));

/** Whether it repeats anything at all: without a quantifier the time is linear. */
export const hasQuantifier = (source: string): boolean =>
  /[*+?{]/.test(
    source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]/g, '').replace(/\(\?(?:[:=!]|<[=!]|<\w{1,40}>)/g, '('),
  );
