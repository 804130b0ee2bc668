/** Whatever a file holds, it is read in linear time: by the signs of formats, as a log, as a document, and by masking. */

import { formats } from '@zoomlog/parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPairs, ownPairs } from '../../scripts/gate/hostile-texts.ts';
import { slowReadings, type Trial } from '../../scripts/gate/slow-reading.ts';
import { shareOf } from '../helpers/runs.ts';

const ids = formats.map(({ id }) => id);

/** Linear work takes a second on a slow machine, quadratic work minutes. */
const limit = 30_000;

/** Some of them, others each time. */
const someOf = (trials: readonly Trial[], most: number): readonly Trial[] => {
  const length = shareOf(trials.length, most);
  return fc.sample(fc.shuffledSubarray([...trials], { minLength: length, maxLength: length }), 1)[0]!;
};

test('no format is slow on hostile lines', async () => {
  expect(
    await slowReadings(
      ids.map((format) => ({ format })),
      limit,
    ),
  ).toEqual([]);
});

test('no text is slow to recognize, whatever it repeats', async () => {
  const pairs = [...anyPairs, ...formats.flatMap(ownPairs)];
  expect(pairs.length).toBeGreaterThan(200);
  // Blank lines and comments each time: files of them are innocent.
  const [blank, ...rest] = pairs.map((pieces): Trial => ({ format: null, pieces }));
  expect(await slowReadings([blank!, ...someOf(rest, 24)], limit)).toEqual([]);
}, 3_600_000);

test('no format is slow to read what could be any', async () => {
  const trials = formats.flatMap((one) =>
    [...anyPairs, ...ownPairs(one)].map((pieces): Trial => ({ format: one.id, pieces })),
  );
  expect(await slowReadings(someOf(trials, 24), limit)).toEqual([]);
}, 3_600_000);
