/**
 * The directory of a zip as yauzl is to see it. For one entry that is odd it gives up the whole archive, and it believes the
 * stated number of entries, which programs write modulo 65,536 and which may hide some. unzip does neither.
 */
import type { ZipFile } from 'yauzl';
import type { Blocks } from './bytes.ts';

const entryHeader = 0x02014b50;
const headerLength = 46;
const zip64Field = 1;
const elsewhere = 0xffffffff;

/** Mends what is read of the directory, in place. APPNOTE 4.3.12. */
export function openMender(): (bytes: Buffer, position: number) => void {
  let next = { position: -1, name: 0, extra: 0, zip64: 0 };
  return (bytes, position) => {
    if (position === next.position) mendExtra(bytes.subarray(next.name, next.name + next.extra), next.zip64);
    else if (bytes.length === headerLength && bytes.readUInt32LE(0) === entryHeader) {
      // Strongly encrypted is encrypted.
      const flags = bytes.readUInt16LE(8);
      if (flags & 0x40) bytes.writeUInt16LE((flags & ~0x40) | 1, 8);
      next = {
        position: position + headerLength,
        name: bytes.readUInt16LE(28),
        extra: bytes.readUInt16LE(30),
        zip64: 8 * [20, 24, 42].filter((at) => bytes.readUInt32LE(at) === elsewhere).length,
      };
    }
  };
}

/** Blanks the extra fields from the first one on that goes beyond their end, or lacks what it is there for. */
function mendExtra(extra: Buffer, zip64: number): void {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    const end = at + 4 + length;
    if (end > extra.length || (extra.readUInt16LE(at) === zip64Field && length < zip64)) {
      extra.fill(0, at);
      return;
    }
    at = end;
  }
}

/** Call before each entry is asked for: one more stands there than the archive counts. */
export async function countOn(zip: ZipFile, blocks: Blocks): Promise<void> {
  if (zip.entriesRead !== zip.entryCount) return;
  // Its types take the place for a boolean.
  const bytes = await blocks.read(Number(zip.readEntryCursor), headerLength);
  if (bytes.length < headerLength) return;
  if (new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === entryHeader) zip.entryCount++;
}
