/**
 * The text face: reports written by hand, drawn as the user sees them (fixtures/text-face; `UPDATE=1` writes them
 * anew, then look at them), and what must hold for any report.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { drawReport } from '../../packages/cli/src/faces/text.ts';
import type { Style } from '../../packages/cli/src/terminal/style.ts';
import { fixtures } from '../helpers/places.ts';
import { runsOf } from '../helpers/runs.ts';
import { covered, diagnosis, evidence, nothingElse, report, type Scene, scenes } from '../helpers/text-face-reports.ts';

const golden = join(fixtures, 'text-face');

const draw = ({ report, outcome }: Scene, style: Partial<Style> = {}) =>
  drawReport(report, outcome, { width: 100, color: false, unicode: true, platform: 'linux', ...style });

describe.each(Object.entries(scenes))('%s', (name, scene) => {
  for (const width of [60, 100, 200]) {
    for (const unicode of [true, false]) {
      const file = `${name}-${width}${unicode ? '' : '-ascii'}.txt`;
      test(file, () => {
        const drawn = draw(scene, { width, unicode });
        if (process.env.UPDATE) {
          mkdirSync(golden, { recursive: true });
          writeFileSync(join(golden, file), drawn);
        }
        expect(drawn).toBe(readFileSync(join(golden, file), 'utf8'));
        expectSafe(drawn, { width, unicode }, scene);
      });
    }
  }

  test('colours only add colours', () => {
    const plain = draw(scene);
    const colored = draw(scene, { color: true });
    expect(colored).not.toBe(plain);
    expect(stripVTControlCharacters(colored)).toBe(plain);
  });
});

/** What a terminal must never get, and what it must fit in. Commands may be wider: they are copied, not read. */
function expectSafe(drawn: string, { width, unicode }: { width: number; unicode: boolean }, { report }: Scene) {
  const allowed = unicode
    ? /[\p{Cc}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{2028}\u{2029}]/u
    : /[^\x20-\x7e]/;
  const commands = [
    ...report.diagnoses.flatMap(({ fixes }) => fixes.flatMap(({ command, undo }) => [command, undo])),
    ...report.verdicts.flatMap(({ missing }) => missing.map(({ collect }) => collect)),
  ].filter((command) => command !== null);
  for (const line of drawn.slice(0, -1).split('\n')) {
    expect(line).not.toMatch(allowed);
    if (!commands.some((command) => line.endsWith(command))) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  }
}

