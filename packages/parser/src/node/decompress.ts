import { crc32, createGunzip, createInflateRaw } from 'node:zlib';
import type { Bytes } from '../archive/bytes.ts';
import type { Decompression } from '../archive/decompression.ts';
import { formatCount, type Loss, type SourceLimits } from '../archive/disk-source.ts';
import { getAgain } from '../archive/verify.ts';

/** Bytes of output that zlib hands over at once. */
const chunkLength = 64 * 1024;

/** gzip ends with a checksum and a length; RFC 1952 §2.3.1. */
const trailerLength = 8;

/**
 * Inflates, and delivers everything that stands before a break. zlib keeps back the output of the piece of input in
 * which it meets damage, so the input is fed in small pieces: a break costs at most an eighth of what came before it.
 * The members of a gzip file follow each other; what follows the last one is ignored, as gzip itself does.
 */
async function* inflate(input: Bytes, layout: 'gzip' | 'deflate', limits: SourceLimits): Bytes {
  const engine =
    layout === 'gzip' ? createGunzip({ chunkSize: chunkLength }) : createInflateRaw({ chunkSize: chunkLength });
  const output: Uint8Array[] = [];
  let damage: Error | null = null;
  let settle = (): void => {};
  engine.on('data', (chunk: Uint8Array) => output.push(chunk));
  engine.on('error', (error) => {
    damage = error;
    settle();
  });
  engine.on('end', () => settle());
  const settled = (start: () => void) =>
    new Promise<void>((resolve) => {
      settle = resolve;
      start();
    });

  let taken = 0;
  let given = 0;
  const pieces = cut(input);
  try {
    for (;;) {
      const step = await pieces.next();
      const piece = step.done ? null : step.value;
      taken += piece?.length ?? 0;
      await settled(() => (piece ? engine.write(piece, () => settle()) : engine.end()));
      for (const chunk of output.splice(0)) {
        given += chunk.length;
        const overrun = overratio(given, taken, limits);
        if (overrun) return overrun;
        yield chunk;
      }
      if (damage) return (step.done && step.value) || brokenAfter(given, damage);
      if (step.done) return step.value;
      if (engine.readableEnded) return null;
    }
  } finally {
    engine.destroy();
  }
}

/** Small pieces, growing with what came before; the end apart, so that a wrong checksum costs no output. */
async function* cut(input: Bytes): Bytes {
  let held: Uint8Array = new Uint8Array(0);
  let before = 0;
  for (;;) {
    const step = await input.next();
    if (step.done) {
      if (held.length > 0) yield held;
      return step.value;
    }
    const chunk = held.length > 0 ? Buffer.concat([held, step.value]) : step.value;
    const end = Math.max(0, chunk.length - trailerLength);
    for (let at = 0; at < end; ) {
      const length = Math.min(Math.max(256, before >> 3), 8192, end - at);
      yield chunk.subarray(at, at + length);
      at += length;
      before += length;
    }
    held = chunk.subarray(end);
  }
}

function brokenAfter(given: number, damage: Error): Loss {
  const where = given === 0 ? 'at its start' : `after ${formatCount(given)} bytes`;
  const what = 'code' in damage && damage.code === 'Z_BUF_ERROR' ? 'is truncated' : 'is damaged';
  return { kind: 'unreadable', message: `its compressed data ${what} ${where}`, hint: getAgain };
}

function overratio(given: number, taken: number, limits: SourceLimits): Loss | null {
  if (given <= limits.ratioFloor || given <= taken * limits.ratio) return null;
  return {
    kind: 'limit',
    message: `it expands to more than ${formatCount(limits.ratio)} times its size, like an archive bomb; stopped after ${formatCount(given)} bytes`,
    hint: 'If it is a real log, decompress it and scan the result.',
  };
}

/** What archives are decompressed by here. */
export const zlib: Decompression = { inflate, crc32 };
