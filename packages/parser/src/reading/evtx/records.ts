/** A binary event log (EVTX) as a text with an event in each line: its file header, chunks and records. */
import { joinAll, type Transcoder } from '../transcoder.ts';
import { openBinaryXml, type Wanted } from './binary-xml.ts';
import { openTally } from './tally.ts';
import { fileTime } from './values.ts';

const headerSize = 4096;
const chunkSize = 65_536;
const chunkHeaderSize = 512;
const recordHeaderSize = 24;
/** `**\0\0` */
const recordMagic = 0x00002a2a;

const magicOf = (text: string): readonly number[] => Array.from(text, (unit) => unit.charCodeAt(0));
const fileMagic = magicOf('ElfFile\0');
const chunkMagic = magicOf('ElfChnk\0');

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);

export const isEventLog = (head: Uint8Array): boolean => startsWith(head, fileMagic);

/**
 * Bytes of the file to lines of XML, one for each event that can be read, in the order of the file: whole where something in
 * it is wanted, else only with its time. The first one is whole, since it tells whose log it is. Damage is counted, never
 * thrown.
 */
export function openEventLog(wanted: Wanted | null): Transcoder {
  const encoder = new TextEncoder();
  let held: Uint8Array[] = [];
  let size = 0;
  let isBegun = false;
  let damaged = 0;
  let isCut = false;
  const tally = openTally();

  const whole = (): Uint8Array => {
    held = [joinAll(held)];
    return held[0]!;
  };
  const keep = (rest: Uint8Array): void => {
    held = rest.length > 0 ? [rest.slice()] : [];
    size = rest.length;
  };

  let isFirst = true;
  const eventsOf = (chunk: Uint8Array): Uint8Array => {
    const { events, damaged: count, isWhole } = readChunk(chunk, wanted, isFirst);
    damaged += count;
    tally.chunk(chunk, events.length + count, isWhole);
    isFirst &&= events.length === 0;
    return encoder.encode(events.map((event) => `${event}\n`).join(''));
  };

  return {
    push(bytes) {
      // The caller's buffer may be used again.
      if (bytes.length > 0) held.push(bytes.slice());
      size += bytes.length;
      if (size < (isBegun ? chunkSize : headerSize)) return new Uint8Array(0);
      const all = whole();
      let at = 0;
      if (!isBegun) {
        isBegun = true;
        tally.header(all);
        at = headerSize;
      }
      const texts: Uint8Array[] = [];
      for (; all.length - at >= chunkSize; at += chunkSize) texts.push(eventsOf(all.subarray(at, at + chunkSize)));
      keep(all.subarray(at));
      return joinAll(texts);
    },
    end() {
      const rest = whole();
      keep(new Uint8Array(0));
      isCut = !isBegun || rest.some((byte) => byte !== 0);
      const events = isBegun && rest.length > 0 ? eventsOf(rest) : new Uint8Array(0);
      isCut ||= tally.isShort();
      return events;
    },
    note() {
      const missing = tally.missing();
      const losses = [
        ...(damaged > 0 ? [`${recordsAre(damaged)} damaged`] : []),
        ...(missing > 0 ? [`${recordsAre(missing)} missing`] : []),
        ...(isCut ? ['truncated'] : []),
      ];
      if (tally.isDirty() && losses.length > 0) losses.push('copied while Windows wrote it');
      return losses.join('; ') || null;
    },
  };
}

const recordsAre = (count: number): string => `${count} ${count === 1 ? 'record is' : 'records are'}`;

/** The events of a chunk: record by record, and where one is damaged, from the next one on. */
function readChunk(
  chunk: Uint8Array,
  wanted: Wanted | null,
  wantsFirst: boolean,
): {
  readonly events: readonly string[];
  readonly damaged: number;
  /** It has a header. */
  readonly isWhole: boolean;
} {
  const events: string[] = [];
  let damaged = 0;
  if (!chunk.some((byte) => byte !== 0)) return { events, damaged, isWhole: false };
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const isWhole = startsWith(chunk, chunkMagic) && chunk.length >= chunkHeaderSize;
  // What lies behind the last record is of a former use of the chunk.
  const free = isWhole ? view.getUint32(48, true) : chunk.length;
  const end = free >= chunkHeaderSize && free <= chunk.length ? free : chunk.length;
  const xml = openBinaryXml(chunk);
  for (let at = chunkHeaderSize; at + recordHeaderSize + 4 <= end; ) {
    if (view.getUint32(at, true) !== recordMagic) {
      const next = nextRecord(chunk, at + 1, end);
      damaged += 1;
      if (next < 0) break;
      at = next;
      continue;
    }
    const size = view.getUint32(at + 4, true);
    const isSized = size >= recordHeaderSize + 4 && at + size <= end && view.getUint32(at + size - 4, true) === size;
    try {
      const asked = wantsFirst && events.length === 0 ? null : wanted;
      const event = xml.read(at + recordHeaderSize, isSized ? at + size - 4 : end, asked);
      if (event === null) events.push(timeOnly(view.getBigUint64(at + 16, true)));
      else if (event.startsWith('<Event')) events.push(event);
      else damaged++;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      damaged++;
    }
    at = isSized ? at + size : nextRecord(chunk, at + 4, end);
    if (at < 0) break;
  }
  return { events, damaged, isWhole };
}

const timeOnly = (written: bigint): string =>
  `<Event><System><TimeCreated SystemTime="${fileTime(written)}"/></System></Event>`;

/** Records begin at multiples of eight. */
function nextRecord(chunk: Uint8Array, from: number, end: number): number {
  for (let at = (from + 7) & ~7; at + recordHeaderSize <= end; at += 8)
    if (chunk[at] === 0x2a && chunk[at + 1] === 0x2a && chunk[at + 2] === 0 && chunk[at + 3] === 0) return at;
  return -1;
}
