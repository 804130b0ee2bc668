/** Numbers that are the same in every run: all inputs of the bench follow from a seed. */
export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** So many hexadecimal digits, in lower case. */
  hex(digits: number): string;
  /** True in this share of the cases, 0 to 1. */
  chance(share: number): boolean;
}

/** Mulberry32, by Tommy Ettinger: 32 bits of state, which suffices for what is only to look varied. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    pick: (items) => items[below(items.length)]!,
    hex(digits) {
      let text = '';
      for (; digits > 6; digits -= 6) text += ((next() & 0xffffff) | 0x1000000).toString(16).slice(1);
      return digits === 0 ? text : text + ((next() & 0xffffff) | 0x1000000).toString(16).slice(-digits);
    },
    chance: (share) => next() < share * 2 ** 32,
  };
}
