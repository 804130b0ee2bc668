/** UTF-16 units of UTF-8 text that is not decoded: columns and sizes are counted in them. */

export interface Units {
  begin(chunk: Uint8Array): void;
  /** Units of all text before the byte `at` of this chunk, which is ASCII, or its end. */
  at(at: number): number;
  /** Counts the bytes above 0x7f that stand there in a row; where the last of them stands. */
  pass(at: number): number;
  chunkEnded(): void;
}

/** Each byte that belongs to no character counts as a decoder shows it: U+FFFD for as many as begin one (WHATWG Encoding). */
export function openUnits(): Units {
  let bytes: Uint8Array = new Uint8Array(0);
  let base = 0;
  /** By how much all bytes so far are more than their units. */
  let more = 0;
  /** Bytes that the character which was begun still lacks, and the next one of them. */
  let lacks = 0;
  let isLong = false;
  let [lowest, highest] = [0x80, 0xbf];

  const begin = (byte: number): void => {
    if (byte < 0xc2 || byte > 0xf4) {
      more--;
      return;
    }
    lacks = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    isLong = lacks === 3;
    if (byte === 0xe0) lowest = 0xa0;
    else if (byte === 0xed) highest = 0x9f;
    else if (byte === 0xf0) lowest = 0x90;
    else if (byte === 0xf4) highest = 0x8f;
  };
  const end = (units: number): void => {
    more -= units;
    lacks = 0;
  };

  const take = (byte: number): void => {
    more++;
    const [low, high] = [lowest, highest];
    lowest = 0x80;
    highest = 0xbf;
    if (lacks === 0) begin(byte);
    else if (byte < low || byte > high) {
      end(1);
      begin(byte);
    } else if (lacks === 1) end(isLong ? 2 : 1);
    else lacks--;
  };

  return {
    begin(chunk) {
      bytes = chunk;
      if (lacks > 0 && chunk[0]! < 0x80) end(1);
    },
    at: (at) => base + at - more,
    pass(at) {
      let i = at;
      for (; i < bytes.length && bytes[i]! >= 0x80; i++) take(bytes[i]!);
      if (lacks > 0 && i < bytes.length) end(1);
      return i - 1;
    },
    chunkEnded() {
      base += bytes.length;
      bytes = new Uint8Array(0);
    },
  };
}
