/** Elements of one name (`<Event>…</Event>`), however they are wrapped, indented or strung together; each is one piece. */
import type { Cutter, Framing, LineSearch } from '../../define.ts';
import type { Piece, Time } from '../../model.ts';
import { finderOf } from '../find-bytes.ts';
import { isoTime } from '../time.ts';
import { openHeldText } from './held-text.ts';
import { openCommentRemover } from './xml-comments.ts';
import { readEvent } from './xml-entry.ts';
import { openStampSpan } from './xml-stamps.ts';

/** Bytes of one element; a longer one is skipped and the source is then not complete. */
const largestEvent = 1 << 20;

/** @param name of the elements. */
export const xmlEvents = (name: string): Framing => ({
  cut: (emit, search, dated) => cutEvents(name, emit, search, dated),
  read: readEvent,
  // A busy log has hundreds of thousands of events that have nothing to do with Zoom.
  skim: {
    // A number is the whole of a value, or how it begins: the digits of times and ids hold any.
    written: (literal) => (/^\d+$/.test(literal) ? `>${literal}` : literal),
    isOdd: (text) => {
      const at = text.indexOf(id);
      const end = at < 0 ? -1 : text.indexOf('>', at);
      return end >= 0 && isBlank(text.charCodeAt(end + 1));
    },
    // A word may be written in numeric entities.
    hides: [...'0123456789x'].map((digit) => `&#${digit}`),
    timeOf: eventTime,
    malformed: ['event is not well-formed XML', 'events are not well-formed XML'],
  },
});

const lineFeed = 10;
const greaterThan = 0x3e;
const isBlank = (byte: number): boolean => byte === 0x20 || (byte >= 9 && byte <= 13);

function cutEvents(
  name: string,
  emit: (piece: Piece) => void,
  search: LineSearch | null,
  dated: (time: Time | null) => void = () => {},
): Cutter {
  const decoder = new TextDecoder();
  const comments = openCommentRemover();
  const text = openHeldText();
  const elements = openElements(name);
  const span = openStampSpan(dated, eventTime);
  let endsInLine = false;

  const scan = (): void => {
    const bytes = text.bytes();
    const { places, done } = elements.find(bytes, text.size());
    const isHit = search && places.length > 0 ? hitsOf(search, bytes, places) : null;
    for (let at = 0; at < places.length; at += 2) {
      const [start, end] = [places[at]!, places[at + 1]!];
      if (isHit && !isHit(start, end) && !isPadded(bytes, start, end)) {
        span.pass(bytes, start, end);
        continue;
      }
      span.tell();
      const { line, indent } = text.placeOf(start);
      emit({ line, text: decoder.decode(bytes.subarray(start, end)), ...(indent > 0 ? { indent } : {}) });
    }
    span.tell();
    text.drop(done);
  };

  return {
    push(bytes) {
      if (bytes.length > 0) endsInLine = bytes.at(-1) !== lineFeed;
      text.take(comments.push(bytes));
      scan();
    },
    lines: () => text.placeOf(0).line - 1,
    end() {
      const isInComment = comments.isOpen();
      text.take(comments.end());
      scan();
      const notes = [
        ...elements.losses(),
        ...(isInComment ? ['a comment has no end: what follows it was not read'] : []),
        ...(elements.isInside() ? ['the last event is truncated'] : []),
      ];
      const { line } = text.placeOf(text.size());
      return { lines: endsInLine ? line : line - 1, note: notes.join('; ') || null };
    },
  };
}

/** Finds elements in text whose last part may still come. */
function openElements(name: string) {
  const findOpening = openingOf(name);
  const closing = `</${name}>`;
  const findClosing = finderOf(closing);
  /** An element begins with what is held, and does not end before `looked`. */
  let inside = false;
  let looked = 0;
  let skipped = 0;
  let cut = 0;

  return {
    isInside: () => inside,
    losses: () => [
      ...(skipped > 0 ? [`${skipped} events larger than 1 MiB, skipped`] : []),
      ...(cut > 0 ? [`${cut} ${cut === 1 ? 'event is' : 'events are'} truncated`] : []),
    ],
    /** Where each that is whole begins and ends, and what of the text is done with, which must be dropped. */
    find(bytes: Uint8Array, size: number): { readonly places: readonly number[]; readonly done: number } {
      const places: number[] = [];
      let at = 0;
      for (;;) {
        if (!inside) {
          const start = findOpening(bytes, at, size);
          // The last bytes may be the beginning of a tag.
          if (start < 0) return { places, done: Math.max(at, beforeCharacter(bytes, size - closing.length)) };
          at = start;
          looked = start;
          inside = true;
        }
        const most = at + largestEvent;
        const found = findClosing(bytes, Math.max(at, looked), Math.min(size, most));
        if (found < 0 && size < most) {
          looked = Math.max(0, size - closing.length + 1 - at);
          return { places, done: at };
        }
        inside = false;
        if (found < 0) {
          skipped++;
          at = beforeCharacter(bytes, most - closing.length);
          continue;
        }
        let start = at;
        for (let next = at; next >= 0; next = findOpening(bytes, start + 1, found)) start = next;
        if (start > at) cut++;
        at = found + closing.length;
        places.push(start, at);
      }
    },
  };
}

const id = '<EventID';
const findId = finderOf(id);

/** True for an event whose values do not begin where their elements do: as `isOdd`. */
function isPadded(bytes: Uint8Array, start: number, end: number): boolean {
  let at = findId(bytes, start, end);
  if (at < 0) return false;
  while (at < end && bytes[at] !== greaterThan) at++;
  return at + 1 < end && isBlank(bytes[at + 1]!);
}

/** Finds where an element of that name opens, of any attributes. */
function openingOf(name: string): (bytes: Uint8Array, from: number, to: number) => number {
  const tag = `<${name}`;
  const find = finderOf(tag);
  return (bytes, from, to) => {
    for (let at = find(bytes, from, to); at >= 0; at = find(bytes, at + 1, to)) {
      const next = at + tag.length < to ? bytes[at + tag.length]! : 0;
      if (next === greaterThan || isBlank(next)) return at;
    }
    return -1;
  };
}

/** Which of the elements at those places hold what is looked for. A line may hold many of them, and an element many lines. */
function hitsOf(search: LineSearch, bytes: Uint8Array, places: readonly number[]) {
  const lines: number[] = [];
  search(bytes, places[0]!, places.at(-1)!, (_, start, end) => lines.push(start, end));
  let at = 0;
  return (start: number, end: number): boolean => {
    while (at < lines.length && lines[at + 1]! <= start) at += 2;
    if (at >= lines.length || lines[at]! >= end) return false;
    if (lines[at]! >= start && lines[at + 1]! <= end) return true;
    let isHit = false;
    search(bytes, start, end, () => {
      isHit = true;
    });
    return isHit;
  };
}

/** The last place up to `at` where no character is cut. */
function beforeCharacter(bytes: Uint8Array, at: number): number {
  for (let place = at - 1; place >= Math.max(0, at - 3); place--) if (bytes[place]! >= 0xc0) return place;
  return Math.max(0, at);
}

/** When an event was written, without reading the rest of it. */
function eventTime(text: string): Time | null {
  const stamp = /<TimeCreated\s[^>]{0,20}SystemTime=["']([^"']{1,40})/.exec(text)?.[1];
  return stamp === undefined ? null : isoTime(stamp, 'utc');
}
