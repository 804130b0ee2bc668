/** What a byte means in a JSON document, as numbers for the tables of its cutter. */

export const blank = 0;
/** Of a number or a word. */
export const plain = 1;
export const lineFeed = 2;
export const quote = 3;
export const comma = 4;
export const colon = 5;
export const beginObject = 6;
export const beginArray = 7;
export const endObject = 8;
export const endArray = 9;
export const backslash = 10;
/** Of a character beyond ASCII. */
export const high = 11;

const written: Readonly<Record<string, number>> = {
  '\n': lineFeed,
  '"': quote,
  ',': comma,
  ':': colon,
  '{': beginObject,
  '[': beginArray,
  '}': endObject,
  ']': endArray,
};

/** By the byte, outside strings; a backslash is as any other there. */
export const signs = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 ? high : (written[String.fromCharCode(byte)] ?? (byte <= 32 ? blank : plain)),
);

/** By the byte, in a string: blank is what means nothing there. */
export const signsInString = Uint8Array.from({ length: 256 }, (_, byte) => {
  const sign = byte === 0x5c ? backslash : signs[byte]!;
  return sign === lineFeed || sign === quote || sign === backslash || sign === high ? sign : blank;
});

/** What is wrong with `sign` behind `last`: nothing, all, or that it does not close what is open (an object, an array). */
const closesArray = 3;
export const [fits, isWrong, closesObject] = [0, 1, 2];

const ruleOf = (last: number, sign: number): number => {
  const closes = sign === endObject || sign === endArray;
  if (last === comma) return closes || sign === comma ? isWrong : fits;
  if (closes) return sign === endObject ? closesObject : closesArray;
  const begins = sign === quote || sign === beginObject || sign === beginArray;
  return begins && (last === quote || last === endObject || last === endArray) ? isWrong : fits;
};

/** By `last * 16 + sign`: a comma that nothing follows, values with none between them, brackets that may not fit. */
export const rules = Uint8Array.from({ length: 256 }, (_, pair) => ruleOf(pair >> 4, pair & 15));
