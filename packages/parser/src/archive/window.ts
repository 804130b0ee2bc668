/** What came out last, to be referred to, and to be handed on. It grows with what comes out, up to its capacity. */
export interface Window {
  emit(byte: number): void;
  put(bytes: Uint8Array): void;
  /** Bytes since the last reset. */
  position(): number;
  /** The byte so many before the last one, fewer than `length`. */
  back(distance: number): number;
  /** Bytes that can be referred to. */
  length(): number;
  /** What came out since the last call, which must be less than the smallest window. */
  take(): Uint8Array;
  /** Nothing can be referred to any more. Call `take` first. */
  reset(): void;
}

export const smallestWindow = 256 * 1024;

/** `capacity`: at least the smallest. */
export function openWindow(capacity: number): Window {
  let bytes = new Uint8Array(smallestWindow);
  let [at, position, taken] = [0, 0, 0];
  const emit = (byte: number): void => {
    if (at === bytes.length) {
      if (at < capacity) {
        const larger = new Uint8Array(Math.min(capacity, at * 2));
        larger.set(bytes);
        bytes = larger;
      } else at = 0;
    }
    bytes[at++] = byte;
    position++;
  };
  return {
    emit,
    put(more) {
      for (const byte of more) emit(byte);
    },
    position: () => position,
    back: (distance) => bytes[at > distance ? at - distance - 1 : at - distance - 1 + bytes.length]!,
    length: () => Math.min(position, bytes.length),
    take() {
      const piece = at >= taken ? bytes.slice(taken, at) : joined(bytes.subarray(taken), bytes.subarray(0, at));
      taken = at;
      return piece;
    },
    reset() {
      at = 0;
      position = 0;
      taken = 0;
    },
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
