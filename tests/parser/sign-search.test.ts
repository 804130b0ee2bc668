/** The literals that are worked out of a format's expression leave out nothing: with and without them a text is the same. */
import { type Format, failures, formats } from '@zoomlog/parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hitsOf } from '../../packages/parser/src/define.ts';
import { compileBegins, eachOf } from '../../packages/parser/src/reading/search/line-begins.ts';
import { signsIn } from '../../packages/parser/src/reading/search/sign-search.ts';
import { signLines } from '../../packages/parser/src/reading/signs.ts';
import { recogniseFormat, recogniseLate } from '../../packages/parser/src/reading/sniff.ts';
import { signsOf } from '../../scripts/sign-literals.ts';
import { runsOf } from '../helpers/runs.ts';

const samples = [
  ...formats.flatMap((format) => format.samples.map(({ text }) => text)),
  ...failures.flatMap((failure) => [...hitsOf(failure), ...(failure.misses ?? []).map(({ text }) => text)]),
];
/** Nothing is known of what must stand there. */
const without = formats.map(({ signs: _, ...format }): Format => format);

const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...samples) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom(...samples), fc.nat(300), fc.constantFrom('', '\0', '😀', '\n', 'K'))
          .map(([sample, at, strange]) => sample.slice(0, at) + strange + sample.slice(at + 1)),
      },
      { weight: 1, arbitrary: fc.constantFrom(...samples).map((sample) => sample.toUpperCase()) },
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join('\n'));

describe('a text', () => {
  test('is recognized the same when every expression is tried', () => {
    fc.assert(
      fc.property(text, (sample) => {
        expect(recogniseFormat(sample, 'x.log', formats)?.id).toBe(recogniseFormat(sample, 'x.log', without)?.id);
        expect(recogniseLate(sample, 'x.log', formats)?.id).toBe(recogniseLate(sample, 'x.log', without)?.id);
        expect(signLines(sample.split('\n'), formats)).toEqual(signLines(sample.split('\n'), without));
      }),
      runsOf(1500),
    );
  });

  test('holds a literal of each format that gives itself away in it', () => {
    for (const sample of samples) {
      const signs = signsIn(sample, formats);
      for (const format of formats)
        if (format.recognise.starts)
          expect(signs.isStarted(format), format.id).toBe(format.recognise.starts.test(sample));
    }
  });
});

test.each(['TCP', 'tcp', 'a TcP b'])('%s in any case', (sample) => {
  const [format] = formats;
  const any = { ...format!, recognise: { starts: /tcp/i }, signs: signsOf(/tcp/i)! };
  expect(signsIn(sample, [any]).isStarted(any)).toBe(true);
});

describe('the literals of an expression', () => {
  test.each<[RegExp, readonly (readonly (readonly string[])[])[]]>([
    [/^abc: \d/m, [[['abc: ']]]],
    [/^(?:abc|defg)x{0,3}abcd/, [[['abcd'], ['abc', 'defg']]]],
    [/one|\d\d/, [[['one']], []]],
    [/(?=.{0,20}Direction)\w{1,4}@/, [[['Direction'], ['@']]]],
    [/(?!never)(?:at least){2}/, [[['at least']]]],
    [/abc?(?:maybe)?[xy]defg/i, [[['defg']]]],
    [/äöüabc/, [[['äöüabc']]]],
    [/äöüabc/i, [[['abc']]]],
  ])('%s', (expression, all) => {
    expect(signsOf(expression)?.map((sign) => sign.all)).toEqual(all);
  });

  test('none, where anything may stand', () => {
    expect(signsOf(/\d+ a/m)).toBeNull();
    expect(signsOf(/kelvin/iu)).toBeNull();
    // The first character may be two units.
    expect(signsOf(/^.literal/u)).toBeNull();
  });
});

describe('the begin of a line', () => {
  const textStart = '(?<![^])';
  test.each<[RegExp, readonly string[] | undefined]>([
    [/^ab\d?c/m, ['aa', 'bb', '09cc']],
    [/^(?:\d\d|[x-z]):/m, ['09xz', '0:']],
    [/^[A-F]{2,}=/i, ['AFaf', 'AFaf', '==AFaf']],
    [/^(?=ahead)[^\n]a$/m, ['\0\t\v\x80', 'aa']],
    [/^ä./m, ['\x80\x80', '\0\t\v\f\x0e\x80']],
    [/(?:^a|^b)c/m, ['ab', 'cc']],
    [new RegExp(`${textStart}only`), ['oo', 'nn', 'll', 'yy']],
    [/^(a)+\b-?/m, ['aa']],
    [/^|a/m, []],
    [/a|^b/m, undefined],
  ])('%s', (expression, begins) => {
    expect(signsOf(expression)?.[0]?.begins).toEqual(begins);
  });

  test('a line that begins otherwise is left out, and the end of a text is no character', () => {
    const line = compileBegins([['09', '::'], [], ['', '\x80\x80'], ['aa', '\x81\x81']]);
    const left = (text: string, at = 0): number[] => {
      const set = Uint32Array.of(0b1111);
      line.narrow(text, at, set);
      const found: number[] = [];
      eachOf(set, (number) => found.push(number));
      return found;
    };
    expect(left('1: x')).toEqual([0, 1]);
    expect(left('1 x')).toEqual([1]);
    expect(left('xäy')).toEqual([1, 2]);
    expect(left('x\na', 2)).toEqual([1, 3]);
    expect(left('', 0)).toEqual([1]);
  });
});
