/** Every gate can fail, and says what to do: declarations with one fault each. */
import { spawnSync } from 'node:child_process';
import {
  check,
  type Fact,
  type Failure,
  type Format,
  facts,
  failures,
  formats,
  indexKnowledge,
  knowledge,
  type Pattern,
} from '@zoomlog/parser';
import { describe, expect, test } from 'vitest';
import { checkFormat } from '../../packages/parser/src/knowledge/checks/check-format.ts';
import { slowRegExps } from '../../scripts/gate/regexp-ledger.ts';
import { slowReadings } from '../../scripts/gate/slow-reading.ts';
import { hanging } from '../../scripts/gate/slow-regexps.ts';
import { root } from '../helpers/places.ts';

const line = 'Nov  9 07:08:01 box kernel: example0: the link is broken (-7)';
const pattern: Pattern = {
  formats: ['syslog'],
  has: 'the link is broken',
  layout: 'constructed',
  hits: [line],
};
const sound: Failure = {
  id: 'link-broken',
  class: 'network',
  role: 'cause',
  strength: 'strong',
  severity: 'error',
  title: 'The link is broken',
  cause: 'The adapter reports a broken link.',
  remedy: 'Plug the cable in again.',
  match: [pattern],
  fixes: ['network-show-windows', 'network-renew-lease'],
  misses: [{ text: 'Nov  9 07:08:01 box kernel: example0: the link is up', why: 'it works' }],
};
const withPattern = (change: Partial<Pattern>): Failure => ({
  ...sound,
  match: [{ ...pattern, ...change } as Pattern],
});

test('a sound declaration passes', () => {
  expect(check(sound, knowledge)).toEqual([]);
});

