/** Pieces of one format to findings: embeds, carries, chains, classification, folding. */

import type { Carry, Format } from '../define.ts';
import type { Entry, Finding, Launch, Os, Piece, Sight, SourceFindings, Time } from '../model.ts';
import { newCarry } from './carry.ts';
import { classify, type Knowledge } from './classify.ts';
import { openEdges } from './edges.ts';
import { foldEntries, remember, textOf } from './entry.ts';
import { type Folder, openFolder } from './fold.ts';
import type { Cutter } from './framings/framing.ts';
import { cutJson } from './framings/json.ts';
import { cutLines } from './framings/lines.ts';
import { cutSections } from './framings/sections.ts';
import { cutEvents, eventTime } from './framings/xml-events.ts';
import { carryOver, isOfLines, readPiece } from './piece.ts';
import type { LiteralSet } from './search.ts';
import { recogniseFormat } from './sniff.ts';

/** Chains open at one time, and UTF-16 units that they hold together; the oldest is closed early when there are more. */
const mostChains = 2000;
const mostHeld = 16 << 20;
const mostLaunches = 500;
/** Entries of one open chain; of further ones those in the middle are left out. */
const mostLinks = 48;
export interface ReadHints {
  readonly os: Os | null;
  readonly everyPiece: boolean;
  readonly onEntry: ((entry: Entry) => void) | null;
}

export interface ReadResult {
  readonly lines: number;
  readonly note: string | null;
  readonly first: Time | null;
  readonly last: Time | null;
  readonly findings: SourceFindings['findings'];
  readonly launches: SourceFindings['launches'];
}

export interface Reader {
  push(utf8: Uint8Array): void;
  /** While silent, what is read is carried and chained, and nothing of it is found. */
  silence(on: boolean): void;
  /** What was found so far, open chains as they stand; a line or block that has not ended is left out. */
  sofar(): ReadResult;
  end(): ReadResult;
}

