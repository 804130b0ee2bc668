/** Records of several lines: what belongs to one does not depend on how the bytes arrive, and none grows without bound. */
import { knowledge, openSource } from '@zoomlog/parser';
import { describe, expect, it } from 'vitest';
import unified from '../../packages/parser/src/knowledge/formats/unified-log-default.ts';
import type { Piece } from '../../packages/parser/src/model.ts';
import { compileLiterals, findLines } from '../../packages/parser/src/reading/search.ts';

const head = (second: number, message: string): string =>
  `2026-03-05 15:12:${String(second).padStart(2, '0')}.120455+0100 0x1a2b     Error       0x0                  4312   0    zoom.us: (CFNetwork) ${message}`;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The pieces that a file falls into, pushed in parts of `step` bytes; only those with a literal when there are some. */
function piecesOf(text: string, step: number, literals?: readonly string[]): Piece[] {
  const found: Piece[] = [];
  const search = literals ? findLines.bind(null, compileLiterals(literals)) : null;
  const cutter = unified.framing.cut((piece) => found.push(piece), search);
  const bytes = bytesOf(text);
  for (let at = 0; at < bytes.length; at += step) cutter.push(bytes.subarray(at, at + step));
  notes.add(cutter.end().note);
  return found;
}

/** What was noted of the texts since it was cleared. */
const notes = new Set<string | null>();

const dictionary = 'UserInfo={\n    NSErrorFailingURLKey = "https://us05web.zoom.us/";\n    "wanted" = 1;\n}\n';
const long = Array.from({ length: 300 }, (_, i) => `    key${i} = "wanted ${i}";\n`).join('');

const texts: readonly (readonly [string, string])[] = [
  ['records and single lines', `${head(1, `A ${dictionary}`)}${head(2, 'B\n')}${head(3, `C ${dictionary}`)}`],
  ['lines before the first head', `wanted\n\n${head(1, `A ${dictionary}`)}`],
  ['a record that never closes', `${head(1, 'A UserInfo={\n')}${long}${head(2, 'wanted\n')}${long}`],
  ['a long line in a record', `${head(1, 'A {\n')}    ${'x'.repeat(70_000)} wanted\n    wanted\n${head(2, 'wanted')}`],
  ['a line longer than all', `${head(1, 'A {\n')}${'x'.repeat(1_200_000)}\n    wanted\n${head(2, 'wanted\n')}`],
  ['lines that end in CR LF', `${head(1, `A ${dictionary}`)}${head(2, 'B')}`.replaceAll('\n', '\r\n')],
  ['no head at all', long],
  ['a last line that nothing ends', `${head(1, 'A {\n')}    "wanted" = 1;\n}`],
];

describe('records of several lines', () => {
  it.each(texts)('are the same however the bytes arrive: %s', (_, text) => {
    notes.clear();
    const all = piecesOf(text, 1 << 22);
    const found = piecesOf(text, 1 << 22, ['wanted']);
    expect(found).toEqual(all.filter((piece) => piece.text.includes('wanted')));
    for (const step of text.length > 100_000 ? [65_536, 9973] : [4096, 61, 7]) {
      expect(piecesOf(text, step)).toEqual(all);
      expect(piecesOf(text, step, ['wanted'])).toEqual(found);
    }
    expect(notes.size).toBe(1);
  });

  it.each([
    [199, null],
    [200, 'record longer than 200 lines or 64 KiB, truncated there'],
    [5000, 'record longer than 200 lines or 64 KiB, truncated there'],
  ])('that are cut are counted: %i lines below the head', (count, note) => {
    const below = Array.from({ length: count }, (_, i) => `    key${i} = 1;\n`).join('');
    const one = `${head(1, 'A {\n')}${below}`;
    for (const step of [1 << 22, 4096, 61]) {
      notes.clear();
      piecesOf(`${one}${head(2, 'B\n')}`, step);
      piecesOf(one, step, ['wanted']);
      piecesOf(`${one}${head(2, 'B\n')}${one}`, step);
      expect([...notes]).toEqual(note === null ? [null] : [`1 ${note}`, `2 ${note.replace('record', 'records')}`]);
    }
  });

  it('take in what stands below their heads', () => {
    const [, text] = texts[0]!;
    expect(piecesOf(text, 4096).map((piece) => [piece.line, piece.text.split('\n').length])).toEqual([
      [1, 4],
      [5, 1],
      [6, 4],
    ]);
  });

  it('count the lines of a file, whether or not its last one ends', () => {
    for (const end of ['', '\n']) {
      const cutter = unified.framing.cut(() => {}, null);
      cutter.push(bytesOf(`${head(1, 'A {\n')}    b\n}${end}`));
      expect(cutter.end().lines).toBe(3);
    }
  });

  it('hold a line that is no UTF-8, which changes no other', () => {
    const found: Piece[] = [];
    const cutter = unified.framing.cut((piece) => found.push(piece), null);
    cutter.push(Buffer.concat([bytesOf(`${head(1, 'A {')}\n    größe = 1;\n    `), Buffer.from([0xfc, 10])]));
    cutter.end();
    expect(found).toEqual([{ line: 1, text: `${head(1, 'A {')}\n    größe = 1;\n    ü` }]);
  });

  it('are bounded', () => {
    const [, text] = texts[2]!;
    const [first, ...others] = piecesOf(text, 4096);
    expect(first!.text.split('\n')).toHaveLength(200);
    expect(others.slice(0, 101).every((piece) => !piece.text.includes('\n'))).toBe(true);
  });

  it('stay open until the next one begins, and are told as they stand', () => {
    const found: Piece[] = [];
    const cutter = unified.framing.cut((piece) => found.push(piece), null);
    cutter.push(bytesOf(`${head(1, 'A\n')}${head(2, 'B {\n    a = 1;\n    b')}`));
    expect(found.map(({ line }) => line)).toEqual([1]);
    expect(cutter.open?.()).toEqual({ line: 2, text: head(2, 'B {\n    a = 1;') });
    expect(cutter.lines()).toBe(3);
    cutter.close?.();
    expect(found.map(({ line }) => line)).toEqual([1, 2]);
    expect(cutter.open?.()).toBeNull();
    cutter.push(bytesOf(' = 2;\n'));
    cutter.end();
    expect(found.at(-1)).toEqual({ line: 4, text: '    b = 2;' });
  });
});

it('records of several lines are read below one that is whole on its line', () => {
  const whole = '{"__REALTIME_TIMESTAMP":"1767225600250000","_TRANSPORT":"kernel","MESSAGE":"a"}';
  const open =
    '{\n  "__REALTIME_TIMESTAMP" : "1767225601250000",\n  "_TRANSPORT" : "kernel",\n  "MESSAGE" : "usb usb2-port4: unable to enumerate USB device"\n}';
  const pipe = openSource(knowledge, 'journal.json');
  pipe.push(new TextEncoder().encode(`${whole}\n${open}\n`));
  const { format, findings } = pipe.end();
  expect(format).toBe('journal-json');
  expect(findings).not.toEqual([]);
});
