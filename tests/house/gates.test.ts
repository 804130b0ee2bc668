/** The gates that every declaration must pass. There is no test per failure: a declaration carries its own samples. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  check,
  type Fact,
  type Failure,
  facts,
  failures,
  formats,
  hitsOf,
  knowledge,
  openSource,
} from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { readSample } from '../../packages/parser/src/knowledge/read-sample.ts';
import { root } from '../helpers/places.ts';

const source = join(root, 'packages/parser/src/knowledge');

const read = (text: string, format: string) => readSample(text, format, knowledge);

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

describe.each(formats)('format $id', (format) => {
  test('has samples, and each is read as stated', () => {
    expect(format.samples.length).toBeGreaterThan(0);
    for (const { text, entry: wanted } of format.samples) {
      const entry = read(text, format.id).entries.at(-1);
      expect(entry, text).toBeDefined();
      if (wanted.format) expect(entry!.format).toBe(wanted.format);
      else expect(entry!.format).toBe(format.id);
      if (wanted.time !== undefined) expect(entry!.time?.text ?? null, text).toBe(wanted.time);
      if (wanted.level !== undefined) expect(entry!.level, text).toBe(wanted.level);
      if (wanted.message !== undefined)
        expect(entry!.pieces[0]!.text.slice(entry!.messageStart), text).toBe(wanted.message);
      for (const [key, value] of Object.entries(wanted.fields ?? {}))
        expect(entry!.fields.get(key)?.map((field) => field.value) ?? [], `${key} of ${text}`).toContain(value);
    }
  });

  test('is recognised by its own samples and by no other format’s', () => {
    if (Object.keys(format.recognise).length === 0) return;
    for (const { text, entry } of format.samples) {
      if (entry.format !== undefined) continue;
      const pipe = openSource(knowledge, 'sample');
      pipe.push(new TextEncoder().encode(text));
      const found = pipe.end().format;
      // A single line of a launcher's output may be too little to tell.
      if (found !== null || format.recognise.marks === undefined) expect(found, text).toBe(format.id);
    }
  });
});

const declared: readonly (Failure | Fact)[] = [...failures, ...facts];

describe.each(declared)('$id', (known) => {
  test('passes the gates', () => {
    expect(check(known, knowledge)).toEqual([]);
  });
});

test('every pattern is earned in every format that it names', () => {
  const pairs = declared.flatMap(({ match }) => match.flatMap(({ formats: ids }) => ids));
  const missing = declared.flatMap((known) => check(known, knowledge)).filter(({ what }) => what.startsWith('no hit'));
  console.log(`${pairs.length - missing.length} of ${pairs.length} pairs of pattern and format are earned`);
  expect(missing).toEqual([]);
});

test('no format is slow on hostile lines', () => {
  const texts = [...declared.flatMap(hitsOf), ...formats.flatMap(({ samples }) => samples.map(({ text }) => text))];
  const starts = [...new Set(texts.flatMap((text) => text.split('\n')).map((line) => line.slice(0, 60)))];
  // One in six, over all of them: those of one declaration look alike.
  const tried = starts.filter((_, i) => i % 6 === 0);
  for (const format of formats) {
    const before = performance.now();
    for (const start of tried)
      read(
        `${start}${start.slice(-12).repeat(1500)}\n${start}${' '.repeat(16_000)}x\n${start}\n${' '.repeat(16_000)}x`,
        format.id,
      );
    // Linear work takes a second on a slow machine; a quadratic expression takes minutes.
    expect(performance.now() - before, format.id).toBeLessThan(30_000);
  }
});
