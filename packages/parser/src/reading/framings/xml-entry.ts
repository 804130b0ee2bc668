/** One element of XML as an entry. */
import { SaxesParser } from 'saxes';
import type { Format } from '../../define.ts';
import type { Entry, Field, Piece } from '../../model.ts';
import { makeEntry } from '../entry.ts';
import { isoTime } from '../time.ts';
import { addValue, type ElementFields, openKeys, readPlainEvent } from './xml-plain.ts';

/** Where an attribute is written, from the end of the one before it. */
interface Written {
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** The attributes of the tag that ends at `end`, by name. */
function attributesIn(text: string, tag: string, end: number): ReadonlyMap<string, Written> {
  const written = new Map<string, Written>();
  // No `<` stands in a tag.
  const begin = text.lastIndexOf('<', end - 1) + 1 + tag.length;
  let from = begin;
  const attribute = /(?<=\s)([^\s=]{1,200})\s{0,40}=\s{0,40}(?:"[^"]*"|'[^']*')/g;
  for (const { 0: raw, 1: name = '', index } of text.slice(begin, end).matchAll(attribute)) {
    const start = begin + index;
    written.set(name, { from, start, end: start + raw.length });
    from = start + raw.length;
  }
  return written;
}

/** Where its value stands; all that is between the quotes, where it is written in another way. */
function placeOf(text: string, written: Written | undefined, value: string, end: number): readonly [number, number] {
  if (!written) return [end, end];
  const at = text.slice(written.start, written.end).lastIndexOf(value);
  if (at >= 0) return [written.start + at, written.start + at + value.length];
  return [written.from + text.slice(written.from, written.end).search(/["']/) + 1, written.end - 1];
}

/**
 * One element as an entry, or null when it is no well-formed XML. `Data` elements are fields under their names, or
 * `data1`, `data2`, …; in `UserData`, and in a document that is no event, each element is a field under its own name, and
 * each attribute under `element.attribute` (`<prop name="a" value="b"/>`: `a`).
 */
export function readEvent(format: Format, piece: Piece): Entry | null {
  const { text } = piece;
  const isEvent = text.startsWith('<Event');
  const read = (isEvent ? readPlainEvent(text) : null) ?? parsedElement(text);
  if (!read || (isEvent && !read.fields.has('eventid'))) return null;
  const { fields, stamp } = read;
  return makeEntry(
    {
      format: format.id,
      pieces: [piece],
      ...(text.includes('&#')
        ? {
            plain: [...fields.values()]
              .flat()
              .map(({ value }) => value)
              .join('\n'),
          }
        : {}),
      time: stamp === null ? null : isoTime(stamp, 'utc'),
      level: null,
      messageStart: 0,
    },
    () => fields,
  );
}

/** Any element, by a parser of XML; null when it is not well-formed. */
export function parsedElement(text: string): ElementFields | null {
  const fields = new Map<string, Field[]>();
  const parser = new SaxesParser({ position: true, xmlns: false });
  const keyOf = openKeys();
  let isFree = !text.startsWith('<Event');
  let opened = 0;
  let content = '';
  let dataKey = '';
  let stamp: string | null = null;

  // The first error tells; each further character could be one more.
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    opened = parser.position;
    content = '';
    const attributes = tag.attributes as Record<string, string>;
    let written: ReadonlyMap<string, Written> | null = null;
    const addAttribute = (key: string, name: string): void => {
      written ??= attributesIn(text, tag.name, opened);
      const [start, end] = placeOf(text, written.get(name), attributes[name]!, opened);
      addValue(fields, key, attributes[name]!, start, end - start);
    };
    const { Name: name } = attributes;
    if (isFree) {
      if (attributes.name !== undefined && attributes.value !== undefined)
        addAttribute(attributes.name.toLowerCase(), 'value');
      else for (const key of Object.keys(attributes)) addAttribute(`${tag.name}.${key}`.toLowerCase(), key);
    }
    if (tag.name === 'UserData') isFree = true;
    if (tag.name === 'Provider' && name !== undefined) addAttribute('provider', 'Name');
    if (tag.name === 'TimeCreated') stamp = attributes.SystemTime ?? null;
    if (tag.name === 'Execution' && attributes.ProcessID !== undefined) addAttribute('processid', 'ProcessID');
    dataKey = isFree ? tag.name.toLowerCase() : keyOf(tag.name, name);
  });
  parser.on('text', (part) => {
    content += part;
  });
  parser.on('cdata', (part) => {
    content += part;
  });
  parser.on('closetag', (tag) => {
    if (tag.name === 'UserData') isFree = false;
    if (dataKey !== '' && content.trim() !== '') {
      const raw = text.slice(opened, parser.position - `</${tag.name}>`.length);
      addValue(fields, dataKey, content.trim(), opened + (raw.length - raw.trimStart().length), raw.trim().length);
    }
    dataKey = '';
    content = '';
  });
  try {
    parser.write(text).close();
  } catch {
    return null;
  }
  return { fields, stamp };
}
