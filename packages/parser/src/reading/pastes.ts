/**
 * What a document quotes of a format that is told by a whole block: an event as text, a key of the registry, a report, the
 * lines of a console. A block begins below prose, in a fence or behind `>`, and ends at more of these.
 */
import type { Format } from '../define.ts';
import { isHeaded, isHeading, isLetter, isProse, isProseLine, isQuestion, leadOf, repeatsIn } from './prose.ts';
import { type DocumentLine, isQuotable, type Quotation, readMarkup } from './quotations.ts';
import { signIn, signLines } from './signs.ts';
import { recogniseFormat } from './sniff.ts';

/** A shorter block is an example of anything. */
const fewestLines = 3;
/** UTF-16 units of a line that tell whether it is prose. */
const longestLook = 1000;
/** Spans of one document of which the format is told. */
const mostTried = 500;

const isBlank = ({ text }: DocumentLine): boolean => text.trim() === '';
const textOf = (lines: readonly DocumentLine[]): string => lines.map(({ text }) => `${text}\n`).join('');

/** Formats that merely dated lines and lone paths pass for are none. */
const isKnown = (format: Format | null): format is Format => format !== null && format.id !== 'generic';

interface Paragraph {
  readonly from: number;
  readonly lines: readonly DocumentLine[];
  /** What people write to someone is no part of a report; any other sentence or label may be one. */
  readonly kind: 'letter' | 'sentence' | 'printed';
}

/** Lines between blank ones, quoted together; those of a fence are what was copied, whatever they say. */
function paragraphsOf(lines: readonly DocumentLine[], isTaken: (at: number) => boolean): Paragraph[] {
  const found: Paragraph[] = [];
  let from = 0;
  const add = (start: number, to: number, kind: Paragraph['kind']): void => {
    if (to > start) found.push({ from: start, lines: lines.slice(start, to), kind });
  };
  /** A paragraph whose first lines are prose. */
  const addLed = (to: number, lead: number, kind: Paragraph['kind']): void => {
    add(from, from + lead, kind);
    add(from + lead, to, 'printed');
  };
  const close = (to: number): void => {
    const own = lines.slice(from, to);
    const texts = own.map(({ text }) => text.slice(0, longestLook));
    const isLabel = own.length === 1 && /^\S[^\n]{0,120}[:：]\s*$/.test(texts[0]!);
    if (own[0]?.isFenced) add(from, to, 'printed');
    else if (isLetter(texts)) addLed(to, leadOf(texts), 'letter');
    else if (isLabel) add(from, to, 'sentence');
    else addLed(to, isProse(texts) ? leadOf(texts) : 0, 'sentence');
  };
  for (const [at, line] of lines.entries()) {
    const isGap = isBlank(line) || line.isSkipped || isTaken(at);
    if (at > from && line.block !== lines[at - 1]!.block) {
      close(at);
      from = at;
    }
    if (!isGap) continue;
    close(at);
    from = at + 1;
  }
  close(lines.length);
  return found;
}

/** A part of the document that may be a block: the first line and the one behind the last. */
interface Span {
  readonly from: number;
  to: number;
  /** No letter stands between it and the one before. */
  readonly goesOn: boolean;
}

/** Runs of paragraphs that are no prose, quoted together. */
function spansOf(lines: readonly DocumentLine[], isTaken: (at: number) => boolean): Span[] {
  const spans: Span[] = [];
  let between: 'letter' | 'sentence' | null = 'letter';
  for (const { from, lines: own, kind } of paragraphsOf(lines, isTaken)) {
    const to = from + own.length;
    const last = spans.at(-1);
    if (kind !== 'printed') between = between === 'letter' ? 'letter' : kind;
    else if (between === null && last && areTogether(lines, last.to - 1, from, isTaken)) last.to = to;
    else {
      spans.push({ from, to, goesOn: between === 'sentence' });
      between = null;
    }
  }
  return spans;
}

interface Block extends Span {
  readonly format: Format;
}

/** Blocks between paragraphs of prose. */
function blocksIn(lines: readonly DocumentLine[], formatIn: FormatIn, isTaken: (at: number) => boolean): Block[] {
  const blocks: Block[] = [];
  let open = null as Block | null;
  for (const span of spansOf(lines, isTaken)) {
    const format = formatIn(span.from, span.to);
    // A message of several paragraphs, some of which read like prose.
    const isMore = open !== null && span.goesOn && areTogether(lines, open.to - 1, span.from, isTaken);
    if (open && isMore && (format === null || format === open.format)) open.to = span.to;
    else if (format) {
      open = { ...span, format };
      blocks.push(open);
    } else open = null;
  }
  return blocks;
}

/** True for two lines quoted together, with nothing else between them. */
const areTogether = (
  lines: readonly DocumentLine[],
  one: number,
  other: number,
  isTaken: (at: number) => boolean,
): boolean =>
  lines[one]!.block === lines[other]!.block &&
  !lines.slice(one, other).some((line, i) => line.isSkipped || isTaken(one + i));

type FormatIn = (from: number, to: number) => Format | null;

