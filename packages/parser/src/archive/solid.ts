/** One compressed stream that holds several entries, one after the other: only what lies before an entry leads to it. */
import type { Bytes } from './bytes.ts';
import { isLost, type Loss } from './disk-source.ts';

export interface Solid {
  /** The bytes from `start` on; parts are asked for in the order in which they lie, and need not be read. */
  part(start: number, length: number): Bytes;
  /** Why nothing more comes out of it. */
  loss(): Loss | null;
  close(): Promise<void>;
}

export function openSolid(stream: Bytes, cutOff: Loss): Solid {
  let held: Uint8Array = new Uint8Array(0);
  let position = 0;
  let loss: Loss | null = null;
  const more = async (): Promise<boolean> => {
    while (held.length === 0 && !loss) {
      const step = await stream.next();
      if (step.done) loss = isLost(step.value) ? step.value : cutOff;
      else held = step.value;
    }
    return held.length > 0;
  };
  const take = (length: number): Uint8Array => {
    const piece = held.subarray(0, length);
    held = held.subarray(piece.length);
    position += piece.length;
    return piece;
  };
  return {
    async *part(start, length) {
      if (length === 0) return null;
      while (position < start) {
        if (!(await more())) return loss;
        take(start - position);
      }
      if (position > start) return cutOff;
      for (const end = start + length; position < end; ) {
        if (!(await more())) return loss;
        yield take(end - position);
      }
      return null;
    },
    loss: () => loss,
    async close() {
      await stream.return(null);
    },
  };
}
