/** What is this: the state of a source, its encoding and its format, told from its first bytes and only helped by its name. */

import type { Encoding, Format } from '../define.ts';
import type { SourceState } from '../model.ts';
import { binaryFileOf, binaryNoteOf } from './binary-files.ts';
import { decodeText, detectEncoding, openTranscoder } from './decode.ts';
import { forgetLooks, lookAtHead } from './head-looks.ts';
import { type SignsIn, signsIn } from './search/sign-search.ts';

/** Bytes that are looked at before anything is parsed. */
export const sniffBytes = 1 << 16;

export interface Sniffed {
  readonly state: SourceState;
  readonly encoding: Encoding;
  readonly format: Format | null;
  readonly note: string | null;
  /** Of an unrecognised text: what other program wrote it. */
  readonly foreign?: Format;
  /** The first bytes as text; empty when they are none. */
  readonly text: string;
  /** A document, whose first lines only quote a format. */
  readonly isQuoting?: true;
}

/**
 * Judges the first `sniffBytes` of a source (all of it when it is shorter): how many of the bytes have come already must not
 * change what it is.
 */
export function sniff(bytes: Uint8Array, path: string, formats: readonly Format[]): Sniffed {
  const head = bytes.subarray(0, sniffBytes);
  const plain = { encoding: 'utf-8', format: null, text: '' } as const;
  forgetLooks();
  if (head.length === 0) return { ...plain, state: 'empty', note: null };
  const encoding = detectEncoding(head);
  const known = binaryFileOf(head);
  if (known) return { ...plain, state: 'binary', note: known };
  const transcoder = openTranscoder(encoding);
  const text = decodeText(wholeCharacters(transcoder.push(head))).replace(/\r\n?/g, '\n');
  const binary = formats.find(({ recognise }) => recognise.encoding === encoding);
  if (binary) return { state: 'read', encoding, format: binary, note: null, text };
  if (text.startsWith('ReceiverVersion:'))
    return { ...plain, state: 'encrypted', note: 'encrypted by the Zoom client' };
  if (encoding === 'utf-8' && isBinary(head)) return { ...plain, state: 'binary', note: binaryNoteOf(path) };
  const sample = firstLinesOf(text);
  const signs = signsIn(text, formats);
  const format = recognise(formats, text, path, sample, signs);
  const foreign = format === null || format.id === 'generic' ? recogniseForeign(text, formats, sample, signs) : null;
  if (foreign) return { state: 'unrecognised', encoding, format: null, note: null, foreign, text };
  return format
    ? { state: 'read', encoding, format, note: null, text }
    : { state: 'unrecognised', encoding, format: null, note: null, text };
}

/** The text without a character that the end of the head cuts: it would be no UTF-8 for that. */
function wholeCharacters(utf8: Uint8Array): Uint8Array {
  const lead = utf8.findLastIndex((byte) => (byte & 0xc0) !== 0x80);
  return utf8.length - lead <= 4 && lead >= 0 && utf8[lead]! >= 0xc0 ? utf8.subarray(0, lead) : utf8;
}

/** More than a tenth control characters, or invalid as UTF-8 and as text: LevelDB logs, encrypted databases, images. */
function isBinary(head: Uint8Array): boolean {
  const sample = head.subarray(0, 8192);
  const counts = new Uint16Array(256);
  for (let at = 0; at < sample.length; at++) counts[sample[at]!]!++;
  const [nuls = 0] = counts;
  let controls = 0;
  let high = 0;
  for (const [byte, count] of counts.entries()) {
    if (byte >= 128) high += count;
    else if (byte > 0 && byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 27) controls += count;
  }
  // NULs are what UTF-16 leaves that was appended, or a log's end that was never written: the rest tells.
  const rest = sample.length - nuls;
  return rest === 0 || controls > rest / 10 || (high > rest / 3 && !isUtf8(sample));
}

function isUtf8(sample: Uint8Array): boolean {
  // A sample cut in the middle of a character is still UTF-8.
  const text = new TextDecoder().decode(sample, { stream: true });
  return !text.includes('\ufffd');
}

/** Non-empty lines that are tried against a head. */
const triedLines = 60;

/**
 * The first format, in order of how much it asks for, whose signs are there; `generic` asks least and comes last, what
 * people write before it, and what holds files of other formats comes first.
 */
export function recogniseFormat(text: string, path: string, formats: readonly Format[]): Format | null {
  return recognise(formats, text, path, firstLinesOf(text), signsIn(text, formats));
}

/**
 * The same for a part in the middle of a text, whose last lines count like its first ones; merely dated lines are no log.
 * `isTried`: `recogniseFormat` knew no format in it.
 */
export function recogniseLate(text: string, path: string, formats: readonly Format[], isTried = false): Format | null {
  const told = formats.filter(({ id, isProse }) => id !== 'generic' && !isProse);
  const lines = linesOf(text);
  const first = isTried ? null : recognise(told, text, path, lines.slice(0, triedLines), signsIn(text, told));
  return first ?? recognise(told, text, path, lines.slice(-triedLines), null);
}

/** The lines that say something, without the last one, which may be cut. */
function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.length > 1) lines.pop();
  return lines.filter((line) => line.trim() !== '');
}

