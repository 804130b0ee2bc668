/**
 * What stands in the records of a chunk, as bytes that can be searched before anything is written as XML: a line for each
 * record, with its values as they would be written, each between `>` and `<`.
 */
import type { LineSearch } from '../../define.ts';
import type { BinaryXml } from './binary-xml.ts';
import { checkDepth, type Instance, isSlot, mostParts, type Part } from './parts.ts';
import { isArray, readValue, typeOf } from './values.ts';

export interface Sketch {
  /** Begins with the records of another chunk. */
  begin(chunk: BinaryXml): void;
  /** Adds a record, if it could be read; one that is too damaged or too large counts as one that holds what is looked for. */
  add(parts: readonly Part[] | null): void;
  /** For each record that was added: whether what is looked for stands in it. */
  hits(): readonly boolean[];
}

/** Bytes of all lines of a chunk, several times what its values need; only a template that is used over and over needs more. */
const largestSketch = 1 << 19;

const lineFeed = 10;
const opening = 0x3e;
const closing = 0x3c;
const minus = 0x2d;
const zero = 0x30;
const encoder = new TextEncoder();

/** What is looked for, as it can stand in a sketch: tags and entities are not in it. Null: it could stand in any record. */
export function sketchLiterals(literals: readonly string[]): readonly string[] | null {
  const parts = literals.map((literal) =>
    /^>?[^<>"=&/]+<?$/.test(literal)
      ? literal
      : literal.split(/&[#\w]*;?|[<>"=/]/).reduce((longest, part) => (part.length > longest.length ? part : longest)),
  );
  return parts.includes('') ? null : parts;
}

export function openSketch(search: LineSearch): Sketch {
  const page = openPage();
  let chunk: BinaryXml | null = null;
  let found: boolean[] = [];
  /** Of the record that is added. */
  let instances = 0;
  /** Of templates, as long as their chunk is read. */
  let known = new Map<readonly Part[], Constant>();

  const constantOf = (parts: readonly Part[]): Constant => {
    const before = known.get(parts);
    if (before) return before;
    const text = constantIn(parts);
    let isWanted = text === null;
    const bytes = encoder.encode(text ?? '');
    search(bytes, 0, bytes.length, () => {
      isWanted = true;
    });
    const constant = { isWanted, instances: instancesIn(parts) };
    known.set(parts, constant);
    return constant;
  };

  /** False where what is looked for stands in what is the same for all: no value needs to be looked at. */
  const addParts = (parts: readonly Part[], depth: number): boolean => {
    const [only] = parts;
    // So it is but for the templates themselves.
    if (parts.length === 1 && typeof only === 'object' && 'template' in only) return addInstance(only, depth);
    const constant = constantOf(parts);
    return !constant.isWanted && constant.instances.every((one) => addInstance(one, depth));
  };

  const addInstance = ({ template, count, described, first }: Instance, depth: number): boolean => {
    checkDepth(depth);
    if (++instances > mostParts) throw new RangeError('too many parts');
    if (!addParts(template, depth + 1)) return false;
    const { view, tokens } = chunk!;
    let at = first;
    for (let place = described; place < described + 4 * count; place += 4) {
      const size = view.getUint16(place, true);
      const type = view.getUint8(place + 2);
      if (type === typeOf.binaryXml) {
        if (!addParts(tokens.parts(at, at + size, true, depth + 1), depth + 1)) return false;
        // Nobody looks for what makes up a time.
      } else if (type !== typeOf.fileTime && type !== typeOf.none && size > 0) page.value(view, at, size, type);
      at += size;
    }
    return true;
  };

  return {
    begin(other) {
      chunk = other;
      known = new Map();
      found = [];
      page.clear();
    },
    add(parts) {
      let isHit = true;
      instances = 0;
      try {
        isHit = parts !== null && !addParts(parts, 0);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
      found.push(isHit);
      page.endLine();
    },
    hits() {
      const { bytes, size } = page.all();
      search(bytes, 0, size, (line) => {
        found[line] = true;
      });
      return found;
    },
  };
}

interface Constant {
  readonly isWanted: boolean;
  readonly instances: readonly Instance[];
}

/** Lines of values. */
function openPage() {
  const bytes = new Uint8Array(largestSketch);
  let size = 0;

  const text = (value: string): void => {
    const before = size;
    for (let at = 0; at < value.length; at++) {
      const unit = value.charCodeAt(at);
      if (unit >= 0x80) {
        size = before + encoder.encodeInto(value.replaceAll('\n', ' '), bytes.subarray(before)).written;
        return;
      }
      bytes[size++] = unit === lineFeed ? 0 : unit;
    }
  };

  const number = (value: number): void => {
    let rest = Math.abs(value);
    if (value < 0) bytes[size++] = minus;
    let digits = 1;
    for (let most = 10; rest >= most; most *= 10) digits++;
    size += digits;
    for (let at = size - 1; digits > 0; digits--, at--) {
      const tens = Math.floor(rest / 10);
      bytes[at] = zero + (rest - 10 * tens);
      rest = tens;
    }
  };

  /** False where it is no plain ASCII. */
  const plain = (view: DataView, at: number, length: number): boolean => {
    const before = size;
    for (let place = at; place + 1 < at + length; place += 2) {
      const unit = view.getUint16(place, true);
      if (unit >= 0x80) {
        size = before;
        return false;
      }
      // Between the texts of an array stands a NUL.
      if (unit === 0) {
        bytes[size++] = closing;
        bytes[size++] = opening;
      } else bytes[size++] = unit === lineFeed ? 0 : unit;
    }
    return true;
  };

  const written = (view: DataView, at: number, length: number, type: number): void => {
    const value = readValue(view, at, length, type);
    text(value === null ? '' : typeof value === 'string' ? value : value.join('<>'));
  };

  /** A number that is no more than four bytes; null for what is none. */
  const smallNumber = (view: DataView, at: number, length: number, type: number): number | null => {
    if (type === 0x04 && length >= 1) return view.getUint8(at);
    if (type === 0x06 && length >= 2) return view.getUint16(at, true);
    if (type === 0x07 && length >= 4) return view.getInt32(at, true);
    if (type === 0x08 && length >= 4) return view.getUint32(at, true);
    if (type === 0x0a && length >= 8 && view.getUint32(at + 4, true) === 0) return view.getUint32(at, true);
    return null;
  };

  return {
    clear() {
      size = 0;
    },
    endLine() {
      // A record that filled the page is found already.
      size = Math.min(size, bytes.length - 1);
      bytes[size++] = lineFeed;
    },
    all: () => ({ bytes, size }),
    /** @throws RangeError where there is no room. */
    value(view: DataView, at: number, length: number, type: number): void {
      // No type takes more for a byte.
      if (size + 8 * length + 32 > bytes.length) throw new RangeError('too long');
      bytes[size++] = opening;
      const value = smallNumber(view, at, length, type);
      if (value !== null) number(value);
      else if ((type & ~isArray) !== typeOf.string || !plain(view, at, length)) written(view, at, length, type);
      bytes[size++] = closing;
    },
  };
}

/** A text that one of them is a part of may be written in both. */
const goesOn = (part: Part, next: Part | undefined): boolean =>
  isSlot(part) ? isSlot(next) || typeof next === 'string' : typeof part === 'string' && isSlot(next);

/** What is the same for all, as it is written, with a NUL for each value; null where one stands beside a text, which it may go on. */
function constantIn(parts: readonly Part[]): string | null {
  if (parts.some((part, at) => goesOn(part, parts[at + 1]))) return null;
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if (!('attributes' in part)) text += '\0';
    else {
      text += `<${part.name}`;
      for (const { name, value } of part.attributes) {
        const held = constantIn(value);
        if (held === null) return null;
        text += ` ${name}="${held}"`;
      }
      const content = constantIn(part.content ?? []);
      if (content === null) return null;
      text += part.content === null ? '/>' : `>${content}</${part.name}>`;
    }
  }
  return text;
}

const instancesIn = (parts: readonly Part[]): readonly Instance[] =>
  parts.flatMap((part) =>
    typeof part === 'string' || 'slot' in part ? [] : 'template' in part ? [part] : instancesIn(part.content ?? []),
  );
