/** A binary event log (EVTX) as a text with an event in each line: its file header, chunks and records. */
import type { LineSearch } from '../../define.ts';
import { joinAll, type Transcoder } from '../transcoder.ts';
import { type BinaryXml, openBinaryXml } from './binary-xml.ts';
import { openKnownTemplates } from './known-templates.ts';
import type { Part } from './parts.ts';
import { openSketch } from './sketch.ts';
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
 * Bytes of the file to lines of XML, one for each event that can be read, in the order of the file. By a search, which looks for
 * `sketchLiterals`, an event is whole where what is looked for stands in it; of the others of a chunk the earliest and the
 * latest are only dated, and the rest are blank lines. The first event is whole, since it tells whose log it is. Damage is
 * counted, never thrown.
 */
export function openEventLog(search: LineSearch | null): Transcoder {
  const encoder = new TextEncoder();
  const sketch = search && openSketch(search);
  /** What has come of the header or of a chunk. */
  const held = new Uint8Array(chunkSize);
  let size = 0;
  let isBegun = false;
  let damaged = 0;
  let isCut = false;
  const tally = openTally();
  const known = openKnownTemplates();

  let isFirst = true;
  const eventsOf = (chunk: Uint8Array): Uint8Array => {
    if (!chunk.some((byte) => byte !== 0)) {
      tally.chunk(chunk, 0, false);
      return new Uint8Array(0);
    }
    const xml = openBinaryXml(chunk, known);
    const { records, lost } = recordsOf(chunk, xml);
    sketch?.begin(xml);
    for (const { parts } of records) sketch?.add(parts);
    const hits = sketch?.hits() ?? [];
    const first = records.findIndex(({ parts }) => parts !== null);
    const isDated = edgesOf(
      records.filter(({ parts }, at) => parts !== null && hits[at] === false && !(isFirst && at === first)),
      xml,
    );
    let text = '';
    let count = 0;
    for (const [at, { parts, written }] of records.entries()) {
      if (parts === null) continue;
      if (hits[at] === false && !isFirst) {
        text += isDated(written) ? `${timeOnly(xml.view.getBigUint64(written, true))}\n` : '\n';
        count++;
        continue;
      }
      const event = whereWhole(() => xml.write(parts));
      if (!event?.startsWith('<Event')) continue;
      text += `${event}\n`;
      count++;
      isFirst = false;
    }
    damaged += lost + records.length - count;
    tally.chunk(chunk, records.length + lost, hasHeader(chunk));
    return encoder.encode(text);
  };

  return {
    push(bytes) {
      const texts: Uint8Array[] = [];
      for (let at = 0; at < bytes.length; ) {
        const needed = isBegun ? chunkSize : headerSize;
        // A chunk that came whole need not be kept.
        const isWhole = size === 0 && bytes.length - at >= needed;
        const part = bytes.subarray(at, at + needed - size);
        at += part.length;
        if (!isWhole) {
          held.set(part, size);
          size += part.length;
          if (size < needed) break;
        }
        const whole = isWhole ? part : held.subarray(0, needed);
        size = 0;
        if (isBegun) texts.push(eventsOf(whole));
        else tally.header(whole);
        isBegun = true;
      }
      return joinAll(texts);
    },
    end() {
      const rest = held.subarray(0, size);
      isCut = !isBegun || rest.some((byte) => byte !== 0);
      const events = isBegun && size > 0 ? eventsOf(rest) : new Uint8Array(0);
      isCut ||= tally.isShort();
      size = 0;
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

interface Record {
  /** Null where they are damaged. */
  readonly parts: readonly Part[] | null;
  /** Where in the chunk the time stands at which it was written, in units of 100 ns since 1601. */
  readonly written: number;
}

/** The records of a chunk: one by one, and where one is damaged, from the next one on. */
function recordsOf(
  chunk: Uint8Array,
  { view, tokens }: BinaryXml,
): { readonly records: Record[]; readonly lost: number } {
  const records: Record[] = [];
  let lost = 0;
  // What lies behind the last record is of a former use of the chunk.
  const free = hasHeader(chunk) ? view.getUint32(48, true) : chunk.length;
  const end = free >= chunkHeaderSize && free <= chunk.length ? free : chunk.length;
  for (let at = chunkHeaderSize; at >= 0 && at + recordHeaderSize + 4 <= end; ) {
    if (view.getUint32(at, true) !== recordMagic) {
      at = nextRecord(chunk, at + 1, end);
      lost++;
      continue;
    }
    const size = view.getUint32(at + 4, true);
    const isSized = size >= recordHeaderSize + 4 && at + size <= end && view.getUint32(at + size - 4, true) === size;
    const parts = whereWhole(() => tokens.parts(at + recordHeaderSize, isSized ? at + size - 4 : end, false, 0));
    records.push({ parts, written: at + 16 });
    at = isSized ? at + size : nextRecord(chunk, at + 4, end);
  }
  return { records, lost };
}

const hasHeader = (chunk: Uint8Array): boolean => startsWith(chunk, chunkMagic) && chunk.length >= chunkHeaderSize;

/** What it gives; null where what it reads is damaged. */
function whereWhole<Given>(read: () => Given): Given | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

/** As a number has them; two that are as good as one to it are both the earliest, or the latest. */
const ticksAt = (view: DataView, place: number): number =>
  view.getUint32(place + 4, true) * 2 ** 32 + view.getUint32(place, true);
const tolerance = 64;
/** The year 10000, which no time has. */
const endOfTime = 2_650_467_744_000_000_000;

/** Of records, which times are the earliest and the latest. */
function edgesOf(records: readonly Record[], { view }: BinaryXml): (written: number) => boolean {
  let earliest = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  for (const { written } of records) {
    const ticks = ticksAt(view, written);
    if (ticks < earliest) earliest = ticks;
    if (ticks > latest && ticks < endOfTime) latest = ticks;
  }
  return (written) => {
    const ticks = ticksAt(view, written);
    return ticks <= earliest + tolerance || (ticks >= latest - tolerance && ticks < endOfTime);
  };
}

const timeOnly = (written: bigint): string =>
  `<Event><System><TimeCreated SystemTime="${fileTime(written)}"/></System></Event>`;

/** Records begin at multiples of eight. */
function nextRecord(chunk: Uint8Array, from: number, end: number): number {
  for (let at = (from + 7) & ~7; at + recordHeaderSize <= end; at += 8)
    if (chunk[at] === 0x2a && chunk[at + 1] === 0x2a && chunk[at + 2] === 0 && chunk[at + 3] === 0) return at;
  return -1;
}
