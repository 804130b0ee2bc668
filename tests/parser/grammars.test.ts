/** Chevrotain's own checks of every grammar. The product leaves them out: they cost a third of making a lexer and a parser. */
import { expect, test } from 'vitest';
import '../../packages/parser/src/knowledge/formats/index.ts';
import { createHeadReader, declaredHeads } from '../../packages/parser/src/reading/grammar/head.ts';
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
