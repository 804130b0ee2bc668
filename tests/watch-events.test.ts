/** What a watcher is told between one judgement and the next. */
import type { Diagnosis } from '@zoomlog/parser';
import { expect, test } from 'vitest';
import { eventsBetween } from '../packages/cli/src/watch-events.ts';
import { diagnosis, report } from './text-face-reports.ts';

const line = (at: number): Diagnosis['first'] => ({ ...diagnosis().first, line: at });

test.each<[what: string, before: Diagnosis[], now: Diagnosis[], events: string[]]>([
  ['nothing', [], [], []],
  ['a new one opens', [], [diagnosis({ id: 'a' })], ['opened a']],
  ['the same again', [diagnosis({ id: 'a' })], [diagnosis({ id: 'a', count: 9 })], []],
  [
    'surer',
    [diagnosis({ id: 'a', confidence: 'medium' })],
    [diagnosis({ id: 'a', confidence: 'high' })],
    ['changed a'],
  ],
  ['another code', [diagnosis({ id: 'a', code: null })], [diagnosis({ id: 'a', code: '5003' })], ['changed a']],
  [
    'a success lowers it',
    [diagnosis({ id: 'a', severity: 'error' })],
    [
      diagnosis({
        id: 'a',
        severity: 'info',
        evidence: [{ ...diagnosis().evidence[0]!, failure: 'join-succeeded', role: 'support' }],
      }),
    ],
    ['closed a'],
  ],
  [
    'lower without a success is not over',
    [diagnosis({ id: 'a', severity: 'error' })],
    [diagnosis({ id: 'a', severity: 'warning' })],
    ['changed a'],
  ],
  [
    'it fails again',
    [diagnosis({ id: 'a', severity: 'info' })],
    [diagnosis({ id: 'a', severity: 'error' })],
    ['changed a'],
  ],
  [
    'a symptom finds its cause, which leads a diagnosis of its own',
    [diagnosis({ id: 'a', failure: 'connection-failed', first: line(3) })],
    [
      diagnosis({
        id: 'b',
        failure: 'block-rule',
        first: line(1),
        evidence: [{ ...diagnosis().evidence[0]!, path: line(3).path, line: 3 }],
      }),
    ],
    ['changed b'],
  ],
  ['its file is gone', [diagnosis({ id: 'a' })], [], []],
])('%s', (_, before, now, events) => {
  const known = new Map(before.map((one) => [one.id, one]));
  const told = eventsBetween(known, report({ diagnoses: now }));
  expect(told.map((one) => `${one.event} ${one.diagnosis.id}`)).toEqual(events);
  expect([...known.keys()]).toEqual(now.map(({ id }) => id));
  expect(eventsBetween(known, report({ diagnoses: now }))).toEqual([]);
});
