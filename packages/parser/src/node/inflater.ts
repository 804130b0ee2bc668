/** zlib for one compressed stream: pieces in, what they give out. */
import type { Transform } from 'node:stream';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Reader } from '../archive/byte-reader.ts';
import type { Bytes } from '../archive/bytes.ts';
import { brokenAfter, overratio } from '../archive/compressed.ts';
import type { SourceLimits } from '../archive/disk-source.ts';

export interface Inflater {
  /** It has given all that its pieces hold, and has not ended. */
  wants(): boolean;
  /** Takes the piece that it wants; null: there is no more. */
  push(piece: Uint8Array | null): void;
  /**
   * What comes next, while the one behind it is being made, and never more than that: a piece may give a thousand times its
   * size. Null: it wants a piece, has ended or met damage. What it was making then, zlib keeps back.
   */
  next(): Promise<Uint8Array | null>;
  damage(): Error | null;
  /** Bytes that belonged to it. */
  taken(): number;
  close(): void;
}

/** Bytes given so far by all streams of a file. */
export interface Tally {
  given: number;
}

/** Bytes of output that zlib hands over at once: each costs a way through the thread pool. */
const chunkLength = 256 * 1024;

/** What an engine must be opened with, so that it makes no more than one output ahead. zlib's types lack it. */
export const oneAhead: { readonly readableHighWaterMark: number } = { readableHighWaterMark: 1 };

export function openEngine(engine: Transform & { readonly bytesWritten: number }): Inflater {
  let damage: Error | null = null;
  let isLast = false;
  let settle = (): void => {};
  engine.on('readable', () => settle());
  engine.on('end', () => settle());
  engine.on('error', (error) => {
    damage = error;
    settle();
  });
  const wants = (): boolean =>
    engine.writableLength === 0 && engine.readableLength === 0 && !isLast && !damage && !engine.readableEnded;
  return {
    wants,
    push(piece) {
      isLast = piece === null;
      if (piece) engine.write(piece, () => settle());
      else engine.end();
    },
    async next() {
      for (;;) {
        const chunk: Uint8Array | null = engine.read();
        if (chunk || damage || engine.readableEnded || wants()) return chunk;
        await new Promise<void>((resolve) => {
          settle = resolve;
        });
      }
    },
    damage: () => damage,
    taken: () => engine.bytesWritten,
    close: () => void engine.destroy(),
  };
}

/** What a small stream at the start of `held` gives, and its bytes there; null when it is larger, cut or damaged. */
export function inflateSmall(
  held: Uint8Array,
  most: number,
): { readonly data: Uint8Array; readonly taken: number } | null {
  try {
    const { buffer: data, engine } = inflateRawSync(held, {
      info: true,
      maxOutputLength: most,
      // It may be one of a hundred thousand.
      chunkSize: most >> 4,
    }) as unknown as { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } };
    return { data, taken: engine.bytesWritten };
  } catch {
    return null;
  }
}

/** One stream without a header, to its end or to where it breaks; `onChunk` sees each output first. */
export async function* inflateStream(
  reader: Reader,
  limits: SourceLimits,
  tally: Tally,
  onChunk: (chunk: Uint8Array) => void = () => {},
): Bytes {
  const inflater = openEngine(createInflateRaw({ chunkSize: chunkLength, ...oneAhead }));
  const start = reader.passed();
  let piece: Uint8Array | null = null;
  /** Whole pieces, however the bytes arrive: what comes before damage is then always the same. False: too few are held. */
  const feed = (): boolean => {
    // It takes no more than is its own, and what it left is held still.
    reader.take(start + inflater.taken() - reader.passed());
    const held = reader.held();
    const length = pieceLength(reader.passed());
    if (held.length < length && reader.isOpen()) return false;
    piece = held.length > 0 ? held.subarray(0, length) : null;
    inflater.push(piece);
    return true;
  };
  try {
    for (;;) {
      while (inflater.wants() && !feed()) await reader.has(pieceLength(reader.passed()));
      const chunk = await inflater.next();
      if (chunk) {
        tally.given += chunk.length;
        onChunk(chunk);
        const overrun = overratio(tally.given, start + inflater.taken(), limits);
        if (overrun) return overrun;
        // The pool goes on with it while this one is used.
        if (inflater.wants()) feed();
        yield chunk;
      } else if (!inflater.wants()) break;
    }
    reader.take(start + inflater.taken() - reader.passed());
    const loss = piece === null ? reader.loss() : null;
    const damage = inflater.damage();
    return damage ? (loss ?? brokenAfter(tally.given, isCutOff(damage))) : loss;
  } finally {
    inflater.close();
  }
}

/**
 * The length of the next piece after so many bytes, so that damage costs little: at most an eighth of what came before it.
 */
export const pieceLength = (before: number): number => Math.min(Math.max(256, before >> 3), 128 * 1024);

export const isCutOff = (damage: Error): boolean => 'code' in damage && damage.code === 'Z_BUF_ERROR';
