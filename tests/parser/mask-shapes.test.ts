/** Masking, held against what secrets look like in logs, and against evidence that only looks like them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { maskText } from '../../packages/parser/src/masking/redact.ts';
import { shared } from '../helpers/places.ts';
import { lookAlikes } from './mask-look-alikes.ts';
import { shapes } from './mask-shapes.ts';

describe.each(Object.entries(shapes))('%s', (kind, table) => {
  test.each(table)('%s', (text, ...gone) => {
    const masked = maskText(text);
    expect(gone.filter((secret) => masked.includes(secret))).toEqual([]);
    expect(masked).toContain(`<${kind}-1>`);
    expect(maskText(masked)).toBe(masked);
  });
});

test('what only looks like a secret stays', () => {
  expect(lookAlikes.length).toBeGreaterThanOrEqual(300);
  expect(lookAlikes.map((text) => maskText(text)).filter((masked, at) => masked !== lookAlikes[at])).toEqual([]);
});

test('what only looks like a secret stays beside one, and the secret is masked', () => {
  for (const text of lookAlikes) expect(maskText(`${text}; tel:+12025550100`)).toBe(`${text}; tel:<phone-1>`);
});

const table = join(shared, 'knowledge/mask-shapes.tsv');

test.skipIf(!existsSync(table))('every shape of the shared table is masked (skipped where that is absent)', () => {
  const rows = readFileSync(table, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t') as [text: string, gone: string, note?: string]);
  // The rest names computers, which are evidence.
  const isKept = (note = '') => note.includes('kept by the contract');
  const secrets = rows.filter(([, , note]) => !isKept(note));
  const surviving = secrets.filter(([text, gone]) => gone.split('|').some((part) => maskText(text).includes(part)));
  expect(surviving).toEqual([]);
  expect(rows.filter(([text, , note]) => isKept(note) && maskText(text) !== text)).toEqual([]);
  expect(secrets.length).toBeGreaterThan(150);
});
