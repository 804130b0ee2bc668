/** The records of one chunk of an event log, as XML. */
import { checkDepth, type Instance, isSlot, type Part, type Value } from './parts.ts';
import { openTokens, type Tokens } from './tokens.ts';
import { readValue, typeOf } from './values.ts';
import { escaped, openWriter } from './writer.ts';

/** Whether a text that stands in an event makes the event worth reading. */
export type Wanted = (text: string) => boolean;

export interface BinaryXml {
  /**
   * The XML of a record whose tokens stand in `[start, end)`, in one line; null when nothing that is wanted stands in it,
   * which is known before it is written. Throws a RangeError where the tokens are damaged.
   */
  read(start: number, end: number, wanted: Wanted | null): string | null;
}

export function openBinaryXml(chunk: Uint8Array): BinaryXml {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const tokens = openTokens(chunk);
  const prefilter = openPrefilter(view, tokens);

  const write = openWriter(({ at, size, type }, depth) => {
    if (type === typeOf.binaryXml) return write(tokens.parts(at, at + size, true, depth), [], depth);
    const value = readValue(view, at, size, type);
    return value === null ? null : typeof value === 'string' ? escaped(value) : value.map(escaped);
  });

  return {
    read(start, end, wanted) {
      const parts = tokens.parts(start, end, false, 0);
      return wanted === null || prefilter(parts, [], wanted, 0) ? write(parts, [], 0) : null;
    },
  };
}

/** Whether anything wanted stands in parts and values, before they are written: most of a log has nothing to do with Zoom. */
function openPrefilter(view: DataView, tokens: Tokens) {
  /** By template; what is wanted stays the same as long as a chunk is read. */
  const known = new Map<readonly Part[], { readonly isWanted: boolean; readonly instances: readonly Instance[] }>();

  const constantOf = (parts: readonly Part[], wanted: Wanted) => {
    const before = known.get(parts);
    if (before) return before;
    const texts = constantsIn(parts);
    const constant = { isWanted: texts === null || wanted(texts.join('\0')), instances: instancesIn(parts) };
    known.set(parts, constant);
    return constant;
  };

  const hasValue = ({ at, size, type }: Value, wanted: Wanted, depth: number): boolean => {
    // Nobody looks for what makes up a time.
    if (type === typeOf.fileTime) return false;
    if (type === typeOf.binaryXml) return isWanted(tokens.parts(at, at + size, true, depth), [], wanted, depth);
    const value = readValue(view, at, size, type);
    return value !== null && (typeof value === 'string' ? wanted(value) : value.some(wanted));
  };

  const isWanted = (parts: readonly Part[], values: readonly Value[], wanted: Wanted, depth: number): boolean => {
    checkDepth(depth);
    const constant = constantOf(parts, wanted);
    return (
      constant.isWanted ||
      values.some((value) => hasValue(value, wanted, depth + 1)) ||
      constant.instances.some((one) => isWanted(one.template, one.values, wanted, depth + 1))
    );
  };
  return isWanted;
}

/** A text that one of them is a part of may be written in both. */
const goesOn = (part: Part, next: Part | undefined): boolean =>
  isSlot(part) ? isSlot(next) || typeof next === 'string' : typeof part === 'string' && isSlot(next);

/** The names and texts of elements; null where a value stands beside a text, which it may go on. */
function constantsIn(parts: readonly Part[]): string[] | null {
  const texts: string[] = [];
  if (parts.some((part, at) => goesOn(part, parts[at + 1]))) return null;
  for (const part of parts) {
    if (typeof part === 'string') texts.push(part);
    if (typeof part === 'string' || !('attributes' in part)) continue;
    texts.push(part.name);
    for (const inner of [...part.attributes.map(({ value }) => value), part.content ?? []]) {
      const held = constantsIn(inner);
      if (held === null) return null;
      texts.push(...held);
    }
    texts.push(...part.attributes.map(({ name }) => name));
  }
  return texts;
}

const instancesIn = (parts: readonly Part[]): readonly Instance[] =>
  parts.flatMap((part) =>
    typeof part === 'string' || 'slot' in part ? [] : 'template' in part ? [part] : instancesIn(part.content ?? []),
  );
