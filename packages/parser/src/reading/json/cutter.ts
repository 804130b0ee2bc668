/**
 * Cuts one large JSON document on its bytes: nothing is decoded but the pieces, and of those no more than one is held.
 * What a byte means is a table; the rest is where in the document it stands.
 */
import type { Cutter, LineSearch } from '../../define.ts';
import { joinNotes, truncated } from '../notes.ts';
import { nameIn } from './name.ts';
import { type JsonPiece, type OpenPiece, openPiece } from './piece.ts';
import * as sign from './signs.ts';
import { openUnits, type Units } from './units.ts';

/** Levels that are told apart; what lies deeper is only counted. */
const deepest = 128;
/** What a level is: an object, an array, or an array whose elements are pieces. */
const [ofObject, ofArray, ofElements] = [0, 1, 2];

export interface JsonElements {
  /** Names of the arrays whose elements are the pieces, in ASCII; '' is one that is the whole document. */
  readonly elements: readonly string[];
  /** A whole document without a piece lacks nothing. */
  readonly mayBeEmpty: boolean;
}

/** Where in the document the next byte stands. */
interface Place {
  readonly elements: readonly string[];
  readonly units: Units;
  readonly open: OpenPiece;
  /** The first `depth` are open; `deeper` are more than are kept. */
  readonly levels: Uint8Array;
  depth: number;
  deeper: number;
  line: number;
  /** The unit of the source at which the current line begins. */
  lineStart: number;
  inString: boolean;
  escaped: boolean;
  /** What is outside strings before it, of a string its first quote. */
  last: number;
  /** Commas, and what begins an object or an array. */
  separators: number;
  /** What earlier chunks held of the last string, and of the key of what comes next; null where it stands in this one. */
  heldString: string | null;
  heldKey: string | null;
  isBroken: boolean;
  started: boolean;
  sawElements: boolean;
}

/** `emit` is called with each piece. */
export function cutJson(
  emit: (piece: JsonPiece) => void,
  { elements, mayBeEmpty }: JsonElements,
  search: LineSearch | null,
): Cutter {
  const open = openPiece(emit, search);
  let lastByte = 0x0a;
  const place: Place = {
    elements,
    units: openUnits(),
    open,
    levels: new Uint8Array(deepest),
    depth: 0,
    deeper: 0,
    line: 1,
    lineStart: 0,
    inString: false,
    escaped: false,
    last: sign.blank,
    separators: 0,
    heldString: '',
    heldKey: '',
    isBroken: false,
    started: false,
    sawElements: false,
  };
  return {
    push(bytes) {
      if (bytes.length === 0) return;
      scan(place, bytes);
      lastByte = bytes.at(-1)!;
    },
    lines: () => place.line - 1,
    end() {
      const cut = place.started && place.depth > 0 ? truncated : null;
      const isEmpty = mayBeEmpty && place.sawElements && cut === null;
      const broken = place.isBroken ? 'the document is not valid JSON, as if edited or damaged' : null;
      return {
        lines: lastByte === 0x0a ? place.line - 1 : place.line,
        note: joinNotes([...open.notes(isEmpty), cut, broken]),
      };
    },
  };
}

function scan(place: Place, bytes: Uint8Array): void {
  const { signs, signsInString, rules } = sign;
  const { units, open } = place;
  const { length } = bytes;
  let { inString, escaped, last, heldString, heldKey } = place;
  let [from, to, keyFrom, keyTo] = [escaped ? 1 : 0, 0, 0, 0];
  units.begin(bytes);
  for (let i = 0; i < length; i++) {
    if (inString) {
      if (!escaped) while (i < length && signsInString[bytes[i]!] === sign.blank) i++;
      if (i === length) break;
    }
    const now = inString ? signsInString[bytes[i]!]! : signs[bytes[i]!]!;
    if (now === sign.lineFeed) {
      place.line++;
      place.lineStart = units.at(i) + 1;
      escaped = false;
      continue;
    }
    if (now === sign.high) i = units.pass(i);
    if (inString) {
      if (escaped) escaped = false;
      else if (now === sign.backslash) escaped = true;
      else if (now === sign.quote) {
        inString = false;
        to = i;
      }
      continue;
    }
    if (now === sign.blank) continue;
    const rule = rules[(last << 4) | now]!;
    if (rule !== sign.fits && isAmiss(place, rule)) place.isBroken = true;
    last = now;
    if (now === sign.plain) while (i + 1 < length && signs[bytes[i + 1]!] === sign.plain) i++;
    else if (now === sign.quote) {
      inString = true;
      from = i + 1;
      heldString = null;
    } else if (now === sign.colon) {
      keyFrom = from;
      keyTo = to;
      heldKey = heldString;
      open.hasKey(place.depth);
    } else if (now === sign.comma) place.separators++;
    else if (now === sign.beginArray) {
      // Of what lies in a piece that holds none, nobody asks for the name.
      descendArray(place, open.mayHold() && place.elements.includes(nameIn(bytes, keyFrom, keyTo, heldKey ?? '')));
      [keyFrom, keyTo, heldKey] = [0, 0, null];
    } else if (now === sign.beginObject) {
      descendObject(place, i);
      [keyFrom, keyTo, heldKey] = [0, 0, null];
    } else if ((now === sign.endObject || now === sign.endArray) && ascends(place) && open.endsAt(place.depth))
      open.emit(bytes, i + 1, units.at(i + 1), place.separators);
  }
  open.chunkEnded(bytes, units.at(length));
  units.chunkEnded();
  place.heldString = nameIn(bytes, from, inString ? length : to, heldString ?? '');
  place.heldKey = nameIn(bytes, keyFrom, keyTo, heldKey ?? '');
  Object.assign(place, { inString, escaped, last });
}

const isAmiss = ({ depth, levels }: Place, rule: number): boolean =>
  depth > 0 &&
  depth < deepest &&
  (rule === sign.isWrong || (rule === sign.closesObject) !== (levels[depth - 1] === ofObject));

function descendArray(place: Place, isNamed: boolean): void {
  if (isNamed) place.sawElements = true;
  if (isNamed && place.depth <= 2) place.open.drop();
  descend(place, isNamed ? ofElements : ofArray);
}

function descendObject(place: Place, at: number): void {
  const { depth, levels, elements, open, line, lineStart, separators } = place;
  if (!open.isOpen()) {
    // The whole document may be one array of elements, or one of them alone.
    const canHold = elements.includes('') ? depth === 0 : depth === 1 && levels[0] === ofObject;
    const unit = place.units.at(at);
    if (canHold || (depth > 0 && levels[depth - 1] === ofElements))
      open.begin(at, unit, { depth, line, indent: unit - lineStart, separators, canHold });
  }
  descend(place, ofObject);
}

function descend(place: Place, kind: number): void {
  place.started = true;
  place.separators++;
  if (place.depth >= deepest) place.deeper++;
  else place.levels[place.depth++] = kind;
}

/** True when it was a level that is told apart. */
function ascends(place: Place): boolean {
  if (place.deeper > 0) {
    place.deeper--;
    return false;
  }
  if (place.depth > 0) place.depth--;
  return true;
}
