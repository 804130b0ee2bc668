/** What Chevrotain throws about a head is told as the fault of a declaration. A file of its own: a bad head spoils all. */
import { expect, test, vi } from 'vitest';
import { createHeadReader, defineHead, type HeadDeclaration } from '../../packages/parser/src/reading/grammar/head.ts';
import { gap, lastToken, token } from '../../packages/parser/src/reading/grammar/tokens.ts';
import { faultOfThrown } from '../../scripts/gate/thrown.ts';

const thrown = (run: () => void): Error => {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it does not throw');
};
const name = lastToken(/[a-z]+/);
const begins = /^/;

test('a head without an end', () => {
  expect(thrown(() => defineHead({ begins, tokens: [gap], rule: () => ({}) })).message).toMatch(
    /ends with a lastToken/,
  );
});

test('a token that is consumed twice under one number', () => {
  const declared: HeadDeclaration = {
    begins,
    tokens: [gap, name],
    rule: ({ consume }) => {
      consume(gap);
      consume(gap);
      consume(name);
      return {};
    },
  };
  expect(faultOfThrown(thrown(() => createHeadReader(declared, false)))).toEqual({
    where: 'a head',
    what: 'it consumes the token [ \\t]+ twice under one number',
    advice: 'number the second: consume(token, 1)',
  });
});

test('a token that begins with a complement set', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const wide = token(/[^ ]+ - /);
  const head = defineHead({ begins, tokens: [wide, name], rule: () => ({}) });
  expect(faultOfThrown(thrown(() => head.read('a - b')))).toMatchObject({
    advice: 'give it anyCharacter: token(/…/, anyCharacter)',
  });
});

test('anything else, with its place', () => {
  const error = thrown(() => thrown(() => {}));
  expect(faultOfThrown(error)).toMatchObject({
    what: 'it throws: it does not throw',
    advice: expect.stringMatching(/gate-thrown\.test\.ts:\d+/),
  });
});
