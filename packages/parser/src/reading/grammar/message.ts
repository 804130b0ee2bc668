/** The fields of a message: what it states, by the places that follow from its shape. */
import { zoomCode } from '../../codes/resolve.ts';
import type { Field } from '../../model.ts';
import { addField } from '../entry.ts';
import { type Kind, nameOf, type Place, placesIn } from './message-parser.ts';
import { rememberShapes } from './message-shapes.ts';

/** A longer message is read up to here; real ones reach 10 kB, and what lies beyond is payload. */
const longestMessage = 16_384;

const unquoted = (image: string): string => (image.startsWith('\\') ? image.slice(2, -2) : image.slice(1, -1));

/** What follows from the shape of a message. */
interface Told {
  readonly places: readonly Place[];
  /** By the keys that were asked for: where something may stand under them. */
  readonly byKey: Map<string, readonly Place[]>;
}

/** Where a digit stands in a key, it is another one in each message of the shape. */
function mayStandUnder(key: string, { kind, before }: Place): boolean {
  if (kind === 'code') return key === 'code';
  if (before === null) return key === kind || (kind === 'url' && key === 'host');
  const { name } = before;
  if (name === null || name.keys.includes(key)) return true;
  return (kind === 'url' && key === 'host') || (name.code !== null && key === 'code');
}

/** What may stand under a key that the message does not write. */
const unwritten: ReadonlySet<string> = new Set<Kind>([
  'number',
  'version',
  'hresult',
  'address',
  'host',
  'url',
  'guid',
  'symbol',
  'quoted',
  'word',
  'code',
]);

const remembered = rememberShapes((message): Told => ({ places: placesIn(message), byKey: new Map() }));

/** The value of a token, by what it is. */
function plainOf(kind: Kind, image: string): string | number {
  if (kind === 'quoted') return unquoted(image);
  if (kind !== 'number') return image;
  const value = Number(image.includes(',') ? image.replaceAll(',', '') : image);
  return Number.isSafeInteger(value) || image.includes('.') ? value : image;
}

type Add = (key: string, field: Field) => void;

/**
 * The fields of `text` from `from` on; positions are offsets into `text`, which is piece `piece` of
 * its entry. Keys are lower-cased; a key of several words also stands under each of its endings (`system error code`,
 * `error code`), but `code` is only what one of Zoom's keys states. Never throws.
 */
export class Message {
  readonly #text: string;
  readonly #from: number;
  readonly #piece: number;
  #told: Told | null = null;
  #lower: string | null = null;

  constructor(text: string, from: number, piece: number) {
    this.#text = text;
    this.#from = from;
    this.#piece = piece;
  }

  #know(): Told {
    this.#told ??= remembered(this.#text, this.#from, Math.min(this.#text.length, this.#from + longestMessage));
    return this.#told;
  }

  /** A key is written in its message, in capitals perhaps: that is seen sooner than its shape is known. */
  #maySay(wanted: string): boolean {
    if (this.#told !== null || unwritten.has(wanted)) return true;
    this.#lower ??= this.#text.toLowerCase();
    return this.#lower.includes(wanted);
  }

  /** Adds all of them. */
  addTo(fields: Map<string, Field[]>): void {
    for (const place of this.#know().places) this.#read(place, null, (key, field) => addField(fields, key, field));
  }

  /** Those under one key. */
  under(wanted: string): Field[] {
    if (!this.#maySay(wanted)) return [];
    const { places, byKey } = this.#know();
    let known = byKey.get(wanted);
    if (!known) {
      known = places.filter((place) => mayStandUnder(wanted, place));
      byKey.set(wanted, known);
    }
    const found: Field[] = [];
    const add = (_: string, field: Field): void => void found.push(field);
    for (const place of known) this.#read(place, wanted, add);
    return found;
  }

  /** Adds what stands there under the key that is wanted, or under each. */
  #read({ kind, value: place, before }: Place, wanted: string | null, add: Add): void {
    const from = this.#from;
    const image = this.#text.slice(from + place.start, from + place.end);
    const start = from + (before?.start ?? place.start);
    const end = from + place.end;
    const wantsCode = wanted === null || wanted === 'code';
    if (kind === 'code') {
      if (wantsCode) this.#tell(add, 'code', zoomCode(image, 'prose'), start, end);
      return;
    }
    const value = plainOf(kind, image);
    const name = before && (before.name ?? nameOf(this.#text.slice(from + before.start, from + before.end)));
    const keys = name === null ? [kind] : name.keys;
    for (const key of keys) if (wanted === null || key === wanted) this.#tell(add, key, value, start, end);
    if (kind === 'url' && (wanted === null || wanted === 'host')) {
      const host = /:\/\/(?:[^/@]*@)?([^/:?#]+)/.exec(image)?.[1];
      if (host !== undefined) this.#tell(add, 'host', host.toLowerCase(), from + place.start, end);
    }
    if (wantsCode && name?.code) this.#tell(add, 'code', zoomCode(value, name.code), start, end);
  }

  #tell(add: Add, key: string, value: string | number | null, start: number, end: number): void {
    if (value !== null) add(key, { value, piece: this.#piece, start, end });
  }
}

/** Adds the fields of a message to `fields`. */
export const readMessage = (text: string, from: number, piece: number, fields: Map<string, Field[]>): void =>
  new Message(text, from, piece).addTo(fields);
