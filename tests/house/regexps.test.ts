/** No RegExp of any package takes quadratic time or worse, wherever it stands and however it is built. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOf } from '../../packages/parser/src/reading/search.ts';
import { allRegExps, keyOf } from '../../scripts/gate/all-regexps.ts';
import { hasQuantifier } from '../../scripts/gate/counts.ts';
import { attackSize, hangsOn, judgeRegExp } from '../../scripts/gate/judge-regexp.ts';
import { readLedger } from '../../scripts/gate/regexp-ledger.ts';
import { writtenRegExps } from '../../scripts/gate/written-regexps.ts';
import { shareOf } from '../helpers/runs.ts';
import { harmless } from './harmless-regexps.ts';

const ledger = readLedger();
const { all, unseen } = await allRegExps();
const byKey = new Map(all.map((one) => [keyOf(one), one]));
const placesOf = (key: string): readonly string[] => byKey.get(key)?.places ?? [];
const shown = (key: string): string => `${placesOf(key).join(', ')}: /${key.split('\t')[1]!.slice(0, 100)}/`;

/** Some of them, others each time; all of them with ZOOMLOG_RUNS=all. */
const someOf = <T>(items: readonly T[], most: number): readonly T[] => {
  const length = shareOf(items.length, most);
  return fc.sample(fc.shuffledSubarray([...items], { minLength: length, maxLength: length }), 1)[0]!;
};

test('every RegExp was judged', () => {
  expect(all.length).toBeGreaterThan(900);
  // A place that builds a RegExp and was not reached would hide one.
  expect(unseen).toEqual([]);
  expect([...byKey.keys()].filter((key) => !ledger.has(key)).map(shown), 'npm run generate judges them').toEqual([]);
  expect(
    [...ledger.keys()].filter((key) => !byKey.has(key)),
    'npm run generate leaves them out',
  ).toEqual([]);
});

test('none is slow but those that are listed, and each of these is', () => {
  const slow = [...ledger].filter(([, { verdict }]) => verdict === 'slow').map(([key]) => key);
  const isListed = (key: string): boolean =>
    harmless.some(({ place }) => placesOf(key).some((one) => one.startsWith(place)));
  expect(slow.filter((key) => !isListed(key)).map(shown)).toEqual([]);
  const needless = harmless.filter(
    ({ place }) => !slow.some((key) => placesOf(key).some((one) => one.startsWith(place))),
  );
  expect(needless).toEqual([]);
});

test('what is listed takes no time on the longest text that it can see', async () => {
  const trials = harmless.flatMap(({ place, longest }) =>
    [...ledger.values()]
      .filter((one) => one.verdict === 'slow' && placesOf(keyOf(one)).some((path) => path.startsWith(place)))
      .map((one) => ({ one, longest })),
  );
  for (const { one, longest } of someOf(trials, 6)) expect(await hangsOn(one, one.attacks, longest)).toBeNull();
});

test('the ledger tells the truth, of some of them', async () => {
  const linear = someOf(
    [...ledger.values()].filter(({ verdict }) => verdict === 'linear'),
    12,
  );
  for (const one of linear) expect(await judgeRegExp(one), keyOf(one)).not.toMatchObject({ verdict: 'slow' });
  // What is linear by its counts only is held against the texts that were found for it.
  const bounded = someOf(
    [...ledger.values()].filter(({ verdict }) => verdict === 'bounded'),
    12,
  );
  for (const one of bounded) expect(await hangsOn(one, one.attacks, attackSize)).toBeNull();
}, 3_600_000);

test('none runs from each line over the blank lines behind it', () => {
  const wrong = all.filter(
    ({ source, flags }) => flags.includes('m') && /(?<!\\)\^\\s[*+]|\\s[*+](?:\^|\$)|\\s\{\d+,\}[\^$]/.test(source),
  );
  expect(wrong.map(({ places, source }) => `${places.join(', ')}: /${source.slice(0, 100)}/`)).toEqual([]);
});

test('what is built of given literals holds them as they stand', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 20 }), (literals) => {
      const pattern = anyOf(literals);
      expect(hasQuantifier(pattern.source)).toBe(false);
      for (const literal of literals) expect(pattern.test(`a${literal}b`)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('a slow one would be seen, wherever it stands', async () => {
  const verdictOf = async ({ source, flags }: RegExp): Promise<string> =>
    (await judgeRegExp({ source, flags })).verdict;
  expect(await verdictOf(/^a+$/)).toBe('linear');
  expect(await verdictOf(/^(?:a|a)+$/)).toBe('slow');
  expect(await verdictOf(/^(?:a|a){0,200}$/)).toBe('slow');
  expect(await verdictOf(/^\s*x/m)).toBe('slow');
  expect(await verdictOf(/^[^:]{1,60}: [^,]{1,60},/m)).not.toBe('slow');
  const text = 'const a = /b+/g;\nconst c = token(/d/i);\nconst e = new RegExp("f" + g);\n// /not one/\n';
  expect(writtenRegExps(new Map([['one.ts', text]]))).toEqual({
    literals: [
      { source: 'b+', flags: 'g', place: 'one.ts:1' },
      { source: 'd', flags: 'iy', place: 'one.ts:2' },
    ],
    builders: ['one.ts:3'],
  });
});
