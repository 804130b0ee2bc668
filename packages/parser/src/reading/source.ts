/** openSource: the pipe from bytes to findings. Bytes come in any split; memory stays bounded whatever their number. */

import type { Carry } from '../define.ts';
import type { Entry, Os, SourceFindings } from '../model.ts';
import { newCarry, osOfPath } from './carry.ts';
import type { Knowledge } from './classify.ts';
import { joinBytes, openTranscoder, type Transcoder } from './decode.ts';
import { type Document, openDocument, quotedSource, withoutQuoted } from './document.ts';
import { joinNotes } from './notes.ts';
import type { Quotation } from './quotations.ts';
import { openReader, type Reader, type ReadResult } from './reader.ts';
import { type Sniffed, sniff, sniffBytes, writerOf } from './sniff.ts';

export interface SourceHints {
  /** Overrides what path and content say of the system. */
  readonly os?: Os | null;
  /** ISO 8601 UTC. */
  readonly modified?: string | null;
  /** Reads the source as this format, whatever it looks like. */
  readonly format?: string;
  /** Parses every line instead of those that can matter: the findings are the same. */
  readonly everyPiece?: boolean;
  /**
   * Bytes at the start that are read for what they tell of the rest (dates, launches, addresses), and not for findings; nor
   * is the name of a source that had them, or that was empty then.
   */
  readonly silentBytes?: number;
  /** Bytes from which on the source's format is told, and told for good; 64 KiB unless given. */
  readonly sniffedAfter?: number;
  /** Judges log lines that a document quotes like those of a log file. */
  readonly asLog?: boolean;
  /** Called with each entry (each chain, when it is complete), in file order. */
  readonly onEntry?: (entry: Entry) => void;
}

export interface SourcePipe {
  /** False when further bytes would change nothing: the source is no text of a known format. */
  push(bytes: Uint8Array): boolean;
  /**
   * What was found so far, as if the source ended with its last whole line; what is pushed later goes on from there. A
   * document that is no file of lines says all it has only at its end: null, read it anew when it has changed.
   */
  sofar(): SourceFindings | null;
  /** What was found. Call once, after the last `push`. */
  end(): SourceFindings;
}

/** Opens a source for reading. `path` is how the report names it; neither `push` nor `end` ever throws. */
export function openSource(knowledge: Knowledge, path: string, hints: SourceHints = {}): SourcePipe {
  const carry = newCarry(path, hints.os ?? osOfPath(path));
  let head = new Uint8Array(0);
  let bytes = 0;
  let sniffed: Sniffed | null = null;
  let transcoder: Transcoder | null = null;
  let reader: Reader | null = null;
  let document: Document | null = null;
  const guard = openGuard();

  const begin = (): void => {
    const told = tell(knowledge, path, head, hints.format);
    const { os = null, everyPiece = false } = hints;
    const onEntry = hints.onEntry ? guard.ofCaller(hints.onEntry) : null;
    told.format?.learn?.(told.text, carry);
    transcoder = openTranscoder(told.encoding);
    if (hints.format === undefined) document = openDocument(told, path, knowledge);
    if (told.state === 'read' && told.format)
      reader = openReader(knowledge, told.format, carry, { os, everyPiece, onEntry }, sampleOf(head));
    sniffed = { ...told, text: '' };
    feed(head);
    head = new Uint8Array(0);
  };

  const give = (utf8: Uint8Array, isOld: boolean): void => {
    document?.push(utf8, isOld);
    reader?.push(utf8);
  };

  let silent = hints.silentBytes ?? 0;
  let passedOver = 0;
  const feed = (chunk: Uint8Array): void => {
    if ((!reader && !document) || guard.fault() !== null || chunk.length === 0) return;
    const quiet = chunk.subarray(0, silent);
    silent -= quiet.length;
    guard.run(() => {
      reader?.silence(true);
      give(transcoder!.push(quiet), true);
      if (quiet.length > 0) passedOver = reader?.lines() ?? 0;
      reader?.silence(silent > 0);
      give(transcoder!.push(chunk.subarray(quiet.length)), false);
    });
  };

  const describe = (read: ReadResult | null, cut: string | null, ended: boolean): SourceFindings => {
    const told = reader ? read : guard.run(() => readPath(knowledge, path, sniffed!, carry, hints));
    const quotations = guard.run(() => document?.quotations(ended) ?? []) ?? [];
    const loss = joinNotes([guard.fault(), cut, read?.note ?? null]);
    return {
      ...describeSource(path, sniffed!, carry, hints, told, knowledge),
      quoted: quotations.map((quotation) => readQuotation(knowledge, quotation, hints)),
      bytes,
      passedOver,
      complete: loss === null,
      note: loss ?? sniffed!.note ?? document?.note() ?? null,
    };
  };

  return {
    push(chunk) {
      bytes += chunk.length;
      if (sniffed) feed(chunk);
      else {
        head = joinBytes(head, chunk);
        if (head.length >= (hints.sniffedAfter ?? sniffBytes)) begin();
      }
      return sniffed === null || reader !== null || document?.isOpen() === true;
    },
    sofar() {
      if (!sniffed) {
        // Too short yet to be told for good: a reader of its own looks at what there is.
        const { onEntry: _, ...own } = hints;
        const trial = openSource(knowledge, path, { ...own, sniffedAfter: Math.max(1, head.length) });
        trial.push(head);
        return head.length === 0 ? trial.end() : trial.sofar();
      }
      if (!reader) return describe(null, null, false);
      if (!sniffed.format!.framing.grows) return null;
      const read = guard.run(() => reader!.sofar());
      return describe(read, null, false);
    },
    end() {
      if (!sniffed) begin();
      if (guard.fault() === null) guard.run(() => give(transcoder!.end(), false));
      const read = reader ? guard.run(() => reader!.end()) : null;
      const isCut = read !== null && transcoder!.endsInCharacter();
      return describe(read, isCut ? 'truncated in the middle of a character' : null, true);
    },
  };
}