/** Tells the format of a span: of none that holds no sign, and not of too many. */
function tellFormats(lines: readonly DocumentLine[], formats: readonly Format[]): FormatIn {
  const signs = signLines(
    lines.map(({ text }) => text),
    formats.filter((one) => isKnown(one) && !isQuotable(one)),
  );
  let tried = 0;
  let next = 0;
  let before = 0;
  return (from, to) => {
    if (from < before) next = 0;
    before = from;
    while (next < signs.length && signs[next]! < from) next++;
    // Of what is indented the signs stand elsewhere on the line.
    const isTold = (next < signs.length && signs[next]! < to) || lines[from]!.text.startsWith('    ');
    if (!isTold || ++tried > mostTried) return null;
    const format = recogniseFormat(textOf(dedented(lines.slice(from, to)).lines), '', formats);
    return isKnown(format) && !isQuotable(format) ? format : null;
  };
}

/** Blocks that no blank line sets apart from the prose around them: from behind the last line of prose before their first sign. */
function closeBlocksIn(lines: readonly DocumentLine[], formatIn: FormatIn, isTaken: (at: number) => boolean): Block[] {
  const blocks: Block[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from + 1;
    while (to < lines.length && areTogether(lines, to - 1, to, isTaken)) to++;
    const own = lines.slice(from, to);
    const format = lines[from]!.isSkipped || isTaken(from) ? null : formatIn(from, to);
    if (format) {
      const [sign = 0] = signLines(
        dedented(own).lines.map(({ text }) => text),
        [format],
      );
      const before = own.slice(0, sign).findLastIndex(({ text, isFenced }) => !isFenced && isProseLine(text));
      blocks.push({ format, from: from + before + 1, to, goesOn: false });
    }
    from = to;
  }
  return blocks;
}

/** The blocks in a document, in its order; `taken` are the numbers of lines that are quoted otherwise, from 1. */
export function findPastes(
  document: readonly string[],
  formats: readonly Format[],
  taken: ReadonlySet<number>,
  markedOnly: boolean,
): Quotation[] {
  const lines = readMarkup(document);
  const fencesTaken = new Set(
    lines.filter(({ isFenced }, at) => isFenced && taken.has(at + 1)).map(({ block }) => block),
  );
  const isTaken = (at: number): boolean =>
    taken.has(at + 1) || fencesTaken.has(lines[at]!.block) || (markedOnly && !lines[at]!.isMarked);
  const formatIn = tellFormats(lines, formats);
  const apart = blocksIn(lines, formatIn, isTaken);
  const read = new Set(apart.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  const isRead = (at: number): boolean => isTaken(at) || read.has(at);
  return [...apart, ...closeBlocksIn(lines, formatIn, isRead)].flatMap(({ format, from, to }) => {
    const own = lines.slice(from, to);
    if (own.filter((line) => !isBlank(line)).length < fewestLines) return [];
    const { lines: texts, by } = dedented(own);
    return [
      { format, first: from + 1, lines: texts.map(({ text }) => text), shifts: own.map(({ shift }) => shift + by) },
    ];
  });
}

/** Without the blanks with which all of them begin. */
function dedented(lines: readonly DocumentLine[]): { readonly lines: readonly DocumentLine[]; readonly by: number } {
  const blanks = lines.filter((line) => !isBlank(line)).map(({ text }) => text.length - text.trimStart().length);
  const by = Math.min(...blanks);
  // A few are a matter of the layout.
  if (by < 4 || lines[0]!.text.startsWith('\t')) return { lines, by: 0 };
  return { lines: lines.map((line) => ({ ...line, text: line.text.slice(by) })), by };
}

/** True for a document as whose format a block in it was taken: below prose, in a letter or an article, or all in marks. */
export function isPasting(
  document: readonly string[],
  format: Format,
  formats: readonly Format[],
  isExample: (prose: string) => boolean,
): boolean {
  const lines = readMarkup(document);
  const bare = lines.filter(({ isMarked, isSkipped }) => !isMarked && !isSkipped);
  if (bare.length < lines.length && !isKnown(recogniseFormat(textOf(bare), '', formats))) {
    const marked = lines.filter(({ isMarked, isSkipped }) => isMarked && !isSkipped);
    if (isKnown(recogniseFormat(textOf(marked), '', formats))) return true;
  }
  const sign = signIn(
    lines.map(({ text }) => text),
    format,
  );
  const isRepeated = repeatsIn(document.slice(0, sign));
  const told = lines.map((line, at) => (at < sign && isRepeated(document[at]!) ? { ...line, text: '' } : line));
  const before = document.slice(0, sign).filter((line) => !isRepeated(line));
  if (isHeaded(before)) return true;
  if (isExample([...before, ...document.slice(sign).filter((line) => isHeading(line) || isQuestion(line))].join('\n')))
    return true;
  const isOfFormat = (at: number): boolean => at >= sign;
  return paragraphsOf(told, () => false).some(({ from, lines: own }) => {
    const texts = own.map(({ text }) => text);
    return isLetter(texts) || (!isOfFormat(from) && isProse(texts.slice(0, sign - from)));
  });
}
