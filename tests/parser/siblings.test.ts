import { type FailureClass, failureClasses, judge, knowledge, openSource, type Report } from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { exitStatusOf } from '../../packages/cli/src/exit-status.ts';
import { siblings } from './siblings/index.ts';
import type { Sibling } from './siblings/sibling.ts';

function reportOf(evidence: Sibling['evidence']): Report {
  const sources = Object.entries(evidence).map(([path, text]) => {
    const pipe = openSource(knowledge, `evidence/${path}`);
    pipe.push(new TextEncoder().encode(text));
    return pipe.end();
  });
  return judge(knowledge, sources, { version: 'test' });
}

const isAmong = <T>(allowed: T | readonly T[], got: T | undefined): boolean => [allowed].flat().includes(got as T);
const list = (allowed: unknown): string => [allowed].flat().join(' or ');
/** Each machine has its verdicts: the strongest of a class counts. */
const strength = ['confirmed', 'suspected', 'resolved', 'not-assessable', 'ruled-out'] as const;

/** What is wrong with a report, in the order of the label. */
function faultsOf({ evidence, top, verdicts = {}, never = [], also = [], exit }: Sibling): string[] {
  const report = reportOf(evidence);
  const loud = report.diagnoses.filter(({ severity }) => severity !== 'info');
  const first = loud[0];
  const of = (name: string) =>
    strength.find((state) => report.verdicts.some((verdict) => verdict.class === name && verdict.state === state));
  const faults: string[] = [];
  const check = (isRight: boolean, what: string) => isRight || faults.push(what);
  const has = (name: FailureClass) => loud.some((diagnosis) => diagnosis.class === name);

  if (top === null) check(loud.length === 0, `nothing is wrong, got ${loud.map(({ failure }) => failure)}`);
  else if (top) {
    check(isAmong(top.class, first?.class), `${list(top.class)} leads, got ${first?.class} (${first?.failure})`);
    if (top.code !== undefined) check(top.code === first?.code, `code ${top.code}, got ${first?.code}`);
    if (top.confidence)
      check(isAmong(top.confidence, first?.confidence), `${list(top.confidence)} confidence, got ${first?.confidence}`);
  }
  if (exit !== undefined) {
    const status = exitStatusOf(report, [], ['evidence'], 'error');
    check(isAmong(exit, status), `exit ${list(exit)}, got ${status}`);
  }
  for (const [name, state] of Object.entries(verdicts))
    check(isAmong(state, of(name)), `${name} ${list(state)}, got ${of(name)}`);
  for (const name of also) check(has(name), `${name} too`);
  for (const name of never) check(!has(name), `${name} must not be blamed`);

  const allowed = new Set<FailureClass>([...(top ? [top.class].flat() : []), ...also]);
  for (const name of failureClasses) {
    const state = verdicts[name];
    if (!state) continue;
    if (isAmong(state, 'confirmed') || (isAmong(state, 'resolved') && of(name) === 'resolved')) allowed.add(name);
  }
  const proved = [
    ...report.verdicts.filter(({ state }) => state === 'confirmed').map((verdict) => verdict.class),
    ...loud.filter(({ confidence }) => confidence === 'high').map((diagnosis) => diagnosis.class),
  ];
  const wrong = new Set(proved.filter((name) => !allowed.has(name)));
  check(wrong.size === 0, `wrongly proved: ${[...wrong]}`);
  check(
    new Set(report.verdicts.map((verdict) => verdict.class)).size === failureClasses.length,
    'a verdict of each class',
  );
  return faults;
}

const all = Object.entries(siblings).flatMap(([kind, ones]) =>
  ones.map((one) => ({ kind, name: `${kind}: ${one.title}`, one })),
);

test('five or more of each kind, each with a title of its own', () => {
  expect(Object.entries(siblings).filter(([, ones]) => ones.length < 5)).toEqual([]);
  const names = all.map(({ name }) => name);
  expect(names.length).toBe(new Set(names).size);
});

describe.each(Object.keys(siblings))('%s', (kind) => {
  const ones = all.filter((each) => each.kind === kind);
  test.each(ones.map(({ one }) => [one.title, one] as const))('%s', (_, one) => {
    expect(faultsOf(one)).toEqual([]);
  });
});
