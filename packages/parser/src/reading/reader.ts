/** Pieces of one format to findings: embeds, carries, chains, classification, folding. */

import type { Carry, Cutter, Format } from '../define.ts';
import type { Entry, Launch, Os, Piece, SourceFindings, Time } from '../model.ts';
import { carryOver, copyOfCarry, newCarry } from './carry.ts';
import { type Chains, openChains } from './chains.ts';
import { classify, type Knowledge, maySay } from './classify.ts';
import { openEdges } from './edges.ts';
import { movedDown, textOf } from './entry.ts';
import { type Folder, openFolder } from './fold.ts';
import { counted, joinNotes, truncated } from './notes.ts';
import { openParts } from './parts.ts';
import { entryOf, preparedBy, spokenBy } from './prepared.ts';
import { anyOf } from './search.ts';
import { openSkimmer, searchOf } from './skimmer.ts';
import { openTextSearch } from './text-search.ts';
import { overflow } from './thrift.ts';

const mostLaunches = 500;

export interface ReadHints {
  readonly os: Os | null;
  readonly everyPiece: boolean;
  readonly onEntry: ((entry: Entry) => void) | null;
  /** Bytes at the start, as UTF-8, in which no line of the format stands. */
  readonly from?: number;
}

export interface ReadResult {
  readonly lines: number;
  readonly note: string | null;
  /** What was left out on purpose: nothing is missing. */
  readonly aside: string | null;
  readonly first: Time | null;
  readonly last: Time | null;
  readonly findings: SourceFindings['findings'];
  readonly launches: SourceFindings['launches'];
  /** Ids of the formats of the files that it holds. */
  readonly formats: readonly string[];
}

export interface Reader {
  push(utf8: Uint8Array): void;
  /** Lines that have ended so far. */
  lines(): number;
  /** While silent, what is read is carried and chained, and nothing of it is found. */
  silence(on: boolean): void;
  /** What was found so far, open chains as they stand; a line or block that has not ended is left out. */
  sofar(): ReadResult;
  end(): ReadResult;
  /** Keeps as little of what is found as at that step of thrift. */
  spare(thrift: number): void;
}

/** Opens a reader for a source of the format. By the first bytes of a large file, if given, the search learns what is rare in it. */
export function openReader(
  knowledge: Knowledge,
  format: Format,
  carry: Carry,
  hints: ReadHints,
  sample?: Uint8Array,
): Reader {
  const { framing } = format;
  const embeds = (format.embeds ?? []).flatMap((id) => knowledge.formatById.get(id) ?? []);
  const launches: Launch[] = [];
  const edges = openEdges(format, embeds, hints.os, hints.from ?? 0);
  const skimmer = framing.skim && openSkimmer(framing.skim, knowledge.literals(format).literals, hints.everyPiece);
  const parts = framing.nests && openParts(knowledge, framing.nests, carry, edges, partReader(knowledge, hints));
  const finder = openFinder(knowledge, format, carry, hints);
  const chains = format.chain && openChains(format.chain, carry, finder.take);
  /** Only what the search would find is linked, or parsing every line would link more. */
  const linkable = chains && framing.searched ? openTextSearch(knowledge.literals(format).literals) : null;
  const canLink = (entry: Entry, isFound: boolean): boolean =>
    entry.format === format.id && (isFound || linkable === null || linkable.find(textOf(entry)) !== null);

  const take = (piece: Piece, canMatter = true): void => {
    if (parts) {
      parts.take(piece);
      return;
    }
    const look = skimmer?.look(piece.text) ?? 'whole';
    if (look !== 'whole') edges.saw(skimmer!.timeOf(piece.text));
    if (look === 'time') return;
    const own = look === 'whole' ? carry : newCarry(carry.path, hints.os);
    const read = framing.read(format, piece, own, embeds);
    skimmer?.done(piece.text, read !== null);
    if (!read) {
      // What cannot be read may still show when it was.
      if (skimmer && look === 'whole') edges.saw(skimmer.timeOf(piece.text));
      return;
    }
    const prepared = preparedBy(format, read, own);
    if (look === 'whole') edges.saw(prepared?.time ?? null);
    if (!prepared || !canMatter) return;
    const entry = spokenBy(format, read, prepared);
    const { launch } = own;
    carryOver(format, entry, own);
    if (look === 'whole' && carry.launch !== launch && launches.length < mostLaunches)
      launches.push({ line: entry.pieces[0]!.line, time: entry.time });
    if (!(chains && canLink(entry, isSearched) && chains.take(entry))) finder.take(entry);
  };

  const isSearched = framing.searched === true && !hints.everyPiece;
  const search = hints.everyPiece ? null : searchOf(knowledge, format, sample);
  const cutter = framing.cut(take, search && (skimmer?.searchBy(search) ?? search), edges.saw);

  /** What the record that may go on would give as it stands; reading it leaves no trace. */
  const unended = (): Entry | null => {
    const piece = cutter.open?.() ?? null;
    return piece && entryOf(format, piece, copyOfCarry(carry), embeds);
  };
  const silencer = openSilencer(cutter, finder);

  const result = (from: Folder, lines: number, note: string | null): ReadResult => ({
    lines,
    note: joinNotes([
      note,
      from.overflowed() || parts?.overflowed() ? overflow : null,
      skimmer?.note() ?? null,
      ...lossesIn(carry),
    ]),
    aside: parts?.aside() ?? null,
    ...edges.times(carry),
    findings: [...from.findings(), ...(parts?.findings() ?? [])],
    launches: [...launches],
    formats: parts?.formats() ?? [],
  });

  return {
    push(utf8) {
      edges.push(utf8);
      cutter.push(utf8);
      silencer.saw(utf8.length);
    },
    lines: () => cutter.lines(),
    silence: silencer.silence,
    spare: finder.folder.spare,
    sofar: () => result(finder.sofar(openEntries(chains, canLink, unended())), cutter.lines(), null),
    end() {
      const { lines, note } = cutter.end();
      chains?.closeAll();
      return result(finder.folder, lines, note);
    },
  };
}

