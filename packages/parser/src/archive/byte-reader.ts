/** Bytes of a stream, taken in lengths of the reader's own choice. */
import { joinAll } from '../reading/transcoder.ts';
import type { Bytes } from './bytes.ts';
import type { Loss } from './disk-source.ts';

export interface Reader {
  /** Bytes that were read and not taken. */
  held(): Uint8Array;
  /** True when so many are held, or could be read. */
  has(length: number): Promise<boolean>;
  take(length: number): void;
  skip(length: number): Promise<boolean>;
  /** Up to and with the next NUL. */
  skipText(): Promise<boolean>;
  /** Bytes taken so far. */
  passed(): number;
  isOpen(): boolean;
  /** Why the input ended early. */
  loss(): Loss | null;
}

export function openReader(input: Bytes): Reader {
  let held: Uint8Array = new Uint8Array(0);
  let [passed, isOpen] = [0, true];
  let loss: Loss | null = null;
  const more = async (): Promise<boolean> => {
    const step = await input.next();
    if (step.done) {
      isOpen = false;
      loss = step.value;
    } else held = held.length > 0 ? joinAll([held, step.value]) : step.value;
    return isOpen;
  };
  const take = (length: number): void => {
    held = held.subarray(length);
    passed += length;
  };
  return {
    held: () => held,
    take,
    async has(length) {
      // Joined once: a pipe may deliver single bytes.
      const parts = [held];
      for (let have = held.length; have < length && isOpen; ) {
        const step = await input.next();
        if (step.done) {
          isOpen = false;
          loss = step.value;
        } else {
          parts.push(step.value);
          have += step.value.length;
        }
      }
      if (parts.length > 1) held = joinAll(parts.filter((part) => part.length > 0));
      return held.length >= length;
    },
    async skip(length) {
      let left = length;
      while (left > held.length) {
        left -= held.length;
        take(held.length);
        if (!(await more())) return false;
      }
      take(left);
      return true;
    },
    async skipText() {
      for (;;) {
        const end = held.indexOf(0);
        take(end < 0 ? held.length : end + 1);
        if (end >= 0) return true;
        if (!(await more())) return false;
      }
    },
    passed: () => passed,
    isOpen: () => isOpen,
    loss: () => loss,
  };
}
