/** Entries to matches: which failures and facts an entry shows, and where on it. */
import type { Collector, Fact, Failure, Format, Matcher, Pattern, SubjectSource } from '../define.ts';
import type { Entry, FailureClass, Field, Layout, Strength, Subject } from '../model.ts';
import { fieldText } from './entry.ts';
import { passes } from './matchers.ts';
import type { LiteralSet } from './search.ts';
import { openTextSearch, type TextSearch } from './text-search.ts';

/** Where in an entry something stands: `[start, end)` in the text of one piece. */
export interface Mark {
  readonly piece: number;
  readonly start: number;
  readonly end: number;
}

/** One failure or fact found on one entry. */
export interface Match {
  readonly kind: 'failure' | 'fact';
  readonly id: string;
  readonly layout: Layout;
  readonly strength: Strength;
  readonly code: string | null;
  readonly subject: Subject | null;
  readonly computer: string | null;
  readonly context: string | null;
  readonly process: string | null;
  readonly mark: Mark;
  /** Fields of the pattern that stand on other lines: they are evidence too. */
  readonly beside: readonly Mark[];
}

export interface Candidate {
  readonly kind: 'failure' | 'fact';
  readonly known: Failure | Fact;
  readonly patterns: readonly { readonly pattern: Pattern; readonly has: string }[];
}

/** All declarations, indexed by the format whose entries they judge. */
export interface Knowledge {
  readonly formats: readonly Format[];
  readonly failures: readonly Failure[];
  readonly facts: readonly Fact[];
  readonly collectors: readonly Collector[];
  readonly failureById: ReadonlyMap<string, Failure>;
  readonly factById: ReadonlyMap<string, Fact>;
  readonly formatById: ReadonlyMap<string, Format>;
  readonly candidates: ReadonlyMap<string, readonly Candidate[]>;
  /** The classes of which files of a format can tell: those of the failures and facts that are looked for in them. */
  coveredBy(format: string): ReadonlySet<FailureClass>;
  /** Whether what the text of a document quotes happened somewhere else, or to nobody; `prose` is the text without it. */
  isExample(path: string, prose: string): boolean;
  /** Literals of the lines that can matter in a file of the format. A `sample` of a large file makes the search faster. */
  literals(format: Format, sample?: Uint8Array): LiteralSet;
}

/** A pattern made ready: whose it is, and its tests of fields. */
interface Test extends Pick<Candidate, 'kind' | 'known'> {
  readonly pattern: Pattern;
  readonly has: string;
  readonly fields: readonly { readonly key: string; readonly matcher: Matcher }[];
}

/** The patterns of a format made ready: many share a literal, and each is looked for once in an entry. */
interface Tests {
  readonly search: TextSearch;
  /** The patterns of a candidate stand together. */
  readonly all: readonly Test[];
  /** Of each literal the numbers of its tests, ascending, and behind them one that no test has. */
  readonly byLiteral: readonly (readonly number[])[];
}

const ready = new WeakMap<readonly Candidate[], Tests>();

function testsOf(candidates: readonly Candidate[]): Tests {
  const before = ready.get(candidates);
  if (before) return before;
  const all = candidates.flatMap(({ kind, known, patterns }) =>
    patterns.map(({ pattern, has }): Test => {
      const fields = Object.entries(pattern.fields ?? {}).map(([key, matcher]) => ({ key, matcher }));
      return { kind, known, pattern, has, fields };
    }),
  );
  const byLiteral = new Map<string, number[]>();
  for (const [number, { has }] of all.entries()) byLiteral.set(has, [...(byLiteral.get(has) ?? []), number]);
  const made = {
    search: openTextSearch([...byLiteral.keys()]),
    all,
    byLiteral: [...byLiteral.values()].map((numbers) => [...numbers, all.length]),
  };
  ready.set(candidates, made);
  return made;
}

/** Where a literal stands first in an entry; the piece is that of the first that has it. */
interface LiteralPlace {
  readonly literal: number;
  readonly piece: number;
  readonly start: number;
  /** How many of the literal's tests are done: of all of them the first is next. */
  done: number;
}

const nowhere: readonly LiteralPlace[] = [];

/** Where the literals stand in an entry. Where there is none, nothing that is known can show. */
function placesOf({ pieces, plain }: Entry, { find, starts }: TextSearch): readonly LiteralPlace[] {
  let places: LiteralPlace[] | null = null;
  const add = (piece: number, found: readonly number[] | null, isMarked: boolean): void => {
    if (found === null) return;
    const isFirst = places === null;
    places ??= [];
    for (const literal of found)
      if (isFirst || !places.some((place) => place.literal === literal))
        places.push({ literal, piece, start: isMarked ? starts[literal]! : 0, done: 0 });
  };
  for (let piece = 0; piece < pieces.length; piece++) add(piece, find(pieces[piece]!.text), true);
  // What stands in the plain values alone is marked where the entry begins.
  if (plain !== undefined) add(0, find(plain), false);
  return places ?? nowhere;
}

