/** The body of a source: what is read once its first bytes have told what it is. */

import type { Carry, LineSearch } from '../define.ts';
import type { SourceFindings } from '../model.ts';
import { newCarry, osOfPath } from './carry.ts';
import type { Knowledge } from './classify.ts';
import { placeOf } from './collected.ts';
import { openTranscoder } from './decode.ts';
import { type Document, openDocument, quotedSource, withoutQuoted } from './document.ts';
import { sketchLiterals } from './evtx/sketch.ts';
import { openForeign } from './foreign.ts';
import { openGuard } from './guard.ts';
import type { LateLog, LogStart } from './late-log.ts';
import { joinNotes } from './notes.ts';
import type { Quotation } from './quotations.ts';
import { openReader, type Reader, type ReadResult } from './reader.ts';
import { compileLiterals, findLines } from './search.ts';
import { writtenLiterals } from './skimmer.ts';
import { type Sniffed, sniff, sniffBytes } from './sniff.ts';
import { describeSource } from './source-findings.ts';
import type { SourceHints } from './source-hints.ts';

export interface Body {
  /** False when further bytes would change nothing: the source is no text of a known format. */
  push(chunk: Uint8Array): boolean;
  isOpen(): boolean;
  /** As SourcePipe has them. */
  sofar(): SourceFindings | null;
  end(): SourceFindings;
  spare(thrift: number): void;
}

/** `head`: the first bytes, `sniffBytes` or more, or all of them. */
export function openBody(knowledge: Knowledge, path: string, head: Uint8Array, given: SourceHints): Body {
  const guard = openGuard();
  const hints = given.onEntry ? { ...given, onEntry: guard.ofCaller(given.onEntry) } : given;
  const { place, carry } = startAt(path, knowledge, hints);
  const told = tell(knowledge, carry.path, head, hints.format);
  const transcoder = openTranscoder(told.encoding, recordSearch(told, hints, knowledge));
  let sniffed: Sniffed = { ...told, text: '' };
  let document: Document | null = hints.format === undefined ? openDocument(told, carry.path, knowledge) : null;
  const foreign = guard.run(() => told.foreign && openForeign(told.foreign, told.text, carry)) ?? null;
  let reader: Reader | null = null;
  let bytes = 0;

  /** What was kept as a document turns out to be a log: it is read from its start. */
  const readLate = (late: LateLog | null | undefined): void => {
    if (!late) return;
    document = null;
    sniffed = { ...sniffed, state: 'read', format: late.format };
    reader = openLog(knowledge, late, carry, hints);
    passedOver = pushKept(reader, late);
  };

  const give = (utf8: Uint8Array, isOld: boolean): void => {
    if (utf8.length === 0) return; // a reader would copy what it keeps
    if (document?.isOpen()) document.push(utf8, isOld);
    reader?.push(utf8);
    foreign?.push(utf8);
  };

  let silent = hints.silentBytes ?? 0;
  let passedOver = 0;
  const isOpen = (): boolean => reader !== null || document?.isOpen() === true || foreign !== null;
  const push = (chunk: Uint8Array): boolean => {
    bytes += chunk.length;
    if (!isOpen() || guard.fault() !== null || chunk.length === 0) return isOpen();
    const quiet = chunk.subarray(0, silent);
    silent -= quiet.length;
    guard.run(() => {
      reader?.silence(true);
      give(transcoder.push(quiet), true);
      if (quiet.length > 0) passedOver = reader?.lines() ?? 0;
      reader?.silence(silent > 0);
      give(transcoder.push(chunk.subarray(quiet.length)), false);
      readLate(document?.late(false));
    });
    return isOpen();
  };

  const describe = (read: ReadResult | null, cut: string | null, ended: boolean): SourceFindings => {
    const found = reader ? read : guard.run(() => readPath(knowledge, sniffed, carry, hints));
    const quotations = guard.run(() => document?.quotations(ended) ?? []) ?? [];
    const loss = joinNotes([guard.fault(), cut, read?.note ?? null]);
    // What it quotes, or what begins in it late, is more than what it is.
    const named = reader === null && quotations.length === 0 ? foreign?.told(sniffed) : undefined;
    return {
      ...describeSource(place, named?.sniffed ?? sniffed, carry, hints, found, knowledge),
      ...(named ? { lines: named.lines } : {}),
      quoted: quotations.map((quotation) => readQuotation(knowledge, quotation, hints)),
      bytes,
      passedOver,
      complete: loss === null,
      note: loss ?? sniffed.note ?? joinNotes([named?.note ?? null, document?.note() ?? null, read?.aside ?? null]),
    };
  };

  const { state, format, text } = told;
  if (state === 'read' && format) reader = openLog(knowledge, { format, text, from: 0 }, carry, hints, sampleOf(head));
  push(head);

  return {
    push,
    isOpen,
    spare: (thrift) => reader?.spare(thrift),
    sofar() {
      if (reader && !sniffed.format!.framing.grows) return null;
      const read = reader && guard.run(() => reader!.sofar());
      if (reader) return describe(read, null, false);
      const late = guard.run(() => document?.late(true) ?? null);
      return late ? sofarLate(knowledge, path, { sniffed, late, bytes }, hints) : describe(null, null, false);
    },
    end() {
      if (guard.fault() === null)
        guard.run(() => {
          give(transcoder.end(), false);
          readLate(document?.late(true));
        });
      const read = reader ? guard.run(() => reader!.end()) : null;
      return describe(read, read && transcoder.note(), true);
    },
  };
}

