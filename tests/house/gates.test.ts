/** The gates that every declaration must pass. There is no test per failure: a declaration carries its own samples. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  check,
  type Fact,
  type Failure,
  type Fault,
  facts,
  failures,
  formats,
  hitsOf,
  knowledge,
} from '@zoomlog/parser';
import { expect, test } from 'vitest';
import { checkFormat } from '../../packages/parser/src/knowledge/checks/check-format.ts';
import { hanging, hostileTexts, regExpsIn } from '../../scripts/gate/slow-regexps.ts';
import { root } from '../helpers/places.ts';

const source = join(root, 'packages/parser/src/knowledge');

/** Files of a declaration folder, as `class/id`. */
const filesOf = (folder: string): string[] =>
  readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && basename(path) !== 'index.ts')
    .map((path) => path.replaceAll('\\', '/').replace(/\.ts$/, ''))
    .sort();

test('every declaration stands in the file that bears its name', () => {
  expect(filesOf('failures')).toEqual(failures.map((one) => `${one.class}/${one.id}`).sort());
  expect(filesOf('facts')).toEqual(facts.map((one) => `${one.class}/${one.id}`).sort());
  expect(filesOf('formats')).toEqual(formats.map((one) => one.id).sort());
});

test.each(formats)('format $id passes the gates', (format) => {
  expect(checkFormat(format, knowledge)).toEqual([]);
});

const declared: readonly (Failure | Fact)[] = [...failures, ...facts];

const faults = new Map<string, readonly Fault[]>();

test.each(declared)('$id passes the gates', (known) => {
  const found = check(known, knowledge);
  faults.set(known.id, found);
  expect(found).toEqual([]);
});

test('every pattern is earned in every format that it names', () => {
  const pairs = declared.flatMap(({ match }) => match.flatMap(({ formats: ids }) => ids));
  expect(faults.size).toBe(declared.length);
  const missing = [...faults.values()].flat().filter(({ what }) => what.startsWith('no hit'));
  console.log(`${pairs.length - missing.length} of ${pairs.length} pairs of pattern and format are earned`);
  expect(missing).toEqual([]);
});

test('a documented pattern must name an address', () => {
  const known = failures.find(({ match }) => match.some(({ layout }) => layout === 'documented'))!;
  const at = known.match.findIndex(({ layout }) => layout === 'documented');
  const faults = (see: readonly string[]) => {
    const match = known.match.map((pattern, i) => (i === at ? { ...pattern, see } : pattern));
    return check({ ...known, match } as Failure, knowledge).map(({ where, advice }) => [where.split(',')[0], advice]);
  };
  expect(faults([])).toEqual([[`pattern ${at + 1}`, 'name the page, or call the pattern constructed']]);
  expect(faults(['the manual, page 7'])).toEqual([[`pattern ${at + 1}`, 'write it in full, with https://']]);
  expect(faults(['https://example.com/manual'])).toEqual([]);
});

test('no RegExp of a declaration hangs on hostile text', async () => {
  const all = [
    ...declared.map((known) => ({
      id: known.id,
      parts: known.match,
      sample: hitsOf(known)[0]!,
      has: known.match[0]!.has,
    })),
    ...formats.map(({ id, recognise, samples }) => ({ id, parts: recognise, sample: samples[0]!.text, has: id })),
  ];
  // Wordings share their RegExps.
  const seen = new Set<string>();
  const trials = all.flatMap(({ id, parts, sample, has }) => {
    const fresh = regExpsIn(id, parts).filter(({ value }) => !seen.has(String(value)));
    for (const { value } of fresh) seen.add(String(value));
    const texts = hostileTexts(sample, has);
    return fresh.map((one) => ({ ...one, texts }));
  });
  expect(trials.length).toBeGreaterThan(100);
  expect(await hanging(trials)).toEqual([]);
});
