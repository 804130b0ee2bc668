import { formatCount } from '../telling/labels.ts';
import type { Bytes } from './bytes.ts';
import type { Decompression } from './decompression.ts';

/** Passes the bytes on and compares them with what a zip states of them; a wrong size or checksum is a Loss. */
export async function* verify(bytes: Bytes, size: number, checksum: number, { crc32 }: Decompression): Bytes {
  let seen = 0;
  let sum = 0;
  try {
    for (;;) {
      const step = await bytes.next();
      if (step.done) {
        if (step.value) return step.value;
        if (seen === size && sum === checksum) return null;
        const what =
          seen === size ? 'its checksum is wrong' : `it has ${formatCount(seen)} of ${formatCount(size)} bytes`;
        return { kind: 'unreadable', message: `damaged in the archive: ${what}`, hint: getAgain };
      }
      seen += step.value.length;
      sum = crc32(step.value, sum);
      yield step.value;
    }
  } finally {
    await bytes.return(null);
  }
}

export const getAgain = 'Get the file again: this copy is damaged or truncated.';
