/** Entries to matches: which failures and facts an entry shows, and where on it. */
import type { Collector, Fact, Failure, Format, Matcher, Pattern, SubjectSource } from '../define.ts';
import type { Entry, FailureClass, Field, Layout, Strength, Subject } from '../model.ts';
import { fieldText } from './entry.ts';
import type { LiteralSet } from './search.ts';

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
  readonly coveredBy: ReadonlyMap<string, ReadonlySet<FailureClass>>;
  /** Whether what the text of a document quotes happened somewhere else, or to nobody; `prose` is the text without it. */
  isExample(path: string, prose: string): boolean;
  /** Literals of the lines that can matter in a file of the format. A `sample` of a large file makes the search faster. */
  literals(format: Format, sample?: Uint8Array): LiteralSet;
}

/** What the entry shows. A benign fact silences every failure on its entry. */
export function classify(entry: Entry, knowledge: Knowledge): Match[] {
  const candidates = knowledge.candidates.get(entry.format);
  if (!candidates) return [];
  const lowered = entry.pieces.map((piece) => lowerAscii(piece.text));
  const plain = entry.plain === undefined ? '' : lowerAscii(entry.plain);
  const matches: Match[] = [];
  const benign = new Set<number>();
  for (const { kind, known, patterns } of candidates) {
    if (known.by && entry.witness !== undefined && !known.by.some((witness) => witness === entry.witness)) continue;
    for (const { pattern, has } of patterns) {
      const [mark, ...beside] = matchPattern(entry, pattern, has, { lowered, plain }) ?? [];
      if (mark === undefined || (kind === 'failure' && benign.has(mark.piece))) continue;
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
        beside,
      });
      if ('effect' in known && known.effect === 'benign') benign.add(mark.piece);
      break;
    }
  }
  return matches;
}

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

/** ASCII only, as the search over bytes does: a full lower-casing would change lengths and find more. */
export function lowerAscii(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text.toLowerCase();
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}

/** The marks of a pattern on an entry, the telling one first; null when it does not hold. */
function matchPattern(
  entry: Entry,
  pattern: Pattern,
  has: string,
  { lowered, plain }: { readonly lowered: readonly string[]; readonly plain: string },
): Mark[] | null {
  const found = lowered.findIndex((text) => text.includes(has));
  if (found < 0 && !plain.includes(has)) return null;
  const piece = Math.max(0, found);
  const marks: Mark[] = [];
  for (const [key, matcher] of Object.entries(pattern.fields ?? {})) {
    const field = entry.fields.get(key)?.find((value) => passes(value, matcher));
    if (!field) return null;
    const { start, end } = field;
    if (marks.every((mark) => mark.piece !== field.piece)) marks.push({ piece: field.piece, start, end });
  }
  if (pattern.text) {
    const found = matchText(entry, pattern.text);
    if (found === null) return null;
    if (marks.every((mark) => mark.piece !== found.piece)) marks.push(found);
  }
  const start = Math.max(0, lowered[piece]!.indexOf(has));
  return marks.length > 0 ? marks : [{ piece, start, end: start + has.length }];
}

function matchText(entry: Entry, text: RegExp): Mark | null {
  for (const [piece, { text: line }] of entry.pieces.entries()) {
    const match = text.exec(line);
    if (match) return { piece, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function passes(field: Field, matcher: Matcher): boolean {
  const { value } = field;
  if (Array.isArray(matcher)) return matcher.some((wanted) => sameValue(wanted, value));
  if (matcher instanceof RegExp) return matcher.test(String(value));
  const number = Number(value);
  if (String(value).trim() === '' || !Number.isFinite(number)) return false;
  if ('ports' in matcher)
    return matcher.ports.some((port) =>
      typeof port === 'number' ? number === port : number >= port[0] && number <= port[1],
    );
  const range = matcher as { min?: number; max?: number; abs?: true };
  const size = range.abs ? Math.abs(number) : number;
  return size >= (range.min ?? -Infinity) && size <= (range.max ?? Infinity);
}

/** Words compare without case; numbers by value, however they are written. */
function sameValue(wanted: string | number, value: string | number): boolean {
  if (typeof wanted === 'number') return String(value).trim() !== '' && Number(value) === wanted;
  return String(value).toLowerCase() === wanted.toLowerCase();
}

/** The Zoom code of an entry whose pattern asks for one: the one at the mark when there are several. */
function codeOf(entry: Entry, pattern: Pattern, mark: Mark): string | null {
  const matcher = pattern.fields?.code;
  if (matcher === undefined) return null;
  const codes = (entry.fields.get('code') ?? []).filter((field) => passes(field, matcher));
  const field = codes.find(({ piece, start }) => piece === mark.piece && start === mark.start) ?? codes[0];
  return field ? String(field.value) : null;
}
