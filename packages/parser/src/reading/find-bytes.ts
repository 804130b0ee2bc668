/** One word over bytes. */

/** Where the word stands first within `bytes[from..to)`; -1 when it does not. */
export type FindBytes = (bytes: Uint8Array, from: number, to: number) => number;

/** Finds an ASCII word of one byte or more, its case as given: by the bad characters of Boyer, Moore and Horspool. */
export function finderOf(word: string): FindBytes {
  const wanted = new TextEncoder().encode(word);
  const last = wanted.length - 1;
  const jumps = new Uint8Array(256).fill(Math.min(255, wanted.length));
  for (let at = 0; at < last; at++) jumps[wanted[at]!] = Math.min(255, last - at);
  return (bytes, from, to) => {
    for (let end = from + last; end < to; end += jumps[bytes[end]!]!) {
      let at = last;
      while (at >= 0 && bytes[end - last + at] === wanted[at]) at--;
      if (at < 0) return end - last;
    }
    return -1;
  };
}
