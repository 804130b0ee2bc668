/**
 * Log lines quoted in a document: in a fence, behind `>`, indented, or bare between paragraphs. A run of them is a source of
 * its own when one format reads three lines or more and their times advance; a single line is an example of anything.
 */
import type { Format } from '../define.ts';
import type { Time } from '../model.ts';
import { newCarry } from './carry.ts';
import { lookAtHead } from './head-looks.ts';
import { repeatsIn, sentence } from './prose.ts';
import { goesOn, hasLineSign } from './sniff.ts';

/** A run of quoted lines of one format. */
export interface Quotation {
  readonly format: Format;
  /** Where the run begins in the document, from 1. */
  readonly first: number;
  /** Its lines without the marks of the quotation. */
  readonly lines: readonly string[];
  /** UTF-16 units of each line that were such marks. */
  readonly shifts: readonly number[];
}

const fewestLines = 3;

export interface DocumentLine {
  /** Without `>` before it. */
  readonly text: string;
  /** UTF-16 units before `text`. */
  readonly shift: number;
  /** Equal for lines that are quoted together. */
  readonly block: string;
  readonly isFenced: boolean;
  /** In a fence or behind `>`. */
  readonly isMarked: boolean;
  /** Opens or closes a fence, or is source code in one. */
  readonly isSkipped: boolean;
}