/** Opens a reader for a source of the format. By the first bytes of a large file, if given, the search learns what is rare in it. */
export function openReader(
  knowledge: Knowledge,
  format: Format,
  carry: Carry,
  hints: ReadHints,
  sample?: Uint8Array,
): Reader {
  const embeds = (format.embeds ?? []).flatMap((id) => knowledge.formatById.get(id) ?? []);
  const folder = openFolder();
  const chains = new Map<string, Entry[]>();
  const nested: Finding[] = [];
  const launches: Launch[] = [];
  let held = 0;
  const edges = openEdges(format, embeds, hints.os);
  const wants = isOfLines(format) && !hints.everyPiece ? knowledge.literals(format, sample) : null;
  const isOfEvents = format.framing === 'xml-events';
  /** Events are dear to parse, and a busy log has hundreds of thousands that say nothing of Zoom: their time is enough. */
  const telling = anyOf(isOfEvents ? knowledge.literals(format).literals : null);
  /** A word may hide in numeric entities. */
  const couldTell = (text: string): boolean => telling.test(text) || text.includes('&#');
  let events = 0;
  let malformed = 0;

  let isSilent = false;
  const judge = (entry: Entry, launch: number): void => {
    if (isSilent) return;
    hints.onEntry?.(entry);
    for (const match of classify(entry, knowledge)) folder.add(match, entry, launch);
  };

  const chained = (links: readonly Entry[]): Entry | null => {
    const folded = links.length === 1 ? links[0]! : foldEntries(links);
    return format.derive ? format.derive(folded, carry) : folded;
  };

  const closeChain = (key: string): void => {
    const links = chains.get(key);
    if (!links) return;
    chains.delete(key);
    for (const one of links) held -= sizeOf(one);
    const entry = chained(links);
    if (entry) judge(entry, carry.launch);
  };

  /** Only what the search would find is linked, or parsing every line would link more. */
  const linkable = format.chain && isOfLines(format) ? anyOf(knowledge.literals(format).literals) : null;
  const keyOf = (entry: Entry): string | null =>
    entry.format === format.id && (linkable?.test(textOf(entry)) ?? true)
      ? (format.chain?.by(entry, carry) ?? null)
      : null;

  const link = (key: string, entry: Entry): void => {
    if (format.chain!.begins?.(entry)) closeChain(key);
    const links = chains.get(key) ?? [];
    if (links.length === 0) chains.set(key, links);
    if (links.length >= mostLinks) for (const left of links.splice(mostLinks >> 1, 1)) held -= sizeOf(left);
    links.push(entry);
    held += sizeOf(entry);
    if (format.chain!.ends(entry, carry)) closeChain(key);
    while (chains.size > mostChains || (held > mostHeld && chains.size > 1)) closeChain(chains.keys().next().value!);
  };

  /** A block that is a file of its own: read as such, its findings moved to where it stands. */
  const takeNested = ({ line, text }: Piece): void => {
    const body = text.slice(text.indexOf('\n') + 1);
    const inner = recogniseFormat(body, '', knowledge.formats);
    if (!inner || inner.nests) return;
    const own = newCarry('', carry.os);
    const reader = openReader(knowledge, inner, own, hints);
    reader.push(new TextEncoder().encode(`${body}\n`));
    const read = reader.end();
    nested.push(...read.findings.map((finding) => movedDown(finding, line)));
    edges.saw(read.first);
    edges.saw(read.last);
    carry.computer ??= own.computer;
    carry.timezone ??= own.timezone;
    carry.osVersion ??= own.osVersion;
    for (const address of own.zoomAddresses) remember(carry.zoomAddresses, address);
  };

  const take = (piece: Piece): void => {
    if (format.nests) {
      takeNested(piece);
      return;
    }
    if (isOfEvents && ++events > 1 && !hints.everyPiece && !couldTell(piece.text)) {
      edges.saw(eventTime(piece.text));
      return;
    }
    const read = readPiece(format, embeds, piece, carry);
    if (!read) {
      if (isOfEvents && couldTell(piece.text)) malformed++;
      return;
    }
    const entry = read.format === format.id && format.prepare ? format.prepare(read, carry) : read;
    if (!entry) return;
    if (!isOfLines(format)) edges.saw(entry.time);
    const before = carry.launch;
    carryOver(format, entry, carry);
    if (carry.launch !== before && launches.length < mostLaunches)
      launches.push({ line: entry.pieces[0]!.line, time: entry.time });
    const key = keyOf(entry);
    if (key !== null) {
      link(key, entry);
      return;
    }
    const whole = entry.format === format.id && format.derive ? format.derive(entry, carry) : entry;
    if (whole) judge(whole, carry.launch);
  };

  const cutter = openCutter(format, take, wants);
  const result = (from: Folder, lines: number, note: string | null): ReadResult => {
    const notes = [
      note,
      from.overflowed() ? 'too many different findings to keep them all' : null,
      counted(malformed, 'event is not well-formed XML', 'events are not well-formed XML'),
      counted(carry.damaged, 'value is damaged', 'values are damaged'),
    ];
    return {
      lines,
      note: notes.filter((one) => one !== null).join('; ') || null,
      ...edges.times(carry),
      findings: [...from.findings(), ...nested],
      launches: [...launches],
    };
  };

  return {
    push(utf8) {
      if (isOfLines(format)) edges.push(utf8);
      cutter.push(utf8);
    },
    silence(on) {
      isSilent = on;
    },
    sofar() {
      const now = folder.copy();
      for (const links of chains.values()) {
        const entry = chained(links);
        if (entry) for (const match of classify(entry, knowledge)) now.add(match, entry, carry.launch);
      }
      return result(now, cutter.lines(), null);
    },
    end() {
      const { lines, note } = cutter.end();
      for (const key of [...chains.keys()]) closeChain(key);
      return result(folder, lines, note);
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
      return cutSections(emit, format.begins);
    case 'xml-events':
      return cutEvents(emit, format.elements?.[0] ?? 'Event');
    case 'json':
      return cutJson(emit, format.elements ?? []);
  }
}

const counted = (count: number, one: string, many: string): string | null =>
  count === 0 ? null : `${count} ${count === 1 ? one : many}`;

/** Matches a text in which any of the literals stands, ASCII case ignored. */
const anyOf = (literals: readonly string[] | null): RegExp =>
  new RegExp(
    (literals ?? []).map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') || '(?!)',
    'i',
  );

const movedDown = (finding: Finding, lines: number): Finding => {
  const move = (sight: Sight): Sight => ({ ...sight, line: sight.line + lines });
  return {
    ...finding,
    attempts: finding.attempts.map((attempt) => {
      const first = move(attempt.first);
      const last = attempt.last === attempt.first ? first : move(attempt.last);
      return { ...attempt, first, last, beside: attempt.beside.map(move) };
    }),
  };
};

const sizeOf = ({ pieces }: Entry): number => pieces.reduce((sum, { text }) => sum + text.length, 0);
