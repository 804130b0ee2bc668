/** Whether a field is as a pattern wants it. */
import type { Matcher } from '../define.ts';
import type { Field } from '../model.ts';
import { lowerUnit } from './text-search.ts';

export function passes(field: Field, matcher: Matcher): boolean {
  const { value } = field;
  if (Array.isArray(matcher)) return matcher.some((wanted) => sameValue(wanted, value));
  if (matcher instanceof RegExp) return matcher.test(String(value));
  const number = Number(value);
  if (String(value).trim() === '' || !Number.isFinite(number)) return false;
  if ('ports' in matcher)
    return matcher.ports.some((port) =>
      typeof port === 'number' ? number === port : number >= port[0] && number <= port[1],
    );
  const range = matcher as { min?: number; max?: number; abs?: true };
  const size = range.abs ? Math.abs(number) : number;
  return size >= (range.min ?? -Infinity) && size <= (range.max ?? Infinity);
}

/** Words compare without case; numbers by value, however they are written. */
function sameValue(wanted: string | number, value: string | number): boolean {
  if (typeof wanted === 'string') return sameWord(wanted, String(value));
  return typeof value === 'number' ? value === wanted : value.trim() !== '' && Number(value) === wanted;
}

function sameWord(wanted: string, word: string): boolean {
  if (wanted === word) return true;
  // Most words end in another letter, and nothing is made for those.
  const [last, lastWanted] = [word.charCodeAt(word.length - 1), wanted.charCodeAt(wanted.length - 1)];
  if (last < 0x80 && lastWanted < 0x80 && lowerUnit(last) !== lowerUnit(lastWanted)) return false;
  return word.toLowerCase() === wanted.toLowerCase();
}
