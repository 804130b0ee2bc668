import { joinAll } from '../reading/transcoder.ts';
import { formatCount } from '../telling/labels.ts';
import { isUndecided } from './content.ts';
import { explainError } from './disk-errors.ts';
import { isLost, type Loss } from './disk-source.ts';

/**
 * Bytes read once, front to back. Never throws: it returns why it ended early, or null when it is complete.
 * Whoever wraps one returns it when it is itself left early, so that zlib's memory is freed at once.
 */
export type Bytes = AsyncGenerator<Uint8Array, Loss | null, undefined>;

/** Bytes that can be read anywhere. */
export interface Blocks {
  readonly size: number;
  /** At most `length` bytes from `position` on; fewer at the end. Rejects when the disk does. */
  read(position: number, length: number): Promise<Uint8Array>;
  /** From now on what is read is overwritten by the third reading after it: whoever reads takes the bytes one after the other, and keeps none. */
  reuse?(): void;
}

/** Large enough that the calls cost nothing beside the copying, small enough to stay in the processor's cache. */
export const chunkLength = 512 * 1024;

export const memoryBlocks = (memory: Uint8Array): Blocks => ({
  size: memory.length,
  read: async (position, length) => memory.subarray(position, position + length),
});

/**
 * `length` bytes from `start` on, the next of which are read while the last are used. A file that grows meanwhile is read to
 * the size it had, so the end always comes.
 */
export async function* blockBytes(blocks: Blocks, start: number, length: number): Bytes {
  const readAt = (at: number): Promise<Uint8Array> => {
    const reading = blocks.read(start + at, Math.min(chunkLength, length - at));
    // Nobody may come to wait for it.
    reading.catch(() => {});
    return reading;
  };
  try {
    let ahead = length > 0 ? readAt(0) : null;
    for (let at = 0; ahead !== null; ) {
      const chunk = await ahead;
      if (chunk.length === 0) {
        const message = `it shrank while being read: ${formatCount(at)} of ${formatCount(length)} bytes were left`;
        return { kind: 'unreadable', message, hint: 'Copy the file while nothing writes to it, then scan the copy.' };
      }
      at += chunk.length;
      ahead = at < length ? readAt(at) : null;
      yield chunk;
    }
    return null;
  } catch (error) {
    return explainError(error);
  }
}

export const noBytes = (): Bytes => blockBytes(memoryBlocks(new Uint8Array(0)), 0, 0);

export async function* streamBytes(stream: AsyncIterable<Uint8Array>, onBytes: (length: number) => void): Bytes {
  try {
    for await (const chunk of stream) {
      onBytes(chunk.length);
      yield chunk;
    }
    return null;
  } catch (error) {
    return explainError(error);
  }
}

/** The first bytes, as many as it takes to tell what they are, and all bytes including those. */
export async function peek(bytes: Bytes): Promise<{ head: Uint8Array; whole: Bytes; loss: Loss | null }> {
  const chunks: Uint8Array[] = [];
  let head: Uint8Array = new Uint8Array(0);
  while (isUndecided(head)) {
    const step = await bytes.next();
    if (step.done) return { head, whole: replay(chunks, bytes, step.value), loss: step.value };
    chunks.push(step.value);
    head = joinAll(chunks);
  }
  return { head, whole: replay(chunks, bytes, null), loss: null };
}

async function* replay(chunks: readonly Uint8Array[], bytes: Bytes, loss: Loss | null): Bytes {
  try {
    yield* chunks;
    return (yield* bytes) ?? loss;
  } finally {
    await bytes.return(null);
  }
}

/** All bytes in memory, unless they are more than `limit` or end early; and the same bytes once more. */
export async function hold(bytes: Bytes, limit: number): Promise<{ held: Uint8Array | null; whole: Bytes }> {
  const chunks: Uint8Array[] = [];
  for (let length = 0; length <= limit; ) {
    const step = await bytes.next();
    if (step.done)
      return { held: isLost(step.value) ? null : joinAll(chunks), whole: replay(chunks, bytes, step.value) };
    chunks.push(step.value);
    length += step.value.length;
  }
  return { held: null, whole: replay(chunks, bytes, null) };
}

/** All bytes in memory, and notes on them; a Loss when they are more than `limit` or end early. */
export async function collect(bytes: Bytes, limit: number, notes: Loss[]): Promise<Uint8Array | Loss> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const step = await bytes.next();
    if (step.done && isLost(step.value)) return step.value;
    if (step.done) {
      if (step.value) notes.push(step.value);
      return joinAll(chunks);
    }
    length += step.value.length;
    if (length > limit) return tooLargeToHold(limit);
    chunks.push(step.value);
  }
}

export const tooLargeToHold = (limit: number): Loss => ({
  kind: 'limit',
  message: `an archive of this kind inside another or a pipe is held in memory, and this one needs more than ${formatCount(limit)} bytes`,
  hint: 'Extract it and scan it on its own.',
});