/** What makes a record of an event log worth writing as text; null: each one is. */
function recordSearch(
  { format, encoding }: Sniffed,
  { everyPiece }: SourceHints,
  knowledge: Knowledge,
): LineSearch | null {
  if (encoding !== 'evtx' || !format || everyPiece) return null;
  const literals = sketchLiterals(writtenLiterals(knowledge, format));
  return literals && findLines.bind(null, compileLiterals(literals));
}

/** Where a source lay on its machine, if its path shows it, and what its reading starts from: it is read as if it lay there. */
function startAt(path: string, { collectors }: Knowledge, { os }: SourceHints) {
  const origin = placeOf(path, collectors)?.origin ?? null;
  const real = origin ?? path;
  return { place: { path, origin }, carry: newCarry(real, os ?? osOfPath(real)) };
}

/** Opens a reader for a log that begins there. */
function openLog(
  knowledge: Knowledge,
  { format, text, from }: LogStart,
  carry: Carry,
  { os = null, everyPiece = false, onEntry }: SourceHints,
  sample?: Uint8Array,
): Reader {
  format.learn?.(text, carry);
  const framing = format.framing.as?.(text) ?? format.framing;
  return openReader(
    knowledge,
    { ...format, framing },
    carry,
    { os, everyPiece, onEntry: onEntry ?? null, from },
    sample,
  );
}

/** What is told of the log that a document would be if it ended here. */
function sofarLate(
  knowledge: Knowledge,
  path: string,
  { sniffed, late, bytes }: { readonly sniffed: Sniffed; readonly late: LateLog; readonly bytes: number },
  hints: SourceHints,
): SourceFindings | null {
  if (!late.format.framing.grows) return null;
  const { place, carry } = startAt(path, knowledge, hints);
  const { onEntry: _, ...own } = hints;
  const trial = openLog(knowledge, late, carry, own);
  const passedOver = pushKept(trial, late);
  const read = trial.sofar();
  const told = describeSource(place, { ...sniffed, state: 'read', format: late.format }, carry, hints, read, knowledge);
  return { ...told, quoted: [], bytes, passedOver, complete: read.note === null, note: read.note };
}

/** What the path gives away of a source that cannot be read: it is read as the only line of a format that looks at paths. */
function readPath(
  knowledge: Knowledge,
  { state }: Sniffed,
  carry: Carry,
  { os = null, silentBytes }: SourceHints,
): ReadResult | null {
  // It was there before anyone was to look.
  if (silentBytes !== undefined || state === 'unrecognised') return null;
  const format = knowledge.formats.find(({ recognise }) => recognise.path?.test(carry.path));
  if (!format) return null;
  // Whoever asks for entries asks for lines of the source, and this is none.
  const reader = openReader(knowledge, format, carry, { os, everyPiece: true, onEntry: null });
  reader.push(new TextEncoder().encode(`${carry.path}\n`));
  return { ...reader.end(), formats: [format.id], lines: 0 };
}

/** A run that a document quotes, read as its format; where the document lies tells nothing of it. */
function readQuotation(
  knowledge: Knowledge,
  quotation: Quotation,
  { modified = null, os = null, everyPiece = false, asLog = false }: SourceHints,
): SourceFindings {
  const text = new TextEncoder().encode(`${quotation.lines.join('\n')}\n`);
  const body = openBody(knowledge, '', text, { modified, os, everyPiece, format: quotation.format.id });
  return quotedSource(body.end(), quotation, asLog);
}

/** The first bytes of a large source. */
const sampleOf = (head: Uint8Array): Uint8Array | undefined =>
  head.length >= sniffBytes ? head.subarray(0, sniffBytes) : undefined;

/** Pushes what was kept, and passes over what is old; the lines of that. */
function pushKept(reader: Reader, { utf8, old }: LateLog): number {
  reader.silence(old > 0);
  reader.push(utf8.subarray(0, old));
  const passedOver = old > 0 ? reader.lines() : 0;
  reader.silence(false);
  reader.push(utf8.subarray(old));
  return passedOver;
}

/** What the first bytes are, unless `format` says it. */
function tell(knowledge: Knowledge, path: string, head: Uint8Array, format: string | undefined): Sniffed {
  const forced = format === undefined ? undefined : knowledge.formatById.get(format);
  if (forced) return { ...sniff(head, path, []), state: head.length === 0 ? 'empty' : 'read', format: forced };
  return withoutQuoted(sniff(head, path, knowledge.formats), head, path, knowledge);
}
