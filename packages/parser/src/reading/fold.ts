/** Matches to findings, in bounded memory: repeats of one finding are counted, and grouped into attempts. */

import type { Attempt, Entry, Finding, Sight, Time } from '../model.ts';
import type { Mark, Match } from './classify.ts';

/** Units of a source line kept around its evidence. */
const sightWidth = 2000;
/** Attempts kept at either end; those between are only counted. */
const keptAttempts = 32;
/** Different findings of one source (ids × codes × subjects); a port scan must not fill the memory. */
const mostFindings = 4000;
/** A silence that starts a new attempt. */
const attemptGapMs = 60_000;

interface Growing {
  readonly match: Match;
  count: number;
  attemptCount: number;
  readonly early: Attempt[];
  readonly late: Attempt[];
  launch: number;
  lastTime: Time | null;
}

export interface Folder {
  /** `launch` tells the launches of one log apart, whatever their times. */
  add(match: Match, entry: Entry, launch: number): void;
  findings(): Finding[];
  /** One that goes on by itself from what this one holds now. */
  copy(): Folder;
  /** True when more different findings came than are kept. */
  overflowed(): boolean;
}

export function openFolder(known: Map<string, Growing> = new Map(), wasFull = false): Folder {
  let overflow = wasFull;
  return {
    add(match, entry, launch) {
      const { kind, id, layout, strength, code, subject, computer, context, process } = match;
      const key = [kind, id, layout, strength, code, subject?.text, computer, context, process].join('\0');
      const sight = sightOf(entry, match.mark);
      const beside = match.beside.map((mark) => sightOf(entry, mark));
      const growing = known.get(key);
      if (!growing) {
        if (known.size >= mostFindings) {
          overflow = true;
          return;
        }
        const first: Attempt = { first: sight, last: sight, count: 1, launch, beside };
        known.set(key, { match, count: 1, attemptCount: 1, early: [first], late: [], launch, lastTime: sight.time });
        return;
      }
      growing.count++;
      if (launch !== growing.launch || isGap(growing.lastTime, sight.time)) {
        growing.attemptCount++;
        const side = growing.early.length < keptAttempts ? growing.early : growing.late;
        side.push({ first: sight, last: sight, count: 1, launch, beside });
        if (growing.late.length > keptAttempts) growing.late.shift();
      } else {
        const side = growing.late.length > 0 ? growing.late : growing.early;
        const open = side.at(-1)!;
        side[side.length - 1] = { ...open, last: sight, count: open.count + 1 };
      }
      growing.launch = launch;
      growing.lastTime = sight.time ?? growing.lastTime;
    },
    findings: () =>
      [...known.values()].map(({ match, count, attemptCount, early, late }) => ({
        kind: match.kind,
        id: match.id,
        layout: match.layout,
        strength: match.strength,
        code: match.code,
        subject: match.subject,
        computer: match.computer,
        context: match.context,
        process: match.process,
        count,
        attemptCount,
        attempts: [...early, ...late],
      })),
    overflowed: () => overflow,
    copy: () =>
      openFolder(
        new Map(
          [...known].map(([key, growing]) => [key, { ...growing, early: [...growing.early], late: [...growing.late] }]),
        ),
        overflow,
      ),
  };
}

const isGap = (before: Time | null, now: Time | null): boolean =>
  before !== null && now !== null && before.basis === now.basis && Math.abs(now.ms - before.ms) > attemptGapMs;

/** The source line under a mark, and the mark's columns on it. */
function sightOf(entry: Entry, mark: Mark): Sight {
  const piece = entry.pieces[mark.piece]!;
  const before = piece.text.lastIndexOf('\n', mark.start - 1) + 1;
  const after = piece.text.indexOf('\n', mark.start);
  const fed = after < 0 ? piece.text.length : after;
  const lineEnd = piece.text[fed - 1] === '\r' ? fed - 1 : fed;
  const end = Math.min(Math.max(mark.end, mark.start), lineEnd);
  let line = piece.line;
  for (let at = piece.text.indexOf('\n'); at >= 0 && at < before; at = piece.text.indexOf('\n', at + 1)) line++;
  const indent = before === 0 ? (piece.indent ?? 0) : 0;
  const room = Math.max(0, sightWidth - (end - mark.start)) >> 1;
  const from = Math.max(before, Math.min(mark.start - room, lineEnd - sightWidth));
  return {
    line,
    column: indent + mark.start - before + 1,
    endColumn: indent + end - before + 1,
    time: entry.time,
    text: ownCopy(piece.text.slice(from, Math.min(lineEnd, from + sightWidth)), piece.text.length),
    offset: indent + from - before,
    witness: entry.witness ?? null,
    isAttested: entry.isAttested ?? false,
  };
}

/** A part of a long string keeps all of it alive; a copy does not. */
const ownCopy = (part: string, whole: number): string =>
  whole > 8192 ? (JSON.parse(JSON.stringify(part)) as string) : part;
