/**
 * What stands in the records of a chunk, as bytes that can be searched before anything is written as XML: a line for each
 * record, with its values as they would be written, each between `>` and `<`.
 */
import type { LineSearch } from '../../define.ts';
import type { BinaryXml } from './binary-xml.ts';
import { openPage } from './page.ts';
import { checkDepth, type Instance, isSlot, mostParts, type Part } from './parts.ts';
import { typeOf } from './values.ts';

export interface Sketch {
  /** Begins with the records of another chunk. */
  begin(chunk: BinaryXml): void;
  /** Adds a record, if it could be read; one that is too damaged or too large counts as one that holds what is looked for. */
  add(parts: readonly Part[] | null): void;
  /** For each record that was added: whether what is looked for stands in it. */
  hits(): readonly boolean[];
}

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
  /** Of templates, which outlive their chunk. */
  const known = new WeakMap<readonly Part[], Constant>();

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
