/** One block of bzip2: Huffman codes of moves to the front, sorted by what follows (Burrows and Wheeler). */
import type { Bits } from './bits.ts';

export interface Block {
  /** Runs are still folded. */
  readonly bytes: Uint8Array;
  /** What the bytes must sum to, unfolded. */
  readonly sum: number;
}

const groupLength = 50;
const longestCode = 20;

/** Null when it is damaged; what was read beyond the end is for the caller to see. */
export function readBlock(bits: Bits, most: number): Block | null {
  const sum = bits.read(32);
  // Blocks of bzip2 before 0.9.5, which were made random first.
  if (bits.read(1) !== 0) return null;
  const origin = bits.read(24);
  const used = usedBytes(bits);
  const tableCount = bits.read(3);
  const selectorCount = bits.read(15);
  if (used.length === 0 || tableCount < 2 || tableCount > 6 || selectorCount === 0) return null;
  const selectors = readSelectors(bits, tableCount, selectorCount);
  if (!selectors) return null;
  const tables: Table[] = [];
  for (let i = 0; i < tableCount; i++) {
    const table = readTable(bits, used.length + 2);
    if (!table) return null;
    tables.push(table);
  }
  const sorted = readSymbols(bits, tables, selectors, used, most);
  return sorted && origin < sorted.length ? { bytes: unsort(sorted, origin), sum } : null;
}

/** A bit for each sixteen bytes, then one for each byte. */
function usedBytes(bits: Bits): Uint8Array {
  const parts = bits.read(16);
  const used: number[] = [];
  for (let part = 0; part < 16; part++) {
    if ((parts & (0x8000 >> part)) === 0) continue;
    const members = bits.read(16);
    for (let i = 0; i < 16; i++) if (members & (0x8000 >> i)) used.push(part * 16 + i);
  }
  return Uint8Array.from(used);
}

/** Which table each fifty codes are of, moved to the front. */
function readSelectors(bits: Bits, tableCount: number, count: number): Uint8Array | null {
  const selectors = new Uint8Array(count);
  const order = [0, 1, 2, 3, 4, 5];
  for (let i = 0; i < count; i++) {
    let place = 0;
    while (bits.read(1)) if (++place >= tableCount) return null;
    const [table = 0] = order.splice(place, 1);
    order.unshift(table);
    selectors[i] = table;
  }
  return selectors;
}

interface Table {
  /** By length: the code above the last one of it, at the left of `longestCode` bits. */
  readonly ends: Int32Array;
  /** By length: the first code, and the place of its symbol. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly symbols: Uint16Array;
  readonly shortest: number;
}

function readTable(bits: Bits, size: number): Table | null {
  const lengths = new Uint8Array(size);
  let length = bits.read(5);
  for (let i = 0; i < size; i++) {
    for (;;) {
      if (length < 1 || length > longestCode) return null;
      if (bits.read(1) === 0) break;
      length += bits.read(1) ? -1 : 1;
    }
    lengths[i] = length;
  }
  const symbols = new Uint16Array(size);
  const [ends, starts, places] = [new Int32Array(21), new Int32Array(21), new Int32Array(21)];
  let [code, place] = [0, 0];
  for (let of = 1; of <= longestCode; of++) {
    code <<= 1;
    starts[of] = code;
    places[of] = place;
    for (let i = 0; i < size; i++) {
      if (lengths[i] !== of) continue;
      symbols[place++] = i;
      code++;
    }
    ends[of] = code;
  }
  return { ends, starts, places, symbols, shortest: Math.min(...lengths) };
}

function symbolOf(bits: Bits, { ends, starts, places, symbols, shortest }: Table): number {
  let code = bits.read(shortest);
  for (let length = shortest; length <= longestCode; length++) {
    if (code < ends[length]!) return symbols[places[length]! + code - starts[length]!] ?? -1;
    code = (code << 1) | bits.read(1);
  }
  return -1;
}

/** The last column of the sorted rows. */
function readSymbols(
  bits: Bits,
  tables: readonly Table[],
  selectors: Uint8Array,
  used: Uint8Array,
  most: number,
): Uint8Array | null {
  const sorted = new Uint8Array(most);
  const order = Uint8Array.from(used);
  const end = used.length + 1;
  let [length, run, weight] = [0, 0, 1];
  for (let count = 0; ; count++) {
    const selector = selectors[Math.floor(count / groupLength)];
    const symbol = selector === undefined ? -1 : symbolOf(bits, tables[selector]!);
    if (symbol < 0 || bits.isOver()) return null;
    if (symbol < 2) {
      // Digits of a run's length, 1 and 2 instead of 0 and 1.
      run += weight << symbol;
      weight <<= 1;
      if (run > most) return null;
      continue;
    }
    if (length + run > most) return null;
    sorted.fill(order[0]!, length, length + run);
    length += run;
    [run, weight] = [0, 1];
    if (symbol === end) return sorted.subarray(0, length);
    if (length === most) return null;
    const byte = order[symbol - 1]!;
    order.copyWithin(1, 0, symbol - 1);
    order[0] = byte;
    sorted[length++] = byte;
  }
}

/** Follows the rows from the original one on. */
function unsort(sorted: Uint8Array, origin: number): Uint8Array {
  const starts = new Int32Array(257);
  for (const byte of sorted) starts[byte + 1]!++;
  for (let byte = 0; byte < 256; byte++) starts[byte + 1]! += starts[byte]!;
  const following = new Int32Array(sorted.length);
  for (let i = 0; i < sorted.length; i++) following[starts[sorted[i]!]!++] = i;
  const bytes = new Uint8Array(sorted.length);
  for (let i = 0, at = following[origin]!; i < bytes.length; i++, at = following[at]!) bytes[i] = sorted[at]!;
  return bytes;
}
