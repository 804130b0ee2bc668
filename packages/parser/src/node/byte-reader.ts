/** Bytes of a stream, taken in lengths of the reader's own choice. */
import type { Bytes } from '../archive/bytes.ts';
import type { Loss } from '../archive/disk-source.ts';

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
    } else held = held.length > 0 ? Buffer.concat([held, step.value]) : step.value;
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
      while (held.length < length && isOpen) await more();
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