/** The first ones of them. */
function firstLinesOf(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && lines.length < triedLines; end = text.indexOf('\n', start)) {
    const line = text.slice(start, end);
    if (line.trim() !== '') lines.push(line);
    start = end + 1;
  }
  return start === 0 && text.trim() !== '' ? [text] : lines;
}

/** What is named where nothing is known that is read: it may still hold a log that begins late, or quote one. */
function recogniseForeign(
  text: string,
  formats: readonly Format[],
  sample: readonly string[],
  signs: SignsIn,
): Format | null {
  const isOf = (format: Format): boolean => {
    const { starts, marks = [], atLeast = 1, heads, unless } = format.recognise;
    return (
      format.isForeign === true &&
      (!starts || signs.isStarted(format)) &&
      (marks.length === 0 || signs.marksOf(format).length >= atLeast) &&
      !(heads && sample.filter((line) => format.head && lookAtHead(format.head, line)).length * 2 < sample.length) &&
      unless?.test(text) !== true
    );
  };
  return sample.length === 0 ? null : (formats.find(isOf) ?? null);
}

/** `signs` null: only the heads of lines have not been looked at. */
function recognise(
  formats: readonly Format[],
  text: string,
  path: string,
  sample: readonly string[],
  signs: SignsIn | null,
): Format | null {
  if (sample.length === 0) return null;
  const isOf = (format: Format): boolean =>
    !format.isForeign && hasSigns(format, path, sample, signs) && !format.recognise.unless?.test(text);
  return (
    formats.find((format) => isNamedAndHeaded(format, text, path, sample)) ??
    formats.find((format) => format.framing.nests && isOf(format)) ??
    formats.find((format) => !format.framing.nests && !format.isProse && format.id !== 'generic' && isOf(format)) ??
    formats.find((format) => format.isProse && isOf(format)) ??
    formats.find((format) => format.id === 'generic' && isOf(format)) ??
    null
  );
}

function hasSigns(format: Format, path: string, sample: readonly string[], signs: SignsIn | null): boolean {
  const { marks, atLeast = 1, heads } = format.recognise;
  if (signs?.isStarted(format)) return true;
  const found = (marks && signs?.marksOf(format).length) ?? 0;
  if (marks && (found >= atLeast || (found > 0 && hasName(format, path)))) return true;
  return heads !== undefined && hasHeads(format, path, sample);
}

/** What has the name of a format, and nothing but its heads, is tried as no other. */
const isNamedAndHeaded = (format: Format, text: string, path: string, sample: readonly string[]): boolean =>
  format.recognise.heads !== undefined &&
  !format.isForeign &&
  !format.isProse &&
  format.id !== 'generic' &&
  hasName(format, path) &&
  sample.every((line) => format.head && lookAtHead(format.head, line)) &&
  !format.recognise.unless?.test(text);

/** Lines are read only until they decide: a failed parse is expensive. */
function hasHeads({ head, framing, recognise, ...format }: Format, path: string, sample: readonly string[]): boolean {
  if (!head) return false;
  const isNamed = hasName(format, path);
  let count = 0;
  let missed = 0;
  for (const [at, line] of sample.entries()) {
    const isOwn = lookAtHead(head, line) !== null;
    if (isOwn && (isNamed || (count === 0 && recognise.heads === 'own' && at < firstLines))) return true;
    if (isOwn || (count > 0 && framing.joins && goesOn(line))) count++;
    else missed++;
    const isDecided = !isNamed && (count > 0 || recognise.heads !== 'own' || at >= firstLines - 1);
    if (isDecided && missed * 2 > sample.length) return false;
  }
  return count > 0 && count * 2 >= sample.length;
}

/** Lines above a log, such as the names of its columns and what was asked for. */
const firstLines = 6;

/** True for a line that by its looks goes on with the record above it, whose head stands `indent` blanks from the margin. */
export const goesOn = (line: string, indent = 0): boolean =>
  line.length - line.trimStart().length > indent || /^[ \t]{0,40}[)}\]]/.test(line);

/** True when a line by itself gives the format away, and its head reads it. */
export const hasLineSign = ({ head, recognise: { starts, heads, unless } }: Format, line: string): boolean =>
  head?.begins(line) === true &&
  (heads !== undefined || starts?.test(line) === true) &&
  unless?.test(line) !== true &&
  lookAtHead(head, line) !== null;

/** True when the file's name is one under which the format is known. */
function hasName(format: Pick<Format, 'names'>, path: string): boolean {
  const name = (path.split(/[\\/]/).at(-1) ?? path).toLowerCase();
  return format.names.some((glob) => isNamed(name, glob.toLowerCase()));
}

/** `*` stands for anything. An entry of an archive may have a name of 64 KiB: a RegExp would try each place of each star. */
function isNamed(name: string, glob: string): boolean {
  const [first = '', ...rest] = glob.split('*');
  if (!name.startsWith(first)) return false;
  const last = rest.pop();
  if (last === undefined) return name === first;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

/** Who writes the files of a format: Zoom's logs are of one program, several formats may show one log of the system. */
export const writerOf = (format: Format | null | undefined): string | null =>
  format ? (format.isZooms ? 'zoom' : (format.origin ?? format.id)) : null;
