/** One source, read in every way that must come to the same. */
import { knowledge, openSource, type Sight, type SourceFindings, type SourceHints, type Time } from '@zoomlog/parser';
import { decodeText, detectEncoding, openTranscoder } from '../../../packages/parser/src/reading/decode.ts';
import { sniff, sniffBytes } from '../../../packages/parser/src/reading/sniff.ts';
import type { Chance } from '../chance.ts';
import type { Input } from '../inputs.ts';
import { difference, type Examination } from './fault.ts';

const hintsOf = ({ format }: Input): SourceHints => (format === null ? {} : { format });

function read(input: Input, cuts: readonly number[], hints: SourceHints = {}): SourceFindings {
  const { path, bytes } = input;
  const pipe = openSource(knowledge, path, { ...hintsOf(input), ...hints });
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    pipe.push(bytes.subarray(from, cut));
    from = cut;
  }
  return pipe.end();
}

/** Reads the input, and complains of whatever is not as it must be. Null when it cannot be read at all. */
export function readInput(
  input: Input,
  chance: Chance,
  depth: number,
  examination: Examination,
): SourceFindings | null {
  const { bytes } = input;
  const whole = examination.step('reading', () => read(input, []));
  if (!whole) return null;
  checkFindings(whole, examination);
  checkPlaces(whole, input, examination);
  // What is long is compared less often: it takes as long as many short ones.
  const share = depth * (bytes.length < 8000 ? 1 : 0.5);
  if (chance.happens(0.5 * share)) {
    const cuts = chance.places(chance.pick([1, 1, 2, 5, 40]), bytes.length);
    const pieces = examination.step('reading in pieces', () => read(input, cuts));
    compare(whole, pieces, 'cuts', '', examination);
  }
  if (chance.happens(0.35 * share)) {
    const every = examination.step('reading every line', () => read(input, [], { everyPiece: true }));
    compare(whole, every, 'pieces', '', examination);
  }
  if (chance.happens(0.2 * share)) readGrowing(input, whole, chance, examination);
  return whole;
}

function compare(
  whole: SourceFindings,
  other: SourceFindings | null,
  kind: 'cuts' | 'pieces' | 'sofar',
  where: string,
  { complain }: Examination,
): void {
  const found = other && difference(whole, other);
  if (found) complain(kind, `${whole.format ?? whole.state}: ${where}${found}`);
}

/** It grows line by line, and each time it is looked at. */
function readGrowing(input: Input, whole: SourceFindings, chance: Chance, examination: Examination): void {
  const { path, bytes } = input;
  const pipe = openSource(knowledge, path, hintsOf(input));
  let from = 0;
  const stops = chance.places(chance.between(1, 3), bytes.length).map((cut) => bytes.lastIndexOf(10, cut) + 1);
  // Where every other byte is a NUL, a line feed is half a unit.
  const isNarrow = detectEncoding(bytes) === 'utf-8' && !bytes.subarray(0, 16).includes(0);
  for (const stop of stops) {
    if (stop <= from) continue;
    pipe.push(bytes.subarray(from, stop));
    from = stop;
    const seen = examination.step('looking at what was found so far', () => pipe.sofar());
    if (!seen || !isNarrow) continue;
    const grown = examination.step('reading a file of so much', () =>
      read({ ...input, bytes: bytes.subarray(0, stop) }, []),
    );
    if (!grown) continue;
    const told = ({ format, findings, quoted, lines }: SourceFindings) => ({ format, findings, quoted, lines });
    const found = difference(told(grown), told(seen));
    if (found) examination.complain('sofar', `${grown.format ?? grown.state}: ${found}`);
  }
  pipe.push(bytes.subarray(from));
  const end = examination.step('reading what grew', () => pipe.end());
  compare(whole, end, 'sofar', 'at the end, ', examination);
}

function* sightsOf({ findings, quoted }: SourceFindings): Generator<Sight> {
  for (const { attempts } of findings)
    for (const { first, last, beside } of attempts) {
      yield first;
      yield last;
      yield* beside;
    }
  for (const one of quoted) yield* sightsOf(one);
}

function checkFindings(source: SourceFindings, { complain }: Examination): void {
  for (const { note } of [source, ...source.quoted])
    if (note?.includes('internal error')) complain('internal-note', `${source.format}: ${note.slice(0, 300)}`);
  const times: (Time | null)[] = [source.first, source.last];
  for (const { time } of sightsOf(source)) times.push(time);
  const wrong = times.find((time) => time && !Number.isFinite(time.ms));
  if (wrong) complain('time', `${source.format}: ${wrong.basis} ${JSON.stringify(wrong.text)} is ${wrong.ms} ms`);
}

/** Lines as the parser counts them: a NUL is no text. */
function linesOf(bytes: Uint8Array, decode: (line: Uint8Array) => string): string[] {
  const transcoder = openTranscoder(sniff(bytes.subarray(0, sniffBytes), '', []).encoding);
  const text = Buffer.concat([transcoder.push(bytes), transcoder.end()]);
  const lines: string[] = [];
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf(10, start);
    const end = feed < 0 ? text.length : feed;
    lines.push(decode(text.subarray(start, end > start && text[end - 1] === 13 ? end - 1 : end)));
    start = end + 1;
  }
  return lines;
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

function checkPlaces(source: SourceFindings, { bytes }: Input, { complain }: Examination): void {
  // What only the name tells has no line, also where a file is read as if it held such names.
  if ((source.state !== 'read' && source.quoted.length === 0) || source.format === 'zoom-envelope') return;
  let lines: string[] | null = null;
  let lossy: string[] | null = null;
  // In XML, bytes that are not valid are shown as such; a line elsewhere is then taken for Windows-1252.
  const inXml = (line: number): string | undefined => {
    lossy ??= linesOf(bytes, (one) => lenient.decode(one));
    return lossy[line - 1];
  };
  for (const { line, column, endColumn, offset, text } of sightsOf(source)) {
    lines ??= linesOf(bytes, decodeText);
    const own = lines[line - 1];
    const at = `${source.format}: line ${line}, ${column} to ${endColumn}`;
    if (own === undefined) complain('place', `${at}: there are ${lines.length} lines`);
    else if (column < 1 || endColumn < column) complain('place', `${at}: it ends before it begins`);
    // Of a line over a mebibyte only the beginning is read.
    else if (own.length > 1_000_000) continue;
    else if (endColumn - 1 > own.length) complain('place', `${at}: the line ends at ${own.length}`);
    else if (![own, inXml(line)].some((one) => one?.slice(offset, offset + text.length) === text))
      complain('place', `${at}: another text is there`);
  }
}
