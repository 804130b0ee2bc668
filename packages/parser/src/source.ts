/** openSource: the pipe from bytes to findings. Bytes come in any split; memory stays bounded whatever their number. */
import { classify, type Knowledge } from './classify.ts';
import { decodeLine, joinBytes, openTranscoder, type Transcoder } from './decode.ts';
import type { Carry, Format } from './define.ts';
import { foldEntries } from './entry.ts';
import { openFolder } from './fold.ts';
import type { Cutter } from './framings/framing.ts';
import { cutJson } from './framings/json.ts';
import { readJson } from './framings/json-lines.ts';
import { cutLines, readLine } from './framings/lines.ts';
import { cutSections, readSection } from './framings/sections.ts';
import { readRow } from './framings/table.ts';
import { cutEvents, readEvent } from './framings/xml-events.ts';
import type { Entry, Os, Piece, SourceFindings, Time } from './model.ts';
import type { LiteralSet } from './search.ts';
import { newCarry, osOfPath, type Sniffed, sniff, sniffBytes } from './sniff.ts';

export interface SourceHints {
  /** Overrides what path and content say of the system. */
  readonly os?: Os | null;
  /** ISO 8601 UTC. */
  readonly modified?: string | null;
  /** Reads the source as this format, whatever it looks like. */
  readonly format?: string;
  /** Parses every line instead of those that can matter: the findings are the same. */
  readonly everyPiece?: boolean;
  /** Called with each entry (each chain, when it is complete), in file order. */
  readonly onEntry?: (entry: Entry) => void;
}

export interface SourcePipe {
  /** False when further bytes would change nothing: the source is no text of a known format. */
  push(bytes: Uint8Array): boolean;
  /** What was found. Call once, after the last `push`. */
  end(): SourceFindings;
}

/** Chains open at one time; the oldest is closed early when there are more. */
const mostChains = 2000;
/** Entries of one open chain; further ones are folded with the latest. */
const mostLinks = 400;
/** Addresses kept of one source, see SourceFindings. */
const mostAddresses = 2000;
/** Bytes at the end of a source in which its last time is looked for. */
const tailBytes = 1 << 15;

/** Opens a source for reading. `path` is how the report names it; neither `push` nor `end` ever throws. */
export function openSource(knowledge: Knowledge, path: string, hints: SourceHints = {}): SourcePipe {
  const carry = newCarry(path, hints.os ?? osOfPath(path));
  let head = new Uint8Array(0);
  let bytes = 0;
  let sniffed: Sniffed | null = null;
  let transcoder: Transcoder | null = null;
  let reader: Reader | null = null;

  const begin = (): void => {
    sniffed = sniff(head, path, knowledge.formats);
    const forced = hints.format === undefined ? undefined : knowledge.formatById.get(hints.format);
    if (forced) sniffed = { ...sniffed, state: head.length === 0 ? 'empty' : 'read', format: forced };
    transcoder = openTranscoder(sniffed.encoding);
    if (sniffed.state === 'read' && sniffed.format) reader = openReader(knowledge, sniffed.format, carry, hints, head);
    feed(head);
    head = new Uint8Array(0);
  };

  const feed = (chunk: Uint8Array): void => {
    if (reader && chunk.length > 0) reader.push(transcoder!.push(chunk));
  };

  return {
    push(chunk) {
      bytes += chunk.length;
      if (sniffed) feed(chunk);
      else {
        head = joinBytes(head, chunk);
        if (head.length >= sniffBytes) begin();
      }
      return sniffed === null || reader !== null;
    },
    end() {
      if (!sniffed) begin();
      if (reader) reader.push(transcoder!.end());
      const read = reader?.end() ?? null;
      const { state, format, note } = sniffed!;
      const os = hints.os ?? carry.os ?? format?.os ?? null;
      return {
        path,
        format: format?.id ?? null,
        state,
        complete: (read?.note ?? null) === null,
        bytes,
        lines: read?.lines ?? 0,
        first: read?.first ?? null,
        last: read?.last ?? null,
        timeBasis: (read?.last ?? read?.first)?.basis ?? 'none',
        note: read?.note ?? note,
        modified: hints.modified ?? null,
        sha256: null,
        machine: {
          os,
          osVersion: carry.osVersion,
          computer: carry.computer,
          zoomVersions: [...carry.zoomVersions],
          timezone: carry.timezone,
          managed: carry.managed,
        },
        findings: read?.findings ?? [],
        zoomAddresses: [...carry.zoomAddresses].slice(0, mostAddresses),
      };
    },
  };
}

interface ReadResult {
  readonly lines: number;
  readonly note: string | null;
  readonly first: Time | null;
  readonly last: Time | null;
  readonly findings: SourceFindings['findings'];
}

interface Reader {
  push(utf8: Uint8Array): void;
  end(): ReadResult;
}

const isOfLines = (format: Format): boolean => format.framing === 'lines' || format.framing === 'table';

