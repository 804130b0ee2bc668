/**
 * Tokens of binary XML to its parts: MS-EVEN6 2.2.12, and the description of EVTX by the libevtx project. All places count from
 * the start of the chunk, which has everything that its records need.
 */
import type { KnownTemplates, Naming } from './known-templates.ts';
import { checkDepth, type Element, type Instance, type Part } from './parts.ts';
import { typeOf } from './values.ts';
import { escaped } from './writer.ts';

export interface Tokens {
  /**
   * The parts that stand in `[start, end)`.
   * @param isInner they are the value of a place: then elements name no value that they depend on.
   * @throws RangeError where they are damaged.
   */
  parts(start: number, end: number, isInner: boolean, depth: number): readonly Part[];
}

const token = {
  end: 0x00,
  openElement: 0x01,
  closeStart: 0x02,
  closeEmpty: 0x03,
  endElement: 0x04,
  value: 0x05,
  attribute: 0x06,
  cdata: 0x07,
  characterReference: 0x08,
  entityReference: 0x09,
  instructionTarget: 0x0a,
  instructionData: 0x0b,
  template: 0x0c,
  slot: 0x0d,
  optionalSlot: 0x0e,
  fragment: 0x0f,
} as const;

/** Set where attributes, or more of the same, follow. */
const more = 0x40;

const mostValues = 4096;
const templateHeaderSize = 24;

const utf16 = new TextDecoder('utf-16le');

/** How far a range has been read; what lies beyond its end is cut. One for each value of each record: plain data is cheapest. */
interface Cursor {
  at: number;
  readonly end: number;
}

/** Goes on by `count` bytes; where they begin. */
function take(cursor: Cursor, count: number): number {
  const from = cursor.at;
  if (from + count > cursor.end) throw new RangeError('cut');
  cursor.at = from + count;
  return from;
}

/** @param known those of earlier chunks. */
export function openTokens(chunk: Uint8Array, known: KnownTemplates): Tokens {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const names = openNames(chunk, view);
  const takeName = names.take;
  const takeSimple = openSimple(chunk, view, takeName);
  const templates = new Map<number, readonly Part[]>();

  const templateAt = (place: number, depth: number): readonly Part[] => {
    const before = templates.get(place);
    if (before) return before;
    const at = place + templateHeaderSize;
    const end = at + view.getUint32(at - 4, true);
    if (end > chunk.length) throw new RangeError('cut');
    const parts = known.find(view, at, end, depth, names.at) ?? readTemplate(at, end, depth);
    templates.set(place, parts);
    return parts;
  };

  const readTemplate = (at: number, end: number, depth: number): readonly Part[] => {
    const namings = names.note();
    const parts = partsOf({ at, end }, false, depth + 1);
    if (names.areNoted(namings)) known.keep(view, at, end, { namings, depth, parts });
    return parts;
  };

  const takeInstance = (cursor: Cursor, depth: number): Instance => {
    names.forget();
    take(cursor, 6);
    const place = view.getUint32(take(cursor, 4), true);
    if (place === cursor.at) take(cursor, templateHeaderSize + view.getUint32(place + templateHeaderSize - 4, true));
    const count = view.getUint32(take(cursor, 4), true);
    if (count > mostValues) throw new RangeError('too many values');
    const described = take(cursor, 4 * count);
    const first = cursor.at;
    for (let i = 0; i < count; i++) take(cursor, view.getUint16(described + 4 * i, true));
    return { template: templateAt(place, depth), count, described, first };
  };

  const takeElement = (cursor: Cursor, isInner: boolean, depth: number): Element => {
    const hasAttributes = (view.getUint8(take(cursor, 1)) & more) !== 0;
    if (!isInner) take(cursor, 2);
    take(cursor, 4);
    const name = takeName(cursor);
    const attributes: { name: string; value: readonly Part[] }[] = [];
    if (hasAttributes) {
      take(cursor, 4);
      for (let follows = true; follows; ) {
        const kind = view.getUint8(take(cursor, 1));
        if ((kind & ~more) !== token.attribute) throw new RangeError('no attribute');
        follows = (kind & more) !== 0;
        attributes.push({ name: takeName(cursor), value: partsOf(cursor, isInner, depth + 1) });
      }
    }
    const close = view.getUint8(take(cursor, 1));
    if (close === token.closeEmpty) return { name, attributes, content: null };
    if (close !== token.closeStart) throw new RangeError('no end of a tag');
    const content = partsOf(cursor, isInner, depth + 1);
    if (view.getUint8(take(cursor, 1)) !== token.endElement) throw new RangeError('no end of an element');
    return { name, attributes, content };
  };

  /** Whatever stands before a token that ends it. */
  const partsOf = (cursor: Cursor, isInner: boolean, depth: number): readonly Part[] => {
    checkDepth(depth);
    const found: Part[] = [];
    while (cursor.at < cursor.end) {
      const kind = view.getUint8(cursor.at) & ~more;
      if (kind === token.openElement) found.push(takeElement(cursor, isInner, depth));
      else if (kind === token.template) found.push(takeInstance(cursor, depth));
      else if (kind === token.end) {
        take(cursor, 1);
        break;
      } else {
        const part = takeSimple(cursor, kind);
        if (part === null) break;
        if (part !== '') found.push(part);
      }
    }
    return found;
  };

  return { parts: (at, end, isInner, depth) => partsOf({ at, end }, isInner, depth) };
}

