/** What a watcher is told between one judgement and the next. */
import { type Diagnosis, eventsBetween, type Report, type Source } from '@zoomlog/parser';
import { expect, test } from 'vitest';
import { diagnosis, report, source } from '../helpers/text-face-reports.ts';

const at = new Date('2026-03-06T08:14:31.120Z');
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
  const told = eventsBetween(report({ diagnoses: before }), report({ diagnoses: now }), at);
  expect(told.map((one) => `${one.event} ${'diagnosis' in one ? one.diagnosis.id : one.source.path}`)).toEqual(events);
  expect(told.every(({ time }) => time === at.toISOString())).toBe(true);
  expect(eventsBetween(report({ diagnoses: now }), report({ diagnoses: now }), at)).toEqual([]);
});

test('sources come and go', () => {
  const [one, other] = ['a.log', 'b.log'].map((path) => source(path));
  const sources = (...of: Source[]) => report({ sources: of, diagnoses: [] });
  const told = (before: Report | null, now: Report): string[] =>
    eventsBetween(before, now, at).map((event) => `${event.event} ${'source' in event ? event.source.path : ''}`);
  expect(told(null, sources(one!))).toEqual(['source-added a.log']);
  expect(told(sources(one!), sources(one!, other!))).toEqual(['source-added b.log']);
  expect(told(sources(one!, other!), sources(other!))).toEqual(['source-lost a.log']);
});
