/** Chains of a source: entries of one key folded into one. What is open at one time is bounded. */

import type { Carry, Chain } from '../define.ts';
import type { Entry } from '../model.ts';
import { foldEntries } from './entry.ts';

/** Chains open at one time, and UTF-16 units that they hold together; the oldest is closed early when there are more. */
const mostChains = 2000;
const mostHeld = 16 << 20;
/** Entries of one open chain; of further ones those in the middle are left out. */
const mostLinks = 48;

export interface Chains {
  /** Links the entry to the chain of its key; false when it belongs to none. */
  take(entry: Entry): boolean;
  /**
   * The open chains as they are now, each as the entry that it would give, with an entry that has not ended where there is one;
   * they stay open.
   */
  sofar(unended: Entry | null): Entry[];
  closeAll(): void;
}

/** `onEntry` is called with each chain that is closed, as one entry. */
export function openChains(chain: Chain, carry: Carry, onEntry: (entry: Entry) => void): Chains {
  const open = new Map<string, Entry[]>();
  let held = 0;

  const close = (key: string): void => {
    const links = open.get(key);
    if (!links) return;
    open.delete(key);
    for (const one of links) held -= sizeOf(one);
    onEntry(folded(links));
  };

  const isLate = ({ time }: Entry, before: Entry | undefined): boolean =>
    time !== null && before?.time?.basis === time.basis && time.ms - before.time.ms > (chain.patience ?? Infinity);

  const link = (key: string, entry: Entry): void => {
    if (chain.begins?.(entry) || isLate(entry, open.get(key)?.at(-1))) close(key);
    const links = open.get(key) ?? [];
    if (links.length === 0) open.set(key, links);
    if (links.length >= mostLinks) for (const left of links.splice(mostLinks >> 1, 1)) held -= sizeOf(left);
    links.push(entry);
    held += sizeOf(entry);
    if (chain.ends(entry, carry)) close(key);
    while (open.size > mostChains || (held > mostHeld && open.size > 1)) close(open.keys().next().value!);
  };

  /** What another program quotes of it, or another machine says, is no link of a chain. */
  const keyOf = (entry: Entry): string | null => {
    const key = chain.by(entry, carry);
    return key === null ? null : `${entry.host ?? ''} ${entry.witness ?? ''} ${key}`;
  };

  return {
    take(entry) {
      const key = keyOf(entry);
      if (key !== null) link(key, entry);
      return key !== null;
    },
    sofar(unended) {
      const key = unended && keyOf(unended);
      if (!unended || key === null) return [...[...open.values()].map(folded), ...(unended ? [unended] : [])];
      const others = [...open].filter(([one]) => one !== key).map(([, links]) => folded(links));
      const before = open.get(key) ?? [];
      const begins = (chain.begins?.(unended) ?? false) || isLate(unended, before.at(-1));
      return [
        ...others,
        ...(begins && before.length > 0 ? [folded(before)] : []),
        folded(begins ? [unended] : [...before, unended]),
      ];
    },
    closeAll() {
      for (const key of [...open.keys()]) close(key);
    },
  };
}

const folded = (links: readonly Entry[]): Entry => (links.length === 1 ? links[0]! : foldEntries(links));

const sizeOf = ({ pieces }: Entry): number => pieces.reduce((sum, { text }) => sum + text.length, 0);
