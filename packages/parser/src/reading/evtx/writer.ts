/** Parts of binary XML, with their values, as text in one line. */
import { checkDepth, type Element, isSlot, mostParts, type Part, type Value, valuesOf } from './parts.ts';

/** UTF-16 units of one event; a template may use a value many times. */
const longestEvent = 1 << 20;

/** A value as text, ready to stand in XML; several where it is an array; null where there is none. */
export type ReadValue = (value: Value, depth: number) => string | readonly string[] | null;

/** Writes parts with the values for their places. @throws RangeError where they lie in themselves, or are longer than any event. */
export type Write = (parts: readonly Part[], values: readonly Value[], depth: number) => string;

export function openWriter(view: DataView, read: ReadValue): Write {
  /** Lists of parts of this event so far. */
  let written = 0;

  const valueAt = (slot: number, values: readonly Value[], depth: number): ReturnType<ReadValue> => {
    const value = values[slot];
    return value ? read(value, depth + 1) : null;
  };

  const tagOf = ({ name, attributes }: Element, values: readonly Value[], depth: number): string => {
    let tag = `<${name}`;
    for (const { name: key, value } of attributes) {
      const [only] = value;
      if (value.length === 1 && isSlot(only)) {
        const one = valueAt(only.slot, values, depth);
        // An attribute whose value is not set is left out.
        if (one !== null) tag += ` ${key}="${first(one)}"`;
      } else tag += ` ${key}="${write(value, values, depth)}"`;
    }
    return tag;
  };

  const elementOf = (element: Element, values: readonly Value[], depth: number): string => {
    const { name, content } = element;
    const tag = tagOf(element, values, depth);
    if (content === null) return `${tag}/>`;
    const [only] = content;
    if (content.length !== 1 || !isSlot(only)) return `${tag}>${write(content, values, depth)}</${name}>`;
    const value = valueAt(only.slot, values, depth);
    // An element around an array is written for each of its values.
    if (Array.isArray(value) && value.length > 1)
      return write(
        value.map((item) => `${tag}>${item}</${name}>`),
        values,
        depth,
      );
    return `${tag}>${first(value)}</${name}>`;
  };

  const partOf = (part: Part, values: readonly Value[], depth: number): string => {
    if (typeof part === 'string') return part;
    if ('slot' in part) return first(valueAt(part.slot, values, depth));
    if ('template' in part) return write(part.template, valuesOf(part, view), depth + 1);
    return elementOf(part, values, depth + 1);
  };

  const write: Write = (parts, values, depth) => {
    checkDepth(depth);
    written = depth === 0 ? 1 : written + 1;
    if (written > mostParts) throw new RangeError('too many parts');
    let text = '';
    for (const part of parts) {
      text += partOf(part, values, depth);
      if (text.length > longestEvent) throw new RangeError('too long');
    }
    return text;
  };
  return write;
}

const first = (value: string | readonly string[] | null): string =>
  typeof value === 'string' ? value : (value?.[0] ?? '');

/** A line feed in a value would begin another line; other control characters are no XML. */
export const escaped = (text: string): string =>
  /[&<>"\0-\x1f\ufffe\uffff]/.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll('\r', '&#13;')
        .replaceAll('\n', '&#10;')
        .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ' ')
    : text;
