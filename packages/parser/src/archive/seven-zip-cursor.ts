/** Numbers and bits as the header of a 7z holds them. Throws where there are no more. */

export const damaged = (): Error => new Error('damaged');

export type Cursor = ReturnType<typeof openCursor>;

export function openCursor(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const take = (length: number): number => {
    if (!(length >= 0) || at + length > bytes.length) throw damaged();
    at += length;
    return at - length;
  };
  const byte = (): number => bytes[take(1)]!;
  const cursor = {
    byte,
    bytes: (length: number): Uint8Array => {
      const from = take(length);
      return bytes.subarray(from, from + length);
    },
    uint32: (): number => view.getUint32(take(4), true),
    uint64: (): bigint => view.getBigUint64(take(8), true),
    /** One to nine bytes: as many follow the first as it begins with ones. */
    number: (): number => {
      const first = byte();
      let [value, mask] = [0, 0x80];
      for (let scale = 1; mask > 0 && first & mask; mask >>= 1, scale *= 256) value += byte() * scale;
      const more = Math.clz32(~(first << 24));
      if (mask > 0) value += (first & (mask - 1)) * 256 ** more;
      if (!Number.isSafeInteger(value)) throw damaged();
      return value;
    },
    /** A number of things of which each takes a bit at least. */
    count: (): number => {
      const count = cursor.number();
      if (count > bytes.length * 8) throw damaged();
      return count;
    },
    bits: (count: number): boolean[] => {
      const packed = cursor.bytes(Math.ceil(count / 8));
      return Array.from({ length: count }, (_, i) => (packed[i >> 3]! & (0x80 >> (i & 7))) !== 0);
    },
    bitsOrAll: (count: number): boolean[] => (byte() !== 0 ? new Array<boolean>(count).fill(true) : cursor.bits(count)),
    rest: (): number => bytes.length - at,
  };
  return cursor;
}
