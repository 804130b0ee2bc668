/**
 * Which formats have a sign in a text. Of more than a hundred expressions, with several alternatives each, only those are tried
 * whose literals stand in the text, and only at the lines that begin as they ask for.
 */
import type { Format, Sign } from '../../define.ts';
import { compileBegins, eachOf, type LineBegins } from './line-begins.ts';
import { type Literal, literalOf, lookThrough } from './text-literals.ts';

export interface SignsIn {
  /** Whether `recognise.starts` matches. */
  isStarted(format: Format): boolean;
  /** Those of `recognise.marks` that stand in the text. */
  marksOf(format: Format): readonly string[];
  /** Where `recognise.starts` matches if `^` is the begin of any line, or one of these marks stands: the places and what stands there. */
  placesOf(format: Format, marks: readonly string[]): Iterable<readonly [number, string]>;
}

/** A part of an expression that is tried by itself. */
interface Alternative {
  readonly source: string;
  /** Of each list one must stand there. */
  readonly all: readonly (readonly Literal[])[];
  /** Its number among those that match at the begin of a line alone; null when it is none. */
  readonly begin: number | null;
  /** By flags. */
  readonly compiled: Map<string, RegExp>;
}

interface Sought {
  /** Null when its expression can only be tried whole. */
  readonly alternatives: readonly Alternative[] | null;
  readonly marks: readonly Literal[];
}

/** Of the formats that were asked about so far. */
const known = new Map<Format, Sought>();
const begins: (readonly string[])[] = [];
let lineBegins: LineBegins | null = null;

function soughtOf(format: Format): Sought {
  const before = known.get(format);
  if (before) return before;
  const { signs, recognise } = format;
  const { starts, marks = [] } = recognise;
  const { source = '', flags = '' } = starts ?? {};
  // A declaration that was changed has those of another expression until the indexes are generated.
  const isCurrent = starts !== undefined && signs?.at(-1)?.end === source.length;
  const toAlternative = ({ end, all, begins: own }: Sign, i: number): Alternative => {
    if (own) lineBegins = null;
    return {
      source: source.slice(i === 0 ? 0 : signs![i - 1]!.end + 1, end),
      all: all.map((anyOf) => anyOf.map((one) => literalOf(one, flags.includes('i')))),
      begin: own ? begins.push(own) - 1 : null,
      compiled: new Map(),
    };
  };
  const sought = {
    alternatives: isCurrent ? signs!.map(toAlternative) : null,
    marks: marks.map((mark) => literalOf(mark, false)),
  };
  known.set(format, sought);
  return sought;
}

function expressionOf({ source, compiled }: Alternative, flags: string): RegExp {
  const before = compiled.get(flags);
  const made = before ?? new RegExp(source, flags);
  if (!before) compiled.set(flags, made);
  return made;
}

/** What was looked through last: of a document that quotes nothing the lines are looked through again as they stand. */
let last: { readonly text: string; readonly formats: ReadonlySet<Format>; readonly signs: SignsIn } | null = null;
/** UTF-16 units of a text that is kept for that. */
const mostKept = 1 << 16;

/** The signs of these formats in a text. */
export function signsIn(text: string, formats: readonly Format[]): SignsIn {
  if (last?.text === text && formats.every((format) => last!.formats.has(format))) return last.signs;
  const signs = lookForSigns(text, formats);
  if (text.length <= mostKept) last = { text, formats: new Set(formats), signs };
  return signs;
}

