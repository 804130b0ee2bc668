/**
 * Literals as the tables that `assembly/find-lines.ts` reads, which begin at address 0:
 *
 * | bytes    | what                                                                                                 |
 * | -------- | ---------------------------------------------------------------------------------------------------- |
 * | 0–127    | for each place of a fingerprint, by the low and by the high half of a byte: a bit for each bucket    |
 * | 128–131  | the first use of literals shorter than a fingerprint                                                 |
 * | 192–8383 | by the hash of a fingerprint: the first use of it                                                    |
 * | 8384–    | uses of 16 bytes: address and length of a literal, its bytes up to the fingerprint's end, the next use |
 *
 * and the literals. Uses are counted from 1; 0 is none.
 */
import { countGrams, hashAt, hashBits } from './grams.ts';

const places = 4;
const buckets = 8;
const shortUses = 128;
const firstUses = 192;
const tableBits = 12;
const uses = firstUses + (2 << tableBits);
const useBytes = 16;
/** Fingerprints of a literal that are tried. */
const mostEnds = 4;

/** Which halves of bytes may stand at each place of the fingerprints of a bucket, as sets of 16 bits, low and high. */
interface Bucket {
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** How often a text like the sample has what looks like one of the fingerprints: 0 to 1 a byte. */
  readonly chance: number;
}

/**
 * @param words the literals in UTF-8, ASCII letters in lower case, none of them empty.
 * @param sample a stretch of the text, of which the first 16 KiB are looked at: more would take longer than it saves.
 */
export function fingerprintsOf(words: readonly Uint8Array[], sample: Uint8Array): Uint8Array {
  const firstLiteral = uses + useBytes * (words.length + 1);
  const tables = new Uint8Array(words.reduce((end, word) => end + word.length, firstLiteral));
  const view = new DataView(tables.buffer);
  const choose = openBuckets(sample.subarray(0, 1 << 14));
  let address = firstLiteral;
  for (const [index, word] of words.entries()) {
    const end = choose.add(word);
    const at = uses + useBytes * (index + 1);
    view.setUint32(at, address, true);
    view.setUint32(at + 4, word.length, true);
    view.setUint32(at + 8, end, true);
    if (word.length < places) {
      view.setUint32(at + 12, view.getUint32(shortUses, true), true);
      view.setUint32(shortUses, index + 1, true);
    } else {
      const first = firstUses + 2 * (hashAt(word, end - places, places) >>> (hashBits - tableBits));
      view.setUint32(at + 12, view.getUint16(first, true), true);
      view.setUint16(first, index + 1, true);
    }
    tables.set(word, address);
    address += word.length;
  }
  for (const [bucket, { low, high }] of choose.all().entries())
    for (let place = 0; place < places; place++)
      for (let half = 0; half < 16; half++) {
        tables[32 * place + half]! |= ((low[place]! >> half) & 1) << bucket;
        tables[32 * place + 16 + half]! |= ((high[place]! >> half) & 1) << bucket;
      }
  return tables;
}

/** Spreads literals over the buckets so that little of a text like the sample looks like one. */
function openBuckets(sample: Uint8Array): { add(word: Uint8Array): number; all(): readonly Bucket[] } {
  const none = Array.from({ length: places }, () => 0);
  const all: Bucket[] = Array.from({ length: buckets }, () => ({ low: none, high: none, chance: 0 }));
  const seen = countGrams(sample, places);
  const chanceOf = openChances(sample);
  return {
    /** Where the fingerprint of the word ends, counted from its start. */
    add(word) {
      let best = { end: 0, bucket: 0, added: Number.POSITIVE_INFINITY, next: all[0]! };
      for (const end of rarestEnds(word, seen)) {
        for (const [bucket, old] of all.entries()) {
          const next = withWord(old, word, end, chanceOf);
          const added = next.chance - old.chance;
          if (added < best.added) best = { end, bucket, added, next };
        }
      }
      all[best.bucket] = best.next;
      return best.end;
    },
    all: () => all,
  };
}

/** The ends of those fingerprints of a word that were seen least. One that is shorter has its whole at the fingerprint's end. */
function rarestEnds(word: Uint8Array, seen: Uint32Array): readonly number[] {
  if (word.length <= places) return [word.length];
  const counts = Array.from({ length: word.length - places + 1 }, (_, at) => seen[hashAt(word, at, places)]!);
  const least = Math.min(...counts);
  return counts.flatMap((count, at) => (count === least ? [at + places] : [])).slice(0, mostEnds);
}

function withWord(
  bucket: Bucket,
  word: Uint8Array,
  end: number,
  chanceOf: (low: number, high: number) => number,
): Bucket {
  const low: number[] = [];
  const high: number[] = [];
  let chance = 1;
  for (let place = 0; place < places; place++) {
    const byte = word[end - places + place];
    const isLetter = byte !== undefined && byte >= 0x61 && byte <= 0x7a;
    low.push(bucket.low[place]! | (byte === undefined ? 0xffff : 1 << (byte & 15)));
    high.push(
      bucket.high[place]! |
        (byte === undefined ? 0xffff : (1 << (byte >> 4)) | (isLetter ? 1 << ((byte >> 4) - 2) : 0)),
    );
    chance *= chanceOf(low[place]!, high[place]!);
  }
  return { low, high, chance };
}

/** How likely a byte has one of these low and one of these high halves, as far as the sample tells. */
function openChances(sample: Uint8Array): (low: number, high: number) => number {
  const counts = new Uint32Array(256).fill(1);
  for (const byte of sample) counts[byte]!++;
  return (low, high) => {
    let count = 0;
    for (let uppers = high; uppers !== 0; uppers &= uppers - 1) {
      const upper = 16 * (31 - Math.clz32(uppers & -uppers));
      for (let lowers = low; lowers !== 0; lowers &= lowers - 1)
        count += counts[upper + 31 - Math.clz32(lowers & -lowers)]!;
    }
    return count / (sample.length + 256);
  };
}
