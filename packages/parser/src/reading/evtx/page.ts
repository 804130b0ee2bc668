/** Lines of values, as bytes that are searched: most are written without a text between. */
import { guidOrder, isArray, readValue, typeOf } from './values.ts';

export interface Page {
  clear(): void;
  endLine(): void;
  /** The first `size` bytes are written. */
  all(): { readonly bytes: Uint8Array; readonly size: number };
  /**
   * Adds a value of so many bytes, as it would be written, between `>` and `<`.
   * @throws RangeError where there is no room.
   */
  value(view: DataView, at: number, length: number, type: number): void;
}

/** Bytes of all lines of a chunk, several times what its values need; only a template that is used over and over needs more. */
const largestPage = 1 << 19;

const lineFeed = 10;
const opening = 0x3e;
const closing = 0x3c;
const minus = 0x2d;
const zero = 0x30;
const encoder = new TextEncoder();
const bytesOf = (text: string): Uint8Array => encoder.encode(text);
const [lowerDigits, upperDigits] = [bytesOf('0123456789abcdef'), bytesOf('0123456789ABCDEF')];

export function openPage(): Page {
  const bytes = new Uint8Array(largestPage);
  let size = 0;
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
    value(view, at, length, type) {
      // No type takes more for a byte.
      if (size + 8 * length + 32 > bytes.length) throw new RangeError('too long');
      bytes[size++] = opening;
      const value = smallNumber(view, at, length, type);
      size = value === null ? write(bytes, size, view, at, length, type) : writeNumber(bytes, size, value);
      bytes[size++] = closing;
    },
  };
}

/** A number that is no more than four bytes; null for what is none. */
function smallNumber(view: DataView, at: number, length: number, type: number): number | null {
  if (type === 0x04 && length >= 1) return view.getUint8(at);
  if (type === 0x06 && length >= 2) return view.getUint16(at, true);
  if (type === 0x07 && length >= 4) return view.getInt32(at, true);
  if (type === 0x08 && length >= 4) return view.getUint32(at, true);
  if (type === 0x0a && length >= 8 && view.getUint32(at + 4, true) === 0) return view.getUint32(at, true);
  return null;
}

/** Writes a value from `to` on; where it ends, as all of these do. */
function write(bytes: Uint8Array, to: number, view: DataView, at: number, length: number, type: number): number {
  if ((type & ~isArray) === typeOf.string) {
    const end = writePlain(bytes, to, view, at, length);
    if (end >= 0) return end;
  } else if (type === typeOf.hex32 && length >= 4) return writeHex(bytes, to, 0, view.getUint32(at, true));
  else if (type === typeOf.hex64 && length >= 8)
    return writeHex(bytes, to, view.getUint32(at + 4, true), view.getUint32(at, true));
  else if (type === typeOf.sid && length >= 8) return writeSid(bytes, to, view, at, length);
  else if (type === typeOf.guid && length >= 16) return writeGuid(bytes, to, view, at);
  else if (type === typeOf.binary) {
    let end = to;
    for (let i = 0; i < length; i++) end = writePair(bytes, end, view.getUint8(at + i), upperDigits);
    return end;
  }
  const value = readValue(view, at, length, type);
  return writeText(bytes, to, value === null ? '' : typeof value === 'string' ? value : value.join('<>'));
}

function writeText(bytes: Uint8Array, to: number, value: string): number {
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    if (unit >= 0x80) return to + encoder.encodeInto(value.replaceAll('\n', ' '), bytes.subarray(to)).written;
    bytes[to + at] = unit === lineFeed ? 0 : unit;
  }
  return to + value.length;
}

/** Less than 0 where it is no plain ASCII. */
function writePlain(bytes: Uint8Array, to: number, view: DataView, at: number, length: number): number {
  let end = to;
  for (let place = at; place + 1 < at + length; place += 2) {
    const unit = view.getUint16(place, true);
    if (unit >= 0x80) return -1;
    // Between the texts of an array stands a NUL.
    if (unit === 0) {
      bytes[end++] = closing;
      bytes[end++] = opening;
    } else bytes[end++] = unit === lineFeed ? 0 : unit;
  }
  return end;
}

function writeNumber(bytes: Uint8Array, to: number, value: number): number {
  let rest = Math.abs(value);
  if (value < 0) bytes[to] = minus;
  let end = value < 0 ? to + 2 : to + 1;
  for (let most = 10; rest >= most; most *= 10) end++;
  for (let at = end - 1; at === end - 1 || rest > 0; at--) {
    const tens = Math.floor(rest / 10);
    bytes[at] = zero + (rest - 10 * tens);
    rest = tens;
  }
  return end;
}

/** `0x1f`, of two times four bytes. */
function writeHex(bytes: Uint8Array, to: number, high: number, low: number): number {
  let end = to;
  bytes[end++] = zero;
  bytes[end++] = 0x78;
  let shift = (high === 0 ? 31 - Math.clz32(low | 1) : 63 - Math.clz32(high)) & ~3;
  for (; shift >= 0; shift -= 4) bytes[end++] = lowerDigits[((shift >= 32 ? high : low) >>> (shift & 31)) & 15]!;
  return end;
}

function writePair(bytes: Uint8Array, to: number, byte: number, digits: Uint8Array): number {
  bytes[to] = digits[byte >> 4]!;
  bytes[to + 1] = digits[byte & 15]!;
  return to + 2;
}

function writeGuid(bytes: Uint8Array, to: number, view: DataView, at: number): number {
  let end = to;
  bytes[end++] = 0x7b;
  for (const place of guidOrder)
    if (place < 0) bytes[end++] = minus;
    else end = writePair(bytes, end, view.getUint8(at + place), lowerDigits);
  bytes[end++] = 0x7d;
  return end;
}

function writeSid(bytes: Uint8Array, to: number, view: DataView, at: number, length: number): number {
  const count = Math.min(view.getUint8(at + 1), (length - 8) >> 2);
  let end = to;
  bytes[end++] = 0x53;
  bytes[end++] = minus;
  end = writeNumber(bytes, end, view.getUint8(at));
  bytes[end++] = minus;
  end = writeNumber(bytes, end, view.getUint16(at + 2) * 2 ** 32 + view.getUint32(at + 4));
  for (let place = at + 8; place < at + 8 + 4 * count; place += 4) {
    bytes[end++] = minus;
    end = writeNumber(bytes, end, view.getUint32(place, true));
  }
  return end;
}