describe('each gate of a failure', () => {
  test.each<[what: string, failure: Failure, fault: object]>([
    ['an id', { ...sound, id: 'Link_Broken' }, { what: "id 'Link_Broken'" }],
    ['a class', { ...sound, class: 'weather' as never }, { what: "class 'weather' is unknown" }],
    ['the scaffold', { ...sound, title: 'What broke, in a few words' }, { advice: 'write your own' }],
    ['no role', { ...sound, role: undefined as never }, { what: '`role` is missing' }],
    ['a role', { ...sound, role: 'culprit' as never }, { advice: 'use one of symptom, cause, support' }],
    ['no text', { ...sound, remedy: undefined as never }, { what: '`remedy` is missing' }],
    ['no list', { ...sound, fixes: undefined as never }, { what: '`fixes` is missing' }],
    ['no layout', withPattern({ layout: undefined as never }), { where: 'pattern 1', what: '`layout` is missing' }],
    ['no miss', { ...sound, misses: [] }, { what: 'it has no miss' }],
    [
      'a subject that is not there',
      { ...sound, subject: { kind: 'host', fields: ['adress'] } },
      { what: "no hit has the field 'adress' that it names as its subject" },
    ],
    [
      'a hit that shows no format',
      withPattern({ formats: ['dxdiag'], hits: ['the link is broken'] }),
      { advice: 'no hit is in the layout of dxdiag (recognized: no format): add one, or leave the format out' },
    ],
    ['no pattern', { ...sound, match: [] }, { what: 'it has no pattern' }],
    ['an unknown format', withPattern({ formats: ['sylog'] as never }), { what: "format 'sylog' does not exist" }],
    ['an unknown fix', { ...sound, fixes: ['network-shw'] as never }, { what: "fix 'network-shw' does not exist" }],
    [
      'an unknown failure',
      { ...sound, explains: ['nothing-known'] as never },
      { what: "failure 'nothing-known' does not exist" },
    ],
    [
      'fixes out of order',
      { ...sound, fixes: ['network-renew-lease', 'network-show-windows'] },
      { what: 'its fixes are out of order' },
    ],
    [
      'no hit',
      withPattern({ hits: [] }),
      { where: 'pattern 1, has "the link is broken", syslog', advice: 'add a hit' },
    ],
    [
      'a format that no hit is in',
      withPattern({ formats: ['syslog', 'journal-json'] }),
      {
        where: 'pattern 1, has "the link is broken", journal-json',
        advice: 'no hit is in the layout of journal-json (recognized: syslog): add one, or leave the format out',
      },
    ],
    [
      'a literal that is not there',
      withPattern({ has: 'the cable is cut' }),
      { advice: expect.stringContaining('the literal is not in what syslog reads') },
    ],
    [
      'a field that is not there',
      withPattern({ fields: { dpt: [7] } }),
      { advice: expect.stringContaining("the entry has no field 'dpt'; it has ") },
    ],
    [
      'a field of another value',
      withPattern({ fields: { process: ['usb'] } }),
      { advice: expect.stringMatching(/^field 'process' is "/) },
    ],
    ['a text that does not match', withPattern({ text: /cable/ }), { advice: 'its text matches no line of the entry' }],
    [
      'a hit too many',
      withPattern({ hits: [line, 'Nov  9 07:08:01 box kernel: example0: up'] }),
      { what: expect.stringContaining('a hit earns nothing') },
    ],
    [
      'what another failure finds',
      withPattern({
        has: 'unable to enumerate',
        hits: ['Nov  9 07:08:01 box kernel: usb 1-1-port4: unable to enumerate USB device'],
      }),
      { what: expect.stringContaining("its hit is found as 'usb-device-lost', too") },
    ],
    [
      'a miss that is found',
      { ...sound, misses: [{ text: line, why: 'it works' }] },
      { what: expect.stringContaining('a miss is found (it works)') },
    ],
  ])('%s', (_, failure, fault) => {
    // The failure takes its place among the others, as one that is being written does.
    const own = { ...knowledge, failureById: new Map([...knowledge.failureById, [failure.id, failure]]) };
    const faults = check(failure, { ...own, candidates: withCandidate(failure) });
    expect(faults).toContainEqual(expect.objectContaining(fault));
    for (const { advice } of faults) expect(advice).not.toBe('');
  });
});

/** The candidates of all failures, and of one more. */
function withCandidate(known: Failure): typeof knowledge.candidates {
  const candidates = new Map(knowledge.candidates);
  for (const one of known.match)
    for (const format of one.formats)
      candidates.set(format, [
        ...(candidates.get(format) ?? []),
        { kind: 'failure', known, patterns: [{ pattern: one, has: one.has.toLowerCase() }] },
      ]);
  return candidates;
}

describe('each gate of a fact alone', () => {
  const clear: Fact = {
    id: 'link-works',
    class: 'network',
    title: 'The link works',
    because: 'The adapter reports a link.',
    effect: 'benign',
    match: [pattern],
    misses: [{ text: 'Nov  9 07:08:01 box kernel: example0: the link is up', why: 'it says nothing of the rest' }],
  };
  test.each<[what: string, fact: Fact, fault: object | null]>([
    ['a sound one', clear, null],
    ['an effect', { ...clear, effect: 'helps' as never }, { advice: 'use one of rules-out, ends, benign' }],
    ['nothing ruled out', { ...clear, effect: 'rules-out' }, { what: 'it rules out nothing' }],
    ['nothing ended', { ...clear, effect: 'ends', ends: [] }, { what: 'it ends nothing' }],
    [
      'another class’s cause',
      { ...clear, effect: 'rules-out', clears: ['camera'] },
      { what: "cause of network 'camera' does not exist" },
    ],
  ])('%s', (_, fact, fault) => {
    const faults = check(fact, knowledge);
    expect(faults).toEqual(fault === null ? [] : [expect.objectContaining(fault)]);
  });
});

describe('each gate of a format', () => {
  const syslog = knowledge.formatById.get('syslog')!;
  const sample = syslog.samples[0]!;
  const start = { level: null, process: null, component: null, messageStart: 0 };
  test.each<[what: string, format: Format, fault: object]>([
    ['no sample', { ...syslog, samples: [] }, { what: 'it has no sample' }],
    [
      'another time',
      { ...syslog, samples: [{ ...sample, entry: { ...sample.entry, time: '2001-01-01T00:00:00' } }] },
      { what: expect.stringMatching(/^its time is .*, not "2001-01-01T00:00:00"$/) },
    ],
    [
      'a field that is not there',
      { ...syslog, samples: [{ ...sample, entry: { fields: { nothing: 1 } } }] },
      { what: expect.stringContaining("it has no field 'nothing'; it has 'process'") },
    ],
    [
      'a sample of another format',
      { ...syslog, samples: [{ text: knowledge.formatById.get('netstat')!.samples[0]!.text, entry: {} }] },
      { what: 'it is recognized as netstat' },
    ],
    ['no title', { ...syslog, title: '' }, { what: '`title` is missing' }],
    [
      'an unknown format inside',
      { ...syslog, embeds: ['sysog' as never] },
      { what: "it embeds 'sysog', which does not exist" },
    ],
    ['nothing to recognise it by', { ...syslog, recognise: {} }, { advice: 'say what does in `recognise`' }],
    [
      'a mark that nothing shows',
      { ...syslog, recognise: { marks: ['@@@'] } },
      { what: 'its mark "@@@" is in no sample' },
    ],
    [
      'a date that is none',
      {
        ...syslog,
        head: {
          begins: () => true,
          read: () => ({ ...start, time: { text: '0000-29-11T10:22:33', basis: 'local', ms: 0 } }),
        },
      },
      { what: 'its time is 0000-29-11T10:22:33, which is not a date' },
    ],
    [
      'a head that does not read its line',
      { ...syslog, head: { begins: () => true, read: () => null } },
      { what: expect.stringMatching(/^its head does not read "/) },
    ],
    [
      'what throws',
      {
        ...syslog,
        derive: () => {
          throw new Error('no such thing');
        },
      },
      { what: expect.stringContaining('no such thing') },
    ],
    [
      'the samples of another',
      { ...syslog, recognise: { starts: /^/ } },
      { what: expect.stringMatching(/^it also recognizes sample 1 of /) },
    ],
    [
      'a derived field that is not declared',
      { ...syslog, derives: ['port', 'device'] },
      { what: "it derives the field 'enumeration' and does not say so" },
    ],
    [
      'a derived field that nothing shows',
      { ...syslog, derives: [...syslog.derives!, 'colour'] },
      { what: "no sample or hit shows the derived field 'colour'" },
    ],
  ])('%s', (_, format, fault) => {
    // The format takes its own place, as one that is being written does.
    const own = indexKnowledge(
      formats.map((one) => (one.id === format.id ? format : one)),
      failures,
      facts,
    );
    expect(checkFormat(format, own)).toContainEqual(expect.objectContaining(fault));
  });
});

describe('a slow RegExp', () => {
  const slow = [{ name: 'example, pattern 1, text', value: /^(?:a|a)+$/ }];

  test('is told by its structure, without being run', async () => {
    expect(await slowRegExps(slow)).toEqual([
      expect.stringMatching(/^example, pattern 1, text: exponential .*on repeats of "/),
    ]);
    expect(await slowRegExps([{ name: 'safe', value: /^a+$/ }])).toEqual([]);
  });

  test('is told by a text on which it hangs, and the others are still tried', async () => {
    const tried = [...slow, { name: 'safe', value: /b/ }, { name: 'again', value: /^(?:a|a)+$/ }];
    const texts = [`${'a'.repeat(60)}b`];
    const found = await hanging(
      tried.map((one) => ({ ...one, texts })),
      500,
    );
    expect(found.map((text) => text.split(':')[0])).toEqual(['example, pattern 1, text', 'again']);
  });
});

test('a reading that hangs is named, and the others are still tried', async () => {
  const trials = [{ format: 'netstat' }, { format: null, pieces: ['a', '\n'] as const }];
  expect(await slowReadings(trials, 20_000)).toEqual([]);
  expect(await slowReadings(trials, 0)).toEqual([
    'netstat: over 0 s to read hostile lines',
    '"a" and "\\n": over 0 s to read hostile lines',
  ]);
});

test('npm run gate names what is wrong, and what it does not know', () => {
  const gate = (...ids: readonly string[]) =>
    spawnSync(process.execPath, ['--conditions=source', 'scripts/gate/gate.ts', ...ids], {
      cwd: root,
      encoding: 'utf8',
    });
  expect(gate('dns-failed')).toMatchObject({ status: 0, stdout: 'dns-failed: passes\n' });
  expect(gate('no-such')).toMatchObject({ status: 2, stderr: expect.stringContaining("'no-such' is not a failure") });
  expect(gate('dns-faild').stderr).toContain("did you mean 'dns-failed'?");
});
