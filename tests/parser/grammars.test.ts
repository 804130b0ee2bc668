/** Chevrotain's own checks of every grammar. The product leaves them out: they cost a third of making a lexer and a parser. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formats } from '../../packages/parser/src/knowledge/formats/index.ts';
import { journalHead } from '../../packages/parser/src/knowledge/wordings/journal-head.ts';
import { createHeadReader, declaredHeads, defineHead } from '../../packages/parser/src/reading/grammar/head.ts';
import { MessageParser } from '../../packages/parser/src/reading/grammar/message-parser.ts';
import { createMessageLexer } from '../../packages/parser/src/reading/grammar/message-tokens.ts';

test('every head is a sound grammar', () => {
  expect(declaredHeads.length).toBeGreaterThan(20);
  for (const head of declaredHeads) expect(() => createHeadReader(head, false), String(head.begins)).not.toThrow();
});

test('the grammar of messages is sound', () => {
  expect(() => createMessageLexer(false)).not.toThrow();
  expect(() => new MessageParser(false)).not.toThrow();
});

const numbers = (seed: number) => (text: string) =>
  text.replace(/\d/g, (digit, at: number) => String((Number(digit) * 7 + at * seed + seed) % 10));

test('what is remembered of heads changes nothing', () => {
  const samples = formats.flatMap((format) => format.samples.map(({ text }) => text));
  const remembering = declaredHeads.filter(({ reach }) => reach !== undefined);
  expect(remembering.length).toBeGreaterThan(0);
  for (const declared of remembering) {
    const head = defineHead(declared);
    const texts = samples.filter((text) => declared.begins.test(text));
    const { lexer, parser } = createHeadReader(declared);
    const plainly = (line: string) => {
      const start = declared.begins.test(line) ? parser.read(lexer.tokenize(line).tokens) : null;
      return start === null || start.messageStart >= 0 ? start : { ...start, messageStart: line.length };
    };
    const insert = fc.constantFrom('', '', '[', '[1:2]\t', '\t', ' ', 'X', '7', ':', 'ERROR\t');
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(90), insert, fc.nat(2), fc.nat(9), (text, at, more, left, seed) => {
        for (const line of [text, text.slice(0, at) + more + text.slice(at + left), text.slice(0, at)].map(
          numbers(seed),
        ))
          expect(head.read(line)).toEqual(plainly(line));
      }),
      { numRuns: 3000 },
    );
    declaredHeads.splice(declaredHeads.lastIndexOf(declared), 1);
  }
});

describe('the cheap look at a line of the journal lets by', () => {
  test.each([
    '2026-03-06T09:14:00+01:00          box kernel: usb 1-1: USB disconnect, device number 4',
    '2026-03-06T9:14:00 box kernel: zoom[1230]: segfault at 0 ip 00007f error 4',
    '2026-03-06T09:14:00,123456+01:00 usb 1-1: USB disconnect, device number 4',
    '2026-03-06T09:14:11 box app[12345678901]: text',
    `2026-03-06T09:14:11 ${'box.'.repeat(80)} app: text`,
    '09:14:00            kernel: text',
    '9:14:00 PM box systemd-coredump[4410]: text',
    '2026-03-06T10 audit:text',
    '[6th abcdefghijkl. 1 10:15:18 2026] text',
    '[Feb17 10:15] text',
    '[Feb  7 10:15] text',
    '[🡕] Process 1234567890 (abcdefghijklmnop) of user 1000 dumped core.',
  ])('%s', (line) => {
    expect(journalHead.read(line)).not.toBeNull();
  });

  test.each([
    '2026-03-06T09:14:00.120Z 0x00004a1c <INFO> text',
    '2026-03-06T09:14:00Z,12,0.5,ok',
    '09:14:00.120: text',
    '[06/20/25, 09:14:00:123] info: text',
  ])('not %s', (line) => {
    expect(journalHead.begins(line)).toBe(false);
  });
});