/** What the path gives away of a source that cannot be read: it is read as the only line of a format that looks at paths. */
function readPath(
  knowledge: Knowledge,
  path: string,
  { state }: Sniffed,
  carry: Carry,
  { os = null, silentBytes }: SourceHints,
): ReadResult | null {
  // It was there before anyone was to look.
  if (silentBytes !== undefined || state === 'unrecognised') return null;
  const format = knowledge.formats.find(({ recognise }) => recognise.path?.test(path));
  if (!format) return null;
  // Whoever asks for entries asks for lines of the source, and this is none.
  const reader = openReader(knowledge, format, carry, { os, everyPiece: true, onEntry: null });
  reader.push(new TextEncoder().encode(`${path}\n`));
  return { ...reader.end(), formats: [format.id], lines: 0 };
}

/** A run that a document quotes, read as its format; where the document lies tells nothing of it. */
function readQuotation(
  knowledge: Knowledge,
  quotation: Quotation,
  { modified = null, os = null, everyPiece = false, asLog = false }: SourceHints,
): SourceFindings {
  const pipe = openSource(knowledge, '', { modified, os, everyPiece, format: quotation.format.id });
  pipe.push(new TextEncoder().encode(`${quotation.lines.join('\n')}\n`));
  return quotedSource(pipe.end(), quotation, asLog);
}

/** The first bytes of a large source. */
const sampleOf = (head: Uint8Array): Uint8Array | undefined => (head.length >= sniffBytes ? head : undefined);

/** What the first bytes are, unless `format` says it. */
function tell(knowledge: Knowledge, path: string, head: Uint8Array, format: string | undefined): Sniffed {
  const sniffed = sniff(head, path, knowledge.formats);
  const forced = format === undefined ? undefined : knowledge.formatById.get(format);
  if (forced) return { ...sniffed, state: head.length === 0 ? 'empty' : 'read', format: forced };
  return withoutQuoted(sniffed, head, path, knowledge);
}

interface Guard {
  /** The result of a step, or null when it failed. */
  run<Result>(step: () => Result): Result | null;
  /** The same function, whose errors are the caller's own. */
  ofCaller<Argument>(call: (argument: Argument) => void): (argument: Argument) => void;
  /** What failed. */
  fault(): string | null;
}

/** An error of ours costs this source its rest, never the scan. */
function openGuard(): Guard {
  let fault: string | null = null;
  let isCallers = false;
  return {
    run(step) {
      try {
        return step();
      } catch (error) {
        if (isCallers) throw error;
        fault = `reading stopped on an internal error: ${error instanceof Error ? error.message : String(error)}`;
        return null;
      }
    },
    ofCaller: (call) => (argument) => {
      isCallers = true;
      call(argument);
      isCallers = false;
    },
    fault: () => fault,
  };
}

/** What was read of a source and about it; how much of it, and what was lost, is the pipe's to add. */
function describeSource(
  path: string,
  { state, format }: Sniffed,
  carry: Carry,
  hints: SourceHints,
  read: ReadResult | null,
  { formatById }: Knowledge,
): Omit<SourceFindings, 'quoted' | 'bytes' | 'passedOver' | 'complete' | 'note'> {
  return {
    path,
    format: format?.id ?? null,
    writer: writerOf(format ?? formatById.get(read?.formats[0] ?? '')),
    formats: [...new Set([...(format ? [format.id] : []), ...(read?.formats ?? [])])],
    gaps: [...carry.gaps].map(([what, count]) => `${count} ${what}`),
    state,
    lines: read?.lines ?? 0,
    first: read?.first ?? null,
    last: read?.last ?? null,
    timeBasis: (read?.last ?? read?.first)?.basis ?? 'none',
    modified: hints.modified ?? null,
    packed: false,
    sha256: null,
    machine: {
      os: hints.os ?? carry.os ?? format?.os ?? null,
      osVersion: carry.osVersion,
      computer: carry.computer,
      keys: [...carry.keys],
      addresses: [...carry.addresses],
      zoomVersions: [...carry.zoomVersions],
      timezone: carry.timezone,
      managed: carry.managed,
    },
    findings: read?.findings ?? [],
    launches: read?.launches ?? [],
    zoomAddresses: [...carry.zoomAddresses],
    isHearsay: false,
  };
}
