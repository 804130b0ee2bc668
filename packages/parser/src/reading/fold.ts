/** Matches to findings, in bounded memory: repeats of one finding are counted, and grouped into attempts. */

import type { Attempt, Entry, Finding, Sight, Time } from '../model.ts';
import type { Mark, Match } from './classify.ts';
import { attemptsAt, findingsAt, mostOfSource, mostThrift, sizeOf, sizeOfAttempts, spareAttempts } from './thrift.ts';

/** Units of a source line kept around its evidence. */
const sightWidth = 2000;
/** A silence that starts a new attempt. */
const attemptGapMs = 60_000;

interface Growing {
  readonly match: Match;
  count: number;
  attemptCount: number;
  early: Attempt[];
  late: Attempt[];
  launch: number;
  lastTime: Time | null;
}

export interface Folder {
  /** `launch` tells the launches of one log apart, whatever their times. */
  add(match: Match, entry: Entry, launch: number): void;
  findings(): Finding[];
  /** One that goes on by itself from what this one holds now. */
  copy(): Folder;
  /** Keeps as little as at that step of thrift, now and from now on. */
  spare(thrift: number): void;
  /** True when more different findings came than are kept. */
  overflowed(): boolean;
}

/** What a folder holds. */
interface Held {
  readonly known: Map<string, Growing>;
  /** Of the attempts in it, as thrift.ts counts them. */
  size: number;
  thrift: number;
  isOver: boolean;
}

export function openFolder(held: Held = { known: new Map(), size: 0, thrift: 0, isOver: false }): Folder {
  const { known } = held;
  const lookup = openLookup(known);

  const push = (side: Attempt[], attempt: Attempt): void => {
    side.push(attempt);
    held.size += sizeOf(attempt);
  };
  /** The attempt goes on, or is left out. */
  const replace = (side: Attempt[], at: number, attempt: Attempt | null): void => {
    held.size -= sizeOf(side[at]!);
    if (attempt) {
      held.size += sizeOf(attempt);
      side[at] = attempt;
    } else side.splice(at, 1);
  };

  const spare = (thrift: number): void => {
    if (thrift <= held.thrift) return;
    held.thrift = thrift;
    held.size = 0;
    lookup.forget();
    for (const [at, [key, growing]] of [...known].entries()) {
      if (at >= findingsAt(thrift)) {
        known.delete(key);
        held.isOver = true;
        continue;
      }
      const attempts = spareAttempts([...growing.early, ...growing.late], thrift);
      growing.early = attempts.slice(0, attemptsAt(thrift));
      growing.late = attempts.slice(attemptsAt(thrift));
      held.size += sizeOfAttempts(attempts);
    }
  };

  return {
    spare,
    add(match, entry, launch) {
      const growing = lookup.find(match);
      if (!growing && known.size >= findingsAt(held.thrift)) {
        held.isOver = true;
        return;
      }
      const sight = sightOf(entry, match.mark);
      const first = (): Attempt => {
        const beside = match.beside.map((mark) => sightOf(entry, mark));
        return { first: sight, last: sight, count: 1, launch, beside };
      };
      if (!growing) {
        const early: Attempt[] = [];
        push(early, first());
        known.set(ownCopy(keyOf(match)), {
          match: ownCopy(match),
          count: 1,
          attemptCount: 1,
          early,
          late: [],
          launch,
          lastTime: sight.time,
        });
      } else {
        growing.count++;
        if (launch !== growing.launch || isGap(growing.lastTime, sight.time)) {
          growing.attemptCount++;
          const kept = attemptsAt(held.thrift);
          push(growing.early.length < kept ? growing.early : growing.late, first());
          if (growing.late.length > kept) replace(growing.late, 0, null);
        } else {
          const side = growing.late.length > 0 ? growing.late : growing.early;
          const open = side.at(-1)!;
          replace(side, side.length - 1, { ...open, last: sight, count: open.count + 1 });
        }
        growing.launch = launch;
        growing.lastTime = sight.time ?? growing.lastTime;
      }
      while (held.size > mostOfSource && held.thrift < mostThrift) spare(held.thrift + 1);
    },
    findings: () => [...known.values()].map(toFinding),
    overflowed: () => held.isOver,
    copy: () =>
      openFolder({
        ...held,
        known: new Map(
          [...known].map(([key, growing]) => [key, { ...growing, early: [...growing.early], late: [...growing.late] }]),
        ),
      }),
  };
}

/** Finds what a match is a repeat of. */
function openLookup(known: ReadonlyMap<string, Growing>) {
  /** Of each failure or fact what was met last: mostly it comes again. */
  const latest = new Map<string, Growing>();
  return {
    find(match: Match): Growing | undefined {
      const last = latest.get(match.id);
      if (last && isSame(last.match, match)) return last;
      const growing = known.get(keyOf(match));
      if (growing) latest.set(growing.match.id, growing);
      return growing;
    },
    /** Must be called when something is deleted. */
    forget: () => latest.clear(),
  };
}

/** Matches of one key are one finding. */
const keyOf = ({ kind, id, layout, strength, code, subject, computer, context, process }: Match): string =>
  `${kind}\0${id}\0${layout}\0${strength}\0${code ?? ''}\0${subject?.text ?? ''}\0${computer ?? ''}\0${context ?? ''}\0${process ?? ''}`;

/** Of one key for certain; others may be, too. */
const isSame = (one: Match, other: Match): boolean =>
  one.kind === other.kind &&
  one.id === other.id &&
  one.layout === other.layout &&
  one.strength === other.strength &&
  one.code === other.code &&
  one.subject?.text === other.subject?.text &&
  one.computer === other.computer &&
  one.context === other.context &&
  one.process === other.process;

function toFinding({ match, count, attemptCount, early, late }: Growing): Finding {
  const { mark: _, beside: __, ...told } = match;
  return { ...told, count, attemptCount, attempts: [...early, ...late] };
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
  const part = piece.text.slice(from, Math.min(lineEnd, from + sightWidth));
  return {
    line,
    column: indent + mark.start - before + 1,
    endColumn: indent + end - before + 1,
    time: entry.time && { ...entry.time, text: ownText(entry.time.text) },
    text: ownText(part),
    offset: indent + from - before,
    witness: entry.witness === undefined ? null : ownText(entry.witness),
    isAttested: entry.isAttested ?? false,
  };
}

/** A part of a string keeps all of it alive, and a piece may itself be a part of what was read at once; a copy does not. */
const ownCopy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

/** The same of a text alone, faster: joined to one more unit it is written anew, and a part of that is left. */
const ownText = (text: string): string => ` ${text}`.slice(1);