function lookForSigns(text: string, formats: readonly Format[]): SignsIn {
  const sought = formats.map(soughtOf);
  lineBegins ??= compileBegins(begins);
  const { lineStarts, ...holds } = lookThrough(text);
  const possible = new Map<Format, readonly Alternative[]>();
  const marks = new Map<Format, readonly string[]>();
  const atBegin = new Uint32Array(lineBegins.words);
  for (const [i, { alternatives, marks: own }] of sought.entries()) {
    if (own.length > 0)
      marks.set(
        formats[i]!,
        own.filter((mark) => holds.maybe(mark) && holds.surely(mark)).map(({ text }) => text),
      );
    if (alternatives === null) continue;
    const left = alternatives.filter(({ all }) => isPossible(all, holds.maybe));
    if (left.length > 0) possible.set(formats[i]!, left);
    for (const { begin } of left) if (begin !== null) add(atBegin, begin);
  }
  const linesOf = linesByBegin(text, lineStarts, atBegin, lineBegins);
  const started = new Map<Format, boolean>();
  const isStarted = (format: Format): boolean => {
    const { starts } = format.recognise;
    if (!starts || !known.get(format)?.alternatives) return starts?.test(text) === true;
    const isFound = (one: Alternative): boolean =>
      one.begin === null
        ? isPossible(one.all, holds.surely) && expressionOf(one, starts.flags).test(text)
        : isAtBegin(one, starts.flags, text, linesOf.get(one.begin) ?? noLines);
    return possible.get(format)?.some(isFound) === true;
  };
  return {
    isStarted(format) {
      const said = started.get(format) ?? isStarted(format);
      started.set(format, said);
      return said;
    },
    marksOf: (format) => marks.get(format) ?? [],
    placesOf(format, told) {
      if (told.length === 0 && started.get(format) === false && format.recognise.starts?.flags.includes('m')) return [];
      const isWhole = known.get(format)?.alternatives == null;
      return placesIn(text, format, isWhole ? null : (possible.get(format) ?? []), told, linesOf);
    },
  };
}

/** A loop, as this is asked hundreds of times of each text. */
function isPossible(all: Alternative['all'], holds: (literal: Literal) => boolean): boolean {
  for (const anyOf of all) if (!anyOf.some(holds)) return false;
  return true;
}

type LinesOf = ReadonlyMap<number, readonly number[]>;
const noLines: readonly number[] = [];

/** The lines, by where they begin, at which the expressions of a set can match. */
function linesByBegin(text: string, lineStarts: readonly number[], among: Uint32Array, begins: LineBegins): LinesOf {
  const found = new Map<number, number[]>();
  const left = new Uint32Array(among.length);
  for (const start of lineStarts) {
    left.set(among);
    begins.narrow(text, start, left);
    eachOf(left, (begin) => {
      const lines = found.get(begin);
      if (lines) lines.push(start);
      else found.set(begin, [start]);
    });
  }
  return found;
}

function isAtBegin(one: Alternative, flags: string, text: string, lines: readonly number[]): boolean {
  if (lines.length === 0) return false;
  const isOfLines = flags.includes('m');
  const expression = expressionOf(one, `${flags}y`);
  for (const start of lines) {
    expression.lastIndex = start;
    if ((isOfLines || start === 0) && expression.test(text)) return true;
  }
  return false;
}

type Places = Iterable<readonly [number, string]>;

/** What was compiled for places, by flags and source. */
const combined = new Map<string, RegExp>();
/** A text may ask for any combination of alternatives. */
const mostCombined = 500;

function placesIn(
  text: string,
  format: Format,
  left: readonly Alternative[] | null,
  marks: readonly string[],
  linesOf: LinesOf,
): Places {
  const { starts } = format.recognise;
  const flags = `${(starts?.flags ?? '').replace(/[gm]/g, '')}m`;
  if (marks.length === 0 && left?.every(({ begin }) => begin !== null))
    return placesAtBegins(text, left, flags, linesOf);
  const literals = marks.map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const sources = left?.map(({ source }) => source) ?? (starts ? [starts.source] : []);
  const source = [...sources, ...literals].join('|');
  if (source === '') return [];
  const key = `${flags} ${source}`;
  const expression = combined.get(key) ?? new RegExp(source, `g${flags}`);
  if (combined.size < mostCombined) combined.set(key, expression);
  return Array.from(text.matchAll(expression), ({ index, 0: sign }) => [index, sign] as const);
}

/** As `matchAll` finds them: of the alternatives the first one that matches, and the next place behind its end. */
function* placesAtBegins(text: string, left: readonly Alternative[], flags: string, linesOf: LinesOf): Places {
  const at = new Map<number, Alternative[]>();
  for (const one of left)
    for (const start of linesOf.get(one.begin!) ?? noLines) {
      const others = at.get(start);
      if (others) others.push(one);
      else at.set(start, [one]);
    }
  let end = 0;
  for (const start of [...at.keys()].sort((a, b) => a - b)) {
    if (start < end) continue;
    for (const one of at.get(start)!) {
      const expression = expressionOf(one, `${flags}y`);
      expression.lastIndex = start;
      const sign = expression.exec(text)?.[0];
      if (sign === undefined) continue;
      yield [start, sign];
      end = start + Math.max(1, sign.length);
      break;
    }
  }
}

function add(set: Uint32Array, number: number): void {
  set[Math.floor(number / 32)]! |= 1 << (number % 32);
}
