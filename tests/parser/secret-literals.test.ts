/** A rule that is left out, as its literals do not stand in a text, would have found nothing there. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SecretRule } from '../../packages/parser/src/masking/secrets/patterns.ts';
import { secretRules } from '../../packages/parser/src/masking/secrets/rules.ts';
import { rulesFor } from '../../packages/parser/src/masking/secrets/rules-for.ts';
import { literalsOf } from '../../scripts/sign-literals.ts';
import { lookAlikes } from './mask-look-alikes.ts';
import { shapes } from './mask-shapes.ts';

const root = join(import.meta.dirname, '../..');

const expressionOf = (rule: SecretRule) => ('after' in rule ? rule.after : rule.shape);

const lines = globSync('fixtures/**/*.{log,txt,eml,json,md}', { cwd: root })
  .sort()
  .flatMap((path) => readFileSync(join(root, path), 'utf8').split(/\r?\n/).slice(0, 40));
const sources = secretRules.map((rule) => expressionOf(rule).source);
const texts = [...lookAlikes, ...Object.values(shapes).flatMap((table) => table.map(([text]) => text)), ...sources];

test('no rule that is left out matches', () => {
  const missed = new Set<string>();
  const longest = 600;
  for (const text of new Set([...texts, ...lines].map((one) => one.slice(0, longest))))
    for (const spelled of [text, text.toUpperCase(), text.replace(/s/g, 'ſ').replace(/k/g, '\u212a')]) {
      const tried = new Set(rulesFor(spelled));
      for (const rule of secretRules) {
        if (tried.has(rule)) continue;
        const expression = expressionOf(rule);
        expression.lastIndex = 0;
        if (expression.exec(spelled)) missed.add(`${expression} in ${spelled}`);
      }
    }
  expect([...missed]).toEqual([]);
});

test('of an ordinary line most rules are left out', () => {
  const tried = rulesFor('[2026-03-06 09:14:00.123] ERROR network: connect failed with error 10060').length;
  expect(tried).toBeLessThan(secretRules.length / 3);
});

describe('the literals of an expression', () => {
  test.each([
    [/(?:code|Übung)\d/i, ['code', 'übung']],
    // Some small letters have an old form beside them.
    [/пароль: /i, ['ль: ']],
    [/\d(?:pw|a)/, null],
    // A letter that stands for two of ASCII, where there is no case.
    [/asking/iu, ['king']],
    [/asking/i, ['asking']],
    [/ΟΣ|ab/i, ['ab', 'ο']],
    [/(?!never)x?[ab]{2,}/, null],
  ])('%s', (expression, literals) => {
    expect(literalsOf(expression)).toEqual(literals);
  });
});
