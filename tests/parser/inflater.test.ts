import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { constants, createInflateRaw, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openReader } from '../../packages/parser/src/archive/byte-reader.ts';
import type { Bytes } from '../../packages/parser/src/archive/bytes.ts';
import { inflateStream, oneAhead, openEngine } from '../../packages/parser/src/node/inflater.ts';

const limits = { ratio: 200, ratioFloor: 10_000_000 } as Parameters<typeof inflateStream>[1];

async function* cut(bytes: Uint8Array, length: number): Bytes {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
  return null;
}

async function inflated(bytes: Uint8Array, length: number) {
  const stream = inflateStream(openReader(cut(bytes, length)), limits, { given: 0 });
  const chunks: Uint8Array[] = [];
  for (;;) {
    const step = await stream.next();
    if (step.done) return { data: Buffer.concat(chunks), message: step.value?.message ?? null };
    chunks.push(step.value);
  }
}

describe('a stream of deflate', () => {
  // Parts that end on a whole byte; of random hex digits, so that the pieces reach their full length.
  const parts = Array.from({ length: 100 }, () => Buffer.from(randomBytes(20_000).toString('hex')));
  const packedParts = parts.map((part) => deflateRawSync(part, { finishFlush: constants.Z_SYNC_FLUSH }));
  const data = Buffer.concat(parts);
  const packed = Buffer.concat([...packedParts, deflateRawSync(Buffer.alloc(0))]);

  test('comes out the same, however it is cut', async () => {
    for (const length of [packed.length, 524_288, 70_001, 999])
      expect((await inflated(packed, length)).data.equals(data), String(length)).toBe(true);
  });

  test('loses at most an eighth of what stands before its damage', async () => {
    // The last kind of block does not exist.
    const damage = Buffer.alloc(64, 0x07);
    for (const whole of [1, 10, 50, 99]) {
      const broken = Buffer.concat([...packedParts.slice(0, whole), damage, ...packedParts.slice(whole)]);
      const read = await inflated(broken, 524_288);
      expect(read.message, String(whole)).toMatch(/is damaged after/);
      expect(read.data.length, String(whole)).toBeGreaterThan(whole * 40_000 * (7 / 8) - 512);
      expect(read.data.equals(data.subarray(0, read.data.length)), String(whole)).toBe(true);
      expect((await inflated(broken, 999)).message, String(whole)).toBe(read.message);
    }
  });

  test('that gives a thousand times its size gives one output at a time', async () => {
    const piece = deflateRawSync(Buffer.alloc(64_000_000));
    const inflater = openEngine(createInflateRaw({ chunkSize: 65_536, ...oneAhead }));
    inflater.push(piece);
    expect((await inflater.next())?.length).toBe(65_536);
    await setTimeout(50);
    expect(inflater.taken()).toBeLessThan(piece.length / 100);
    expect(inflater.wants()).toBe(false);
    inflater.close();
  });
});