interface Names {
  take(cursor: Cursor): string;
  /** The name at that place of the chunk. */
  at(place: number): string;
  /** Notes those that are taken from now on. */
  note(): readonly Naming[];
  forget(): void;
  /** True for all that were taken, without others, since they were to be noted; it ends that. */
  areNoted(namings: readonly Naming[]): boolean;
}

/** A name is written where it is used first; elsewhere only its place. */
function openNames(chunk: Uint8Array, view: DataView): Names {
  const names = new Map<number, { readonly name: string; readonly end: number }>();
  let noted: Naming[] | null = null;
  const nameAt = (place: number): { readonly name: string; readonly end: number } => {
    const known = names.get(place);
    if (known) return known;
    const end = place + 8 + 2 * view.getUint16(place + 6, true);
    const name = utf16.decode(chunk.subarray(place + 8, end));
    if (!/^[\p{L}_][\p{L}\p{N}_.:-]{0,255}$/u.test(name)) throw new RangeError('no name');
    const read = { name, end: end + 2 };
    names.set(place, read);
    return read;
  };
  return {
    take(cursor) {
      const at = take(cursor, 4);
      const place = view.getUint32(at, true);
      const { name, end } = nameAt(place);
      const isHere = place === cursor.at;
      if (isHere) take(cursor, end - place);
      noted?.push({ at, name, isHere });
      return name;
    },
    at: (place) => nameAt(place).name,
    note() {
      noted = [];
      return noted;
    },
    forget() {
      noted = null;
    },
    areNoted(namings) {
      const areAll = noted === namings;
      noted = null;
      return areAll;
    },
  };
}

/** What holds nothing else: a text, a place for a value, or nothing (''); null where the token begins none of them. */
function openSimple(chunk: Uint8Array, view: DataView, takeName: (cursor: Cursor) => string) {
  const takeText = (cursor: Cursor): string => {
    const size = 2 * view.getUint16(take(cursor, 2), true);
    const from = take(cursor, size);
    return escaped(utf16.decode(chunk.subarray(from, from + size)));
  };
  return (cursor: Cursor, kind: number): Part | null => {
    switch (kind) {
      case token.value:
        if (view.getUint8(take(cursor, 2) + 1) !== typeOf.string) throw new RangeError('a text that is none');
        return takeText(cursor);
      case token.cdata:
        take(cursor, 1);
        return takeText(cursor);
      case token.characterReference:
        return escaped(String.fromCharCode(view.getUint16(take(cursor, 3) + 1, true)));
      case token.entityReference:
        take(cursor, 1);
        return `&${takeName(cursor)};`;
      case token.instructionTarget:
        take(cursor, 1);
        takeName(cursor);
        return '';
      case token.instructionData:
        take(cursor, 1);
        takeText(cursor);
        return '';
      case token.slot:
      case token.optionalSlot:
        return { slot: view.getUint16(take(cursor, 4) + 1, true) };
      case token.fragment:
        take(cursor, 4);
        return '';
      default:
        return null;
    }
  };
}