describe('hostile text', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom(
      '\u001b[31m',
      '\u009b2J',
      '\u202eevil',
      '\r\n',
      '日本語'.repeat(40),
      'e\u0301'.repeat(300),
      '👩‍👩‍👧'.repeat(60),
      '',
    ),
    fc
      .array(fc.constantFrom('\u001b]8;;x\u0007', ' ', 'a', '\u0300', '\t', '字', '\ud800'), { maxLength: 60 })
      .map((parts) => parts.join('')),
  );
  const style = fc.record({ width: fc.integer({ min: 40, max: 220 }), unicode: fc.boolean() });

  test('no text of a report gets through unescaped or too wide', () => {
    const property = fc.property(
      hostile,
      fc.nat(250),
      fc.nat(250),
      style,
      (text, start, length, { width, unicode }) => {
        const line = { ...evidence(`dir/${text}`, 7, '«»'), text, mark: [start, start + length] as [number, number] };
        const scene: Scene = {
          report: report({
            machines: [
              {
                id: 1,
                bundles: [1],
                name: text,
                os: 'linux',
                osVersion: text,
                zoomVersions: [text],
                timezone: text,
                managed: null,
              },
            ],
            diagnoses: [
              diagnosis({
                title: text,
                cause: text,
                remedy: text,
                evidence: [line],
                alternatives: [{ class: 'proxy', why: text }],
              }),
            ],
            sources: [{ ...scenes.offline.report.sources[0]!, path: text, note: text }],
          }),
          outcome: {
            ...nothingElse,
            problems: [{ kind: 'missing', path: text, message: text, hint: text }],
            filters: [text],
          },
        };
        expectSafe(draw(scene, { width, unicode }), { width, unicode }, scene);
      },
    );
    fc.assert(property, runsOf(400));
  });

  test('a caret stands under the whole mark and nothing else', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', ' ', '字', 'é', 'e\u0301', '👍🏽', 'ｶ', '\t', '\u001b'),
      maxLength: 80,
    });
    const mark = fc.string({ unit: fc.constantFrom('M', '標', 'e\u0301'), minLength: 1, maxLength: 8 });
    const property = fc.property(
      letters,
      mark,
      letters,
      fc.integer({ min: 60, max: 200 }),
      (before, marked, after, width) => {
        const scene: Scene = {
          report: report({
            diagnoses: [diagnosis({ evidence: [evidence('a.log', 7, `${before}«${marked}»${after}`)] })],
          }),
          outcome: nothingElse,
        };
        const lines = draw(scene, { width }).split('\n');
        const at = lines.findIndex((line) => line.startsWith('    7 │ '));
        const [, blanks, carets] = /^ {6}│ ( *)(\^+)/.exec(lines[at + 1]!)!;
        const text = lines[at]!.slice('    7 │ '.length);
        const found = text.indexOf(marked);
        expect(found).toBeGreaterThanOrEqual(0);
        const places = [...text.matchAll(/./gsu)]
          .map(({ index }) => index)
          .filter((index) => text.startsWith(marked, index));
        expect(places.map((index) => stringWidth(text.slice(0, index)))).toContain(blanks!.length);
        expect(carets!.length).toBe(stringWidth(marked));
      },
    );
    fc.assert(property, runsOf(400));
  });

  test('a line of 10 kB is cut around its mark', () => {
    const text = `${'字'.repeat(3000)}«needle»${'x'.repeat(4000)}`;
    const drawn = draw({
      report: report({ diagnoses: [diagnosis({ evidence: [evidence('a.log', 7, text)] })] }),
      outcome: nothingElse,
    });
    const line = drawn.split('\n').find((each) => each.includes('needle'))!;
    expect(line).toMatch(/│ ….*needle.*…$/);
  });
});

describe('what is said', () => {
  const drawn = (parts: Parameters<typeof report>[0], outcome = nothingElse) =>
    draw({ report: report(parts), outcome });

  test('no finding never reads as health', () => {
    const text = drawn({ coverage: covered });
    expect(text).toContain('No known failure was found in these logs.');
    expect(text).toContain(
      'This does not prove that Zoom is healthy: for 10 of 10 classes there is not enough evidence',
    );
    expect(text).not.toMatch(/(?<!not prove that Zoom is )healthy|no problems|all good|\bOK\b/i);
  });

  test('nothing read, nothing judged', () => {
    const encrypted = { ...report().sources[0]!, state: 'encrypted' as const, format: null };
    expect(drawn({ sources: [encrypted] })).toContain('Nothing could be judged.');
    expect(drawn({ sources: [encrypted] })).toMatch(/encrypted +1 source: only Zoom can open it/);
    expect(drawn({ sources: [{ ...encrypted, state: 'read' }] })).toContain('Nothing could be judged.');
    expect(drawn({})).toMatch(/Nothing could be judged\.\nWhat could be read does not show whether Zoom works\./);
  });

  test('filtered diagnoses are not taken for none', () => {
    const verdicts = report().verdicts.map((verdict) => ({ ...verdict, diagnoses: ['0a1b2c'] }));
    expect(drawn({ verdicts })).toContain('No diagnosis matches the filters.');
  });

  test('with no path and no log, where it looked', () => {
    const looked = [
      { os: 'linux' as const, pattern: '~/.zoom/logs', holds: 'logs', path: '/home/user/.zoom/logs', exists: false },
    ];
    expect(drawn({ sources: [], machines: [] }, { ...nothingElse, looked })).toMatch(/searched +~\/\.zoom\/logs/);
  });

  test('at most four log lines, one for each failure, the own failure among them', () => {
    const lines = ['a', 'b', 'c', 'd', 'e', 'network-unreachable', 'a', 'a'].map((failure, at) =>
      evidence('a.log', at + 1, `line ${at + 1} «mark»`, { failure, role: failure === 'e' ? 'symptom' : 'support' }),
    );
    const text = drawn({ diagnoses: [diagnosis({ evidence: lines })] });
    expect(text.match(/line \d/g)).toEqual(['line 1', 'line 2', 'line 5', 'line 6']);
    expect(text).toContain('│ +4 more');
  });
});