const quoteMarks = /^(?:[ \t]*>)+ ?/;
const fenceMark = /^[ \t]{0,40}(`{3,40}|~{3,40})[ \t]{0,8}([\w+#-]{0,30})[ \t]*$/;
/** What a fence calls source code; `console`, `text` or `log` are none. */
const sourceCode =
  /^(?:c|cc|cpp|c\+\+|c#|cs|csharp|go|java|javascript|js|jsx|json|kotlin|lua|perl|php|py|python|rb|ruby|rust|sql|swift|ts|tsx|typescript|xml|ya?ml)$/i;

/** What begins so was printed: by curl, whose requests stand behind `>` among lines of `*` and `<`, or by Windows' setup. */
const printedMark = /^((?:>(?= ?[>*<]) ?){0,20})[ \t]{0,40}(?:[*<] |>>> {1,4}(?:\[|Section ))/;

/** The lines of a document with what its marks tell of them; a blank line belongs to what is before it. */
export function readMarkup(lines: readonly string[]): DocumentLine[] {
  let fence: { readonly mark: string; readonly depth: number; readonly isCode: boolean } | null = null;
  let fences = 0;
  let block = '';
  /** The marks before what was printed, as long as it goes on. */
  let printed: string | null = null;
  return lines.map((line) => {
    printed =
      printedMark.exec(line)?.[1] ??
      (printed !== null && line.startsWith(printed) && /^[ \t]{0,40}[>{}]/.test(line.slice(printed.length))
        ? printed
        : null);
    const marks = printed ?? quoteMarks.exec(line)?.[0] ?? '';
    const depth = marks.split('>').length - 1;
    const text = line.slice(marks.length);
    if (fence && depth < fence.depth) fence = null;
    const [, mark, info = ''] = fenceMark.exec(text) ?? [];
    const isFence: boolean = mark !== undefined && (fence === null || (mark.startsWith(fence.mark) && info === ''));
    if (isFence) {
      fence = fence ? null : { mark: mark!, depth, isCode: sourceCode.test(info) };
      fences++;
    }
    const isBlank = text.trim() === '';
    if (!isBlank || isFence) block = `${depth} ${fences}`;
    return {
      text,
      shift: marks.length,
      block,
      isFenced: fence !== null,
      isMarked: fence !== null || depth > 0,
      isSkipped: isFence || (fence?.isCode ?? false),
    };
  });
}

/** True for a format that a line gives away by itself. Any dated line is `generic`, that of a chat as well. */
export const isQuotable = ({ id, framing, head, recognise: { heads, starts } }: Format): boolean =>
  framing.grows === true && head !== undefined && (heads ?? starts) !== undefined && id !== 'generic';

/** The lines with which a table names its columns: `#Fields: …`. */
const isHeader = (text: string): boolean => /^#\w{1,40}:/.test(text);

const blanksBefore = (text: string): number => text.length - text.trimStart().length;

interface Run {
  readonly format: Format;
  readonly from: number;
  to: number;
  /** Blanks before its first line of the format: what stands further right continues a line. */
  readonly indent: number;
  readonly own: Set<number>;
  readonly times: Time[];
}

/** The runs in a document, in its order. `markedOnly`: only those in a fence or behind `>`. */
export function findQuotations(
  document: readonly string[],
  formats: readonly Format[],
  markedOnly = false,
): Quotation[] {
  const candidates = formats.filter(isQuotable);
  const lines = readMarkup(document);
  const found: Quotation[] = [];
  let run = null as Run | null;
  let block = '';
  /** Where the header begins that the next run may have. */
  let header: number | null = null;
  let isApart = false;
  const close = (): void => {
    if (run && isTold(run)) found.push(toQuotation(run, lines));
    run = null;
    header = null;
  };
  for (const [at, line] of lines.entries()) {
    const text = line.text.trimStart();
    if (line.block !== block) close();
    block = line.block;
    if (line.isSkipped || (markedOnly && !line.isMarked)) {
      close();
      continue;
    }
    if (text === '') {
      isApart = true;
      continue;
    }
    const indent = blanksBefore(line.text);
    const format = candidates.find((one) => hasLineSign(one, text));
    const time = (format?.head && lookAtHead(format.head, text)?.time) ?? null;
    if (format) {
      // What was pasted below, and begins earlier, is another run.
      if (run && (run.format !== format || (isApart && goesBack(run.times.at(-1), time)))) close();
      run ??= { format, from: header ?? at, to: at, indent, own: new Set(), times: [] };
      run.to = at;
      run.own.add(at);
      if (time) run.times.push(time);
    } else if (isHeader(text)) {
      if (!run) header ??= at;
    } else if (run && goesOn(line.text, run.indent)) run.to = at;
    // In a fence stands what was copied, whatever else a command printed.
    else if (!run || !line.isFenced) close();
    isApart = false;
  }
  close();
  return found;
}

const goesBack = (before: Time | undefined, now: Time | null): boolean =>
  before !== undefined && now !== null && now.ms < before.ms;

/** Three lines with their times, which are of one clock, advance, and never go back. */
function isTold({ times }: Run): boolean {
  const [first] = times;
  if (first === undefined || times.length < fewestLines) return false;
  const advances = times.every((time, at) => time.basis === first.basis && !goesBack(times[at - 1], time));
  return advances && times.at(-1)!.ms > first.ms;
}

function toQuotation({ format, from, to, indent, own }: Run, lines: readonly DocumentLine[]): Quotation {
  const parts = lines.slice(from, to + 1).map(({ text, shift }, at) => {
    const blanks = own.has(from + at) ? blanksBefore(text) : Math.min(indent, blanksBefore(text));
    return { text: text.slice(blanks), shift: shift + blanks };
  });
  return { format, first: from + 1, lines: parts.map(({ text }) => text), shifts: parts.map(({ shift }) => shift) };
}

/** A line without a head by which the format is told: what its tool prints on a terminal. */
const hasSignAlone = ({ recognise: { starts, unless } }: Format, line: string): boolean =>
  starts?.test(line) === true && unless?.test(line) !== true;

/**
 * True for a document that only quotes the format as which its first lines were recognised. A log stays a log, whatever stands
 * around it: half of the lines, and they are bare. `isExample` judges the other lines.
 */
export function isQuoting(document: readonly string[], format: Format, isExample: (prose: string) => boolean): boolean {
  if (!isQuotable(format)) return false;
  let bare = 0;
  let marked = 0;
  let isIntroduced = false;
  const others: string[] = [];
  /** In a record of the log, or below one. */
  let isWithin = false;
  for (const { text, isMarked } of readMarkup(document)) {
    const trimmed = text.trim();
    if (trimmed === '' || isHeader(trimmed) || (isWithin && goesOn(text))) continue;
    const isOwn = hasLineSign(format, trimmed) || hasSignAlone(format, trimmed);
    isWithin = isOwn && format.framing.joins === true && blanksBefore(text) === 0;
    if (isOwn) {
      if (isMarked) marked++;
      else if (blanksBefore(text) === 0) bare++;
      else others.push(trimmed);
    } else {
      if (bare + marked === 0) isIntroduced = true;
      others.push(text);
    }
  }
  const isRepeated = repeatsIn(others);
  const prose = others.filter((line) => !isRepeated(line));
  const all = bare + marked + prose.length;
  if (isIntroduced && bare * 4 < all * 3 && isExample(prose.join('\n'))) return true;
  if (bare * 2 >= all) return false;
  // Where a line can continue another, a sentence may be one of the log, but not most of it.
  const carry = newCarry('', null);
  const isForeign = (text: string): boolean => format.framing.read(format, { line: 1, text }, carry, []) === null;
  const sentences = prose.filter((line) => sentence.test(line));
  return marked > 0 || sentences.some(isForeign) || (bare > 0 && sentences.length * 2 >= prose.length);
}
