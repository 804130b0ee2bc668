/** JSON that may end anywhere, as a log does that was cut: what was whole before the cut. */

/** Levels that are closed after a cut. */
const deepest = 64;

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** The object that `text` begins with, or null; what follows it is ignored, and what a cut left unfinished is left out. */
export function parseCutObject(text: string): Record<string, unknown> | null {
  const from = text.search(/\S/);
  if (from < 0 || text[from] !== '{') return null;
  const { end, closing } = wholePart(text, from);
  if (end <= from) return null;
  try {
    return JSON.parse(text.slice(from, end) + closing) as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** True when the bracket at `from` is closed. */
export function closesAt(text: string, from: number): boolean {
  const { end, closing } = wholePart(text, from);
  return end > from && closing === '';
}

/** How far the text is whole, and the brackets that are open there. */
function wholePart(text: string, from: number): { end: number; closing: string } {
  const open: string[] = [];
  let whole = { end: from, closing: '' };
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const sign = text[at]!;
    if (inString) {
      if (sign === '\\') at++;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') {
      if (open.length >= deepest) return whole;
      open.push(closers[sign]!);
      whole = { end: at + 1, closing: open.toReversed().join('') };
    } else if (sign === '}' || sign === ']') {
      if (open.pop() !== sign) return whole;
      whole = { end: at + 1, closing: open.toReversed().join('') };
      if (open.length === 0) return whole;
    } else if (sign === ',') whole = { end: at, closing: open.toReversed().join('') };
  }
  return whole;
}