/** What the file itself tells that it lacks. */
const lossesIn = ({ damaged, isCut, lost, remark }: Carry): readonly (string | null)[] => [
  counted(damaged, 'value is damaged', 'values are damaged'),
  remark ?? (isCut ? truncated : null),
  ...[...lost].map(([what, count]) => `${what}: ${count}`),
];

/** Opens the readers of the parts of a file, whose entries stand so many lines down. */
const partReader =
  (knowledge: Knowledge, hints: ReadHints) =>
  (part: Format, carry: Carry, down: number): Reader => {
    const { onEntry } = hints;
    return openReader(knowledge, part, carry, {
      ...hints,
      from: 0,
      onEntry: onEntry && ((entry) => onEntry(movedDown(entry, down))),
    });
  };

/** What is open, as it stands: chains, and an entry that has not ended. */
function openEntries(
  chains: Chains | undefined,
  canLink: (entry: Entry, isFound: boolean) => boolean,
  unended: Entry | null,
): readonly Entry[] {
  if (chains && (!unended || canLink(unended, false))) return chains.sofar(unended);
  return [...(chains?.sofar(null) ?? []), ...(unended ? [unended] : [])];
}

/** Silences the finder while what is old is read. An old record ends there: what comes behind it is none of it. */
function openSilencer(cutter: Cutter, finder: Finder): { saw(bytes: number): void; silence(on: boolean): void } {
  let isSilent = false;
  let hasOld = false;
  return {
    saw(bytes) {
      if (isSilent && bytes > 0) hasOld = true;
    },
    silence(on) {
      if (!on && hasOld) cutter.close?.();
      if (!on) hasOld = false;
      isSilent = on;
      finder.silence(on);
    },
  };
}

interface Finder {
  /** Looks for failures and facts in an entry, or in a chain that is complete. */
  take(entry: Entry): void;
  silence(on: boolean): void;
  /** What was found so far, and what open chains add to it as they are now. */
  sofar(open: readonly Entry[]): Folder;
  readonly folder: Folder;
}

function openFinder(
  knowledge: Knowledge,
  format: Format,
  carry: Carry,
  { everyPiece, onEntry }: Pick<ReadHints, 'everyPiece' | 'onEntry'>,
): Finder {
  const needs = format.needs && !everyPiece ? anyOf(format.needs) : null;
  const canMatter = ({ pieces }: Entry): boolean => needs === null || pieces.some(({ text }) => needs.test(text));
  const folder = openFolder();
  let isSilent = false;
  const canSkip = onEntry === null && format.chain !== undefined && !format.derivesCarry;
  const derived = (entry: Entry): Entry | null => {
    if (entry.format !== format.id || !format.derive) return entry;
    // Most chains are of other programs, and reading their fields is expensive.
    if (canSkip && !maySay(entry, knowledge)) return null;
    return format.derive(entry, carry);
  };
  const findIn = (entry: Entry, into: Folder): void => {
    for (const match of classify(entry, knowledge)) into.add(match, entry, carry.launch);
  };
  return {
    folder,
    take(entry) {
      const whole = canMatter(entry) ? derived(entry) : null;
      if (!whole || isSilent) return;
      onEntry?.(whole);
      findIn(whole, folder);
    },
    silence(on) {
      isSilent = on;
    },
    sofar(open) {
      const now = folder.copy();
      for (const one of open) {
        const whole = canMatter(one) ? derived(one) : null;
        if (whole) findIn(whole, now);
      }
      return now;
    },
  };
}
