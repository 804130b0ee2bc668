/**
 * A text that began as no log: it is kept, within bounds, until all of it is there. It may quote a log, or be one that begins
 * late, below the banner of a wrapper or in a transcript.
 */

import type { Format } from '../define.ts';
import type { SourceFindings } from '../model.ts';
import type { Knowledge } from './classify.ts';
import { openTranscoder } from './decode.ts';
import { linesOf, openKeptText } from './kept-text.ts';
import { type LateLog, type LogStart, openLateLook } from './late-log.ts';
import { findPastes, isPasting } from './pastes.ts';
import { isHeading, isQuestion } from './prose.ts';
import { findQuotations, isQuotable, isQuoting, type Quotation } from './quotations.ts';
import { moveFinding } from './sights.ts';
import { type Sniffed, sniffBytes } from './sniff.ts';

/** Runs of one document that are read. */
const mostQuotations = 200;
/** Nobody writes so many lines around what is quoted; each would be held as what it is. */
const mostLines = 200_000;

export interface Document {
  /** What begins in what is old is passed over. */
  push(utf8: Uint8Array, isOld: boolean): void;
  /** False when there is too much of it. */
  isOpen(): boolean;
  /** What was not searched, or not read. */
  note(): string | null;
  /** The runs that it quotes; until `ended` only of whole lines. */
  quotations(ended: boolean): Quotation[];
  /** The log that it turned out to be; `ended`: nothing more will come. */
  late(ended: boolean): LateLog | null;
}

/** What programs write. */
const printed = (formats: readonly Format[]): readonly Format[] =>
  formats.filter(({ isProse, isForeign, isRecord }) => !isProse && !isForeign && !isRecord);

/** XML, HTML and JSON quote nothing: what stands in them is data. */
const isData = (text: string): boolean => /^\s*(?:<|\{|\[\s*[[{"\]])/.test(text);

/**
 * Keeps the text of what is no log: all runs of an unrecognised text count, and of merely dated lines (a chat) those with
 * marks; null for every other source.
 */
export function openDocument(
  { state, format, text, isQuoting }: Sniffed,
  path: string,
  knowledge: Knowledge,
): Document | null {
  const isDated = format?.id === 'generic';
  if ((state !== 'unrecognised' && !isDated) || (!isQuoting && isData(text))) return null;
  const kept = openKeptText();
  /** Lines that have ended in what is old. */
  let passed = 0;
  let old = 0;
  let isCrowded = false;
  let isLong = false;
  const look = isQuoting || isDated ? null : openLateLook(path, knowledge);
  let found: LogStart | null = null;
  const asLog = (seen: LogStart | null): LateLog | null => seen && { ...seen, utf8: kept.all(), old };
  return {
    push(utf8, isOld) {
      kept.push(utf8);
      if (isOld) old += utf8.length;
      if (isOld) for (const byte of utf8) if (byte === 10) passed++;
      found ??= look?.whole(kept) ?? null;
      if (!found) kept.bound();
    },
    isOpen: kept.isOpen,
    note() {
      if (isCrowded) return `more than ${mostQuotations} quoted runs of log lines: only the first ones were read`;
      if (isLong) return 'more than 200,000 lines: not searched for quoted log lines';
      return kept.isOpen() || isDated ? null : 'longer than 2 MiB: not searched for log lines to its end';
    },
    late: (ended) => asLog(found ?? (ended && kept.isOpen() ? (look?.rest(kept) ?? null) : null)),
    quotations(ended) {
      const utf8 = kept.all();
      const lines = linesOf(utf8, ended ? utf8.length : utf8.lastIndexOf(10) + 1);
      isLong = lines.length > mostLines;
      if (isLong) return [];
      const runs = findQuotations(lines, printed(knowledge.formats), isDated);
      const pastes = findPastes(lines, printed(knowledge.formats), placesOf(runs), isDated);
      const found = [...runs, ...pastes].filter(({ first }) => first > passed).sort((a, b) => a.first - b.first);
      if (found.length === 0) return [];
      const quoted = placesOf(found);
      const prose = lines.filter((line, at) => !quoted.has(at + 1) || isHeading(line) || isQuestion(line)).join('\n');
      if (knowledge.isExample(path, prose)) return [];
      isCrowded = found.length > mostQuotations;
      return found.slice(0, mostQuotations);
    },
  };
}

/** The lines that are quoted, from 1. */
const placesOf = (quotations: readonly Quotation[]): ReadonlySet<number> =>
  new Set(quotations.flatMap(({ first, lines }) => lines.map((_, at) => first + at)));

/** What was recognised, or an unrecognised text where the first lines only quote that format. */
export function withoutQuoted(sniffed: Sniffed, head: Uint8Array, path: string, knowledge: Knowledge): Sniffed {
  const { format, encoding } = sniffed;
  if (!format) return sniffed;
  const utf8 = openTranscoder(encoding).push(head.subarray(0, sniffBytes));
  // The last line may be cut.
  const lines = linesOf(utf8, head.length >= sniffBytes ? utf8.lastIndexOf(10) + 1 : utf8.length);
  const isExample = (prose: string): boolean => knowledge.isExample(path, prose);
  const isOnlyQuoted = format.isProse
    ? isExample(sniffed.text)
    : isQuotable(format)
      ? isQuoting(lines, format, isExample)
      : format.id !== 'generic' &&
        isPasting(lines, format, knowledge.formats, (prose) => !isData(sniffed.text) && isExample(prose));
  return isOnlyQuoted ? { ...sniffed, state: 'unrecognised', format: null, isQuoting: true } : sniffed;
}

/** What was found in the lines of a quotation, as a source of its own, with places of the document. */
export function quotedSource(
  read: SourceFindings,
  { first, lines, shifts }: Quotation,
  asLog: boolean,
): SourceFindings {
  const down = first - 1;
  return {
    ...read,
    path: `#L${first}-${down + lines.length}`,
    state: 'quoted',
    complete: true,
    findings: read.findings.map((finding) =>
      moveFinding(finding, (sight) => {
        const right = shifts[sight.line - 1] ?? 0;
        return {
          ...sight,
          line: sight.line + down,
          column: sight.column + right,
          endColumn: sight.endColumn + right,
          offset: sight.offset + right,
        };
      }),
    ),
    launches: read.launches.map((launch) => ({ ...launch, line: launch.line + down })),
    isHearsay: !asLog,
    note: asLog
      ? 'quoted in a document, judged like a log file'
      : 'quoted in a document: at most suspected; the original file is wanted',
  };
}
