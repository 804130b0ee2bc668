/** Elements of one name (`<Event>…</Event>`), however they are wrapped, indented or strung together; each is one piece. */
import { SaxesParser } from 'saxes';
import type { Cutter, Format, Framing } from '../../define.ts';
import type { Entry, Field, Piece, Time } from '../../model.ts';
import { addField, makeEntry } from '../entry.ts';
import { isoTime } from '../time.ts';
import { openCommentRemover } from './xml-comments.ts';

/** Bytes that are decoded at once. */
const stretch = 1 << 16;

/** Characters of one element; a longer one is skipped and the source is then not complete. */
const largestEvent = 1 << 20;

/** @param name of the elements. */
export const xmlEvents = (name: string): Framing => ({
  cut: (emit) => cutEvents(emit, name),
  read: readEvent,
  // A busy log has hundreds of thousands of events that have nothing to do with Zoom.
  skim: {
    /** A word may be written in numeric entities. */
    hides: (text) => text.includes('&#'),
    timeOf: eventTime,
    malformed: ['event is not well-formed XML', 'events are not well-formed XML'],
  },
});

function cutEvents(emit: (piece: Piece) => void, name: string): Cutter {
  const opening = new RegExp(`<${name}(?=[\\s>])`, 'g');
  const closing = `</${name}>`;
  const decoder = new TextDecoder();
  const comments = openCommentRemover();
  let held = '';
  /** Line on which `held` begins. */
  let line = 1;
  /** Units of that line before it. */
  let indent = 0;
  let inside = false;
  let skipped = 0;
  let cut = 0;
  let endsInLine = false;

  const drop = (count: number): void => {
    indent += count;
    const dropped = held.slice(0, count);
    for (let at = dropped.indexOf('\n'); at >= 0; at = dropped.indexOf('\n', at + 1)) {
      line++;
      indent = count - at - 1;
    }
    held = held.slice(count);
  };

  const scan = (): void => {
    for (;;) {
      if (!inside) {
        opening.lastIndex = 0;
        const at = opening.exec(held)?.index ?? -1;
        // The last characters may be the beginning of a tag.
        drop(at < 0 ? Math.max(0, held.length - closing.length) : at);
        if (at < 0) return;
        inside = true;
      }
      const end = held.indexOf(closing);
      if (end < 0) {
        if (held.length <= largestEvent) return;
        skipped++;
        drop(held.length - closing.length);
        inside = false;
        return;
      }
      const start = lastOpening(opening, held, end);
      if (start > 0) {
        cut++;
        drop(start);
      }
      const length = end - start + closing.length;
      emit({ line, text: held.slice(0, length), ...(indent > 0 ? { indent } : {}) });
      drop(length);
      inside = false;
    }
  };

  return {
    push(bytes) {
      if (bytes.length > 0) endsInLine = bytes.at(-1) !== 10;
      // V8 keeps long strings until a full collection: short ones go with the next small one.
      for (let at = 0; at < bytes.length; at += stretch) {
        held += comments.push(decoder.decode(bytes.subarray(at, at + stretch), { stream: true }));
        scan();
      }
    },
    lines: () => line - 1,
    end() {
      held += comments.push(decoder.decode());
      const isInComment = comments.isOpen();
      held += comments.end();
      scan();
      const notes = [
        ...(skipped > 0 ? [`${skipped} events larger than 1 MiB, skipped`] : []),
        ...(cut > 0 ? [`${cut} ${cut === 1 ? 'event is' : 'events are'} truncated`] : []),
        ...(isInComment ? ['a comment has no end: what follows it was not read'] : []),
        ...(inside ? ['the last event is truncated'] : []),
      ];
      drop(held.length);
      return { lines: endsInLine ? line : line - 1, note: notes.join('; ') || null };
    },
  };
}

/** When an event was written, without reading the rest of it. */
function eventTime(text: string): Time | null {
  const stamp = /<TimeCreated\s[^>]{0,20}SystemTime=["']([^"']{1,40})/.exec(text)?.[1];
  return stamp === undefined ? null : isoTime(stamp, 'utc');
}

/** Elements of an event's `System` and the attributes worth a field. */
const systemKeys: Readonly<Record<string, string>> = {
  EventID: 'eventid',
  Level: 'level',
  Channel: 'channel',
  Computer: 'computer',
};

/** Where the raw value of each attribute of the present tag begins and ends; entities may be in it. */
function placeAttributes(
  parser: SaxesParser,
  text: string,
): ReadonlyMap<string, readonly [start: number, end: number]> {
  const places = new Map<string, readonly [start: number, end: number]>();
  let from = 0;
  parser.on('opentagstart', () => {
    places.clear();
    from = parser.position;
  });
  parser.on('attribute', ({ name, value }) => {
    const raw = text.slice(from, parser.position);
    const at = raw.lastIndexOf(value);
    const quote = raw.search(/["']/);
    places.set(name, at < 0 ? [from + quote + 1, parser.position - 1] : [from + at, from + at + value.length]);
    from = parser.position;
  });
  return places;
}

/** Where the last element begins before `end`: one that ended nowhere stands before it. */
function lastOpening(opening: RegExp, text: string, end: number): number {
  let last = 0;
  for (opening.lastIndex = 1; ; ) {
    const match = opening.exec(text);
    if (!match || match.index >= end) return last;
    last = match.index;
  }
}

/**
 * One element as an entry, or null when it is no well-formed XML. `Data` elements are fields under their names, or
 * `data1`, `data2`, …; in `UserData`, and in a document that is no event, each element is a field under its own name, and
 * each attribute under `element.attribute` (`<prop name="a" value="b"/>`: `a`).
 */
function readEvent(format: Format, piece: Piece): Entry | null {
  const fields = new Map<string, Field[]>();
  const { text } = piece;
  const parser = new SaxesParser({ position: true, xmlns: false });
  const isEvent = text.startsWith('<Event');
  let isFree = !isEvent;
  let opened = 0;
  let content = '';
  let dataKey = '';
  let unnamed = 0;
  let stamp: string | null = null;

  const add = (key: string, value: string, start: number, length: number): void => {
    const plain = /^\d{1,15}$/.test(value) ? Number(value) : value;
    const from = Math.max(0, start);
    addField(fields, key, { value: plain, piece: 0, start: from, end: from + length });
  };

  // The first error tells; each further character could be one more.
  parser.on('error', (error) => {
    throw error;
  });
  const places = placeAttributes(parser, text);
  parser.on('opentag', (tag) => {
    opened = parser.position;
    content = '';
    const attributes = tag.attributes as Record<string, string>;
    const addAttribute = (key: string, name: string): void => {
      const [start, end] = places.get(name) ?? [opened, opened];
      add(key, attributes[name]!, start, end - start);
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
    if (tag.name === 'Data' && !isFree)
      dataKey = name === undefined || name === '' ? `data${++unnamed}` : name.toLowerCase();
    else dataKey = isFree ? tag.name.toLowerCase() : (systemKeys[tag.name] ?? '');
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
      add(dataKey, content.trim(), opened + (raw.length - raw.trimStart().length), raw.trim().length);
    }
    dataKey = '';
    content = '';
  });
  try {
    parser.write(text).close();
  } catch {
    return null;
  }
  if (isEvent && !fields.has('eventid')) return null;
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