/** Whether the entry has a literal of what is known of its format; else it shows nothing, whatever its fields are. */
export function maySay(entry: Entry, knowledge: Knowledge): boolean {
  const candidates = knowledge.candidates.get(entry.format);
  return candidates !== undefined && placesOf(entry, testsOf(candidates).search).length > 0;
}

/** What the entry shows. A benign fact silences every failure on its entry. */
export function classify(entry: Entry, knowledge: Knowledge): readonly Match[] {
  const tests = testsOf(knowledge.candidates.get(entry.format) ?? []);
  const places = placesOf(entry, tests.search);
  if (places.length === 0) return noMatches;
  const matches: Match[] = [];
  let benign: Set<number> | null = null;
  let shown: Test['known'] | null = null;
  for (;;) {
    let next = tests.all.length;
    let place: LiteralPlace | null = null;
    for (const one of places) {
      const number = tests.byLiteral[one.literal]![one.done]!;
      if (number >= next) continue;
      next = number;
      place = one;
    }
    if (place === null) return matches;
    place.done++;
    const test = tests.all[next]!;
    const { kind, known, pattern } = test;
    if (known === shown) continue;
    if (known.by && entry.witness !== undefined && !known.by.some((witness) => witness === entry.witness)) continue;
    const marks = marksOf(entry, test, place);
    const mark = marks?.[0];
    if (!mark || (kind === 'failure' && benign?.has(mark.piece))) continue;
    shown = known;
    if ('effect' in known && known.effect === 'benign') benign = (benign ?? new Set<number>()).add(mark.piece);
    matches.push({
      kind,
      id: known.id,
      layout: pattern.layout,
      strength: pattern.strength ?? ('strength' in known ? known.strength : 'strong'),
      code: codeOf(entry, pattern, mark),
      subject: known.subject ? subjectOf(entry, known.subject) : null,
      computer: entry.host ?? (fieldText(entry, 'eventid') === null ? null : fieldText(entry, 'computer')),
      context: entry.context ?? null,
      process: known.process === undefined ? null : fieldText(entry, known.process),
      mark,
      beside: marks.length === 1 ? noMarks : marks.slice(1),
    });
  }
}

const noMatches: readonly Match[] = [];
const noMarks: readonly Mark[] = [];

function subjectOf(entry: Entry, { kind, fields = [], text }: SubjectSource): Subject | null {
  const values = fields.flatMap((key) => fieldText(entry, key) ?? []);
  const named = values[0] ?? (text && entry.pieces.flatMap((piece) => groupOf(text, piece.text) ?? [])[0]);
  return named ? { kind, text: named } : null;
}

const groupOf = (pattern: RegExp, text: string): string | undefined =>
  pattern
    .exec(text)
    ?.slice(1)
    .find((group) => group);

/** The marks of a pattern whose literal is there, the telling one first; null when it does not hold. */
function marksOf(entry: Entry, { pattern, has, fields }: Test, place: LiteralPlace): readonly Mark[] | null {
  // Before the fields, which may have to be read first.
  const told = pattern.text ? matchText(entry, pattern.text) : null;
  if (pattern.text && told === null) return null;
  // Most patterns do not hold: nothing is made for those.
  let marks: Mark[] | null = null;
  for (const { key, matcher } of fields) {
    const field = fieldThatPasses(entry.fields.get(key), matcher);
    if (field === null) return null;
    marks = withMark(marks, field);
  }
  if (told !== null) marks = withMark(marks, told);
  return marks ?? [{ piece: place.piece, start: place.start, end: place.start + has.length }];
}

function fieldThatPasses(fields: readonly Field[] | undefined, matcher: Matcher): Field | null {
  if (fields === undefined) return null;
  for (const field of fields) if (passes(field, matcher)) return field;
  return null;
}

/** One mark for each piece. */
function withMark(marks: Mark[] | null, { piece, start, end }: Mark): Mark[] {
  if (marks === null) return [{ piece, start, end }];
  if (marks.every((mark) => mark.piece !== piece)) marks.push({ piece, start, end });
  return marks;
}

function matchText(entry: Entry, text: RegExp): Mark | null {
  for (let piece = 0; piece < entry.pieces.length; piece++) {
    const match = text.exec(entry.pieces[piece]!.text);
    if (match) return { piece, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** The Zoom code of an entry whose pattern asks for one: the one at the mark when there are several. */
function codeOf(entry: Entry, pattern: Pattern, mark: Mark): string | null {
  const matcher = pattern.fields?.code;
  if (matcher === undefined) return null;
  const codes = (entry.fields.get('code') ?? []).filter((field) => passes(field, matcher));
  const field = codes.find(({ piece, start }) => piece === mark.piece && start === mark.start) ?? codes[0];
  return field ? String(field.value) : null;
}