/** Pieces of one format to findings: embeds, carries, chains, classification, folding. */
function openReader(knowledge: Knowledge, format: Format, carry: Carry, hints: SourceHints, head: Uint8Array): Reader {
  const embeds = (format.embeds ?? []).flatMap((id) => knowledge.formatById.get(id) ?? []);
  const folder = openFolder();
  const chains = new Map<string, Entry[]>();
  const edges = openEdges(format, embeds, hints);
  const large = head.length >= sniffBytes;
  const wants = isOfLines(format) && !hints.everyPiece ? knowledge.literals(format, large ? head : undefined) : null;

  const judge = (entry: Entry, launch: number): void => {
    hints.onEntry?.(entry);
    for (const match of classify(entry, knowledge)) folder.add(match, entry, launch);
  };

  const closeChain = (key: string): void => {
    const links = chains.get(key);
    if (!links) return;
    chains.delete(key);
    const folded = links.length === 1 ? links[0]! : foldEntries(links);
    const entry = format.derive ? format.derive(folded, carry) : folded;
    if (entry) judge(entry, carry.launch);
  };

  const link = (key: string, entry: Entry): void => {
    if (format.chain!.begins?.(entry)) closeChain(key);
    const links = chains.get(key) ?? [];
    if (links.length === 0) chains.set(key, links);
    if (links.length >= mostLinks) links.splice(mostLinks >> 1, 1);
    links.push(entry);
    if (format.chain!.ends(entry, carry)) closeChain(key);
    else if (chains.size > mostChains) closeChain(chains.keys().next().value!);
  };

  const take = (piece: Piece): void => {
    const read = readPiece(format, embeds, piece, carry);
    if (!read) return;
    const entry = read.format === format.id && format.prepare ? format.prepare(read, carry) : read;
    if (!entry) return;
    if (!isOfLines(format)) edges.saw(entry.time);
    carryOver(format, entry, carry);
    const key = entry.format === format.id ? (format.chain?.by(entry, carry) ?? null) : null;
    if (key !== null) return link(key, entry);
    const whole = entry.format === format.id && format.derive ? format.derive(entry, carry) : entry;
    if (whole) judge(whole, carry.launch);
  };

  const cutter = openCutter(format, take, wants);
  return {
    push(utf8) {
      if (isOfLines(format)) edges.push(utf8);
      cutter.push(utf8);
    },
    end() {
      const { lines, note } = cutter.end();
      for (const key of [...chains.keys()]) closeChain(key);
      const notes = [note, folder.overflowed() ? 'more different findings than are kept' : null];
      return {
        lines,
        note: notes.filter((one) => one !== null).join('; ') || null,
        ...edges.times(carry),
        findings: folder.findings(),
      };
    },
  };
}

function openCutter(format: Format, emit: (piece: Piece) => void, wants: LiteralSet | null): Cutter {
  switch (format.framing) {
    case 'lines':
    case 'table':
    case 'json-lines':
      return cutLines(emit, wants);
    case 'sections':
      return cutSections(emit);
    case 'xml-events':
      return cutEvents(emit);
    case 'json':
      return cutJson(emit, format.elements ?? []);
  }
}

/** One piece as an entry of the format or of one that lives in it; null when it is none. */
function readPiece(format: Format, embeds: readonly Format[], piece: Piece, carry: Carry): Entry | null {
  switch (format.framing) {
    case 'lines':
      for (const embed of embeds) {
        const entry = readLine(embed, piece, carry);
        if (entry) return embed.prepare ? embed.prepare(entry, carry) : entry;
      }
      return readLine(format, piece, carry) ?? readLine({ ...format, head: 'none' }, piece, carry);
    case 'table':
      return readRow(format, piece, carry);
    case 'sections':
      return readSection(format, piece, carry);
    case 'xml-events':
      return readEvent(format, piece);
    case 'json':
    case 'json-lines':
      return readJson(format, piece);
  }
}

function carryOver(format: Format, entry: Entry, carry: Carry): void {
  for (const { has, read } of format.carries ?? [])
    if (entry.pieces.some(({ text }) => text.toLowerCase().includes(has.toLowerCase()))) read(entry, carry);
}

interface Edges {
  push(utf8: Uint8Array): void;
  saw(time: Time | null): void;
  times(carry: Carry): { first: Time | null; last: Time | null };
}

/**
 * First and last time of a source. Files of lines are searched for a few lines only, so their edges are read apart:
 * the first and the last bytes, line by line.
 */
function openEdges(format: Format, embeds: readonly Format[], hints: SourceHints): Edges {
  let early = new Uint8Array(0);
  let late = new Uint8Array(0);
  let first: Time | null = null;
  let last: Time | null = null;

  const linesOf = (bytes: Uint8Array): string[] => decodeLine(bytes).split(/\r?\n/);
  const timeOf = (text: string, carry: Carry): Time | null =>
    readPiece(format, embeds, { line: 1, text }, carry)?.time ?? null;

  return {
    push(utf8) {
      if (early.length < tailBytes) early = joinBytes(early, utf8.subarray(0, tailBytes - early.length));
      late = utf8.length >= tailBytes ? utf8.slice(-tailBytes) : joinBytes(late, utf8).slice(-tailBytes);
    },
    saw(time) {
      first ??= time;
      last = time ?? last;
    },
    times(carry) {
      if (!isOfLines(format)) return { first, last };
      const start = newCarry(carry.path, hints.os ?? null);
      start.columns = carry.columns;
      for (const text of linesOf(early)) {
        const entry = readPiece(format, embeds, { line: 1, text }, start);
        if (entry) carryOver(format, entry, start);
        first = entry?.time ? timeOf(text, start) : null;
        if (first) break;
      }
      const tail = linesOf(late);
      for (let i = tail.length - 1; i >= 0 && !last; i--) last = timeOf(tail[i]!, carry);
      return { first, last };
    },
  };
}
