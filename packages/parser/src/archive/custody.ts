/** Hashes of bytes as they are stored, whatever is read out of them: of sources, and of the archives that hold them. */
import { type Blocks, type Bytes, blockBytes, noBytes } from './bytes.ts';
import { isLost, type Loss } from './disk-source.ts';

export interface Hasher {
  update(bytes: Uint8Array): void;
  /** Lower-case hex; once. */
  digest(): string;
}

export interface Custody {
  /** Whether what is stored at the path is hashed. */
  wants(path: string): boolean;
  hasher(): Hasher;
  /** An archive whose sources have been found, with its size in bytes. */
  container(path: string, size: number, sha256: string): void;
}

/** What is stored, as far as it has been read. */
export interface Stored {
  readonly bytes: Bytes;
  /** Null until all of it was read, and where that failed. */
  sha256(): string | null;
  size(): number;
}

/** The same bytes, hashed as they pass; what nobody reads of them is hashed when they are let go. */
export function openStored(bytes: Bytes, hasher: Hasher): Stored {
  let size = 0;
  let isWhole = false;
  let digest: string | null = null;
  let isOpen = true;
  const take = async (): Promise<IteratorResult<Uint8Array, Loss | null>> => {
    const step = await bytes.next();
    if (step.done) {
      isOpen = false;
      isWhole = !isLost(step.value);
    } else {
      hasher.update(step.value);
      size += step.value.length;
    }
    return step;
  };
  async function* passing(): Bytes {
    try {
      for (;;) {
        const step = await take();
        if (step.done) return step.value;
        yield step.value;
      }
    } finally {
      while (isOpen) await take();
      await bytes.return(null);
    }
  }
  return {
    bytes: passing(),
    size: () => size,
    sha256() {
      if (isWhole) digest ??= hasher.digest();
      return digest;
    },
  };
}

/** The same of bytes that have been read. */
export function storedMemory(memory: Uint8Array, hasher: Hasher): Stored {
  hasher.update(memory);
  const digest = hasher.digest();
  return { bytes: noBytes(), size: () => memory.length, sha256: () => digest };
}

/** The hash of bytes that are read here and there; null where the disk fails. */
export async function hashBlocks(blocks: Blocks, hasher: Hasher): Promise<string | null> {
  const stored = openStored(blockBytes(blocks, 0, blocks.size), hasher);
  for await (const _ of stored.bytes);
  return stored.sha256();
}
