/** zlib for one compressed stream: pieces in, what they give out. */
import type { Transform } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

export interface Inflater {
  /** What the piece gives; null: there is no more. Of a piece in which it meets damage, zlib keeps back the output. */
  push(piece: Uint8Array | null): Promise<readonly Uint8Array[]>;
  damage(): Error | null;
  /** The stream has ended. */
  isOver(): boolean;
  /** Bytes that belonged to it. */
  taken(): number;
  close(): void;
}

/** Bytes of output that zlib hands over at once. */
const chunkLength = 64 * 1024;

export const openInflater = (): Inflater => openEngine(createInflateRaw({ chunkSize: chunkLength }));

export function openEngine(engine: Transform & { readonly bytesWritten: number }): Inflater {
  const output: Uint8Array[] = [];
  let damage: Error | null = null;
  let settle = (): void => {};
  engine.on('data', (chunk: Uint8Array) => output.push(chunk));
  engine.on('error', (error) => {
    damage = error;
    settle();
  });
  engine.on('end', () => settle());
  return {
    async push(piece) {
      await new Promise<void>((resolve) => {
        settle = resolve;
        if (piece) engine.write(piece, () => settle());
        else engine.end();
      });
      return output.splice(0);
    },
    damage: () => damage,
    isOver: () => engine.readableEnded,
    taken: () => engine.bytesWritten,
    close: () => void engine.destroy(),
  };
}

/**
 * The length of the next piece after so many bytes, so that damage costs little: at most an eighth of what came before it.
 */
export const pieceLength = (before: number): number => Math.min(Math.max(256, before >> 3), 8192);

export const isCutOff = (damage: Error): boolean => 'code' in damage && damage.code === 'Z_BUF_ERROR';
