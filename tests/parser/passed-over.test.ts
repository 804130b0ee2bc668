/** Entries of chains that nothing known can show in are not derived: that must change nothing, and leave nothing out. */
import { expect, it } from 'vitest';
import type { Format } from '../../packages/parser/src/define.ts';
import { knowledge } from '../../packages/parser/src/knowledge/index.ts';
import type { Knowledge } from '../../packages/parser/src/reading/classify.ts';
import { openSource } from '../../packages/parser/src/reading/source.ts';

const chained = knowledge.formats.filter(({ chain, derive }) => chain && derive);
const textsOf = ({ id, samples }: Format): string[] => [
  ...samples.map(({ text }) => text),
  ...new Set(
    [...knowledge.failures, ...knowledge.facts].flatMap(({ match }) =>
      match.flatMap(({ formats, hits }) => (formats.some((one) => one === id) ? hits : [])),
    ),
  ),
];

const read = (known: Knowledge, format: Format, text: string, onEntry?: () => void) => {
  const source = openSource(known, 'x', { format: format.id, ...(onEntry ? { onEntry } : {}) });
  source.push(new TextEncoder().encode(`${text}\n`));
  return source.end();
};

const withFormat = (format: Format): Knowledge => {
  const formats = knowledge.formats.map((one) => (one.id === format.id ? format : one));
  return { ...knowledge, formats, formatById: new Map(formats.map((one) => [one.id, one])) };
};

it.each(chained.map((format) => [format.id, format] as const))('%s: what is passed over shows nothing', (_, format) => {
  for (const text of textsOf(format))
    expect(read(knowledge, format, text)).toEqual(read(knowledge, format, text, () => {}));
});

it.each(chained.map((format) => [format.id, format] as const))('%s: says whether it derives the carry', (_, format) => {
  const plain = (value: object): string =>
    JSON.stringify(value, (_key, one) => (one instanceof Set || one instanceof Map ? [...one] : one));
  let isChanged = false;
  const watched = withFormat({
    ...format,
    derive(entry, carry) {
      const before = plain(carry);
      const derived = format.derive!(entry, carry);
      isChanged ||= plain(carry) !== before;
      return derived;
    },
  });
  for (const text of textsOf(format)) read(watched, format, text, () => {});
  expect(isChanged).toBe(format.derivesCarry === true);
});

it('derives no request of another program', () => {
  const format = knowledge.formatById.get('unified-log-ndjson')!;
  const request = (client: string): string =>
    [
      'AUTHREQ_CTX: msgID=8.1, function=TCCAccessRequest, service=kTCCServiceCamera, preflight=no, query=1',
      `AUTHREQ_SUBJECT: msgID=8.1, subject=${client},`,
      'AUTHREQ_RESULT: msgID=8.1, authValue=0, authReason=2, authVersion=1, error=(null),',
    ]
      .map((message) =>
        JSON.stringify({
          timestamp: '2025-12-24 18:00:01.250000-0700',
          processImagePath: '/System/Library/PrivateFrameworks/TCC.framework/Support/tccd',
          eventMessage: message,
        }),
      )
      .join('\n');
  let derived = 0;
  const counted = withFormat({
    ...format,
    derive(entry, carry) {
      derived++;
      return format.derive!(entry, carry);
    },
  });
  expect(read(counted, format, request('com.example.recorder')).findings).toEqual([]);
  expect(derived).toBe(0);
  expect(read(counted, format, request('us.zoom.xos')).findings.map(({ id }) => id)).toEqual(['camera-denied']);
  expect(derived).toBe(1);
});
