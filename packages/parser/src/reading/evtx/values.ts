/**
 * Values of binary XML as the text that Windows writes for them: types and their numbers are those of MS-EVEN6 2.2.12 and of the
 * format's description by the libevtx project.
 */

const utf16 = new TextDecoder('utf-16le');
const windows1252 = new TextDecoder('windows-1252');

/** Set in the type of several values. */
export const isArray = 0x80;

/** Bytes of one value, by its type; absent where the length is told apart. */
const widths: Readonly<Record<number, number>> = {
  3: 1,
  4: 1,
  5: 2,
  6: 2,
  7: 4,
  8: 4,
  9: 8,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  15: 16,
  17: 8,
  18: 16,
  20: 4,
  21: 8,
};

export const typeOf = {
  none: 0x00,
  string: 0x01,
  binary: 0x0e,
  guid: 0x0f,
  fileTime: 0x11,
  sid: 0x13,
  hex32: 0x14,
  hex64: 0x15,
  binaryXml: 0x21,
} as const;

/** A value as text; several where it is an array. Null: there is none. */
export function readValue(view: DataView, at: number, size: number, type: number): string | readonly string[] | null {
  if (type === typeOf.none || (size === 0 && (type & isArray) === 0)) return type === typeOf.none ? null : '';
  if ((type & isArray) === 0) return readOne(view, at, size, type);
  const one = type & ~isArray;
  if (one === typeOf.string) return strings(utf16.decode(bytesOf(view, at, size)));
  if (one === 0x02) return strings(windows1252.decode(bytesOf(view, at, size)));
  // A size is as wide as the addresses of whoever wrote it; nothing says how wide.
  const width = widths[one] ?? size;
  return Array.from({ length: width === 0 ? 0 : Math.floor(size / width) }, (_, i) =>
    readOne(view, at + i * width, width, one),
  );
}

/** Each ends in a NUL; the last one's may be missing. */
const strings = (text: string): string[] => (text.endsWith('\0') ? text.slice(0, -1) : text).split('\0');

const bytesOf = (view: DataView, at: number, size: number): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset + at, Math.max(0, Math.min(size, view.byteLength - at)));

/** Units up to which a loop is faster than a decoder. */
const shortString = 48;

function readString(view: DataView, at: number, size: number): string {
  if (size > 2 * shortString) return withoutEnd(utf16.decode(bytesOf(view, at, size)));
  let text = '';
  for (let place = at; place + 1 < at + size; place += 2) {
    const unit = view.getUint16(place, true);
    // A lone half of a pair is for the decoder to replace.
    if (unit >= 0xd800 && unit < 0xe000) return withoutEnd(utf16.decode(bytesOf(view, at, size)));
    text += String.fromCharCode(unit);
  }
  return withoutEnd(text);
}

/** Without the NULs in which some writers end it. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  return end === text.length ? text : text.slice(0, end);
}

const hex = (value: number | bigint, digits: number): string => value.toString(16).padStart(digits, '0');

function readOne(view: DataView, at: number, size: number, type: number): string {
  if (size < (widths[type] ?? 0)) return '';
  switch (type) {
    case typeOf.string:
      return readString(view, at, size);
    case 0x02:
      return withoutEnd(windows1252.decode(bytesOf(view, at, size)));
    case 0x03:
      return String(view.getInt8(at));
    case 0x04:
      return String(view.getUint8(at));
    case 0x05:
      return String(view.getInt16(at, true));
    case 0x06:
      return String(view.getUint16(at, true));
    case 0x07:
      return String(view.getInt32(at, true));
    case 0x08:
      return String(view.getUint32(at, true));
    case 0x09:
      return String(view.getBigInt64(at, true));
    case 0x0a:
      return String(view.getBigUint64(at, true));
    case 0x0b:
      return String(view.getFloat32(at, true));
    case 0x0c:
      return String(view.getFloat64(at, true));
    case 0x0d:
      return view.getUint32(at, true) === 0 ? 'false' : 'true';
    case typeOf.guid:
      return readGuid(view, at);
    case 0x10:
      return `0x${(size === 8 ? view.getBigUint64(at, true) : view.getUint32(at, true)).toString(16)}`;
    case typeOf.fileTime:
      return fileTime(view.getBigUint64(at, true));
    case 0x12:
      return systemTime(view, at);
    case typeOf.sid:
      return readSid(view, at, size);
    case typeOf.hex32:
      return `0x${view.getUint32(at, true).toString(16)}`;
    case typeOf.hex64:
      return `0x${view.getBigUint64(at, true).toString(16)}`;
    default:
      // Binary data, and types that nobody has described.
      return Array.from(bytesOf(view, at, size), (byte) => hexOfByte[byte]!)
        .join('')
        .toUpperCase();
  }
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => hex(byte, 2));

/** The order in which the bytes of a GUID are written; -1 is a hyphen. */
export const guidOrder = [3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15];

function readGuid(view: DataView, at: number): string {
  let text = '{';
  for (const place of guidOrder) text += place < 0 ? '-' : hexOfByte[view.getUint8(at + place)];
  return `${text}}`;
}

/** 1601-01-01 to 1970-01-01, in units of 100 ns. */
const epoch = 116_444_736_000_000_000n;

/** `2025-01-15T09:30:12.1234567Z`; empty where it is no time. Units of 100 ns since 1601. */
export function fileTime(ticks: bigint): string {
  const since = ticks - epoch;
  const seconds = since / 10_000_000n - (since % 10_000_000n < 0n ? 1n : 0n);
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return '';
  const fraction = String(since - seconds * 10_000_000n).padStart(7, '0');
  return `${date.toISOString().slice(0, 19)}.${fraction}Z`;
}

function systemTime(view: DataView, at: number): string {
  const [year, month, , day, hour, minute, second, ms] = Array.from({ length: 8 }, (_, i) =>
    view.getUint16(at + 2 * i, true),
  );
  const two = (value: number | undefined): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}.${String(ms).padStart(3, '0')}Z`;
}

function readSid(view: DataView, at: number, size: number): string {
  if (size < 8) return '';
  const count = Math.min(view.getUint8(at + 1), Math.floor((size - 8) / 4));
  const authority = view.getUint16(at + 2) * 2 ** 32 + view.getUint32(at + 4);
  const parts = Array.from({ length: count }, (_, i) => view.getUint32(at + 8 + 4 * i, true));
  return ['S', view.getUint8(at), authority, ...parts].join('-');
}
