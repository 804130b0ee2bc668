/** Chance that can be had again: the same seed and index give the same choices on every machine. */

export interface Chance {
  /** A whole number from 0 to one less than `limit`; 0 when the limit is less than 1. */
  below(limit: number): number;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  happens(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** So many places of a length, in their order; the same one may come twice. */
  places(count: number, length: number): number[];
}

/** Spreads a number over 32 bits: the finalizer of MurmurHash3. */
function mixed(value: number): number {
  let bits = value >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Chance of the generator sfc32 (PractRand), begun at the seed and the index. */
export function chanceOf(seed: number, index: number): Chance {
  let a = mixed(seed);
  let b = mixed(index + 0x9e3779b9);
  let c = mixed(Math.floor(index / 2 ** 32) ^ a);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();

  const below = (limit: number): number => (limit < 1 ? 0 : Math.floor((next() / 2 ** 32) * limit));
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    happens: (share) => next() / 2 ** 32 < share,
    pick: (list) => list[below(list.length)]!,
    places: (count, length) => Array.from({ length: count }, () => below(length + 1)).sort((one, two) => one - two),
  };
}
