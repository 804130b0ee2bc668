/**
 * gzip files as gzip reads them: members follow each other, and what follows the last one is ignored, with a note. Node's
 * own decompressor fails on the first byte of that, and takes what it has read of a small file with it. RFC 1952.
 */
import { crc32 } from 'node:zlib';
import { openReader, type Reader } from '../archive/byte-reader.ts';
import type { Bytes } from '../archive/bytes.ts';
import { brokenAfter, overratio } from '../archive/compressed.ts';
import { isLost, type Loss, type SourceLimits } from '../archive/disk-source.ts';
import { getAgain } from '../archive/verify.ts';
import { counted } from '../telling/labels.ts';
import { inflateSmall, inflateStream, type Tally } from './inflater.ts';

/** Checksum and length at the end of a member. */
const trailerLength = 8;
/** Without what its flags announce. */
const headerLength = 10;
/** Members that give no more than so many bytes are inflated at once: a file may hold 100,000. */
const smallLength = 64 * 1024;

const hasSum = 2;
const hasExtra = 4;
const hasName = 8;
const hasComment = 16;
const reserved = 0xe0;

export async function* gunzip(input: Bytes, limits: SourceLimits): Bytes {
  const reader = openReader(input);
  const tally = { given: 0 };
  try {
    for (;;) {
      for (let small = takeSmall(reader); small; small = takeSmall(reader)) {
        tally.given += small.length;
        const overrun = overratio(tally.given, reader.passed(), limits);
        if (overrun) return overrun;
        if (small.length > 0) yield small;
      }
      await reader.has(headerLength);
      if (!isMember(reader.held())) {
        if (reader.passed() > 0 && !isCutMember(reader.held())) return await ignoreRest(reader);
        return reader.loss() ?? brokenAfter(tally.given, true);
      }
      if (!(await skipHeader(reader))) return reader.loss() ?? brokenAfter(tally.given, true);
      const loss = yield* inflateMember(reader, limits, tally);
      if (loss) return loss;
    }
  } finally {
    await input.return(null);
  }
}

const isMember = (head: Uint8Array): boolean =>
  head.length >= 4 && head[0] === 0x1f && head[1] === 0x8b && head[2] === 8 && (head[3]! & reserved) === 0;

const isCutMember = (rest: Uint8Array): boolean =>
  (rest.length === 2 || rest.length === 3) && rest[0] === 0x1f && rest[1] === 0x8b;

/** False when it is cut. */
async function skipHeader(reader: Reader): Promise<boolean> {
  if (!(await reader.has(headerLength))) return false;
  const flags = reader.held()[3]!;
  reader.take(headerLength);
  if (flags & hasExtra) {
    if (!(await reader.has(2))) return false;
    const [low, high] = reader.held();
    reader.take(2);
    if (!(await reader.skip(low! | (high! << 8)))) return false;
  }
  for (const text of [hasName, hasComment]) if (flags & text && !(await reader.skipText())) return false;
  return (flags & hasSum) === 0 || reader.skip(2);
}

/** The data of one member, and its end. */
async function* inflateMember(reader: Reader, limits: SourceLimits, tally: Tally): Bytes {
  let [length, sum] = [0, 0];
  const loss = yield* inflateStream(reader, limits, tally, (chunk) => {
    length += chunk.length;
    sum = crc32(chunk, sum);
  });
  return loss ?? endOf(reader, sum, length, tally.given);
}

/** Where the data of a member begin; null when its header is not held whole. */
function headerEnd(held: Uint8Array): number | null {
  const flags = held[3]!;
  let at = headerLength;
  if (flags & hasExtra) at += 2 + (held[at] ?? 0) + ((held[at + 1] ?? 0) << 8);
  for (const text of [hasName, hasComment]) {
    if ((flags & text) === 0) continue;
    const end = held.indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  if (flags & hasSum) at += 2;
  return at < held.length ? at : null;
}

/** What members that are small, whole and held give together; null when the next one is none of these. */
function takeSmall(reader: Reader): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let member = smallMember(reader.held()); member; member = smallMember(reader.held())) {
    reader.take(member.taken);
    parts.push(member.data);
    length += member.data.length;
    if (length >= smallLength) break;
  }
  return parts.length === 0 ? null : Buffer.concat(parts);
}

function smallMember(held: Uint8Array): { readonly data: Uint8Array; readonly taken: number } | null {
  const start = isMember(held) ? headerEnd(held) : null;
  if (start === null) return null;
  // It may also go on in the next chunk.
  const small = inflateSmall(held.subarray(start, start + smallLength), smallLength);
  if (!small) return null;
  const end = start + small.taken;
  return isEnd(held.subarray(end), crc32(small.data), small.data.length)
    ? { data: small.data, taken: end + trailerLength }
    : null;
}

/** Null when the member is whole. */
async function endOf(reader: Reader, sum: number, length: number, given: number): Promise<Loss | null> {
  if (!(await reader.has(trailerLength))) return reader.loss() ?? brokenAfter(given, true);
  const isWhole = isEnd(reader.held(), sum, length);
  reader.take(trailerLength);
  return isWhole ? null : brokenAfter(given, false);
}

function isEnd(trailer: Uint8Array, sum: number, length: number): boolean {
  if (trailer.length < trailerLength) return false;
  const end = new DataView(trailer.buffer, trailer.byteOffset, trailerLength);
  return end.getUint32(0, true) === sum && end.getUint32(4, true) === length % 2 ** 32;
}

/** As gzip does; but what looks like one more member behind bytes that do not belong there is a loss. */
async function ignoreRest(reader: Reader): Promise<Loss | null> {
  let [ignored, isMore] = [0, false];
  while (await reader.has(1)) {
    // A magic may lie across two chunks.
    await reader.has(4);
    const held = reader.held();
    isMore ||= holdsMember(held);
    const length = held.length > 3 && reader.isOpen() ? held.length - 3 : held.length;
    reader.take(length);
    ignored += length;
  }
  const loss = reader.loss();
  if (isLost(loss)) return loss;
  if (ignored === 0) return loss;
  const bytes = `${counted(ignored, 'byte')} after the end of the gzip data`;
  if (isMore) return { kind: 'unreadable', message: `${bytes} are damaged and hold more of it`, hint: getAgain };
  const message = `${bytes} ${ignored === 1 ? 'was' : 'were'} ignored`;
  return { kind: 'skipped', message, hint: 'gzip ignores them as well; nothing is missing.' };
}

function holdsMember(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1f); at >= 0; at = bytes.indexOf(0x1f, at + 1))
    if (isMember(bytes.subarray(at, at + 4))) return true;
  return false;
}
