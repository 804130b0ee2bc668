/** Events as Windows writes them, read without a parser of XML, which takes several times as long. */
import type { Field } from '../../model.ts';
import { addField } from '../entry.ts';

/** What an element shows: its fields, each where it stands, and the stamp of its `TimeCreated`. */
export interface ElementFields {
  readonly fields: Map<string, Field[]>;
  readonly stamp: string | null;
}

/** Elements of an event's `System` that are worth a field. */
const systemKeys: Readonly<Record<string, string>> = {
  EventID: 'eventid',
  Level: 'level',
  Channel: 'channel',
  Computer: 'computer',
};
/** Attributes that are. */
const attributeKeys: ReadonlyMap<string, readonly [attribute: string, key: string]> = new Map([
  ['Provider', ['Name', 'provider']],
  ['Execution', ['ProcessID', 'processid']],
]);

/** Names what elements of an event hold, in their order: empty where it is worth no field. */
export function openKeys(): (tag: string, name: string | undefined) => string {
  let unnamed = 0;
  return (tag, name) => {
    if (tag !== 'Data') return systemKeys[tag] ?? '';
    return name === undefined || name === '' ? `data${++unnamed}` : name.toLowerCase();
  };
}

export function addValue(
  fields: Map<string, Field[]>,
  key: string,
  value: string,
  start: number,
  length: number,
): void {
  const plain = /^\d{1,15}$/.test(value) ? Number(value) : value;
  const from = Math.max(0, start);
  addField(fields, key, { value: plain, piece: 0, start: from, end: from + length });
}

/** What has a meaning of its own in XML, or none at all: most numbers of characters, CR, controls, surrogates, the end of CDATA. */
const unusual = /[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd]|\]\]>|&(?!(?:amp|lt|gt|quot|apos|#(?:9|10|13));)/;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#9': '\t',
  '#10': '\n',
  '#13': '\r',
};

const [slash, greater] = [0x2f, 0x3e];

/**
 * Reads an event of nothing but elements with attributes and text, as a parser of XML does. Null where anything else is in it,
 * also `UserData`, or something is not well-formed: a parser must tell.
 */
export function readPlainEvent(text: string): ElementFields | null {
  if (unusual.test(text)) return null;
  const fields = new Map<string, Field[]>();
  const keyOf = openKeys();
  const open: string[] = [];
  let stamp: string | null = null;
  let key = '';
  let opened = 0;
  for (let at = 0; at >= 0; at = text.indexOf('<', at)) {
    if (text.charCodeAt(at + 1) === slash) {
      const name = open.pop();
      if (name === undefined || !text.startsWith(name, at + 2) || text.charCodeAt(at + 2 + name.length) !== greater)
        return null;
      if (key !== '') addContent(fields, key, text.slice(opened, at), opened);
      key = '';
      at += name.length + 3;
    } else {
      const nameEnd = endOfName(text, at + 1);
      const name = text.slice(at + 1, nameEnd);
      const tag = name === '' || name === 'UserData' ? null : readTag(text, nameEnd);
      if (tag === null) return null;
      const worth = attributeKeys.get(name);
      const place = worth && tag.places.get(worth[0]);
      if (worth && place) {
        const [start, end] = place;
        addValue(fields, worth[1], text.slice(start, end), start === end ? end + 1 : start, end - start);
      }
      if (name === 'TimeCreated') stamp = attributeOf(text, tag, 'SystemTime') ?? null;
      key = keyOf(name, name === 'Data' ? attributeOf(text, tag, 'Name') : undefined);
      opened = tag.end;
      at = tag.end;
      if (tag.isEmpty) key = '';
      else open.push(name);
    }
    if (open.length === 0) return at === text.length ? { fields, stamp } : null;
  }
  return null;
}

function addContent(fields: Map<string, Field[]>, key: string, raw: string, start: number): void {
  const value = raw.includes('&') ? raw.replace(/&([#\w]+);/g, (_, name: string) => named[name]!).trim() : raw.trim();
  if (value === '') return;
  addValue(fields, key, value, start + raw.length - raw.trimStart().length, raw.trim().length);
}

interface Tag {
  /** Where the value of each attribute begins and ends. */
  readonly places: ReadonlyMap<string, readonly [start: number, end: number]>;
  readonly isEmpty: boolean;
  readonly end: number;
}

const noPlaces: Tag['places'] = new Map();

/** The rest of a tag behind its name; null where it is not laid out as Windows does it. */
function readTag(text: string, from: number): Tag | null {
  let places: Map<string, readonly [number, number]> | null = null;
  let at = from;
  while (text[at] === ' ' && text.charCodeAt(at + 1) !== slash) {
    const nameEnd = endOfName(text, at + 1);
    const name = text.slice(at + 1, nameEnd);
    const quote = text[nameEnd + 1];
    if (name === '' || text[nameEnd] !== '=' || (quote !== '"' && quote !== "'")) return null;
    const start = nameEnd + 2;
    let end = start;
    while (end < text.length && text[end] !== quote) {
      if (text[end] === '<' || text[end] === '&' || text[end] === '\n' || text[end] === '\t') return null;
      end++;
    }
    places ??= new Map();
    if (places.has(name)) return null;
    places.set(name, [start, end]);
    at = end + 1;
  }
  if (text[at] === ' ') at++;
  const isEmpty = text.charCodeAt(at) === slash;
  if (isEmpty) at++;
  return text.charCodeAt(at) === greater ? { places: places ?? noPlaces, isEmpty, end: at + 1 } : null;
}

function attributeOf(text: string, { places }: Tag, name: string): string | undefined {
  const place = places.get(name);
  return place && text.slice(...place);
}

/** Where a name of ASCII letters, digits and `_` ends. */
function endOfName(text: string, from: number): number {
  let at = from;
  for (; ; at++) {
    const unit = text.charCodeAt(at);
    const isLetter = (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === 0x5f;
    if (!isLetter && !(at > from && unit >= 48 && unit <= 57)) return at;
  }
}
