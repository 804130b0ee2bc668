/** The gates that every declaration must pass. There is no test per failure: a declaration carries its own samples. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  classify,
  type Entry,
  type Fact,
  type Failure,
  facts,
  failures,
  fixById,
  formats,
  knowledge,
  openSource,
  type Pattern,
  type SourceFindings,
} from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { root } from '../helpers/places.ts';

const source = join(root, 'packages/parser/src/knowledge');

/** What a sample shows, read as one of the given formats (or as one in which they are embedded). */
function read(text: string, format: string): { findings: SourceFindings['findings']; entries: Entry[] } {
  const entries: Entry[] = [];
  const pipe = openSource(knowledge, `sample.${format}`, {
    format,
    everyPiece: true,
    onEntry: (entry) => entries.push(entry),
  });
  pipe.push(new TextEncoder().encode(text));
  return { findings: pipe.end().findings, entries };
}

const hosts = (id: string): string[] =>
  formats.filter((format) => format.id === id || format.embeds?.includes(id)).map((format) => format.id);

/** The formats as which a sample of a declaration is to be read: the one it is recognised as, else all that it names. */
function readAs(text: string, { formats: ids }: { readonly formats: readonly string[] }): string[] {
  const all = [...new Set(ids.flatMap(hosts))];
  const pipe = openSource(knowledge, 'sample');
  pipe.push(new TextEncoder().encode(text));
  const { format } = pipe.end();
  return format !== null && all.includes(format) ? [format] : all;
}

const asFailure = (id: string): Failure => knowledge.failureById.get(id)!;

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

/** One counts only with what the other never counts with. */
const neverMeet = (a: Failure, b: Failure): boolean =>
  [
    [a.onlyWith, b.neverWith],
    [b.onlyWith, a.neverWith],
  ].some(([only, never]) => only !== undefined && never !== undefined && only.every((id) => never.includes(id)));

const isCounted = (id: string): boolean => asFailure(id).role !== 'support';

describe.each(failures)('failure $id', (failure) => {
  test('every hit is found as this failure and as no other', () => {
    for (const hit of failure.hits) {
      const found = readAs(hit, failure).map((format) =>
        read(hit, format).findings.filter(({ kind }) => kind === 'failure'),
      );
      const own = found.find((findings) => findings.some(({ id }) => id === failure.id));
      expect(own, hit).toBeDefined();
      const others = own!
        .filter(({ id }) => id !== failure.id && isCounted(id) && !neverMeet(failure, asFailure(id)))
        .map(({ id }) => id);
      expect(
        others.filter((id) => !(failure.explains ?? []).includes(id) && isCounted(failure.id)),
        hit,
      ).toEqual([]);
    }
  });

  test('no miss is found', () => {
    for (const { text, why } of failure.misses ?? [])
      for (const format of readAs(text, failure))
        expect(
          read(text, format).findings.map(({ id }) => id),
          `${why}: ${text}`,
        ).not.toContain(failure.id);
  });

  test('its fixes and its references exist', () => {
    for (const id of failure.fixes) expect(fixById(id), id).toBeDefined();
    const { explains, provenWith, doubtedWith, onlyWith, neverWith, sinceLast } = failure;
    for (const id of [explains, provenWith, doubtedWith, onlyWith, neverWith, sinceLast].flatMap((ids) => ids ?? []))
      expect(knowledge.failureById.has(id), id).toBe(true);
    for (const id of failure.formats) expect(knowledge.formatById.has(id), id).toBe(true);
    const kinds = failure.fixes.map((id) => ['check', 'change', 'last-resort'].indexOf(fixById(id)!.kind));
    expect(kinds, 'read-only checks first, destructive steps last').toEqual(kinds.toSorted((a, b) => a - b));
  });
});

describe.each(facts)('fact $id', (fact) => {
  test('every hit is found, no miss is', () => {
    for (const hit of fact.hits)
      expect(
        readAs(hit, fact).flatMap((format) => read(hit, format).findings.map(({ id }) => id)),
        hit,
      ).toContain(fact.id);
    for (const { text, why } of fact.misses ?? [])
      for (const format of readAs(text, fact))
        expect(
          read(text, format).findings.map(({ id }) => id),
          `${why}: ${text}`,
        ).not.toContain(fact.id);
  });

  test('what it needs exists', () => {
    for (const id of fact.needs ?? []) expect(knowledge.factById.has(id), id).toBe(true);
    for (const id of fact.unless ?? [])
      expect(knowledge.factById.has(id) || knowledge.failureById.has(id), id).toBe(true);
  });

  test('what it ends exists', () => {
    for (const id of [...(fact.ends ?? []), ...(fact.eases ?? [])])
      expect(knowledge.failureById.has(id), id).toBe(true);
  });
});

const declared: (Failure | Fact)[] = [...failures, ...facts];

describe.each(declared)('patterns of $id', (known) => {
  const patterns = known.match.map((pattern, i) => [i + 1, pattern] as const);

  test.each(patterns)('pattern %i is earned by a hit in which its literal stands', (_number, pattern: Pattern) => {
    // The pattern alone, so that no other can earn the hit for it.
    const alone: Failure | Fact = { ...known, match: [pattern] };
    const only = {
      ...knowledge,
      candidates: new Map(
        known.formats
          .filter((format) => pattern.formats?.includes(format) ?? true)
          .map((format) => [
            format,
            [
              {
                kind: 'role' in known ? ('failure' as const) : ('fact' as const),
                known: alone,
                patterns: [{ pattern, has: pattern.has.replace(/[A-Z]/g, (capital) => capital.toLowerCase()) }],
              },
            ],
          ]),
      ),
    };
    const earning = known.hits.filter((hit) =>
      readAs(hit, known).some((format) => read(hit, format).entries.some((entry) => classify(entry, only).length > 0)),
    );
    expect(earning.length).toBeGreaterThan(0);
    expect(earning.every((hit) => hit.toLowerCase().includes(pattern.has.toLowerCase()))).toBe(true);
  });

  test('no expression is slow on a hostile line', () => {
    const hostile = [
      'a'.repeat(100_000),
      `${known.hits[0]!.slice(0, 200)}${' '.repeat(50_000)}${'='.repeat(50_000)}`,
      `${known.match[0]!.has} `.repeat(4000),
      'IN= OUT=x '.repeat(10_000),
    ];
    const expressions = known.match.flatMap((pattern) => [
      ...(pattern.text ? [pattern.text] : []),
      ...Object.values(pattern.fields ?? {}).filter((matcher) => matcher instanceof RegExp),
    ]);
    const before = performance.now();
    for (const expression of expressions) for (const line of hostile) expression.test(line);
    // A safe expression needs a millisecond; one that explodes would not end. The bound only has to tell the two apart.
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});

test('no format is slow on hostile lines', () => {
  const texts = [
    ...declared.flatMap(({ hits }) => hits),
    ...formats.flatMap(({ samples }) => samples.map(({ text }) => text)),
  ];
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
