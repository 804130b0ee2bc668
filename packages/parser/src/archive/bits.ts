/** Bytes as numbers of any count of bits, as bzip2 writes them. */
export interface Bits {
  read(count: number): number;
  isOver(): boolean;
  /** Bits read. */
  position(): number;
}

/** The highest bit of a byte comes first. */
export function openBits(bytes: Uint8Array, first: number): Bits {
  let [at, buffer, count] = [0, 0, 0];
  const bits: Bits = {
    read(wanted) {
      if (wanted > 24) return bits.read(wanted - 16) * 65_536 + bits.read(16);
      while (count < wanted) {
        buffer = ((buffer << 8) | (bytes[at] ?? 0)) & 0x7fffffff;
        at++;
        count += 8;
      }
      count -= wanted;
      const value = (buffer >>> count) & ((1 << wanted) - 1);
      buffer &= (1 << count) - 1;
      return value;
    },
    isOver: () => at > bytes.length,
    position: () => at * 8 - count,
  };
  bits.read(first);
  return bits;
}
