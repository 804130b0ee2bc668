/** zlib for one compressed stream: pieces in, what they give out. */
import { createInflateRaw } from 'node:zlib';
import { formatCount, type Loss, type SourceLimits } from '../archive/disk-source.ts';
import { getAgain } from '../archive/verify.ts';

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

export function openInflater(): Inflater {
  const engine = createInflateRaw({ chunkSize: chunkLength });
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

export function brokenAfter(given: number, isCut: boolean): Loss {
  const where = given === 0 ? 'at its start' : `after ${formatCount(given)} bytes`;
  const what = isCut ? 'is truncated' : 'is damaged';
  return { kind: 'unreadable', message: `its compressed data ${what} ${where}`, hint: getAgain };
}

export const isCutOff = (damage: Error): boolean => 'code' in damage && damage.code === 'Z_BUF_ERROR';

export function overratio(given: number, taken: number, limits: SourceLimits): Loss | null {
  if (given <= limits.ratioFloor || given <= taken * limits.ratio) return null;
  return {
    kind: 'limit',
    message: `it expands to more than ${formatCount(limits.ratio)} times its size, like an archive bomb; stopped after ${formatCount(given)} bytes`,
    hint: 'If it is a real log, decompress it and scan the result.',
  };
}
