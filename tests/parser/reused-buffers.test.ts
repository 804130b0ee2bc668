/** Whoever pushes bytes may read the next ones into the same buffer: what is kept of them is a copy. */
import { failures, hitsOf, knowledge, openSource } from '@zoomlog/parser';
import { expect, test } from 'vitest';
import unified from '../../packages/parser/src/knowledge/formats/unified-log-default.ts';
import memlog from '../../packages/parser/src/knowledge/formats/zoom-memlog.ts';
import { newCarry } from '../../packages/parser/src/reading/carry.ts';
import { openEdges } from '../../packages/parser/src/reading/edges.ts';
import { openKeptText } from '../../packages/parser/src/reading/kept-text.ts';

/** Pushes the text as Node's buffers arrive, and overwrites the buffer. */
function pushOnce(to: { push(bytes: Uint8Array): void }, text: string): void {
  const buffer = Buffer.from(text);
  to.push(buffer);
  buffer.fill('x');
}

const line = (second: number): string => `05/18/2021 10:00:0${second}:703\tZOOM\t[4711:4804:295765003]\tINFO\ttext\n`;

test.each([1, 1000])('the last lines of %i', (count) => {
  const edges = openEdges(memlog, [], null, 0);
  pushOnce(edges, line(1).repeat(count));
  pushOnce(edges, line(2).repeat(count) + line(3));
  const { first, last } = edges.times(newCarry('', null));
  expect([first, last].map((time) => new Date(time!.ms).getSeconds())).toEqual([1, 3]);
});

test('a record that has not ended', () => {
  const pieces: string[] = [];
  const cutter = unified.framing.cut(({ text }) => pieces.push(text), null);
  const head = '2026-03-05 15:12:01.120455+0100 0x1a2b     Error       0x0                  4312   0    zoom.us: A {\n';
  pushOnce(cutter, head);
  pushOnce(cutter, '    "key" = 1;\n}\n');
  cutter.end();
  expect(pieces).toEqual([`${head}    "key" = 1;\n}`]);
});

test('a text that may be a document', () => {
  const kept = openKeptText();
  pushOnce(kept, 'first\n');
  pushOnce(kept, 'second\n');
  expect(new TextDecoder().decode(kept.all())).toBe('first\nsecond\n');
});

/** Reads a text in blocks of 4 KiB, each in the same buffer or in one of its own. */
function findingsOf(text: string, isReused: boolean) {
  const pipe = openSource(knowledge, 'export');
  const bytes = Buffer.from(text);
  const buffer = Buffer.alloc(4096);
  for (let from = 0; from < bytes.length; from += buffer.length) {
    const block = isReused ? buffer : Buffer.alloc(buffer.length);
    const length = bytes.copy(block, 0, from, from + buffer.length);
    pipe.push(block.subarray(0, length));
  }
  return pipe.end();
}

/** What shows a failure, as an element of one large document. */
const documents = failures
  .flatMap(hitsOf)
  .filter((text) => /^\s*\[\s*\{[\s\S]*\}\s*\]\s*$/.test(text))
  .map((text) => {
    const element = text.trim().slice(1, -1);
    return `[${Array.from({ length: Math.ceil(200_000 / element.length) }, () => element).join(',\n')}]`;
  });

test('a large document', () => {
  const own = documents.map((text) => ({ text, apart: findingsOf(text, false) }));
  const shown = own.filter(({ apart }) => apart.format === 'unified-log-json' && apart.findings.length > 0);
  expect(shown.length).toBeGreaterThan(0);
  for (const { text, apart } of shown.slice(0, 5)) expect(findingsOf(text, true)).toEqual(apart);
});
